import { escapeUTF8 } from "entities";
import { isRightToLeft } from "../../src/i18n/locale.ts";
import type { Language } from "../../src/lib/language.ts";

// oxlint-disable-next-line eslint/no-control-regex -- neither HTML nor XML 1.0 may hold these
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text for element content and quoted attributes, of HTML and XML alike. */
export const escaped = (text: string): string =>
  escapeUTF8(text.toWellFormed().replace(NO_TEXT, " "));

/** The attributes that say which language words are in, and which way they run. */
export const languageAttributes = (language: Language): string =>
  `lang="${language}" dir="${isRightToLeft(language) ? "rtl" : "ltr"}"`;

/** Only web addresses become links. */
export const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url);

/** A link to somewhere else, which the page does not vouch for. */
export const outwardLink = (label: string, url: string): string =>
  isWebAddress(url)
    ? `<a href="${escaped(url)}" rel="external noopener nofollow">${label}</a>`
    : label;
