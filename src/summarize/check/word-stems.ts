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
    return [...new Set([...found, ...bare])];
  };
}

const SHORTEST_ROOT = 5;
/** Of the longer word: "negotiator" and "negotiation", but not "military" and "militant". */
const SHARE = 0.7;

/** Whether two words of one language look derived from one another, by the letters they begin with. */
export function areAkin(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one.charAt(same) === other.charAt(same)) same += 1;
  return same >= SHORTEST_ROOT && same >= SHARE * Math.max(one.length, other.length);
}
