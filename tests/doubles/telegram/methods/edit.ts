import { isDeepStrictEqual } from "node:util";
import { apiMessage } from "../api-message.ts";
import { touch } from "../chat.ts";
import type { Chat, StoredMessage } from "../chat.ts";
import { numberOf, textOf } from "../json.ts";
import { readMarkup } from "../keyboard.ts";
import { badRequest } from "../refusal.ts";
import { checkMayWrite, findChat, unixNow } from "../world.ts";
import type { Call, Method } from "./method.ts";
import { readRichContent, readTextContent } from "./send.ts";

function findSent({ world, parameters }: Call, what: string): [Chat, StoredMessage] {
  const inline = textOf(parameters, "inline_message_id");
  if (inline !== null) return findInline(world, inline);
  const chat = findChat(world, parameters);
  checkMayWrite(chat);
  const id = numberOf(parameters, "message_id");
  if (id === null) throw badRequest("message identifier is not specified");
  const message = chat.messages.find((one) => one.id === id);
  if (message === undefined) throw badRequest(`message to ${what} not found`);
  return [chat, message];
}

/** Names a message that was sent by inline mode. */
export const inlineMessageId = (chat: Chat, message: StoredMessage): string =>
  `inline_${chat.id}_${message.id}`;

function findInline(world: Call["world"], inlineId: string): [Chat, StoredMessage] {
  const [, chatId, messageId] = inlineId.split("_");
  const chat = world.chats.get(Number(chatId));
  const message = chat?.messages.find(({ id, viaBot }) => viaBot && id === Number(messageId));
  if (chat === undefined || message === undefined) throw badRequest("MESSAGE_ID_INVALID");
  return [chat, message];
}

function change(call: Call, changes: Partial<Pick<StoredMessage, "content" | "keyboard">>) {
  const [chat, message] = findSent(call, "edit");
  if (!message.byBot && !message.viaBot) throw badRequest("message can't be edited");
  const next = { content: message.content, keyboard: message.keyboard, ...changes };
  if (isDeepStrictEqual(next, { content: message.content, keyboard: message.keyboard })) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  Object.assign(message, next, { editedAt: unixNow(call.world) });
  touch(chat);
  return message.viaBot ? true : apiMessage(call.world, chat, message);
}

/** `editMessageText`, with text or rich content. */
export const editMessageText: Method = (call) => {
  const { parameters } = call;
  const isRich = parameters["rich_message"] !== undefined;
  if (isRich && parameters["text"] !== undefined) {
    throw badRequest("text and rich_message can't be used together");
  }
  const content = isRich ? readRichContent(parameters) : readTextContent(parameters);
  const [, message] = findSent(call, "edit");
  if (message.content.kind === "file" || message.content.kind === "photo") {
    throw badRequest("there is no text in the message to edit");
  }
  return change(call, { content, keyboard: readMarkup(parameters).keyboard });
};

/** `editMessageReplyMarkup` */
export const editMessageReplyMarkup: Method = (call) =>
  change(call, { keyboard: readMarkup(call.parameters).keyboard });

/** `deleteMessage` */
export const deleteMessage: Method = (call) => {
  const [chat, message] = findSent(call, "delete");
  chat.messages = chat.messages.filter((one) => one !== message);
  touch(chat);
  return true;
};
