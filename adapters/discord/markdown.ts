import { formatNumber } from "../../src/i18n/locale.ts";
import type { Language } from "../../src/lib/language.ts";
import { embed } from "../../src/i18n/direction.ts";
import { commandText, type Span } from "../../src/messages/message.ts";

/** One span as Discord's markdown; nothing that an article says becomes markup, a link or a mention. */
export function spanMarkdown(span: Span, language: Language): string {
  switch (span.kind) {
    case "text":
      return escapeMarkdown(span.text);
    case "strong":
      return strongMarkdown(span.text);
    case "link":
      return linkMarkdown(escapeMarkdown(span.text), span.url);
    case "citation":
      return linkMarkdown(`\\[${formatNumber(language, span.n)}\\]`, span.url);
    case "command":
      return embed(`\`${commandText(span)}\``, language);
    case "time":
      return `${escapeMarkdown(span.text)} (${ISOLATE}${timestampOf(span.at)}${POP_ISOLATE})`;
  }
}

/** The client writes the moment in its own language, whichever that is. */
const ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/** An instant that each reader sees in the time zone and language of his own client. */
const timestampOf = (at: Date): string => `<t:${Math.floor(at.getTime() / 1000)}:f>`;

/** Emphasis must touch its words, so spaces stay outside. */
function strongMarkdown(text: string): string {
  const words = text.trim();
  if (words === "") return escapeMarkdown(text);
  const before = /^\s/.test(text) ? " " : "";
  const after = /\s$/.test(text) ? " " : "";
  return `${before}**${escapeMarkdown(words)}**${after}`;
}

/** Only web addresses become links, and only those that leave room for words beside them. */
function linkMarkdown(label: string, url: string): string {
  if (!/^https?:\/\//i.test(url) || url.length > LONGEST_URL) return label;
  const target = url
    .toWellFormed()
    .replace(UNSAFE_IN_LINK, (character) => PERCENT[character] ?? encodeURIComponent(character));
  return `[${label}](<${target}>)`;
}

const LONGEST_URL = 1_000;

// oxlint-disable-next-line eslint/no-control-regex -- a link ends at a control character
const UNSAFE_IN_LINK = /[\s\u0000-\u001f\u007f<>()[\]\\`]/g;
const PERCENT: Readonly<Record<string, string>> = { "(": "%28", ")": "%29" };

/**
 * Words of others as Discord's markdown shows them literally: line breaks become spaces, and a backslash
 * goes before whatever begins markup anywhere, at the start of a line, or in a bare address.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
export const escapeMarkdown = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\s+/g, " ")
    .replace(/[\\*_~`|[\]<>#@]/g, "\\$&")
    .replace(/^( ?)([-+])/, "$1\\$2")
    .replace(/^( ?\d{1,9})([.)])/, "$1\\$2")
    .replace(/(?<=[a-z/])\//gi, "\\/");
