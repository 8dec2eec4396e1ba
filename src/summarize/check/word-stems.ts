import type { WordForms } from "../../articles/word-forms.ts";
import type { Language } from "../../lib/language.ts";

/** Beginnings that inflect a verb and stand in no list of clitics, with the shortest word that has them. */
const VERB_BEGINNINGS: Readonly<
  Record<Language, readonly (readonly [beginning: string, shortest: number])[]>
> = {
  en: [],
  ar: [
    ["\u064a", 4],
    ["\u062a", 4],
    ["\u0646", 4],
    ["\u0627", 4],
  ],
  fa: [
    ["\u0646", 4],
    ["\u0628", 5],
  ],
};

/** The forms of a word in a lexicon, and those less the beginning of a person, a mood or a negation. */
export function createStems(language: Language, forms: WordForms): WordForms {
  const beginnings = VERB_BEGINNINGS[language];
  if (beginnings.length === 0) return forms;
  return (folded) => {
    const found = forms(folded);
    const bare = found.flatMap((form) =>
      beginnings
        .filter(([beginning, shortest]) => form.length >= shortest && form.startsWith(beginning))
        .map(([beginning]) => form.slice(beginning.length)),
    );
    // Arabic words end twice over, in case and in kind; Persian ones in number, possession and copula.
    const all = [...found, ...bare, ...found.flatMap(forms)];
    return [...new Set([...all, ...all.flatMap((form) => withoutEnding(language, form))])];
  };
}

/**
 * Endings of Arabic words that stand in no list of clitics, as folded, with what the word has instead: two
 * who are feminine; pronouns of those who speak or are spoken to; pronouns after the endings that change
 * before them; numbers two and many before what they belong to.
 */
const ARABIC_ENDINGS: readonly (readonly [ending: string, instead: string])[] = [
  ["\u062a\u0627", ""],
  ["\u0646\u064a", ""],
  ["\u0643", ""],
  ["\u0643\u0645", ""],
  ["\u0647\u0646", ""],
  ["\u062a\u0646\u0627", "\u0647"],
  ["\u062a\u064a", "\u0647"],
  ["\u062a\u0627", "\u0647"],
  ["\u062a\u0643\u0645", "\u0647"],
  ["\u0627\u0647", "\u064a"],
  ["\u0627\u0647\u0627", "\u064a"],
  ["\u0627\u0647\u0645", "\u064a"],
  ["\u0627\u0646\u0627", "\u064a"],
  ["\u0627\u064a\u0647", "\u0627"],
  ["\u0627\u064a\u0647\u0627", "\u0627"],
  ["\u0627\u064a\u0647\u0645", "\u0627"],
  ["\u0627\u0648\u0647", "\u0627"],
  ["\u0627\u0648\u0647\u0627", "\u0627"],
  ["\u0627\u0648\u0647\u0645", "\u0627"],
  ["\u0648", ""],
  ["\u0648\u0647", ""],
  ["\u0648\u0647\u0627", ""],
  ["\u064a\u0647", ""],
  ["\u064a\u0647\u0627", ""],
  ["\u064a\u0647\u0645", ""],
];

const SHORTEST_ARABIC_STEM = 3;

/** Less an ending that no clitic list has. */
const withoutEnding = (language: Language, form: string): readonly string[] =>
  language === "ar"
    ? ARABIC_ENDINGS.filter(
        ([ending]) => form.length - ending.length >= SHORTEST_ARABIC_STEM && form.endsWith(ending),
      ).map(([ending, instead]) => form.slice(0, form.length - ending.length) + instead)
    : [];

const THIRD_PERSON = "\u064a";

const PERSIAN_PRESENT = /^\u0645\u06cc\u200c?/;

/** A verb of the third person or the present also less its beginning, so that it is met in every person. */
export function barePattern(language: Language, pattern: string): readonly string[] {
  if (pattern.includes(" ") || pattern.length < 4) return [];
  if (language === "ar" && pattern.startsWith(THIRD_PERSON)) return [pattern.slice(1)];
  return language === "fa" && PERSIAN_PRESENT.test(pattern)
    ? [pattern.replace(PERSIAN_PRESENT, "")]
    : [];
}

const CLITICS = ["\u0648", "\u0641", "\u0628", "\u0643", "\u0644"];
const AND_SO = ["\u0648", "\u0641"];
const ARTICLES = ["\u0627\u0644", "\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0644\u0644"];
const SHORT = 4;

/**
 * Short Arabic words with what is written joined to them, which is no clitic of short words elsewhere; of
 * phrases the first word alone.
 */
export function withClitics(language: Language, phrase: string): readonly string[] {
  const [first = "", ...rest] = phrase.split(" ");
  if (language !== "ar" || first.length >= SHORT || /[|~=]/.test(first)) return [];
  const joined =
    rest.length > 0 ? AND_SO : first.length === 2 ? [...CLITICS, ...ARTICLES] : CLITICS;
  return joined.map((clitic) => clitic + phrase);
}

const OBJECTS = ["\u0647", "\u0647\u0627", "\u0647\u0645", "\u0646\u0627"];

/** An Arabic word with "and" or "so" before it, and a verb with whom it is done to behind it. */
export function withAnd(language: Language, word: string): readonly string[] {
  if (language !== "ar" || /[ |~=]/.test(word)) return [];
  const forms = word.length > 3 ? [word, ...OBJECTS.map((object) => word + object)] : [word];
  return forms.flatMap((form) => [form, ...AND_SO.map((clitic) => clitic + form)]).slice(1);
}

const OTHER_PERSONS = ["\u062a", "\u0646", "\u0623"];

/** An Arabic verb that is listed in the third person, in the others: `يقول` for `تقول`, `نقول` and `أقول`. */
export const inOtherPersons = (language: Language, word: string): readonly string[] =>
  language === "ar" && word.length > 3 && word.startsWith(THIRD_PERSON) && !word.includes(" ")
    ? OTHER_PERSONS.map((person) => person + word.slice(1))
    : [];

const ARABIC_FUTURE = /^(?:[\u0648\u0641])?\u0633[\u064a\u062a\u0646]/;

/** What an Arabic verb of the future is less its beginnings; undefined of any other word. */
export const futureStem = (word: string): string | undefined =>
  ARABIC_FUTURE.test(word) ? word.replace(ARABIC_FUTURE, "") : undefined;

const SHORTEST_ROOT = 5;
/** Of the longer word: "negotiator" and "negotiation", but not "military" and "militant". */
const SHARE = 0.7;

/** Whether two words of one language look derived from one another, by the letters they begin with. */
export function areAkin(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one.charAt(same) === other.charAt(same)) same += 1;
  return same >= SHORTEST_ROOT && same >= SHARE * Math.max(one.length, other.length);
}
