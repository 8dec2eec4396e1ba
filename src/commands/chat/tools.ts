import type { Chat } from "../../deliveries/chat.ts";
import { settingsCatalogOf } from "../../i18n/settings/catalog.ts";
import type { SettingsCatalog } from "../../i18n/settings/en.ts";
import type { ControlRow } from "../../messages/control.ts";
import type { Block, Message, MessageFile } from "../../messages/message.ts";
import type { Asked, CommandContext, Reply } from "../command.ts";

/** What answering within a chat needs. */
export type Tools = {
  readonly asked: Asked;
  readonly context: CommandContext;
  readonly phrases: SettingsCatalog;
};

/** The tools for one call. */
export const toolsFor = (asked: Asked, context: CommandContext): Tools => ({
  asked,
  context,
  phrases: settingsCatalogOf(asked.language),
});

/** What stands under an answer or goes with it. */
export type Extras = {
  readonly controls?: readonly ControlRow[];
  readonly files?: readonly MessageFile[];
};

/**
 * For a control that may stand under anything: the answer is a message of its own, for only a panel of
 * this chat's settings may be replaced by another.
 */
export const anew = (asked: Asked): Asked => ({ ...asked, pressed: false });

/** An answer for the asker's eyes, in place of the message whose control was pressed. */
export function answer(
  { language, pressed }: Asked,
  blocks: Message["blocks"],
  extras: Extras = {},
): Reply {
  return {
    kind: "answer",
    message: { language, blocks, ...extras },
    audience: "asker",
    placement: pressed ? "here" : "new",
  };
}

/** A title and what stands under it. */
export const titled = (title: string, blocks: readonly Block[]): Message["blocks"] => [
  { kind: "title", text: title },
  ...blocks,
];

/** What is kept of the chat that asks, or what would be kept first. */
export const chatOf = ({ chat, from, place }: Asked): Chat =>
  chat ?? { address: from, place, language: null, timeZone: null, talks: null };
