import type { Reader } from "../../messages/compose-digest.ts";
import type { Message } from "../../messages/message.ts";

/** What was written of something that many are told, by who reads it. */
const told = new WeakMap<object, Map<string, Message>>();

/**
 * The message that tells `of` to a reader, written once for all who read alike: a desk gives one digest
 * to all who ask within seconds.
 */
export function toldOnce(
  of: object,
  command: string,
  { language, timeZone }: Reader,
  compose: () => Message,
): Message {
  const messages = told.get(of) ?? new Map<string, Message>();
  told.set(of, messages);
  const key = `${command} ${language} ${timeZone}`;
  const message = messages.get(key) ?? compose();
  messages.set(key, message);
  return message;
}
