import { z } from "zod";
import { defineCommand } from "../command.ts";
import { paragraphWithCommands } from "../say.ts";
import { FORMS } from "./forms.ts";
import { ownSubscriptions } from "./own-subscriptions.ts";
import { storedChatJson } from "./stored-chat.ts";
import { answer, titled, toolsFor } from "./tools.ts";

/** Gives a file of all that is stored on the chat. */
export const exportCommand = defineCommand({
  form: FORMS.export,
  options: z.object({}),
  answer: async (_options, asked, context) => {
    const { phrases } = toolsFor(asked, context);
    const subscriptions = await ownSubscriptions(asked, context);
    const chat = await context.store.chats.find(asked.from);
    const content = storedChatJson({
      format: "parley-chat/1",
      exportedAt: asked.now,
      chat,
      subscriptions,
    });
    const lines = [
      phrases["export.line"]({ count: subscriptions.length }),
      phrases["export.advice"],
    ];
    return answer(asked, titled(phrases["export.title"], lines.map(paragraphWithCommands)), {
      files: [{ name: "parley-chat.json", mediaType: "application/json", content }],
    });
  },
});
