import { catalogOf } from "../../src/i18n/catalog.ts";
import { embed } from "../../src/i18n/direction.ts";
import { isRightToLeft, semicolonOf } from "../../src/i18n/locale.ts";
import type { Language } from "../../src/lib/language.ts";
import { type Block, type Message, type Span, strong, text } from "../../src/messages/message.ts";
import { inQuotationMarks, shorten } from "../../src/messages/quotation.ts";
import type { RenderStyle } from "../../src/platform/adapter.ts";
import { cutSpans } from "./cut.ts";
import { MOST_TEXT } from "./limits.ts";
import { linkSparingly } from "./link-sparingly.ts";
import { escapeMarkdown } from "./markdown.ts";

/** Some lines of markdown that stay in one message. */
export type Piece = {
  readonly markdown: string;
  /** Begins a section of the message. */
  readonly opens: boolean;
  /** Stands apart from the piece before it. */
  readonly apart: boolean;
};

/** How the lines around a block are written. */
type Manner = { readonly language: Language; readonly style: RenderStyle; readonly small: boolean };

/** Leaves room in a message for the heading that goes with a piece. */
const LONGEST_PIECE = 3_400;
const LONGEST_HEADING = 250;

/** A message as pieces of markdown, each short enough for one message together with its heading. */
export function piecesOf(message: Message, style: RenderStyle): readonly Piece[] {
  const manner = { language: message.language, style, small: false };
  const blocks = linkSparingly(message.blocks, message.language);
  return joinHeadings(blocks.flatMap((block) => blockPieces(block, manner)));
}

type Draft = Piece & { readonly heads: boolean };

function blockPieces(block: Block, manner: Manner): Draft[] {
  switch (block.kind) {
    case "title":
      return [heading(block.text, manner, "## ")];
    case "heading":
      return [heading(block.text, manner, "### ")];
    case "paragraph":
      return lines(block.spans, manner.small ? "-# " : "", manner).map((line) => body(line, true));
    case "list":
      return block.items.flatMap((item) => itemPieces(item, manner));
    case "quote":
      return quotePieces(block, manner);
    case "table":
      return block.rows.flatMap((row) => itemPieces(rowSpans(row, block.columns, manner), manner));
    case "details":
      return [
        heading(block.summary, manner, "-# "),
        ...block.blocks.flatMap((inner) => blockPieces(inner, { ...manner, small: true })),
      ];
  }
}

function heading(words: string, manner: Manner, mark: string): Draft {
  const line = escapeMarkdown(shorten(words.replace(/\s+/g, " ").trim(), LONGEST_HEADING));
  const plain = mark === "-# " || manner.style === "simple";
  const markdown = plain ? directed(manner, `**${line}**`) : `${mark}${directed(manner, line)}`;
  return { markdown, opens: true, apart: true, heads: true };
}

const body = (markdown: string, apart: boolean): Draft => ({
  markdown,
  opens: false,
  apart,
  heads: false,
});

/** Spans on one line, or on as few as they fit, each with its mark before it. */
const lines = (spans: readonly Span[], mark: string, manner: Manner): string[] =>
  cutSpans(spans, manner.language, LONGEST_PIECE - mark.length - 1)
    .filter((line) => line !== "")
    .map((line) => `${mark}${directed(manner, line)}`);

/**
 * Discord takes a line's direction from its first letter, which may be a name's in the other direction; this
 * mark is a letter that nobody sees.
 */
function directed({ language }: Manner, line: string): string {
  if (isRightToLeft(language)) return `\u200f${line}`;
  const [first = ""] = FIRST_LETTER.exec(line) ?? [];
  return first > "\u024f" ? `\u200e${line}` : line;
}

/** Of the Latin letters, or of those that run from the right. */
const FIRST_LETTER = /[A-Za-z\u00c0-\u024f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

function itemPieces(item: readonly Span[], manner: Manner): Draft[] {
  const [first, ...rest] = lines(item, manner.small ? "-# " : "- ", manner);
  if (first === undefined) return [];
  return [body(first, false), ...rest.map((line) => body(line, false))];
}

function quotePieces(quote: Extract<Block, { kind: "quote" }>, manner: Manner): Draft[] {
  const { language } = manner;
  const words = quote.direct ? inQuotationMarks(quote.text, quote.lang) : quote.text;
  const said = lines([text(embed(words, language)), text(" "), ...quote.citations], "> ", manner);
  const introduction = lines([...quote.introduction, text(":")], "", manner);
  const whole = [...introduction, ...said].join("\n");
  if (whole.length <= LONGEST_PIECE) return [body(whole, true)];
  return [...introduction, ...said].map((line, at) => body(line, at === 0));
}

/** A row as one line, which a telephone can show: its first cell, then the others under their columns' names. */
function rowSpans(
  row: readonly (readonly Span[])[],
  columns: readonly string[],
  { language }: Manner,
): Span[] {
  const { label } = catalogOf(language);
  const [first = [], ...others] = row;
  const told = others.flatMap((cell, at): Span[] =>
    cell.length === 0
      ? []
      : [text(semicolonOf(language)), text(label({ name: columns[at + 1] ?? "" })), ...cell],
  );
  return [...first.map((span) => (span.kind === "text" ? strong(span.text) : span)), ...told];
}

/** A heading goes with what it heads, and a title with the heading under it, where one message holds both. */
function joinHeadings(drafts: readonly Draft[]): Piece[] {
  const pieces: Draft[] = [];
  for (const draft of drafts) {
    const last = pieces.at(-1);
    const markdown = `${last?.markdown ?? ""}\n${draft.markdown}`;
    if (last?.heads !== true || markdown.length > MOST_TEXT) pieces.push(draft);
    else pieces[pieces.length - 1] = { ...last, markdown, heads: draft.heads };
  }
  return pieces;
}
