import type { Language } from "../lib/language.ts";
import type { Address } from "../platform/address.ts";
import type { Place } from "../platform/conversation.ts";

/** What we keep of a place where people talk to us. */
export type Chat = {
  readonly address: Address;
  readonly place: Place;
  /** Chosen here; null follows each asker's client. */
  readonly language: Language | null;
  /** IANA name; null follows the venue of the talks. */
  readonly timeZone: string | null;
  /** The talks that commands are about when they name none; null for the first that are followed. */
  readonly talks: string | null;
};

/** Keeps chats by address. */
export type ChatStore = {
  find(address: Address): Promise<Chat | null>;
  /** Adds a chat, or replaces what was kept of it. */
  keep(chat: Chat): Promise<void>;
  /** Erases a chat, its threads included when the address names none. */
  forget(address: Address): Promise<void>;
  /** Gives chats of a channel another channel, as when a Telegram group becomes a supergroup. */
  move(from: Address, to: Address): Promise<void>;
  count(): Promise<number>;
};
