import { formatNumber } from "../../src/i18n/locale.ts";
import type { Language } from "../../src/lib/language.ts";
import { type Block, commandText, type Span } from "../../src/messages/message.ts";
import { inQuotationMarks } from "../../src/messages/quotation.ts";
import { escaped, languageAttributes, outwardLink } from "./markup.ts";

/** How blocks are written where they stand. */
export type Setting = {
  readonly language: Language;
  /** `h2` to `h6`. */
  readonly heading: string;
  /** Whether a citation leads to the page's own list of sources, or straight out. */
  readonly citations: "page" | "out";
  /** Whether what can be folded away is open at first. */
  readonly open: boolean;
};

/** The blocks as HTML. */
export const renderBlocks = (blocks: readonly Block[], setting: Setting): string =>
  blocks.map((block) => blockHtml(block, setting)).join("\n");

function blockHtml(block: Block, setting: Setting): string {
  switch (block.kind) {
    case "title":
    case "heading":
      return `<${setting.heading}>${escaped(block.text)}</${setting.heading}>`;
    case "paragraph":
      return `<p>${renderSpans(block.spans, setting)}</p>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${renderSpans(item, setting)}</li>`).join("\n")}\n</ul>`;
    case "quote":
      return quoteHtml(block, setting);
    case "table":
      return tableHtml(block, setting);
    case "details":
      return [
        `<details${setting.open ? " open" : ""}><summary>${escaped(block.summary)}</summary>`,
        ...block.blocks.map((inner) => blockHtml(inner, setting)),
        "</details>",
      ].join("\n");
  }
}

function quoteHtml(quote: Extract<Block, { kind: "quote" }>, setting: Setting): string {
  const words = quote.direct ? inQuotationMarks(quote.text, quote.lang) : quote.text;
  return [
    `<figure class="quote"><blockquote ${languageAttributes(quote.lang)}>${escaped(words)}</blockquote>`,
    `<figcaption>${renderSpans(quote.introduction, setting)} ${renderSpans(quote.citations, setting)}</figcaption></figure>`,
  ].join("\n");
}

/** The first cell of a row names it; a wide table scrolls by itself, with the keyboard too. */
function tableHtml(table: Extract<Block, { kind: "table" }>, setting: Setting): string {
  const head = table.columns.map((name) => `<th scope="col">${escaped(name)}</th>`).join("");
  const rows = table.rows.map(([first = [], ...others]) => {
    const cells = others.map((cell) => `<td>${renderSpans(cell, setting)}</td>`).join("");
    return `<tr><th scope="row">${renderSpans(first, setting)}</th>${cells}</tr>`;
  });
  return [`<table>\n<thead><tr>${head}</tr></thead>\n<tbody>`, ...rows, "</tbody>\n</table>"].join(
    "\n",
  );
}

/** Words, links, citations and moments as HTML; citations in a row stay together in one line. */
export function renderSpans(spans: readonly Span[], setting: Setting): string {
  let html = "";
  spans.forEach((span, at) => {
    const [before, after] = [spans[at - 1], spans[at + 1]];
    const isCitation = span.kind === "citation";
    if (isCitation && before?.kind !== "citation") html += "<sup>";
    html += spanHtml(span, setting);
    if (isCitation && after?.kind !== "citation") html += "</sup>";
  });
  return html;
}

function spanHtml(span: Span, setting: Setting): string {
  switch (span.kind) {
    case "text":
      return escaped(span.text);
    case "strong":
      return `<strong>${escaped(span.text)}</strong>`;
    case "command":
      return `<bdi>${escaped(commandText(span))}</bdi>`;
    case "link":
      return outwardLink(escaped(span.text), span.url);
    case "citation":
      return citationHtml(span, setting);
    case "time":
      return `<time datetime="${span.at.toISOString()}">${escaped(span.text)}</time>`;
  }
}

function citationHtml(
  { n, url }: Extract<Span, { kind: "citation" }>,
  { language, citations }: Setting,
): string {
  const label = `[${formatNumber(language, n)}]`;
  return citations === "page" ? `<a href="#source-${n}">${label}</a>` : outwardLink(label, url);
}
