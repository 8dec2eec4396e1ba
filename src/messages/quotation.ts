import type { Language } from "../lib/language.ts";

const MARKS: Readonly<Record<Language, readonly [open: string, close: string]>> = {
  en: ["\u201c", "\u201d"],
  ar: ["\u00ab", "\u00bb"],
  fa: ["\u00ab", "\u00bb"],
};

/** Words in the quotation marks of their own language. */
export const inQuotationMarks = (words: string, lang: Language): string => MARKS[lang].join(words);
