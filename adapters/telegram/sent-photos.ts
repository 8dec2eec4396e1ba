import { createHash } from "node:crypto";
import type { Picture } from "../../src/messages/message.ts";

/**
 * Ids of photos that Telegram holds already: what goes to thousands of chats is uploaded once
 * (https://core.telegram.org/bots/api#sending-files). Ids are the bot's own and do not expire.
 */
export type SentPhotos = {
  /** The id under which a card was sent; null for one that must be uploaded. */
  readonly find: (card: string) => string | null;
  readonly remember: (card: string, fileId: string) => void;
  /** Forgets an id that Telegram does not know any more, unless the card has got another meanwhile. */
  readonly forget: (card: string, fileId: string) => void;
};

/** Pictures in use at once: those of a few talks in a few languages and time zones. */
const MOST_KEPT = 500;

/** Remembers the ids of so many cards, the most lately used. */
export function createSentPhotos(mostKept: number = MOST_KEPT): SentPhotos {
  const ids = new Map<string, string>();
  const remember = (card: string, fileId: string) => {
    ids.delete(card);
    ids.set(card, fileId);
    for (const oldest of ids.keys()) {
      if (ids.size <= mostKept) break;
      ids.delete(oldest);
    }
  };
  return {
    find: (card) => {
      const fileId = ids.get(card);
      if (fileId === undefined) return null;
      remember(card, fileId);
      return fileId;
    },
    remember,
    forget: (card, fileId) => {
      if (ids.get(card) === fileId) ids.delete(card);
    },
  };
}

/** What tells one card from another: two that say the same are one. */
export const cardKey = (card: Picture["card"]): string =>
  createHash("sha256").update(JSON.stringify(card)).digest("base64url");
