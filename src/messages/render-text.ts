import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import { catalogOf } from "../i18n/catalog.ts";
import { balanceIsolates, embed } from "../i18n/direction.ts";
import { formatNumber, isRightToLeft, semicolonOf } from "../i18n/locale.ts";
import type { Language } from "../lib/language.ts";
import { type Block, commandText, type Message, type Span } from "./message.ts";
import { inQuotationMarks, withEllipsis } from "./quotation.ts";

/** Fits a terminal of 80 columns. */
const WIDTH = 78;
const RIGHT_TO_LEFT_MARK = "\u200f";

/** The message without markup, in lines of at most 78 columns: for the console and for logs. */
export function renderText(message: Message): string {
  const { language } = message;
  const blocks = message.blocks.map((block) => blockText(block, language)).join("\n");
  const lines = blocks
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .split("\n");
  return lines.map((line) => markLine(line.trimEnd(), language)).join("\n");
}

/** A line that begins with a number or a Latin name still runs from the right. */
const markLine = (line: string, language: Language): string =>
  line === "" || !isRightToLeft(language) ? line : `${RIGHT_TO_LEFT_MARK}${line}`;

function blockText(block: Block, language: Language): string {
  switch (block.kind) {
    case "title":
      return underlined(block.text, "=");
    case "heading":
      return `\n${underlined(block.text, "-")}`;
    case "paragraph":
      return hang("", spansText(block.spans, language));
    case "list":
      return block.items.map((item) => hang("- ", spansText(item, language))).join("\n");
    case "quote":
      return quoteText(block, language);
    case "table":
      return block.rows.map((row) => hang("- ", rowText(row, block.columns, language))).join("\n");
    case "details":
      return [
        blockText({ kind: "heading", text: block.summary }, language),
        ...block.blocks.map((inner) => detailsText(inner, language)),
        "",
      ].join("\n");
  }
}

function underlined(words: string, mark: string): string {
  const lines = hang("", words);
  return `${lines}\n${mark.repeat(Math.min(WIDTH, stringWidth(words)))}`;
}

/** Details in short: one line each, and a count of those beyond the first. */
function detailsText(block: Block, language: Language): string {
  if (block.kind !== "list") return blockText(block, language);
  const lines = block.items.slice(0, MOST_DETAILS).map((item) => firstLine(item, language));
  const count = block.items.length - lines.length;
  const rest = count === 0 ? [] : [`- ${catalogOf(language)["sources.more"]({ count })}`];
  return [...lines, ...rest].join("\n");
}

const MOST_DETAILS = 12;

function firstLine(item: readonly Span[], language: Language): string {
  const words = spansText(item, language);
  const [line = "", rest] = wrap(words, WIDTH - 2);
  if (rest === undefined) return `- ${line}`;
  const [start = ""] = wrap(words, WIDTH - 3);
  return `- ${balanceIsolates([withEllipsis(start)]).join("")}`;
}

function quoteText(quote: Extract<Block, { kind: "quote" }>, language: Language): string {
  const words = quote.direct ? inQuotationMarks(quote.text, quote.lang) : quote.text;
  const said = `${embed(words, language)} ${spansText(quote.citations, language)}`.trim();
  return hang("- ", `${spansText(quote.introduction, language)}: ${said}`);
}

/** A row as a line: the first cell, then the others under their columns' names. */
function rowText(
  row: readonly (readonly Span[])[],
  columns: readonly string[],
  language: Language,
): string {
  const { label } = catalogOf(language);
  const [first = "", ...others] = row.map((cell) => spansText(cell, language));
  const told = others.flatMap((cell, at) =>
    cell === "" ? [] : [label({ name: columns[at + 1] ?? "" }) + cell],
  );
  return [first, ...told].join(semicolonOf(language));
}

/** Puts a mark before the first line and as much room before the others. */
function hang(mark: string, words: string): string {
  const room = " ".repeat(mark.length);
  return balanceIsolates(wrap(words, WIDTH - mark.length))
    .map((line, at) => (at === 0 ? mark : room) + line)
    .join("\n");
}

/** A citation never stands alone at the start of a row: it goes with the word before it. */
const wrap = (words: string, width: number): string[] =>
  wrapAnsi(words.trim().replace(BEFORE_CITATION, UNBROKEN), width, { hard: true })
    .split("\n")
    .map((line) => line.replaceAll(UNBROKEN, " ").trim());

const BEFORE_CITATION = / (?=\[\p{Nd}{1,4}\])/gu;
const UNBROKEN = "\u00a0";

const spansText = (spans: readonly Span[], language: Language): string =>
  spans.map((span) => spanText(span, language)).join("");

function spanText(span: Span, language: Language): string {
  switch (span.kind) {
    case "text":
    case "strong":
    case "link":
    case "time":
      return span.text;
    case "citation":
      return `[${formatNumber(language, span.n)}]`;
    case "command":
      return embed(commandText(span), language);
  }
}
