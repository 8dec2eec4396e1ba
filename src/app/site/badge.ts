import { escapeUTF8 } from "entities";
import stringWidth from "string-width";
import { catalogOf } from "../../i18n/catalog.ts";
import { formatShortDay } from "../../i18n/dates.ts";
import { isRightToLeft } from "../../i18n/locale.ts";
import { siteCatalogOf } from "../../i18n/site/catalog.ts";
import type { Language } from "../../lib/language.ts";
import type { Snapshot } from "./snapshot.ts";

const HEIGHT = 24;
const PADDING = 10;
/** A letter of the usual fonts at 12 px, which is narrower in Arabic script; the text is fitted to it. */
const letterWidth = (isRtl: boolean): number => (isRtl ? 6 : 7);

/** A small picture for other sites: the talks, where they stand, and the day of the next round. */
export function composeBadge({ names, digest }: Snapshot, language: Language): string {
  const phrases = catalogOf(language);
  const date = digest.nextRound?.date ?? null;
  const state = digest.phase === null ? null : phrases["phase.label"][digest.phase];
  const parts = [
    state ?? siteCatalogOf(language)["badge.unknown"],
    ...(date === null ? [] : [formatShortDay(language, date)]),
  ];
  return drawBadge(names.dossier.names[language], parts.join(" \u00b7 "), language);
}

function drawBadge(name: string, words: string, language: Language): string {
  const isRtl = isRightToLeft(language);
  const widths = [name, words].map((text) => stringWidth(text) * letterWidth(isRtl) + 2 * PADDING);
  const [nameWidth = 0, wordsWidth = 0] = widths;
  const width = nameWidth + wordsWidth;
  const [nameAt, wordsAt] = isRtl ? [wordsWidth, 0] : [0, nameWidth];
  const label = escapeUTF8(`${name}: ${words}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" role="img" aria-label="${label}" xml:lang="${language}">`,
    `<title>${label}</title>`,
    box(nameAt, nameWidth, "#3a3a44"),
    box(wordsAt, wordsWidth, "#1f5f8b"),
    `<g fill="#fff" text-anchor="middle" font-family="Vazirmatn, Verdana, Tahoma, sans-serif" font-size="12" direction="${isRtl ? "rtl" : "ltr"}">`,
    line(nameAt, nameWidth, name),
    line(wordsAt, wordsWidth, words),
    "</g></svg>",
  ].join("");
}

const box = (at: number, size: number, fill: string): string =>
  `<rect x="${at}" width="${size}" height="${HEIGHT}" fill="${fill}"/>`;

const line = (at: number, size: number, text: string): string =>
  `<text x="${at + size / 2}" y="16" textLength="${size - 2 * PADDING}" lengthAdjust="spacingAndGlyphs">${escapeUTF8(text)}</text>`;
