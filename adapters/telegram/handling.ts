import type { CommandForm } from "../../src/platform/command-form.ts";
import type { Answer, CommandCall, Conversation } from "../../src/platform/conversation.ts";
import type { CallApi } from "./api.ts";
import { hasInput } from "./callers.ts";
import { speak, type Speaker } from "./speak.ts";

/** What updates are handled with. */
export type Handling = {
  readonly call: CallApi;
  readonly conversation: Conversation;
  readonly commands: readonly CommandForm[];
  readonly speaker: Speaker;
  readonly me: { readonly id: number | null; readonly username: string | null };
  readonly signal: AbortSignal;
};

/** Says an answer where the command was given; `messageId` is the message whose button was pressed. */
export const sayAnswer = (
  { message, placement }: Answer,
  { from, place }: Pick<CommandCall, "from" | "place">,
  messageId: string | null,
  { speaker }: Pick<Handling, "speaker">,
): Promise<void> =>
  speak(speaker, {
    message,
    to: from,
    replaces: placement === "here" ? messageId : null,
    inline: hasInput(place),
  });
