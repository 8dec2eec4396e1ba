import type { Keyboard, TelegramPart } from "../../adapters/telegram/part.ts";
import { type Entity, parseClassicHtml } from "../doubles/telegram/classic-html.ts";
import type { RichBlock, RichText } from "../doubles/telegram/rich-blocks.ts";
import { parseRichHtml } from "../doubles/telegram/rich-html.ts";
import { measure } from "../doubles/telegram/rich-message.ts";

/** What Telegram would refuse, drop or turn into something to press in one part. */
export function telegramProblems(part: TelegramPart): readonly string[] {
  if (part.kind === "file") return part.name === "" ? ["a file without a name"] : [];
  if (part.kind === "photo") return captionProblems(part.caption);
  const text = part.kind === "classic" ? classicProblems(part.html) : richProblems(part.html);
  return [...text, ...keyboardProblems(part.keyboard)];
}

function captionProblems(html: string): string[] {
  const { text, entities } = parseClassicHtml(html);
  return [
    ...wordProblems(text),
    ...(text.length > 1024 ? [`${text.length} units of caption`] : []),
    ...entities.map(({ type }) => `a ${type} in a caption`),
    ...foundByTelegram(text).map((found) => `becomes something to press: ${found}`),
  ];
}

function classicProblems(html: string): string[] {
  const { text, entities } = parseClassicHtml(html);
  return [
    ...wordProblems(text),
    ...(text.trim() === "" ? ["no text"] : []),
    ...(text.length > 4096 ? [`${text.length} units of text`] : []),
    ...(entities.length > 100 ? [`${entities.length} entities`] : []),
    ...entities.flatMap(entityProblems),
    ...foundByTelegram(text.replaceAll(OUR_COMMAND, "")).map(
      (found) => `becomes something to press: ${found}`,
    ),
  ];
}

/** The one command that sample messages offer; no hostile words hold it. */
const OUR_COMMAND = "/help";

const OUR_ENTITIES: ReadonlySet<string> = new Set([
  "bold",
  "text_link",
  "date_time",
  "blockquote",
  "expandable_blockquote",
]);

const entityProblems = ({ type, url }: Entity): string[] => [
  ...(OUR_ENTITIES.has(type) ? [] : [`a ${type}`]),
  ...(url === undefined || /^https?:\/\//.test(url) ? [] : [`a link to ${url}`]),
];

/** What the server looks for in a text by itself, as its documentation and its open source describe. */
export const foundByTelegram = (text: string): string[] =>
  FINDERS.flatMap((finder) => [...text.matchAll(finder)].map(([found]) => found));

const FINDERS: readonly RegExp[] = [
  /(?<![a-z0-9_])@[a-z0-9_]{2,32}/giu,
  /#[\p{L}\p{N}_\u200c\u00b7]{1,256}/gu,
  /(?<![\p{L}\p{N}])\$[A-Z]{1,8}/gu,
  /(?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,64}/giu,
  /[a-z]{2,10}:\/\//giu,
  /[a-z0-9_-]{1,63}@[\p{L}\p{N}-]{1,63}\.\p{L}{2,20}/giu,
  /[\p{L}\p{N}_-]{1,63}\.(?:com|org|net|gov|ir|om|us|example|me|co|info|\p{L}{2,20})(?![\p{L}\p{N}])/giu,
  /(?<!\p{N})(?:\p{N}{1,3}\.){3}\p{N}{1,3}/gu,
  /\+\p{N}[\p{N} ()-]{6,20}/gu,
  /(?:\p{N}[ -]?){13,19}/gu,
];

function richProblems(html: string): string[] {
  const blocks = parseRichHtml(html);
  const size = measure(blocks);
  return [
    ...wordProblems(html),
    ...(blocks.length === 0 ? ["no blocks"] : []),
    ...(size.characters > 32_768 ? [`${size.characters} characters`] : []),
    ...(size.blocks > 500 ? [`${size.blocks} blocks`] : []),
    ...(size.columns > 20 ? [`${size.columns} columns`] : []),
    ...blocks.flatMap(blockProblems),
  ];
}

const OUR_BLOCKS: ReadonlySet<string> = new Set(
  "heading paragraph list blockquote table details".split(" "),
);

function blockProblems(block: RichBlock): string[] {
  const inner = [
    ...("blocks" in block ? block.blocks : []),
    ...(block.type === "list" ? block.items.flatMap(({ blocks }) => blocks) : []),
  ];
  const texts = [
    ...("text" in block ? [block.text] : []),
    ...("summary" in block ? [block.summary] : []),
    ...(block.type === "table" ? block.cells.flat().map(({ text }) => text) : []),
  ];
  return [
    ...(OUR_BLOCKS.has(block.type) ? [] : [`a block ${block.type}`]),
    ...texts.flatMap(textProblems),
    ...inner.flatMap(blockProblems),
  ];
}

const OUR_SPANS: ReadonlySet<string> = new Set(["bold", "url", "date_time"]);

function textProblems(text: RichText): string[] {
  if (typeof text === "string") return [];
  if (!("type" in text)) return text.flatMap(textProblems);
  return [
    ...(OUR_SPANS.has(text.type) ? [] : [`a ${text.type}`]),
    ...(text.url === undefined || /^https?:\/\//.test(text.url) ? [] : [`a link to ${text.url}`]),
    ...textProblems(text.text ?? ""),
  ];
}

function wordProblems(text: string): string[] {
  const turns =
    [...text.matchAll(/[\u2066-\u2068]/gu)].length - [...text.matchAll(/\u2069/gu)].length;
  return [
    ...(text.isWellFormed() ? [] : ["half of a surrogate pair"]),
    // oxlint-disable-next-line eslint/no-control-regex -- these must not be there
    ...(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u.test(text) ? ["a control"] : []),
    ...(turns > 0 ? ["a direction that does not end"] : []),
  ];
}

const keyboardProblems = (keyboard: Keyboard): string[] =>
  keyboard.flatMap((row) => [
    ...(row.length === 0 || row.length > 8 ? [`a row of ${row.length}`] : []),
    ...row.flatMap((button) => [
      ...(button.text === "" ? ["a button without a label"] : []),
      ...("callback_data" in button && !(Buffer.byteLength(button.callback_data) <= 64)
        ? [`data of ${Buffer.byteLength(button.callback_data)} bytes`]
        : []),
      ...("url" in button && !/^https?:\/\//.test(button.url) ? [`a link to ${button.url}`] : []),
      ...("switch_inline_query_current_chat" in button &&
      button.switch_inline_query_current_chat.length > 256
        ? ["a query of more than 256 characters"]
        : []),
    ]),
  ]);
