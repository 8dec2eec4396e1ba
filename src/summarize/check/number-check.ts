import { foldWord } from "../../articles/word-forms.ts";
import type { Reader } from "../../facts/read-article.ts";
import type { Check } from "./check.ts";
import { faultsIn } from "./check.ts";
import { type EvidenceReading, type Passage, textOfTokens } from "./reading.ts";
import type { SurfaceFinder, SurfaceLexicons } from "./surface-words.ts";
import type { NumberReader, TextNumber } from "./text-numbers.ts";

/** What figures are compared with. */
export type NumberCheckTools = {
  readonly reader: Reader;
  readonly surfaceWords: SurfaceLexicons;
  readonly surface: SurfaceFinder;
  readonly numbers: NumberReader;
};

/**
 * Every number is one of the evidence's, as a count, an ordinal or a share, and counts the same thing:
 * where both are in one language, some word stands by both.
 */
export function createNumberCheck(tools: NumberCheckTools): Check {
  return (sentence, evidence) => {
    const glue = gluedTokens(tools, sentence);
    const wrong = tools
      .numbers(sentence)
      .filter(({ from, doubtful }) => !doubtful && !glue.has(from))
      .filter((number) => !isBorneOut(tools, { sentence, number }, evidence));
    return faultsIn(
      "number",
      wrong.map(({ from, to }) => textOfTokens(sentence, from, to)),
    );
  };
}

type Counted = { readonly sentence: Passage; readonly number: TextNumber };

function isBorneOut(
  tools: NumberCheckTools,
  { sentence, number }: Counted,
  { passages }: EvidenceReading,
): boolean {
  return passages.some((passage) => {
    const glue = gluedTokens(tools, passage);
    const same = tools
      .numbers(passage)
      .filter((one) => one.kind === number.kind && !glue.has(one.from) && sharesValue(one, number));
    if (passage.language !== sentence.language)
      return same.length > 0 || (isTwo(number) && hasDual(tools, passage));
    const words = wordsAround(tools, sentence, number);
    if (words.size === 0) return same.length > 0;
    return same.some((one) => {
      for (const word of wordsAround(tools, passage, one)) if (words.has(word)) return true;
      return false;
    });
  });
}

const sharesValue = (a: TextNumber, b: TextNumber): boolean =>
  a.values.some((value) => b.values.includes(value));

const isTwo = ({ kind, values }: TextNumber): boolean => kind === "count" && values.includes(2);

const SHORTEST_DUAL = 6;

/** A language with a dual needs no number for two. */
function hasDual({ surfaceWords }: NumberCheckTools, { read, language }: Passage): boolean {
  const endings = surfaceWords[language].dualEndings.map(foldWord);
  return read.tokens.some(
    ({ text }) => text.length >= SHORTEST_DUAL && endings.some((ending) => text.endsWith(ending)),
  );
}

/** Tokens of idioms, of "both sides" and of names, whose numbers count nothing. */
function gluedTokens({ surface }: NumberCheckTools, passage: Passage): ReadonlySet<number> {
  const known = glued.get(passage);
  if (known !== undefined) return known;
  const names = passage.mentions.filter(({ sense }) =>
    sense.kind === "cue" ? sense.cue === "talks.both-sides" : NAMES.has(sense.kind),
  );
  const idioms = surface(passage).filter(({ value }) => value.kind === "idiom");
  const found = new Set(
    [...names, ...idioms].flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, step) => from + step),
    ),
  );
  glued.set(passage, found);
  return found;
}

const glued = new WeakMap<Passage, ReadonlySet<number>>();

const NAMES: ReadonlySet<string> = new Set([
  "person",
  "institution",
  "actor",
  "city",
  "country",
  "milestone",
  "other-talks",
]);

/** In tokens before and after a number, between which what is counted stands. */
const BEFORE = 3;
const AFTER = 4;

/** The stems of the words that stand by a number, the most frequent of the language left out. */
function wordsAround(
  { reader, surfaceWords }: NumberCheckTools,
  { read, language }: Passage,
  { from, to }: TextNumber,
): ReadonlySet<string> {
  const { forms } = reader.languages[language];
  const frequent = frequentIn(surfaceWords, language);
  const near = [
    ...read.tokens.slice(Math.max(0, from - BEFORE), from),
    ...read.tokens.slice(to, to + AFTER),
  ];
  return new Set(
    near
      .filter(({ kind, text }) => kind === "word" && text.length > 2 && !frequent.has(text))
      .flatMap(({ text }) => forms(text)),
  );
}

const frequentWords = new WeakMap<SurfaceLexicons, Map<string, ReadonlySet<string>>>();

function frequentIn(lexicons: SurfaceLexicons, language: Passage["language"]): ReadonlySet<string> {
  const byLanguage = frequentWords.get(lexicons) ?? new Map<string, ReadonlySet<string>>();
  frequentWords.set(lexicons, byLanguage);
  const words = byLanguage.get(language) ?? new Set(lexicons[language].functionWords.map(foldWord));
  byLanguage.set(language, words);
  return words;
}
