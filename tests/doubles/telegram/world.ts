import type { Clock } from "../../../src/lib/clock.ts";
import type { Account, Chat, StoredMessage } from "./chat.ts";
import { createChat, touch } from "./chat.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Photo } from "./photo.ts";
import { badRequest, forbidden, Refusal } from "./refusal.ts";
import type { UpdateQueue } from "./update-queue.ts";

/** What the double has counted since it was made. */
export type Counters = {
  requests: number;
  /** Messages that came into a chat by the bot. */
  sent: number;
  tooManyRequests: number;
  /** Messages with the words of the one before them in the same chat. */
  duplicates: number;
};

/** A callback or inline query that waits for its answer. */
export type OpenQuery = {
  readonly kind: "callback" | "inline";
  readonly answer: (parameters: JsonObject) => void;
};

/** Everything there is: accounts, chats, updates and the bot itself. */
export type World = {
  readonly bot: { readonly id: number; readonly username: string; readonly name: string };
  readonly clock: Clock;
  readonly updates: UpdateQueue;
  readonly accounts: Map<number, Account>;
  readonly chats: Map<number, Chat>;
  readonly queries: Map<string, OpenQuery>;
  readonly counters: Counters;
  /** What the bot said of itself: commands and descriptions, by method, scope and language. */
  readonly profile: Map<string, Json>;
  readonly violations: string[];
  /** False: messages are counted, not kept, and every positive chat id is a person who has started the bot. */
  readonly keepMessages: boolean;
  readonly random: () => number;
  /** Hash of the words last sent to each chat. */
  readonly lastSent: Map<number, number>;
  /** Photos that were uploaded, by the id of each of their sizes. */
  readonly photos: Map<string, Photo>;
  lastPrivateId: number;
  lastQueryId: number;
};

/** The server's time in whole seconds. */
export const unixNow = (world: World): number => Math.floor(world.clock.now().getTime() / 1000);

/** The chat a request names, by id or @username; refuses one the bot cannot see. */
export function findChat(world: World, parameters: JsonObject): Chat {
  const given = parameters["chat_id"];
  const chat =
    typeof given === "string" && given.startsWith("@")
      ? [...world.chats.values()].find(({ username }) => username === given.slice(1))
      : chatById(world, Number(given));
  if (given === "") throw badRequest("chat_id is empty");
  if (chat === undefined) throw badRequest("chat not found");
  if (chat.migratedTo !== null) {
    throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: chat.migratedTo,
    });
  }
  return chat;
}

function chatById(world: World, id: number): Chat | undefined {
  const known = world.chats.get(id);
  if (known !== undefined || world.keepMessages || !(id > 0)) return known;
  return createChat({ id, type: "private", title: "", bot: "member" });
}

/** Refuses when the bot may not write in a chat, in the words of the server. */
export function checkMayWrite(chat: Chat): void {
  if (chat.type === "private") {
    if (chat.deactivated) throw forbidden("user is deactivated");
    if (chat.bot === "kicked") throw forbidden("bot was blocked by the user");
    if (chat.bot === "left") throw badRequest("chat not found");
    return;
  }
  if (chat.bot === "kicked") throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (chat.bot === "left") throw forbidden(`bot is not a member of the ${chat.type} chat`);
  if (chat.type === "channel" && chat.bot !== "administrator") {
    throw badRequest("need administrator rights in the channel chat");
  }
}

/** Refuses when the bot may not send photos to a chat in which it may write. */
export function checkMaySendPhotos(chat: Chat): void {
  if (chat.photosForbidden && chat.bot !== "administrator") {
    throw badRequest("not enough rights to send photos to the chat");
  }
}

/** The topic a request means; null for the chat itself and for a forum's General topic. */
export function findThread(chat: Chat, parameters: JsonObject): number | null {
  const given = parameters["message_thread_id"];
  if (typeof given !== "number" || given === 0) {
    if (chat.isForum && chat.generalClosed && chat.bot !== "administrator") {
      throw badRequest("TOPIC_CLOSED");
    }
    return null;
  }
  const topic = chat.topics.get(given);
  if (topic === undefined) throw badRequest("message thread not found");
  if (topic.closed && chat.bot !== "administrator") throw badRequest("TOPIC_CLOSED");
  return topic.id;
}

/** Counts a message of the bot, and whether it repeats the one before it. */
export function countSent(world: World, chat: Chat, words: string): void {
  world.counters.sent += 1;
  let hash = 0;
  for (let index = 0; index < words.length; index += 1) {
    hash = (Math.imul(hash, 31) + words.charCodeAt(index)) | 0;
  }
  if (world.lastSent.get(chat.id) === hash) world.counters.duplicates += 1;
  else world.lastSent.set(chat.id, hash);
}

/** Puts a message into a chat and gives it its id. */
export function addMessage(
  world: World,
  chat: Chat,
  about: Pick<StoredMessage, "content"> & Partial<StoredMessage>,
): StoredMessage {
  const message: StoredMessage = {
    date: unixNow(world),
    from: null,
    byBot: false,
    thread: null,
    viaBot: false,
    silent: false,
    replyTo: null,
    keyboard: [],
    replyMarkup: null,
    editedAt: null,
    ...about,
    id: nextMessageId(world, chat),
  };
  if (world.keepMessages) {
    chat.messages.push(message);
    touch(chat);
  }
  return message;
}

// Private chats and basic groups share one row of ids; supergroups and channels have their own.
function nextMessageId(world: World, chat: Chat): number {
  if (chat.type === "supergroup" || chat.type === "channel") {
    chat.lastId += 1;
    return chat.lastId;
  }
  world.lastPrivateId += 1;
  return world.lastPrivateId;
}
