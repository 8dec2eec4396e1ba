import { embed } from "../../src/i18n/direction.ts";
import { isRightToLeft } from "../../src/i18n/locale.ts";
import type { Language } from "../../src/lib/language.ts";
import type { Block, Span } from "../../src/messages/message.ts";
import { inQuotationMarks, shorten } from "../../src/messages/quotation.ts";
import { inertText } from "./inert-text.ts";
import { formatted, type Fragment, joined, literal, NOTHING } from "./markup.ts";
import { type SpanStyle, spansMarkup } from "./spans.ts";
import { tableAsList } from "./table-as-list.ts";

/** A block in the HTML mode of `sendMessage`, which has lines and no blocks. */
export const classicBlock = (block: Block, language: Language, localTimes: boolean): Fragment =>
  blockLines(block, { language, prepare: inertText, localTimes }, "message");

type Within = "message" | "quotation";
const LONGEST_SUMMARY = 300;

function blockLines(block: Block, style: SpanStyle, within: Within): Fragment {
  switch (block.kind) {
    case "title":
    case "heading":
      return strongLine(block.text, style);
    case "paragraph":
      return line(spansMarkup(block.spans, style), style.language);
    case "list":
      return lines(block.items.map((item) => bullet(item, style)));
    case "quote":
      return quoteLines(block, style, within);
    case "table":
      return blockLines(tableAsList(block, style.language), style, within);
    case "details":
      return detailsLines(block, style, within);
  }
}

const lines = (all: readonly Fragment[]): Fragment =>
  joined(
    all.filter(({ units }) => units > 0),
    "\n",
  );

const strongLine = (words: string, style: SpanStyle): Fragment =>
  line(formatted("b", literal(style.prepare(words))), style.language);

const bullet = (item: readonly Span[], style: SpanStyle): Fragment =>
  line(joined([literal("\u2022 "), spansMarkup(item, style)]), style.language);

/** Quotations do not nest, so one within another is a plain line. */
function quoteLines(
  quote: Extract<Block, { kind: "quote" }>,
  style: SpanStyle,
  within: Within,
): Fragment {
  const words = quote.direct ? inQuotationMarks(quote.text, quote.lang) : quote.text;
  const introduction = spansMarkup(quote.introduction, style);
  const said = joined([
    literal(style.prepare(embed(words, style.language))),
    ...(quote.citations.length === 0 ? [] : [literal(" ")]),
    spansMarkup(quote.citations, style),
  ]);
  const opening = introduction.units === 0 ? NOTHING : joined([introduction, literal(":")]);
  const saidLine = line(said, style.language);
  return lines([
    line(opening, style.language),
    within === "message" ? formatted("blockquote", saidLine) : saidLine,
  ]);
}

function detailsLines(
  details: Extract<Block, { kind: "details" }>,
  style: SpanStyle,
  within: Within,
): Fragment {
  const inner = lines(details.blocks.map((block) => blockLines(block, style, "quotation")));
  return lines([
    strongLine(shorten(details.summary, LONGEST_SUMMARY), style),
    within === "message" ? formatted("blockquote", inner, " expandable") : inner,
  ]);
}

const RIGHT_TO_LEFT_MARK = "\u200f";

/** A line of a right-to-left message runs from the right, whatever it begins with. */
function line(words: Fragment, language: Language): Fragment {
  if (words.units === 0 || !isRightToLeft(language)) return words;
  const first = FIRST_CHARACTER.exec(words.html.replace(TAGS, ""))?.[0] ?? "";
  return RIGHT_TO_LEFT_LETTER.test(first) ? words : joined([literal(RIGHT_TO_LEFT_MARK), words]);
}

const TAGS = /<[^<>]*>/g;
/** The first letter or digit, or the mark that isolates what begins with it. */
const FIRST_CHARACTER = /[\p{L}\p{N}\u2066-\u2068]/u;
const RIGHT_TO_LEFT_LETTER = /^(?!\p{N})[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
