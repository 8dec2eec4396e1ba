import { compilePhrases, type PhraseLanguage, type Phrases } from "../../articles/phrases.ts";
import type { WordForms } from "../../articles/word-forms.ts";
import type { EventLexicons } from "../../facts/events/event-lexicon.ts";
import { compileEvents, type EventPhrases } from "../../facts/events/triggers.ts";
import type { Language } from "../../lib/language.ts";
import { type MarkName, MARKS } from "./marks.ts";
import type { SenseWords } from "./sense-words.ts";
import { barePattern, createStems, inOtherPersons, withAnd, withClitics } from "./word-stems.ts";

/** What senses are read with. */
export type SenseTools = {
  readonly senseWords: SenseWords;
  readonly eventLexicons: EventLexicons;
  readonly languages: Readonly<Record<Language, PhraseLanguage>>;
};

/** What a word of the lists is. */
export type Listed =
  | { readonly kind: "meaning"; readonly line: number }
  | { readonly kind: "contrary"; readonly line: number; readonly side: "one" | "other" }
  | { readonly kind: "plain" }
  | { readonly kind: MarkName };

/** One language's lists, compiled for search. */
export type Compiled = {
  readonly stems: WordForms;
  readonly exact: Phrases<Listed>;
  readonly wide: Phrases<Listed>;
  readonly events: EventPhrases;
};

/** Compiles the lists of a language. */
export function compileSenses(
  { senseWords, eventLexicons, languages }: SenseTools,
  language: Language,
): Compiled {
  const base = languages[language];
  const stems = createStems(language, base.forms);
  const personsOf = (word: string): string[] => [word, ...inOtherPersons(language, word)];
  const entries = (kind: "plain" | MarkName): [string, Listed][] =>
    (kind === "plain" ? senseWords.plain : senseWords.marks[kind])[language].flatMap((word) =>
      [...personsOf(word), ...(kind === "plain" ? [] : withAnd(language, word))].map(
        (form): [string, Listed] => [form, { kind }],
      ),
    );
  // Persian writes "not" joined to the verb, and most of its plain words are verbs.
  const plain = entries("plain").flatMap(([word, sense]): [string, Listed][] =>
    [word, ...withClitics(language, word)].map((form) => [form, sense]),
  );
  const isJoined = language === "fa";
  const meanings = senseWords.meanings.flatMap((line, at) =>
    line[language]
      .flatMap((word) => [word, ...barePattern(language, word), ...withClitics(language, word)])
      .map((word): [string, Listed] => [word, { kind: "meaning", line: at }]),
  );
  return {
    stems,
    exact: compilePhrases([...(isJoined ? [] : plain), ...MARKS.flatMap(entries)], base),
    wide: compilePhrases(
      [...meanings, ...contrariesIn(senseWords, language), ...(isJoined ? plain : [])],
      {
        ...base,
        forms: stems,
      },
    ),
    events: compileEvents(eventLexicons[language], base),
  };
}

const contrariesIn = ({ contraries }: SenseWords, language: Language): [string, Listed][] =>
  contraries.flatMap((sides, line) =>
    sides.flatMap((side, at) =>
      side[language].map((word): [string, Listed] => [
        word,
        { kind: "contrary", line, side: at === 0 ? "one" : "other" },
      ]),
    ),
  );
