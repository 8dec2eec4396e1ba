import { z } from "zod";
import { defineCommand } from "../command.ts";
import { button, paragraphWithCommands } from "../say.ts";
import { danger } from "./controls.ts";
import { FORMS } from "./forms.ts";
import { ALL } from "./own-or-all.ts";
import { ownSubscriptions } from "./own-subscriptions.ts";
import { answer, titled, toolsFor } from "./tools.ts";

/** Erases all that is stored on the chat, after asking. */
export const forgetCommand = defineCommand({
  form: FORMS.forget,
  options: z.object({ sure: z.literal("yes").optional() }),
  answer: async ({ sure }, asked, context) => {
    const { phrases } = toolsFor(asked, context);
    const own = await ownSubscriptions(asked, context);
    const chat = await context.store.chats.find(asked.from);
    const tell = (words: string) => titled(phrases["forget.title"], [paragraphWithCommands(words)]);
    if (own.length === 0 && chat === null && sure === undefined)
      return answer(asked, tell(phrases["forget.nothing"]));
    if (sure === undefined)
      return answer(asked, tell(phrases["forget.question"]({ count: own.length })), {
        controls: [
          [
            danger(phrases["forget.confirm"], "forget", { sure: "yes" }),
            button(phrases["unsubscribe.keep"], "settings", { id: ALL }),
          ],
        ],
      });
    await context.store.transaction(async ({ subscriptions, outbox, chats }) => {
      await subscriptions.forget(asked.from);
      await outbox.forget(asked.from);
      await chats.forget(asked.from);
    });
    return answer(asked, tell(phrases["forget.done"]({ count: own.length })));
  },
});
