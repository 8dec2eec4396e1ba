import type { Address } from "../../src/platform/address.ts";
import type { SendOutcome } from "../../src/platform/outcome.ts";
import type { ApiAnswer } from "./api.ts";
import { idOf } from "./chat-ids.ts";
import type { Keyboard, PhotoPart, TelegramPart, TextPart } from "./part.ts";
import { post, type Request, sentOr } from "./post.ts";
import { type PhotoSender, sendPhoto } from "./send-photo.ts";

/** What sending works with. */
export type Sender = PhotoSender & {
  /** Told when the server turns out not to know rich messages. */
  readonly richUnknown: () => void;
};

/** Sends one part, by one call. */
export async function sendPart(
  sender: Sender,
  to: Address,
  part: TelegramPart,
  signal: AbortSignal,
): Promise<SendOutcome> {
  if (part.kind === "photo") return sendPhoto(sender, to, part, signal);
  const answer = await post(sender, to, requestOf(part), signal);
  if (part.kind === "rich" && isUnknownMethod(answer)) {
    sender.richUnknown();
    return { kind: "refused", reason: "this server does not know rich messages" };
  }
  return sentOr(answer, { to, edits: null });
}

/**
 * Puts a part in the place of a message, by one call. Only words can be: what is edited are alerts, which
 * carry no picture, so a photo meets no photo that it could take the place of.
 */
export async function editPart(
  { call }: Pick<Sender, "call">,
  place: { readonly at: Address; readonly messageId: string },
  part: TelegramPart,
  signal: AbortSignal,
): Promise<SendOutcome> {
  if (part.kind === "file" || part.kind === "photo")
    return { kind: "refused", reason: `a ${part.kind} takes no message's place` };
  const payload = {
    chat_id: idOf(place.at.channel),
    message_id: idOf(place.messageId),
    ...bodyOf(part),
    reply_markup: markupOf(part.keyboard),
  };
  const answer = await call("editMessageText", payload, { signal });
  return sentOr(answer, { to: place.at, edits: place.messageId });
}

function requestOf(part: Exclude<TelegramPart, PhotoPart>): Request {
  if (part.kind === "file") return { method: "sendDocument", payload: { document: fileOf(part) } };
  const { keyboard } = part;
  const payload = {
    ...bodyOf(part),
    ...(keyboard.length === 0 ? {} : { reply_markup: markupOf(keyboard) }),
  };
  return { method: part.kind === "rich" ? "sendRichMessage" : "sendMessage", payload };
}

/** What a text says, in the fields that sending, editing and inline results share. */
const bodyOf = (part: TextPart): Readonly<Record<string, unknown>> =>
  part.kind === "rich"
    ? { rich_message: richMessageOf(part) }
    : { text: part.html, parse_mode: "HTML", link_preview_options: { is_disabled: true } };

/** The Bot API's `InputRichMessage`; nothing in it is found to be a link, name or tag by itself. */
export const richMessageOf = (part: Extract<TextPart, { kind: "rich" }>) => ({
  html: part.html,
  ...(part.rightToLeft ? { is_rtl: true } : {}),
  skip_entity_detection: true,
});

/** The Bot API's `InlineKeyboardMarkup`. */
const markupOf = (keyboard: Keyboard) => ({ inline_keyboard: keyboard });

const fileOf = ({ name, content }: Extract<TelegramPart, { kind: "file" }>) => ({
  source: Buffer.from(content, "utf8"),
  // The name stands in a header of the upload, between quotation marks.
  filename: name.replace(/[^\p{L}\p{N}._ -]/gu, "_").slice(0, 100) || "file",
});

/** Telegram says 404 to a method it does not know. */
const isUnknownMethod = (answer: ApiAnswer): boolean =>
  answer.kind === "failed" && answer.failure.kind === "answered" && answer.failure.code === 404;
