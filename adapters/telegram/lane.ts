import type { CommandForm } from "../../src/platform/command-form.ts";
import { readCallbackData } from "./callback-data.ts";
import { commandWords } from "./command-text.ts";
import type { Update } from "./updates.ts";

/** What is handled in order. */
export type Lane = {
  readonly name: string;
  /** Whether its answers may be long in coming; they hold up nothing but each other. */
  readonly isSlow: boolean;
};

/**
 * The lane of an update: all of one chat, or all that one person types after the bot's name. What takes
 * long leaves the chat's turn: each person's there is a lane of its own.
 */
export function laneOf(update: Update, commands: readonly CommandForm[]): Lane {
  const { message, channel_post: post, callback_query: query, my_chat_member: member } = update;
  // What is said in a group's new chat comes after the news that it has one.
  if (message?.migrate_to_chat_id !== undefined) return inTurn(message.migrate_to_chat_id);
  const chat = (message ?? post ?? query?.message ?? member)?.chat.id;
  const person = (query?.from ?? message?.from ?? update.inline_query?.from)?.id ?? "nobody";
  if (chat === undefined) return inTurn(`of ${person}`);
  return isSlow(update, commands)
    ? { name: `${chat} of ${person}, slow`, isSlow: true }
    : inTurn(chat);
}

const inTurn = (name: string | number): Lane => ({ name: String(name), isSlow: false });

function isSlow(update: Update, commands: readonly CommandForm[]): boolean {
  const { message, channel_post: post, callback_query: query } = update;
  const typed = commandWords((message ?? post)?.text ?? "")?.name;
  const given = typed ?? readCallbackData(query?.data ?? "", commands)?.command;
  return commands.some(({ name, isSlow: slow }) => slow === true && name === given);
}
