import { embed } from "../i18n/direction.ts";
import { formatNumber } from "../i18n/locale.ts";
import type { Language } from "../lib/language.ts";
import { type Block, commandText, type Message, type Span } from "./message.ts";
import { inQuotationMarks } from "./quotation.ts";

/** The message as CommonMark; nothing that an article says can become markup or a link of its own. */
export const renderMarkdown = (message: Message): string =>
  message.blocks.map((block) => blockMarkdown(block, message.language)).join("\n\n");

function blockMarkdown(block: Block, language: Language): string {
  switch (block.kind) {
    case "title":
      return `# ${escapeMarkdown(block.text)}`;
    case "heading":
      return `## ${escapeMarkdown(block.text)}`;
    case "paragraph":
      return spansMarkdown(block.spans, language);
    case "list":
      return block.items.map((item) => `- ${spansMarkdown(item, language)}`).join("\n");
    case "quote":
      return quoteMarkdown(block, language);
    case "table":
      return tableMarkdown(block, language);
    case "details":
      return [
        `## ${escapeMarkdown(block.summary)}`,
        ...block.blocks.map((inner) => blockMarkdown(inner, language)),
      ].join("\n\n");
  }
}

function quoteMarkdown(quote: Extract<Block, { kind: "quote" }>, language: Language): string {
  const words = quote.direct ? inQuotationMarks(quote.text, quote.lang) : quote.text;
  const said = `${escapeMarkdown(embed(words, language))} ${spansMarkdown(quote.citations, language)}`;
  return `${spansMarkdown(quote.introduction, language)}:\n\n> ${said.trim()}`;
}

/** A table as GitHub Flavored Markdown has it (section 4.10); escaping keeps bars within their cells. */
function tableMarkdown(table: Extract<Block, { kind: "table" }>, language: Language): string {
  return [
    rowMarkdown(table.columns.map(escapeMarkdown)),
    rowMarkdown(table.columns.map(() => "---")),
    ...table.rows.map((row) => rowMarkdown(row.map((cell) => spansMarkdown(cell, language)))),
  ].join("\n");
}

const rowMarkdown = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const spansMarkdown = (spans: readonly Span[], language: Language): string =>
  spans.map((span) => spanMarkdown(span, language)).join("");

function spanMarkdown(span: Span, language: Language): string {
  switch (span.kind) {
    case "text":
    case "time":
      return escapeMarkdown(span.text);
    case "command":
      return escapeMarkdown(embed(commandText(span), language));
    case "strong":
      return strongMarkdown(span.text);
    case "link":
      return linkMarkdown(escapeMarkdown(span.text), span.url);
    case "citation":
      return linkMarkdown(`\\[${formatNumber(language, span.n)}\\]`, span.url);
  }
}

/** Emphasis must touch its words, so spaces stay outside. */
function strongMarkdown(text: string): string {
  const words = text.trim();
  if (words === "") return text;
  const before = text.slice(0, text.indexOf(words));
  const after = text.slice(before.length + words.length);
  return `${before}**${escapeMarkdown(words)}**${after}`;
}

/**
 * Only web addresses become links; what could end one or begin other markup is percent-encoded, and an
 * ampersand must not begin an entity.
 */
function linkMarkdown(label: string, url: string): string {
  if (!/^https?:\/\//i.test(url)) return label;
  const target = url
    .toWellFormed()
    .replace(UNSAFE_IN_LINK, (character) => PERCENT[character] ?? encodeURIComponent(character));
  return `[${label}](${target.replaceAll("&", "\\&")})`;
}

// oxlint-disable-next-line eslint/no-control-regex -- CommonMark ends a link at a control character
const UNSAFE_IN_LINK = /[\s\u0000-\u001f\u007f<>()[\]\\`]/g;
const PERCENT: Readonly<Record<string, string>> = { "(": "%28", ")": "%29" };

/** ASCII punctuation may be escaped anywhere (CommonMark 0.31, section 2.4); line breaks become spaces. */
const escapeMarkdown = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\s+/g, " ")
    .replace(/[!-/:-@[-`{-~]/g, "\\$&");
