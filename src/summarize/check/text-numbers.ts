import type { PhraseMatch } from "../../articles/phrases.ts";
import type { Token } from "../../articles/tokens.ts";
import { foldWord } from "../../articles/word-forms.ts";
import type { DateLexicons } from "../../facts/dates/date-lexicon.ts";
import { compileDateWords, type DateWords, wordsAt } from "../../facts/dates/date-words.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import { type Figure, readFigure } from "./figures.ts";
import type { Passage } from "./reading.ts";
import type { SurfaceFinder, SurfaceLexicons, SurfaceSense } from "./surface-words.ts";

/** A number that a passage names, and no part of a day or time of day. */
export type TextNumber = {
  /** More than one where a mark between digits leaves it open. */
  readonly values: readonly number[];
  readonly kind: "count" | "ordinal" | "percent";
  /** Token indices `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** A word that is a number or another word. */
  readonly doubtful: boolean;
};

/** The numbers of a passage in their order, in digits or in words. */
export type NumberReader = (passage: Passage) => readonly TextNumber[];

/** What numbers are read with. */
export type NumberTools = {
  readonly dateLexicons: DateLexicons;
  readonly surfaceWords: SurfaceLexicons;
  readonly surface: SurfaceFinder;
};

/** Makes the reader of numbers; each passage is read once. */
export function createNumberReader({
  dateLexicons,
  surfaceWords,
  surface,
}: NumberTools): NumberReader {
  const words = new Map<Language, Lexicon>(
    LANGUAGES.map((language) => [language, lexiconOf(dateLexicons, surfaceWords, language)]),
  );
  const known = new WeakMap<Passage, readonly TextNumber[]>();
  return (passage) => {
    const lexicon = words.get(passage.language);
    const numbers =
      known.get(passage) ??
      (lexicon === undefined ? [] : readNumbers({ passage, lexicon, phrases: surface(passage) }));
    known.set(passage, numbers);
    return numbers;
  };
}

type Lexicon = {
  readonly words: DateWords;
  readonly counted: ReadonlySet<string>;
  readonly doubtful: ReadonlySet<string>;
  readonly and: string;
};

const lexiconOf = (dates: DateLexicons, surface: SurfaceLexicons, language: Language): Lexicon => ({
  words: compileDateWords(dates[language]),
  counted: new Set(surface[language].counted.map(foldWord)),
  doubtful: new Set(surface[language].doubtful.map(foldWord)),
  and: foldWord(dates[language].and || "and"),
});

type Text = {
  readonly passage: Passage;
  readonly lexicon: Lexicon;
  readonly phrases: readonly PhraseMatch<SurfaceSense>[];
};

function readNumbers(text: Text): readonly TextNumber[] {
  const { tokens } = text.passage.read;
  const isOfDay = new Set(
    text.passage.dates.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, i) => from + i),
    ),
  );
  const numbers: TextNumber[] = [];
  let at = 0;
  while (at < tokens.length) {
    const number = isOfDay.has(at) ? null : readNumber(text, at);
    if (number !== null) numbers.push(number);
    at = number?.to ?? at + 1;
  }
  return numbers;
}

/** One word or figure of a number. */
type Piece = { readonly values: readonly number[]; readonly ordinal: boolean; readonly to: number };

function readNumber(text: Text, from: number): TextNumber | null {
  const share = phraseAt(text, from, "share");
  if (share !== null)
    return { values: [share.value], kind: "percent", from, to: share.to, doubtful: false };
  const first = pieceAt(text, from);
  if (first === null) return null;
  let total = [0];
  let piece: Piece | null = first;
  let group = first.values;
  let { to, ordinal } = first;
  let isOpen = isRound(first);
  for (;;) {
    const size = phraseAt(text, to, "magnitude");
    if (size !== null && !ordinal) {
      total = sums(
        total,
        group.map((value) => value * size.value),
      );
      [group, to, isOpen] = [[0], size.to, true];
    }
    piece = isOpen ? pieceAt(text, afterAnd(text, to)) : null;
    const joined = piece === null ? null : join(group, piece);
    if (piece === null || joined === null) break;
    [group, to, ordinal, isOpen] = [joined, piece.to, piece.ordinal, isRound(piece)];
  }
  const values = sums(sums(total, group), [hasHalf(text, to) ? 0.5 : 0]);
  const percent = percentEnd(text, from, to);
  const kind = percent === null ? (ordinal ? "ordinal" : "count") : "percent";
  return { values, kind, from, to: percent ?? to, doubtful: isDoubtful(text, from, to) };
}

/** "Three and a half hours", and with what is counted between: «ثلاث ساعات ونصف». */
const hasHalf = ({ phrases }: Text, to: number): boolean =>
  phrases.some(({ from, value }) => value.kind === "half" && (from === to || from === to + 1));

const sums = (totals: readonly number[], more: readonly number[]): number[] =>
  totals.flatMap((total) => more.map((value) => total + value));

/** After hundreds a number may go on. */
const isRound = ({ values, ordinal }: Piece): boolean =>
  !ordinal && values.some((value) => value < 10 || value % 100 === 0);

/** "Three hundred", "hundred and five"; null where the next number is another. */
function join(group: readonly number[], { values }: Piece): readonly number[] | null {
  const [before = 0] = group;
  const [value = 0] = values;
  if (before === 0) return values;
  if (value === 100 && before < 10) return [before * 100];
  return before % 100 === 0 && before < 1000 && value < 100 ? [before + value] : null;
}

function pieceAt({ passage, lexicon, phrases }: Text, at: number): Piece | null {
  const { tokens, visible } = passage.read;
  const token = tokens[at];
  if (token === undefined || token.kind === "mark") return null;
  const figure = readFigure(tokens, at);
  if (figure !== null) return withEnding(tokens, lexicon, figure);
  const text = { passage, lexicon, phrases };
  const count = phraseAt(text, at, "number");
  const order = phraseAt(text, at, "ordinal");
  const extra =
    order === null ? count && { ...count, ordinal: false } : { ...order, ordinal: true };
  const found = wordsAt(lexicon.words, tokens, at, tokens.length).findLast(
    ({ word }) => word.kind === "number",
  );
  if (found?.word.kind === "number" && found.to >= (extra?.to ?? 0))
    return isArticle(found.word.value, token.text)
      ? null
      : { values: [found.word.value], ordinal: found.word.ordinal, to: found.to };
  if (extra !== null) return { values: [extra.value], ordinal: extra.ordinal, to: extra.to };
  return firstHalf(lexicon, visible.slice(token.start, token.end), at);
}

/** `2nd`: the ending is attached. */
function withEnding(tokens: readonly Token[], { words }: Lexicon, { values, to }: Figure): Piece {
  const isAttached = tokens[to - 1]?.end === tokens[to]?.start;
  const found = isAttached ? wordsAt(words, tokens, to, tokens.length) : [];
  const ending = found.findLast(({ word }) => word.kind === "ordinal-ending");
  return { values, ordinal: ending !== undefined, to: ending?.to ?? to };
}

/** "A" and "an" count nothing. */
const isArticle = (value: number, word: string): boolean =>
  value === 1 && word.length < 3 && /^[a-z]+$/.test(word);

/** `دوازده‌روزه`: two words in one, of which the first is a number. */
function firstHalf({ words, counted }: Lexicon, written: string, at: number): Piece | null {
  const [first = "", ...rest] = written.split("\u200c").map(foldWord);
  if (rest.length === 0 || !counted.has(rest.join(""))) return null;
  const half = {
    kind: "word",
    start: 0,
    end: 0,
    text: first,
    capital: false,
    afterBreak: false,
  } as const;
  const word = wordsAt(words, [half], 0, 1).find((one) => one.word.kind === "number")?.word;
  return word?.kind === "number" ? { values: [word.value], ordinal: false, to: at + 1 } : null;
}

function phraseAt(
  { phrases }: Text,
  at: number,
  kind: "number" | "ordinal" | "magnitude" | "share",
): { readonly value: number; readonly to: number } | null {
  const found = phrases.findLast(({ from, value }) => from === at && value.kind === kind);
  return found !== undefined && "value" in found.value
    ? { value: found.value.value, to: found.to }
    : null;
}

const afterAnd = ({ passage, lexicon }: Text, at: number): number =>
  passage.read.tokens[at]?.text === lexicon.and ? at + 1 : at;

const PERCENT = "%\u066a";

/** Where the words for percent end, or null where none stand by the number. */
function percentEnd({ passage, phrases }: Text, from: number, to: number): number | null {
  const { tokens } = passage.read;
  const isSign = (at: number): boolean => at >= 0 && PERCENT.includes(tokens[at]?.text ?? "none");
  if (isSign(to)) return to + 1;
  const words = phrases.find((phrase) => phrase.from === to && phrase.value.kind === "percent");
  if (words !== undefined) return words.to;
  return isSign(from - 1) ? to : null;
}

const isDoubtful = ({ passage, lexicon }: Text, from: number, to: number): boolean =>
  to === from + 1 && lexicon.doubtful.has(passage.read.tokens[from]?.text ?? "");
