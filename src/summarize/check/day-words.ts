import type { DateLexicons } from "../../facts/dates/date-lexicon.ts";
import {
  compileDateWords,
  type DateWord,
  type DateWords,
  wordsAt,
} from "../../facts/dates/date-words.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import type { Passage } from "./reading.ts";

/** A word of the grammar of dates in a passage; token indices `[from, to)`. */
export type DayWord = { readonly word: DateWord; readonly from: number; readonly to: number };

/** The names of weekdays and zones in a passage, in their order. */
export type DayWordFinder = (passage: Passage) => readonly DayWord[];

/** Compiles the date words of every language; each passage is looked through once. */
export function createDayWordFinder(lexicons: DateLexicons): DayWordFinder {
  const compiled = new Map<Language, DateWords>(
    LANGUAGES.map((language) => [language, compileDateWords(lexicons[language])]),
  );
  const known = new WeakMap<Passage, readonly DayWord[]>();
  return (passage) => {
    const words = compiled.get(passage.language);
    const found = known.get(passage) ?? (words === undefined ? [] : wordsIn(passage, words));
    known.set(passage, found);
    return found;
  };
}

function wordsIn({ read: { tokens } }: Passage, words: DateWords): readonly DayWord[] {
  return tokens.flatMap((_, from) =>
    wordsAt(words, tokens, from, tokens.length)
      .filter(({ word }) => word.kind === "weekday" || word.kind === "zone")
      .map(({ word, to }) => ({ word, from, to })),
  );
}
