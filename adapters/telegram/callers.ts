import type { Address } from "../../src/platform/address.ts";
import type { Asker, CommandCall, Place } from "../../src/platform/conversation.ts";
import type { CallApi } from "./api.ts";
import { addressOf, PLATFORM } from "./chat-ids.ts";
import { placeOf } from "./command-text.ts";
import type { TelegramChat, TelegramMessage, TelegramUser } from "./updates.ts";

/** Where a call comes from and who gives it. */
export type Caller = Pick<CommandCall, "from" | "place" | "asker" | "mayAdminister">;

/** What tells who may administer a chat. */
export type Ask = { readonly call: CallApi; readonly signal: AbortSignal };

/** A person as the core names him. */
export const askerOf = ({ id, language_code }: TelegramUser): Asker => ({
  id: `${PLATFORM}:${id}`,
  languageHint: language_code ?? null,
});

/** Where a message stands: only forum topics are threads, not the replies to a message. */
const placeOfMessage = (message: TelegramMessage): Address =>
  addressOf(
    message.chat.id,
    message.is_topic_message === true ? (message.message_thread_id ?? null) : null,
  );

/**
 * Who wrote a message. A channel's posts, and what a group's administrators write anonymously, come
 * from the chat itself, which may administer itself; null where nobody can be named.
 */
export function writerOf(message: TelegramMessage, ask: Ask): Caller | null {
  const { chat, from, sender_chat: sender } = message;
  const at = { from: placeOfMessage(message), place: placeOf(chat) };
  if (chat.type === "channel" || sender?.id === chat.id)
    return { ...at, asker: { id: `${PLATFORM}:${chat.id}`, languageHint: null }, ...trusted };
  if (sender !== undefined)
    return { ...at, asker: { id: `${PLATFORM}:${sender.id}`, languageHint: null }, ...untrusted };
  if (from === undefined || from.is_bot === true) return null;
  return { ...at, asker: askerOf(from), mayAdminister: administers(chat, from.id, ask) };
}

/** Who pressed a button under a message. */
export const presserOf = (message: TelegramMessage, user: TelegramUser, ask: Ask): Caller => ({
  from: placeOfMessage(message),
  place: placeOf(message.chat),
  asker: askerOf(user),
  mayAdminister: administers(message.chat, user.id, ask),
});

const trusted = { mayAdminister: () => Promise.resolve(true) };
const untrusted = { mayAdminister: () => Promise.resolve(false) };

const ADMINISTRATORS: ReadonlySet<unknown> = new Set(["creator", "administrator"]);

/** Asks Telegram at most once; whoever it says nothing of may not. */
function administers(
  chat: TelegramChat,
  user: number,
  { call, signal }: Ask,
): () => Promise<boolean> {
  if (chat.type === "private") return trusted.mayAdminister;
  let asked: Promise<boolean> | null = null;
  const ask = async () => {
    const answer = await call("getChatMember", { chat_id: chat.id, user_id: user }, { signal });
    return answer.kind === "ok" && ADMINISTRATORS.has(statusOf(answer.result));
  };
  return () => (asked ??= ask());
}

const statusOf = (member: unknown): unknown =>
  typeof member === "object" && member !== null && "status" in member ? member.status : null;

/** Whether a place has an input line in which people write to us. */
export const hasInput = (place: Place): boolean => place !== "channel";
