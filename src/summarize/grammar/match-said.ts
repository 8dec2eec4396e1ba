import { type Token, tokenize } from "../../articles/tokens.ts";
import type { Sentence } from "./sentence.ts";
import type { Value } from "./telling.ts";

type Words = Extract<Value, { kind: "words" }>;

const OPENING = "\u201c\u00ab\u2018\"'";
const CLOSING = "\u201d\u00bb\u2019\"'";
/** What may end a part of what was said that stands by itself. */
const BORDERS = ".!?;\u2026\u061b\u061f";

/**
 * Ends of what somebody said, word for word: all of it, or a part between two ends of sentences. Words that
 * were published in quotation marks stand in them, others do not.
 */
export function matchSaid(said: Words, sentence: Sentence, from: number): readonly number[] {
  const { tokens, joins } = sentence;
  const words = tokenize(said.text, joins);
  if (!said.direct) return runEnds(words, tokens, from);
  if (!isOneOf(tokens[from], OPENING)) return [];
  return runEnds(words, tokens, from + 1).flatMap((end) => closedAt(tokens, end) ?? []);
}

/** Behind the mark that closes, which may stand before or behind the last punctuation. */
function closedAt(tokens: readonly Token[], end: number): number | null {
  let next = end;
  while (isOneOf(tokens[next], PUNCTUATION)) next += 1;
  return isOneOf(tokens[next], CLOSING) ? next + 1 : null;
}

const PUNCTUATION = ".,\u060c!?\u061f\u2026";

const isOneOf = (token: Token | undefined, marks: string): boolean =>
  token?.kind === "mark" && marks.includes(token.text);

/** Ends of every run of the words that begins here and ends at a border. */
const runEnds = (
  said: readonly Token[],
  tokens: readonly Token[],
  from: number,
): readonly number[] => startsIn(said).flatMap((start) => runFrom(said, start, tokens, from));

const startsIn = (said: readonly Token[]): readonly number[] =>
  said.flatMap(({ kind }, at) =>
    kind !== "mark" && (at === 0 || isOneOf(said[at - 1], BORDERS)) ? [at] : [],
  );

// oxlint-disable-next-line eslint/max-params -- two runs of tokens, and where in each
function runFrom(
  said: readonly Token[],
  start: number,
  tokens: readonly Token[],
  from: number,
): readonly number[] {
  const ends: number[] = [];
  let at = from;
  for (let next = start; next <= said.length; next += 1) {
    const word = said[next];
    if (at > from && (word === undefined || isOneOf(word, BORDERS))) {
      // Words told without quotation marks of their own may end in some that are within them.
      const isQuoted = isOneOf(said[next - 1], CLOSING) && isOneOf(tokens[at], CLOSING);
      ends.push(at, ...(isQuoted ? [at + 1] : []));
    }
    if (word === undefined || word.kind === "mark") continue;
    while (tokens[at]?.kind === "mark") at += 1;
    if (tokens[at]?.text !== word.text) break;
    at += 1;
  }
  return ends;
}
