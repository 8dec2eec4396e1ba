import type { Address } from "../../src/platform/address.ts";

export const PLATFORM = "telegram";

/** An id as the Bot API wants it: a number where it is one. */
export const idOf = (text: string): number | string =>
  /^-?\d{1,15}$/.test(text) ? Number(text) : text;

/** Telegram gives a forum's General topic the id 1 in places, and takes no message to it by that id. */
const GENERAL_TOPIC = "1";

/** The fields that say where a message goes. */
export const destinationOf = ({
  channel,
  thread,
}: Address): { chat_id: number | string; message_thread_id?: number | string } => ({
  chat_id: idOf(channel),
  ...(thread === null || thread === GENERAL_TOPIC ? {} : { message_thread_id: idOf(thread) }),
});

/** The address of a chat, or of a topic in it. */
export const addressOf = (chat: number, thread: number | null): Address => ({
  platform: PLATFORM,
  channel: String(chat),
  thread: thread === null || String(thread) === GENERAL_TOPIC ? null : String(thread),
});
