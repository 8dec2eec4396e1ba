import type { Language } from "../lib/language.ts";
import { LANGUAGES } from "../lib/language.ts";
import { loadNgramDetector, type NgramDetector } from "./ngram-detector.ts";

// Letters that only one of the languages in Arabic script uses; a Persian text may be written with
// Arabic yeh and kaf, so their absence proves nothing.
const PERSIAN = /[\u067e\u0686\u0698\u06af\u06a9\u06cc]/gu;
const ARABIC = /[\u0629\u0643\u064a\u0649\u0623\u0625\u0624]/gu;
const ARABIC_ALONE = /[\u0629\u0649\u0623\u0625\u0624]/gu;
const OTHER = /[\u0679\u0688\u0691\u06ba\u06d2\u06be\u0695\u06b5\u06c6\u06ce]/gu;
const ARABIC_SCRIPT = /[\u0600-\u06ff\ufb50-\ufefc]/gu;
const LATIN_SCRIPT = /[a-z\u00c0-\u024f]/giu;

/** Enough to tell; the rest of a long article says the same. */
const SAMPLE = 4_000;
/** Shorter Latin texts are too little for a detector: the expected language decides. */
const SHORT = 60;

/**
 * The language of a text, or null for one that Parley does not read. `expected` is what the feed says
 * of itself; it decides where letters do not.
 */
export function detectLanguage(text: string, expected: Language | null): Language | null {
  const sample = text.slice(0, SAMPLE);
  const arabicScript = count(sample, ARABIC_SCRIPT);
  const latin = count(sample, LATIN_SCRIPT);
  if (arabicScript === 0 && latin === 0) return expected;
  return arabicScript * 2 >= latin
    ? arabicOrPersian(sample, arabicScript, expected)
    : englishOrOther(sample, latin, expected);
}

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

function arabicOrPersian(
  text: string,
  letters: number,
  expected: Language | null,
): Language | null {
  if (count(text, OTHER) * 20 > letters) return null;
  const persian = count(text, PERSIAN);
  // A feed in Persian may be typed in Arabic letters throughout; only letters it cannot have deny it.
  if (expected === "fa") return persian === 0 && count(text, ARABIC_ALONE) > FEW ? "ar" : "fa";
  return persian > count(text, ARABIC) ? "fa" : "ar";
}

const FEW = 2;

function englishOrOther(text: string, letters: number, expected: Language | null): Language | null {
  if (letters < SHORT) return expected === null || expected === "en" ? "en" : expected;
  detector ??= loadNgramDetector();
  const language = detector(text);
  return LANGUAGES.find((known) => known === language) ?? null;
}

/** Loaded when the first text needs it: many commands detect nothing. */
let detector: NgramDetector | null = null;
