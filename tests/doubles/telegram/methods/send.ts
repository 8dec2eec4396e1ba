import { apiMessage } from "../api-message.ts";
import type { Chat, Content } from "../chat.ts";
import { CAPTION, MESSAGE_TEXT, readFormatted } from "../formatted-text.ts";
import { numberOf, objectOf, textOf } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { readMarkup } from "../keyboard.ts";
import { knownPhoto, takePhoto } from "../photo.ts";
import { badRequest } from "../refusal.ts";
import { readRichMessage } from "../rich-message.ts";
import type { UploadedFile } from "../read-request.ts";
import {
  addMessage,
  checkMaySendPhotos,
  checkMayWrite,
  countSent,
  findChat,
  findThread,
} from "../world.ts";
import type { Call, Method } from "./method.ts";

/** Reads the text of a message; refuses an empty one. */
export function readTextContent(parameters: JsonObject): Content {
  const formatted = readFormatted(parameters, MESSAGE_TEXT);
  if (formatted.text === "") throw badRequest("message text is empty");
  return { kind: "text", ...formatted };
}

/** Reads the rich content of a message. */
export const readRichContent = (parameters: JsonObject): Content => ({
  kind: "rich",
  rich: readRichMessage(objectOf(parameters, "rich_message") ?? {}),
});

function send({ world, parameters }: Call, content: Content) {
  const chat = findChat(world, parameters);
  checkMayWrite(chat);
  const thread = findThread(chat, parameters);
  const message = addMessage(world, chat, {
    content,
    ...readMarkup(parameters),
    byBot: true,
    silent: parameters["disable_notification"] === true,
    thread,
    replyTo: findReplied(chat, parameters),
  });
  countSent(world, chat, wordsOf(parameters));
  return apiMessage(world, chat, message);
}

const wordsOf = (parameters: JsonObject): string =>
  textOf(parameters, "text") ??
  textOf(objectOf(parameters, "rich_message") ?? {}, "html") ??
  textOf(parameters, "caption") ??
  "";

function findReplied(chat: Chat, parameters: JsonObject) {
  const reply = objectOf(parameters, "reply_parameters");
  if (reply === null) return null;
  const found = chat.messages.find(({ id }) => id === numberOf(reply, "message_id"));
  if (found === undefined && reply["allow_sending_without_reply"] !== true) {
    throw badRequest("message to be replied not found");
  }
  return found ?? null;
}

/** `sendMessage` */
export const sendMessage: Method = (call) => send(call, readTextContent(call.parameters));

/** `sendRichMessage` */
export const sendRichMessage: Method = (call) => send(call, readRichContent(call.parameters));

const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** The file that came with a request; null where one is named that the server should have. */
function uploadIn(call: Call, field: "document" | "photo"): UploadedFile | null {
  const given = textOf(call.parameters, field);
  const attached =
    given?.startsWith("attach://") === true ? given.slice("attach://".length) : field;
  const file = call.files.get(attached);
  if (file === undefined && (given === null || given.startsWith("attach://"))) {
    throw badRequest(`there is no ${field} in the request`);
  }
  if (file?.content.length === 0) throw badRequest("file must be non-empty");
  if ((file?.content.length ?? 0) > MAX_FILE_BYTES) throw badRequest("file is too big");
  return file ?? null;
}

/** `sendDocument` */
export const sendDocument: Method = (call) => {
  const file = uploadIn(call, "document");
  return send(call, {
    kind: "file",
    name: file?.name ?? textOf(call.parameters, "document") ?? "",
    content: file?.content ?? null,
    caption: readFormatted(call.parameters, CAPTION),
  });
};

/** `sendPhoto` */
export const sendPhoto: Method = (call) => {
  const { world, parameters } = call;
  const file = uploadIn(call, "photo");
  const photo =
    file === null ? knownPhoto(world, textOf(parameters, "photo") ?? "") : takePhoto(world, file);
  const caption = readFormatted(parameters, CAPTION);
  const chat = findChat(world, parameters);
  checkMayWrite(chat);
  checkMaySendPhotos(chat);
  return send(call, { kind: "photo", photo, caption });
};

/** `sendRichMessageDraft`: checked, not shown. */
export const sendRichMessageDraft: Method = ({ world, parameters }) => {
  readRichContent(parameters);
  const chat = findChat(world, parameters);
  if (chat.type !== "private") throw badRequest("can't send message drafts to the chat");
  checkMayWrite(chat);
  return true;
};

const ACTIONS = new Set(
  "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note".split(
    " ",
  ),
);

/** `sendChatAction` */
export const sendChatAction: Method = ({ world, parameters }) => {
  const chat = findChat(world, parameters);
  checkMayWrite(chat);
  if (!ACTIONS.has(textOf(parameters, "action") ?? "")) {
    throw badRequest("wrong parameter action in request");
  }
  return true;
};
