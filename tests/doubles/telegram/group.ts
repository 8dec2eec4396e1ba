import { apiBot } from "./api-message.ts";
import { createChat } from "./chat.ts";
import type { Account, Chat } from "./chat.ts";
import { openTopic } from "./methods/chats.ts";
import { placeOf } from "./place.ts";
import type { Place } from "./place.ts";
import { announce, setBotStanding, speak } from "./speak.ts";
import type { World } from "./world.ts";

/** Someone with an account, such as a person of a script. */
export type Member = { readonly account: Account };

/** A group, supergroup or channel, to be told what happens in it. */
export type Group = Place & {
  /** Someone takes the bot in, as a member or as an administrator. */
  admits(by: Member, as?: "member" | "administrator"): void;
  /** Someone throws the bot out. */
  expels(by: Member): void;
  joins(who: Member, as?: "member" | "administrator"): void;
  /** Opens a topic; its id is what `message_thread_id` takes. */
  topic(name: string): number;
  closesTopic(id: number): void;
  deletesTopic(id: number): void;
  closesGeneral(): void;
  /** From now on only administrators may send photos. */
  forbidsPhotos(): void;
  /** Turns a basic group into a supergroup with a new id, which it gives. */
  migrates(by: Member): Group;
  /** Posts as the channel. */
  posts(text: string): void;
};

/** Looks at a group and lets things happen in it. */
export function createGroup(world: World, chat: Chat, nextId: () => number): Group {
  return {
    ...placeOf(chat),
    get seen() {
      return placeOf(chat).seen;
    },
    get heard() {
      return placeOf(chat).heard;
    },
    get last() {
      return placeOf(chat).last;
    },
    admits(by, as = "member") {
      setBotStanding(world, chat, as, by.account);
      if (chat.type !== "channel") {
        announce(world, chat, by.account, { new_chat_members: [apiBot(world)] });
      }
    },
    expels: (by) => setBotStanding(world, chat, "kicked", by.account),
    joins(who, as = "member") {
      chat.members.set(who.account.id, as);
    },
    topic: (name) => openTopic(world, chat, name),
    closesTopic(id) {
      const topic = chat.topics.get(id);
      if (topic === undefined) throw new Error(`there is no topic ${id}`);
      topic.closed = true;
    },
    deletesTopic(id) {
      chat.topics.delete(id);
    },
    closesGeneral() {
      chat.generalClosed = true;
    },
    forbidsPhotos() {
      chat.photosForbidden = true;
    },
    migrates(by) {
      const { title, members, bot } = chat;
      const next = createChat({ id: nextId(), type: "supergroup", title, members, bot });
      world.chats.set(next.id, next);
      announce(world, chat, by.account, { migrate_to_chat_id: next.id });
      chat.migratedTo = next.id;
      announce(world, next, by.account, { migrate_from_chat_id: chat.id });
      return createGroup(world, next, nextId);
    },
    posts: (text) => speak(world, chat, null, { text }),
  };
}
