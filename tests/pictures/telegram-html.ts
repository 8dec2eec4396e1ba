import { escapeUTF8 } from "entities";
import type { Account, Content, StoredMessage } from "../doubles/telegram/chat.ts";
import type { Entity, Formatted } from "../doubles/telegram/classic-html.ts";
import { showDateTime } from "../doubles/telegram/date-time.ts";
import { textOf } from "../doubles/telegram/json.ts";
import type { Photo } from "../doubles/telegram/photo.ts";
import type { RichBlock, RichText } from "../doubles/telegram/rich-blocks.ts";

/** Who looks, and when. */
export type TelegramLook = Pick<Account, "language" | "zone"> & { readonly now: Date };

/** Messages as their reader sees them in Telegram: bubbles, with what is folded left folded. */
export const telegramHtml = (messages: readonly StoredMessage[], look: TelegramLook): string =>
  messages
    .map((message) => {
      const side = message.byBot ? "theirs" : "mine";
      const time = new Intl.DateTimeFormat(look.language, {
        timeZone: look.zone,
        timeStyle: "short",
      }).format(message.date * 1_000);
      return `<article class="${side}"><div class="bubble">${contentHtml(message.content, look)}<time>${escapeUTF8(time)}</time></div>${keyboardHtml(message.keyboard)}</article>`;
    })
    .join("");

const keyboardHtml = (rows: StoredMessage["keyboard"]): string =>
  rows
    .map((row) => {
      const buttons = row.map((button) => {
        const style = textOf(button, "style") ?? "plain";
        return `<span class="button ${escapeUTF8(style)}" dir="auto">${escapeUTF8(textOf(button, "text") ?? "")}</span>`;
      });
      return `<div class="row">${buttons.join("")}</div>`;
    })
    .join("");

function contentHtml(content: Content, look: TelegramLook): string {
  switch (content.kind) {
    case "text":
      return formattedHtml(content, look);
    case "rich":
      return `<div dir="${content.rich.is_rtl === true ? "rtl" : "ltr"}">${blocksHtml(content.rich.blocks, look)}</div>`;
    case "photo":
      return `${photoHtml(content.photo)}${formattedHtml(content.caption, look)}`;
    case "file":
      return `<p>${escapeUTF8(content.name)}</p>${formattedHtml(content.caption, look)}`;
    case "service":
      return "";
  }
}

function photoHtml({ content }: Photo): string {
  if (content === null) throw new Error("the photo was not kept");
  return `<img alt="" src="data:image/png;base64,${content.toString("base64")}">`;
}

/** A classic text; of its entities those that the bot writes. */
function formattedHtml({ text, entities }: Formatted, look: TelegramLook): string {
  if (text === "") return "";
  const lines = nested(text, entities, { from: 0, to: text.length }, look).split("\n");
  return lines.map((line) => `<p dir="auto">${line}</p>`).join("");
}

type Stretch = { readonly from: number; readonly to: number };

function nested(
  text: string,
  entities: readonly Entity[],
  { from, to }: Stretch,
  look: TelegramLook,
): string {
  let html = "";
  let at = from;
  for (const [index, entity] of entities.entries()) {
    const end = entity.offset + entity.length;
    if (entity.offset < at || end > to) continue;
    const inner = nested(text, entities.slice(index + 1), { from: entity.offset, to: end }, look);
    html += escapeUTF8(text.slice(at, entity.offset)) + entityHtml(entity, inner, look);
    at = end;
  }
  return html + escapeUTF8(text.slice(at, to));
}

function entityHtml(entity: Entity, inner: string, look: TelegramLook): string {
  switch (entity.type) {
    case "bold":
      return `<b>${inner}</b>`;
    case "text_link":
    case "bot_command":
      return `<a>${inner}</a>`;
    case "date_time": {
      const { unix_time: unixTime = 0, date_time_format: format = "" } = entity;
      return format === "" ? inner : escapeUTF8(showDateTime({ unixTime, format }, "", look));
    }
    default:
      return inner;
  }
}

const blocksHtml = (blocks: readonly RichBlock[], look: TelegramLook): string =>
  blocks.map((block) => blockHtml(block, look)).join("");

function blockHtml(block: RichBlock, look: TelegramLook): string {
  const words = (text: RichText) => richHtml(text, look);
  switch (block.type) {
    case "heading":
      return `<h${block.size}>${words(block.text)}</h${block.size}>`;
    case "paragraph":
    case "footer":
    case "pre":
      return `<p>${words(block.text)}</p>`;
    case "divider":
      return "<hr>";
    case "list":
      return `<ul>${block.items.map(({ blocks }) => `<li>${blocksHtml(blocks, look)}</li>`).join("")}</ul>`;
    case "blockquote":
      return `<blockquote>${blocksHtml(block.blocks, look)}${block.credit === undefined ? "" : `<p>${words(block.credit)}</p>`}</blockquote>`;
    case "pullquote":
      return `<blockquote>${words(block.text)}</blockquote>`;
    case "table":
      return `<table>${block.cells.map((row) => `<tr>${row.map((cell) => `<td>${words(cell.text)}</td>`).join("")}</tr>`).join("")}</table>`;
    case "details":
      return `<details${block.is_open === true ? " open" : ""}><summary>${words(block.summary)}</summary>${blocksHtml(block.blocks, look)}</details>`;
    case "photo":
    case "video":
    case "audio":
    case "map":
    case "collage":
    case "slideshow":
    case "anchor":
    case "mathematical_expression":
      return "";
  }
}

const TAGS: Readonly<Record<string, string>> = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  superscript: "sup",
  subscript: "sub",
  url: "a",
};

function richHtml(text: RichText, look: TelegramLook): string {
  if (typeof text === "string") return escapeUTF8(text).replaceAll("\n", "<br>");
  if (!("type" in text)) return text.map((part) => richHtml(part, look)).join("");
  const inner = richHtml(text.text ?? "", look);
  if (text.type === "date_time") {
    const { unix_time: unixTime = 0, date_time_format: format = "" } = text;
    return format === "" ? inner : escapeUTF8(showDateTime({ unixTime, format }, "", look));
  }
  const tag = TAGS[text.type];
  return tag === undefined ? inner : `<${tag}>${inner}</${tag}>`;
}
