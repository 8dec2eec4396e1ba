import type { Formatted } from "./classic-html.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Photo } from "./photo.ts";
import type { RichMessage } from "./rich-blocks.ts";

/** A human with an account. */
export type Account = {
  readonly id: number;
  readonly name: string;
  readonly username: string | null;
  /** BCP 47 tag of the client's language. */
  readonly language: string;
  /** IANA time zone that the client shows times in. */
  readonly zone: string;
};

/** A topic of a forum. */
export type Topic = { readonly id: number; readonly name: string; closed: boolean };

/** What stands in a message. */
export type Content =
  | ({ readonly kind: "text" } & Formatted)
  | { readonly kind: "rich"; readonly rich: RichMessage }
  | {
      readonly kind: "file";
      readonly name: string;
      /** Null when it was sent by its id or address. */
      readonly content: Buffer | null;
      readonly caption: Formatted;
    }
  | { readonly kind: "photo"; readonly photo: Photo; readonly caption: Formatted }
  /** What the server says itself, as fields of `Message`. */
  | { readonly kind: "service"; readonly fields: JsonObject };

/** A button under a message, as the bot gave it. */
export type InlineButton = JsonObject;

/** A message as a chat holds it. */
export type StoredMessage = {
  readonly id: number;
  /** Unix time. */
  readonly date: number;
  /** Null for the bot itself and for posts of a channel. */
  readonly from: Account | null;
  readonly byBot: boolean;
  readonly thread: number | null;
  readonly viaBot: boolean;
  /** Whether clients make no sound for it. */
  readonly silent: boolean;
  readonly replyTo: StoredMessage | null;
  content: Content;
  keyboard: readonly (readonly InlineButton[])[];
  /** `ForceReply` or a reply keyboard, as given. */
  readonly replyMarkup: Json;
  editedAt: number | null;
};

/** What the bot is in a chat. */
export type BotStanding = "member" | "administrator" | "left" | "kicked";

/** A chat with all that happened in it. */
export type Chat = {
  readonly id: number;
  readonly type: "private" | "group" | "supergroup" | "channel";
  readonly title: string;
  readonly username: string | null;
  readonly isForum: boolean;
  /** The person of a private chat. */
  readonly person: Account | null;
  readonly members: Map<number, "creator" | "administrator" | "member">;
  readonly topics: Map<number, Topic>;
  generalClosed: boolean;
  /** Whether members may not send photos; administrators may. */
  photosForbidden: boolean;
  /** `left` in a private chat: the person never wrote; `kicked`: he blocked the bot. */
  bot: BotStanding;
  deactivated: boolean;
  migratedTo: number | null;
  messages: StoredMessage[];
  lastId: number;
  /** Told whenever a message comes, changes or goes. */
  readonly watchers: Set<() => void>;
};

/** Makes an empty chat. */
export const createChat = (
  about: Pick<Chat, "id" | "type" | "title"> & Partial<Omit<Chat, "id" | "type" | "title">>,
): Chat => ({
  username: null,
  isForum: false,
  person: null,
  members: new Map(),
  topics: new Map(),
  generalClosed: false,
  photosForbidden: false,
  bot: "left",
  deactivated: false,
  migratedTo: null,
  messages: [],
  lastId: 0,
  watchers: new Set(),
  ...about,
});

/** Tells all that watch a chat that something in it changed. */
export function touch(chat: Chat): void {
  for (const watcher of chat.watchers) watcher();
}
