import { embed } from "../../src/i18n/direction.ts";
import type { Language } from "../../src/lib/language.ts";
import type { Block, Span } from "../../src/messages/message.ts";
import { inQuotationMarks, shorten } from "../../src/messages/quotation.ts";
import { MAX_RICH_DEPTH, MAX_TABLE_COLUMNS } from "./limits.ts";
import { block as tagged, formatted, type Fragment, joined, literal } from "./markup.ts";
import { type SpanStyle, spansMarkup } from "./spans.ts";
import { tableAsList } from "./table-as-list.ts";

/** A block in the HTML of rich messages (Bot API 10.1, "Rich HTML style"). */
export const richBlock = (block: Block, language: Language): Fragment =>
  blockAt(block, { language, prepare: (text) => text, localTimes: true }, 1);

/** Depth left for formatting inside the innermost block. */
const DEEPEST_BLOCK = MAX_RICH_DEPTH - 6;
const LONGEST_SUMMARY = 300;

function blockAt(block: Block, style: SpanStyle, depth: number): Fragment {
  switch (block.kind) {
    case "title":
      return tagged("h1", literal(block.text));
    case "heading":
      return tagged("h3", literal(block.text));
    case "paragraph":
      return tagged("p", spansMarkup(block.spans, style));
    case "list":
      return tagged(
        "ul",
        joined(block.items.map((item) => tagged("li", spansMarkup(item, style), 2))),
      );
    case "quote":
      return quoteHtml(block, style);
    case "table":
      return block.columns.length > MAX_TABLE_COLUMNS
        ? blockAt(tableAsList(block, style.language), style, depth)
        : tableHtml(block, style);
    case "details":
      return detailsHtml(block, style, depth);
  }
}

/** The introduction stands before the words: nobody reads them without knowing whose they are. */
function quoteHtml(quote: Extract<Block, { kind: "quote" }>, style: SpanStyle): Fragment {
  const words = quote.direct ? inQuotationMarks(quote.text, quote.lang) : quote.text;
  const said = joined([
    literal(embed(words, style.language)),
    ...(quote.citations.length === 0 ? [] : [literal(" ")]),
    spansMarkup(quote.citations, style),
  ]);
  const introduction = spansMarkup(quote.introduction, style);
  return joined([
    ...(introduction.html === "" ? [] : [tagged("p", joined([introduction, literal(":")]))]),
    tagged("blockquote", said, 2),
  ]);
}

function tableHtml(table: Extract<Block, { kind: "table" }>, style: SpanStyle): Fragment {
  const head = tagged("tr", joined(table.columns.map((name) => within("th", literal(name)))));
  const rows = table.rows.map((row) =>
    tagged(
      "tr",
      joined(row.map((spans: readonly Span[]) => within("td", spansMarkup(spans, style)))),
    ),
  );
  const { html, ...counts } = joined([head, ...rows]);
  return { ...counts, html: `<table bordered striped>${html}</table>`, blocks: counts.blocks + 1 };
}

/** Cells and summaries are no blocks; an empty cell is kept, so that those behind it stay in place. */
const within = (tag: "th" | "td" | "summary", inner: Fragment): Fragment => ({
  ...inner,
  html: `<${tag}>${inner.html}</${tag}>`,
});

function detailsHtml(
  details: Extract<Block, { kind: "details" }>,
  style: SpanStyle,
  depth: number,
): Fragment {
  const summary = literal(shorten(details.summary, LONGEST_SUMMARY));
  const inner = details.blocks.map((block) => blockAt(block, style, depth + 1));
  if (depth >= DEEPEST_BLOCK) return joined([tagged("p", formatted("b", summary)), ...inner]);
  return tagged("details", joined([within("summary", summary), ...inner]));
}
