import { isRightToLeft } from "../../src/i18n/locale.ts";
import { spansOf } from "../../src/messages/block-spans.ts";
import type { Message } from "../../src/messages/message.ts";
import { captionOf } from "./caption.ts";
import { classicBlock } from "./classic-html.ts";
import { keyboardOf, type Controls } from "./keyboard.ts";
import { MAX_ENTITIES, MAX_RICH_BLOCKS, MAX_RICH_TEXT, MAX_TEXT } from "./limits.ts";
import type { PhotoPart, TelegramPart, TextPart } from "./part.ts";
import { richBlock } from "./rich-html.ts";
import { splitBlocks } from "./split.ts";

/** How a message is written: in which markup, whether that knows moments, and whether with its picture. */
export type Writing = { readonly pictured: boolean } & (
  | { readonly kind: "rich" }
  | { readonly kind: "classic"; readonly localTimes: boolean }
);

/**
 * A message as the calls that send it: its picture, its text in one or more, the last with the buttons,
 * then files.
 */
export function renderTelegram(
  message: Message,
  writing: Writing,
  controls: Controls,
): readonly [TelegramPart, ...TelegramPart[]] {
  const texts = textsOf(message, hasCommands(message) ? asClassic(writing) : writing);
  const keyboard = keyboardOf(message.controls ?? [], controls);
  const last = texts.length - 1;
  const parts = texts.map((part, at) => (at === last ? { ...part, keyboard } : part));
  const [first = EMPTY, ...rest] = parts;
  const files = (message.files ?? []).map((file) => ({ kind: "file", ...file }) as const);
  const photo = writing.pictured ? photoOf(message) : null;
  return photo === null ? [first, ...rest, ...files] : [photo, first, ...rest, ...files];
}

/** Rich messages take pictures by their address only, and a card has none; so it is a message of its own. */
const photoOf = ({ picture }: Message): PhotoPart | null =>
  picture === undefined ? null : { kind: "photo", picture, caption: captionOf(picture.caption) };

const textsOf = (message: Message, writing: Writing): TextPart[] =>
  writing.kind === "rich" ? richTexts(message) : classicTexts(message, writing);

/** Rich HTML has no tag for commands, and to have them found Telegram would search all of the message. */
const hasCommands = ({ blocks }: Message): boolean =>
  blocks.some((block) => spansOf(block).some(({ kind }) => kind === "command"));

const asClassic = (writing: Writing): Writing =>
  writing.kind === "rich" ? { ...writing, kind: "classic", localTimes: true } : writing;

/** Stands for a message with no words in it, which Telegram would refuse. */
const EMPTY: TextPart = { kind: "classic", html: "\u2026", keyboard: [] };

function richTexts({ blocks, language }: Message): TextPart[] {
  return splitBlocks(blocks, {
    load: ({ units, blocks: count }) => Math.max(units / MAX_RICH_TEXT, count / MAX_RICH_BLOCKS),
    write: (block) => richBlock(block, language),
    between: "",
  }).map(({ html }) => ({
    kind: "rich",
    html,
    rightToLeft: isRightToLeft(language),
    keyboard: [],
  }));
}

function classicTexts(
  { blocks, language }: Message,
  { localTimes }: Extract<Writing, { kind: "classic" }>,
): TextPart[] {
  return splitBlocks(blocks, {
    load: ({ units, entities }) => Math.max(units / MAX_TEXT, entities / MAX_ENTITIES),
    write: (block) => classicBlock(block, language, localTimes),
    between: "\n\n",
  }).map(({ html }) => ({ kind: "classic", html, keyboard: [] }));
}
