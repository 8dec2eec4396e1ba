import type { Chat } from "../../deliveries/chat.ts";
import type { Subscription } from "../../deliveries/subscription.ts";

/**
 * All that is stored on a chat, as `/export` gives it in JSON. `format` names this shape; instants are
 * ISO 8601 in UTC, `chat` is null where nothing was chosen for the chat, and `subscriptions` are oldest
 * first. Messages that were sent stay with the platform; they are kept here for a short time only.
 */
export type StoredChat = {
  readonly format: "parley-chat/1";
  readonly exportedAt: Date;
  readonly chat: Chat | null;
  readonly subscriptions: readonly Subscription[];
};

/** The JSON text of what is stored, indented for people. */
export const storedChatJson = (stored: StoredChat): string => JSON.stringify(stored, null, 2);
