import { apiMessage, apiUser } from "./api-message.ts";
import { touch } from "./chat.ts";
import type { Account, Chat, StoredMessage } from "./chat.ts";
import { isObject, listOf, objectOf, textOf } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { readMarkup } from "./keyboard.ts";
import { readResultContent } from "./methods/answer.ts";
import { inlineMessageId } from "./methods/edit.ts";
import type { Place } from "./place.ts";
import { placeOf } from "./place.ts";
import type { SeenMessage } from "./seen.ts";
import { setBotStanding, speak } from "./speak.ts";
import { addMessage } from "./world.ts";
import type { World } from "./world.ts";

/** Where something is done: a chat, a topic of it, and in answer to the bot's last message. */
export type Where = {
  readonly in?: Place;
  readonly thread?: number | null;
  readonly replying?: boolean;
};

/** What a person sees after pressing a button. */
export type Notice = {
  readonly text: string;
  readonly isAlert: boolean;
  /** The page that the press opens, where it opens one. */
  readonly url?: string;
};

/** A person with the app open, to be told what to do. Without `in`, all happens in the private chat. */
export type Person = Place & {
  readonly account: Account;
  says(text: string, where?: Where): void;
  /** Says something and waits until the bot has said or changed something there; a photo alone is half an answer. */
  asks(text: string, where?: Where): Promise<SeenMessage>;
  /** Presses the newest button with that label; resolves with the bot's answer to the press. */
  presses(label: string, where?: Where): Promise<Notice>;
  /** Presses a button that does not exist (any more): sends data of one's own under the bot's last message. */
  pressesForged(data: string, where?: Where): Promise<Notice>;
  /** Types after the bot's name in any chat; resolves with the results offered. */
  types(query: string): Promise<readonly JsonObject[]>;
  /** Sends one of the results last offered, as a message by way of the bot. */
  picks(index: number, where?: Where): void;
  blocks(): void;
  unblocks(): void;
  /** Deletes his account. */
  leavesTelegram(): void;
};

/** Gives someone an app to act with. */
export function createPerson(world: World, account: Account, chat: Chat): Person {
  let offered: readonly JsonObject[] = [];
  const chatOf = (where: Where) => where.in?.chat ?? chat;
  const says = (text: string, where: Where = {}) => {
    const target = chatOf(where);
    if (target.type === "private" && target.bot === "left") target.bot = "member";
    const replyTo = where.replying === true ? (lastOf(target, isByBot) ?? null) : null;
    speak(world, target, account, { text, thread: where.thread ?? null, replyTo });
  };
  const press = (message: StoredMessage, target: Chat, data: string) =>
    new Promise<Notice>((resolve) => {
      const id = openQuery(world, "callback", (answer) => {
        const url = textOf(answer, "url");
        resolve({
          text: textOf(answer, "text") ?? "",
          isAlert: answer["show_alert"] === true,
          ...(url === null ? {} : { url }),
        });
      });
      world.updates.add("callback_query", {
        id,
        from: apiUser(account),
        chat_instance: String(target.id),
        data,
        ...(message.viaBot
          ? { inline_message_id: inlineMessageId(target, message) }
          : { message: apiMessage(world, target, message) }),
      });
    });
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
    account,
    says,
    async asks(text, where = {}) {
      const target = chatOf(where);
      const place = placeOf(target);
      const before = JSON.stringify(place.heard);
      says(text, where);
      await place.until(
        () => JSON.stringify(place.heard) !== before && place.heard.at(-1)?.photo === null,
      );
      const answer = place.heard.at(-1);
      if (answer === undefined) throw new Error("the bot took its message back");
      return answer;
    },
    presses(label, where = {}) {
      const target = chatOf(where);
      const found = findButton(target, label);
      const data = textOf(found.button, "callback_data");
      if (data === null) throw new Error(`the button ${label} does not call the bot`);
      return press(found.message, target, data);
    },
    pressesForged(data, where = {}) {
      const target = chatOf(where);
      const message = lastOf(target, isByBot);
      if (message === undefined) throw new Error("the bot has said nothing here");
      return press(message, target, data);
    },
    types: (query) =>
      new Promise((resolve) => {
        const id = openQuery(world, "inline", (answer) => {
          offered = listOf(answer, "results").filter(isObject);
          resolve(offered);
        });
        world.updates.add("inline_query", { id, from: apiUser(account), query, offset: "" });
      }),
    picks(index, where = {}) {
      const result = offered[index];
      if (result === undefined) throw new Error(`there is no result ${index}`);
      addMessage(world, chatOf(where), {
        from: account,
        viaBot: true,
        thread: where.thread ?? null,
        content: readResultContent(objectOf(result, "input_message_content") ?? {}),
        keyboard: readMarkup(result).keyboard,
      });
    },
    blocks: () => setBotStanding(world, chat, "kicked", account),
    unblocks: () => setBotStanding(world, chat, "member", account),
    leavesTelegram() {
      chat.deactivated = true;
      touch(chat);
    },
  };
}

const isByBot = ({ byBot }: StoredMessage) => byBot;

const lastOf = (chat: Chat, is: (message: StoredMessage) => boolean) =>
  chat.messages.findLast((message) => is(message));

function openQuery(
  world: World,
  kind: "callback" | "inline",
  answer: (parameters: JsonObject) => void,
): string {
  world.lastQueryId += 1;
  const id = String(world.lastQueryId);
  world.queries.set(id, { kind, answer });
  return id;
}

function findButton(chat: Chat, label: string) {
  for (const message of chat.messages.toReversed()) {
    const button = message.keyboard.flat().find((one) => textOf(one, "text") === label);
    if (button !== undefined) return { message, button };
  }
  const labels = chat.messages.flatMap(({ keyboard }) =>
    keyboard.flat().map((one) => textOf(one, "text")),
  );
  throw new Error(`no button ${label}; there are: ${labels.join(", ")}`);
}
