import { describe, expect, it } from "vitest";
import { compilePhrases, findPhrases } from "../../../src/articles/phrases.ts";
import { tokenize } from "../../../src/articles/tokens.ts";
import { loadLexicons } from "../../../src/config/load-lexicon.ts";
import { phraseLanguageOf } from "../../../src/facts/vocabulary.ts";
import type { Language } from "../../../src/lib/language.ts";

const lexicons = loadLexicons("seeds/lexicon", []);

function find(language: Language, pattern: string, text: string): string[] {
  const phraseLanguage = phraseLanguageOf(lexicons[language]);
  const phrases = compilePhrases([[pattern, true]], phraseLanguage);
  const tokens = tokenize(text, phraseLanguage.joins);
  return findPhrases(phrases, tokens, 0, tokens.length).map(({ from, to }) =>
    text.slice(tokens[from]?.start, tokens[to - 1]?.end),
  );
}

describe("a pattern of the lexicon", () => {
  it.each<[string, Language, string, string, string[]]>([
    ["finds a word in its other forms", "en", "threaten", "He threatened to leave", ["threatened"]],
    ["finds a word with its possessive", "en", "Iran", "Iran's envoy", ["Iran's"]],
    ["finds a hyphenated name", "en", "Takht-Ravanchi", "Majid Takht Ravanchi", ["Takht Ravanchi"]],
    ["chooses between words", "en", "hold|held talks", "They held talks", ["held talks"]],
    [
      "spans a gap of up to three words",
      "en",
      "pull ~ out",
      "will pull all its troops out",
      ["pull all its troops out"],
    ],
    ["does not span a longer gap", "en", "pull ~ out", "pull one two three four out", []],
    ["does not span a mark", "en", "pull ~ out", "pull back. Get out", []],
    ["wants the very form after an equals sign", "en", "=may", "Mays may", ["may"]],
    ["wants a capital after a caret", "en", "^US", "us and US", ["US"]],
    [
      "finds an Arabic word behind its particles",
      "ar",
      "الولايات المتحدة",
      "وللولايات المتحدة",
      ["وللولايات المتحدة"],
    ],
    [
      "finds an Arabic word with or without its article",
      "ar",
      "مفاوضات",
      "والمفاوضات",
      ["والمفاوضات"],
    ],
    ["finds an Arabic name however its hamza is written", "ar", "بقائي", "قال بقايي", ["بقايي"]],
    ["finds a Persian word behind its endings", "fa", "مذاکره", "مذاکره‌های هسته‌ای", ["مذاکره‌های"]],
    ["finds a Persian verb with its particle apart", "fa", "می‌گوید", "او می گوید", ["می گوید"]],
    ["finds a Persian name in Arabic letters", "fa", "عراقچی", "عراقچي گفت", ["عراقچي"]],
  ])("%s", (_, language, pattern, text, expected) => {
    expect(find(language, pattern, text)).toEqual(expected);
  });
});
