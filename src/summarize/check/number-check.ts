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
 * Every number is one of the evidence's, as a count, an ordinal or a share, and counts no other thing than
 * there: where both are in one language, nothing that another number counts; else numbers keep their order.
 */
export function createNumberCheck(tools: NumberCheckTools): Check {
  return (sentence, evidence) => {
    const glue = gluedTokens(tools, sentence);
    const asked = tools
      .numbers(sentence)
      .filter((number) => !number.doubtful && !glue.has(number.from))
      .filter((number) => !isPronoun(tools, sentence, number));
    const wrong = asked.filter((number) => !isBorneOut(tools, { sentence, number }, evidence));
    const moved = wrong.length > 0 ? [] : outOfOrder(tools, { sentence, asked }, evidence);
    return faultsIn(
      "number",
      [...wrong, ...moved].map(({ from, to }) => textOfTokens(sentence, from, to)),
    );
  };
}

/** "Made one on the other": one of what was named, not one of something. */
function isPronoun(
  { surfaceWords }: NumberCheckTools,
  { read, language }: Passage,
  { kind, values, to }: TextNumber,
): boolean {
  if (kind !== "count" || !values.includes(1)) return false;
  const next = read.tokens[to];
  return (
    next === undefined || next.kind === "mark" || frequentIn(surfaceWords, language).has(next.text)
  );
}

type Counted = { readonly sentence: Passage; readonly number: TextNumber };
type Asked = { readonly sentence: Passage; readonly asked: readonly TextNumber[] };

/** The numbers of a passage that count something. */
function numbersOf(tools: NumberCheckTools, passage: Passage): readonly TextNumber[] {
  const glue = gluedTokens(tools, passage);
  return tools.numbers(passage).filter(({ from }) => !glue.has(from));
}

function isBorneOut(
  tools: NumberCheckTools,
  { sentence, number }: Counted,
  { passages }: EvidenceReading,
): boolean {
  const words = wordsAround(tools, sentence, number);
  return passages.some((passage) => {
    const all = numbersOf(tools, passage).filter(({ kind }) => kind === number.kind);
    const same = all.filter((one) => sharesValue(one, number));
    if (passage.language !== sentence.language)
      return same.length > 0 || (isTwo(number) && hasDual(tools, passage));
    const isBeside = (one: TextNumber): boolean => {
      for (const word of wordsAround(tools, passage, one)) if (words.has(word)) return true;
      return false;
    };
    // Words that stand by another number there are what that one counts.
    return same.length > 0 && (same.some(isBeside) || !all.some(isBeside));
  });
}

/**
 * Numbers that only words in another language bear out, in another order than there: what they count may
 * have changed places.
 */
function outOfOrder(
  tools: NumberCheckTools,
  { sentence, asked }: Asked,
  { passages }: EvidenceReading,
): readonly TextNumber[] {
  const isOwn = (number: TextNumber): boolean =>
    passages.some(
      (passage) =>
        passage.language === sentence.language &&
        numbersOf(tools, passage).some((one) => isSame(one, number)),
    );
  const foreign = asked.filter((number) => number.kind === "count" && !isOwn(number));
  return passages.flatMap((passage) => {
    const places = numbersOf(tools, passage);
    const order = foreign.flatMap((number) => {
      const all = places.filter((one) => isSame(one, number));
      return all.length === 1 ? [{ number, at: all[0]?.from ?? 0 }] : [];
    });
    return order
      .filter(({ at }, index) => index > 0 && at < (order[index - 1]?.at ?? 0))
      .map(({ number }) => number);
  });
}

const isSame = (a: TextNumber, b: TextNumber): boolean => a.kind === b.kind && sharesValue(a, b);

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
const ENDS = ".,;:!?\u060c\u061b\u061f";

/** The stems of the words that stand by a number, the most frequent of the language left out. */
function wordsAround(
  tools: NumberCheckTools,
  passage: Passage,
  { from, to }: TextNumber,
): ReadonlySet<string> {
  const { tokens } = passage.read;
  const { forms } = tools.reader.languages[passage.language];
  const frequent = frequentIn(tools.surfaceWords, passage.language);
  const numbers = tools.numbers(passage);
  const isOther = (at: number): boolean => numbers.some((one) => one.from <= at && at < one.to);
  const ends = (at: number): boolean => ENDS.includes(tokens[at]?.text ?? ".") || isOther(at);
  let first = from;
  while (from - first < BEFORE && !ends(first - 1)) first -= 1;
  // What follows another number is what that one counts.
  if (isOther(first - 1)) first = from;
  let last = to;
  while (last - to < AFTER && !ends(last)) last += 1;
  const near = [...tokens.slice(first, from), ...tokens.slice(to, last)];
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
