import type { Language } from "../lib/language.ts";

type Pair = readonly [open: string, close: string];

const OUTER: Readonly<Record<Language, Pair>> = {
  en: ["\u201c", "\u201d"],
  ar: ["\u00ab", "\u00bb"],
  fa: ["\u00ab", "\u00bb"],
};
const INNER: Readonly<Record<Language, Pair>> = {
  en: ["\u2018", "\u2019"],
  ar: ["\u201c", "\u201d"],
  fa: ["\u201c", "\u201d"],
};

/** Words in the quotation marks of their own language; the same marks within become the inner ones. */
export function inQuotationMarks(words: string, lang: Language): string {
  const [open, close] = OUTER[lang];
  const [innerOpen, innerClose] = INNER[lang];
  const inner = words.replaceAll(open, innerOpen).replaceAll(close, innerClose);
  return `${open}${inner}${close}`;
}

/** At most `most` UTF-16 units of a text, cut between words, with an ellipsis where something is left out. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  const space = room.lastIndexOf(" ");
  const kept = space > most / 2 ? room.slice(0, space) : wholeCharacters(room);
  return withEllipsis(kept);
}

/** Cut words with an ellipsis in place of what stood at the cut. */
export function withEllipsis(kept: string): string {
  let end = kept.length;
  while (end > 0 && LEFT_AT_CUT.has(kept.charAt(end - 1))) end -= 1;
  return `${kept.slice(0, end)}\u2026`;
}

const LEFT_AT_CUT: ReadonlySet<string> = new Set(" ,;:.|/\u060c\u061b\u2013-");

/** A cut must not leave half of a surrogate pair. */
const wholeCharacters = (text: string): string => (text.isWellFormed() ? text : text.slice(0, -1));
