import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compilePhrases, findPhrases, properName } from "../../../src/articles/phrases.ts";
import { tokenize } from "../../../src/articles/tokens.ts";
import { loadLexicons } from "../../../src/config/load-lexicon.ts";
import { phraseLanguageOf } from "../../../src/facts/vocabulary.ts";
import type { Language } from "../../../src/lib/language.ts";

const lexicons = loadLexicons(join(import.meta.dirname, "../../../seeds/lexicon"), []);

function names(language: Language, name: string, text: string): boolean {
  const phraseLanguage = phraseLanguageOf(lexicons[language]);
  const phrases = compilePhrases([[properName(name), name]], phraseLanguage);
  const tokens = tokenize(text, phraseLanguage.joins);
  return findPhrases(phrases, tokens, 0, tokens.length).length > 0;
}

describe("a proper name", () => {
  it.each([
    ["ar", "مسقط", "في مسقط"],
    ["ar", "مسقط", "وبمسقط"],
    ["ar", "الرياض", "بالرياض"],
    ["ar", "الرياض", "للرياض"],
    ["ar", "خامنئي", "الخامنئي"],
    ["ar", "عراقجي", "ولعراقجي"],
    ["ar", "عُمان", "إلى عمان"],
    ["en", "Witkoff", "Witkoff's team"],
    ["en", "Badr al-Busaidi", "Badr Al Busaidi"],
    ["en", "^US|^USA side", "the U.S. side"],
    ["fa", "آمریکا", "آمریکای ترامپ"],
    ["fa", "تخت‌روانچی", "تختروانچی"],
  ] as const)("%s: %s is in «%s»", (language, name, text) => {
    expect(names(language, name, text)).toBe(true);
  });

  it.each([
    ["ar", "الرياض", "وزارة الرياضة"],
    ["ar", "الرياض", "رياضي"],
    ["ar", "عدن", "عدنان"],
    ["ar", "دبي", "أدبيا"],
    ["ar", "فانس", "فانسان"],
    ["ar", "ليما", "سليما"],
    ["en", "^US", "told us"],
    ["en", "Lima", "limas"],
    ["fa", "رم", "رمان"],
  ] as const)("%s: %s is not in «%s»", (language, name, text) => {
    expect(names(language, name, text)).toBe(false);
  });
});
