import wrapAnsi from "wrap-ansi";
import { embed } from "../i18n/direction.ts";
import { formatNumber, isRightToLeft } from "../i18n/locale.ts";
import type { Language } from "../lib/language.ts";
import type { Block, Message, Span } from "./message.ts";
import { inQuotationMarks } from "./quotation.ts";

/** Fits a terminal of 80 columns. */
const WIDTH = 78;
const RIGHT_TO_LEFT_MARK = "\u200f";

/** The message without markup, in lines of at most 78 columns: for the console and for logs. */
export function renderText(message: Message): string {
  const lines = message.blocks.map((block) => blockText(block, message.language)).join("\n");
  const tidy = lines.replace(/\n{3,}/g, "\n\n").trim();
  return isRightToLeft(message.language) ? markLines(tidy) : tidy;
}

/** A line that begins with a number or a Latin name still runs from the right. */
const markLines = (lines: string): string =>
  lines
    .split("\n")
    .map((line) => (line === "" ? line : `${RIGHT_TO_LEFT_MARK}${line}`))
    .join("\n");

function blockText(block: Block, language: Language): string {
  switch (block.kind) {
    case "title":
      return `${wrap(block.text)}\n${"=".repeat(Math.min(WIDTH, block.text.length))}`;
    case "heading":
      return `\n${wrap(block.text)}\n${"-".repeat(Math.min(WIDTH, block.text.length))}`;
    case "paragraph":
      return wrap(spansText(block.spans, language));
    case "list":
      return block.items.map((item) => hang("- ", spansText(item, language))).join("\n");
    case "quote":
      return quoteText(block, language);
    case "details":
      return [
        blockText({ kind: "heading", text: block.summary }, language),
        ...block.blocks.map((inner) => blockText(inner, language)),
      ].join("\n");
  }
}

function quoteText(quote: Extract<Block, { kind: "quote" }>, language: Language): string {
  const words = quote.direct ? inQuotationMarks(quote.text, quote.lang) : quote.text;
  const said = `${embed(words, language)} ${spansText(quote.citations, language)}`.trim();
  return `${hang("- ", `${spansText(quote.introduction, language)}:`)}\n${hang("    ", said)}`;
}

const wrap = (line: string, width = WIDTH): string => wrapAnsi(line.trim(), width);

/** Puts a mark before the first line and as much room before the others. */
function hang(mark: string, line: string): string {
  const room = " ".repeat(mark.length);
  const [first = "", ...rest] = wrap(line, WIDTH - mark.length).split("\n");
  return [mark + first, ...rest.map((next) => room + next)].join("\n");
}

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
  }
}
