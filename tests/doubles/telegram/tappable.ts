import type { Content } from "./chat.ts";
import type { Entity, Formatted } from "./classic-html.ts";
import { detectEntities } from "./detect-entities.ts";
import type { RichBlock, RichSpan, RichText } from "./rich-blocks.ts";

/** What a reader may tap in a message: links the bot made, and what clients make of bare words. */
export type Tappable = { readonly links: readonly string[]; readonly detected: readonly string[] };

/** Finds what may be tapped in a message. */
export function tappableIn(content: Content): Tappable {
  switch (content.kind) {
    case "text":
      return inFormatted(content);
    case "file":
    case "photo":
      return inFormatted(content.caption);
    case "rich":
      return inRich(content.rich.blocks);
    case "service":
      return { links: [], detected: [] };
  }
}

const OPAQUE = new Set(["text_link", "code", "pre"]);

function inFormatted({ text, entities }: Formatted): Tappable {
  const opaque = entities.filter(({ type }) => OPAQUE.has(type));
  return {
    links: entities.flatMap(({ url }) => (url === undefined ? [] : [url])),
    detected: wordsOf(opaque.reduce(blank, text)),
  };
}

const blank = (text: string, { offset, length }: Entity): string =>
  text.slice(0, offset) + " ".repeat(length) + text.slice(offset + length);

const wordsOf = (text: string): string[] =>
  detectEntities(text).map(({ offset, length }) => text.slice(offset, offset + length));

function inRich(blocks: readonly RichBlock[]): Tappable {
  const texts = blocks.flatMap(textsOf);
  return {
    links: texts.flatMap(spansOf).flatMap(({ url }) => (url === undefined ? [] : [url])),
    detected: texts.flatMap((text) => wordsOf(bareWords(text))),
  };
}

/** All texts of a block, outermost first. */
function textsOf(block: RichBlock): RichText[] {
  const own = [
    ...("text" in block && block.type !== "pre" ? [block.text] : []),
    ...("summary" in block ? [block.summary] : []),
    ...("credit" in block && block.credit !== undefined ? [block.credit] : []),
    ...("caption" in block && block.caption !== undefined ? [block.caption] : []),
  ];
  const cells = block.type === "table" ? block.cells.flat().map(({ text }) => text) : [];
  const items = block.type === "list" ? block.items.flatMap(({ blocks }) => blocks) : [];
  const inner = "blocks" in block ? block.blocks : items;
  return [...own, ...cells, ...inner.flatMap(textsOf)];
}

function spansOf(text: RichText): RichSpan[] {
  if (typeof text === "string") return [];
  if (!("type" in text)) return text.flatMap(spansOf);
  return [text, ...spansOf(text.text ?? "")];
}

const OPAQUE_SPANS = new Set(["url", "code", "anchor_link", "mathematical_expression"]);

function bareWords(text: RichText): string {
  if (typeof text === "string") return text;
  if (!("type" in text)) return text.map(bareWords).join("");
  return OPAQUE_SPANS.has(text.type) ? " " : bareWords(text.text ?? "");
}
