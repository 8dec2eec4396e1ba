import { formatNumber, isRightToLeft } from "../i18n/locale.ts";
import type { Language } from "../lib/language.ts";
import { type Block, commandText, type Message, type Span } from "./message.ts";
import { inQuotationMarks } from "./quotation.ts";

/** The message as an HTML article, with the language and direction of each part. */
export function renderHtml(message: Message): string {
  const blocks = message.blocks.map((block) => blockHtml(block, message.language)).join("\n");
  return `<article ${attributesOf(message.language)}>\n${blocks}\n</article>`;
}

const attributesOf = (language: Language): string =>
  `lang="${language}" dir="${isRightToLeft(language) ? "rtl" : "ltr"}"`;

function blockHtml(block: Block, language: Language): string {
  switch (block.kind) {
    case "title":
      return `<h1>${escapeHtml(block.text)}</h1>`;
    case "heading":
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case "paragraph":
      return `<p>${spansHtml(block.spans, language)}</p>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${spansHtml(item, language)}</li>`).join("\n")}\n</ul>`;
    case "quote":
      return quoteHtml(block, language);
    case "table":
      return tableHtml(block, language);
    case "details":
      return [
        `<details><summary>${escapeHtml(block.summary)}</summary>`,
        ...block.blocks.map((inner) => blockHtml(inner, language)),
        "</details>",
      ].join("\n");
  }
}

function quoteHtml(quote: Extract<Block, { kind: "quote" }>, language: Language): string {
  const words = quote.direct ? inQuotationMarks(quote.text, quote.lang) : quote.text;
  return [
    `<figure><figcaption>${spansHtml(quote.introduction, language)}</figcaption>`,
    `<blockquote ${attributesOf(quote.lang)}>${escapeHtml(words)}</blockquote>`,
    `${spansHtml(quote.citations, language)}</figure>`,
  ].join("\n");
}

function tableHtml(table: Extract<Block, { kind: "table" }>, language: Language): string {
  const head = table.columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join("");
  const rows = table.rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${spansHtml(cell, language)}</td>`).join("")}</tr>`,
  );
  return [`<table>\n<thead><tr>${head}</tr></thead>\n<tbody>`, ...rows, "</tbody>\n</table>"].join(
    "\n",
  );
}

const spansHtml = (spans: readonly Span[], language: Language): string =>
  spans.map((span) => spanHtml(span, language)).join("");

function spanHtml(span: Span, language: Language): string {
  switch (span.kind) {
    case "text":
      return escapeHtml(span.text);
    case "command":
      return `<bdi>${escapeHtml(commandText(span))}</bdi>`;
    case "strong":
      return `<strong>${escapeHtml(span.text)}</strong>`;
    case "link":
      return linkHtml(escapeHtml(span.text), span.url);
    case "citation":
      return `<sup>${linkHtml(`[${formatNumber(language, span.n)}]`, span.url)}</sup>`;
    case "time":
      return `<time datetime="${span.at.toISOString()}">${escapeHtml(span.text)}</time>`;
  }
}

/** Only web addresses become links; the page does not vouch for them. */
const linkHtml = (label: string, url: string): string =>
  /^https?:\/\//i.test(url)
    ? `<a href="${escapeHtml(url)}" rel="noopener nofollow">${label}</a>`
    : label;

/** Escapes text for element content and quoted attributes (HTML Living Standard, section 13.3). */
const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
