import { type Token, tokenize } from "../../articles/tokens.ts";
import type { Sentence } from "./sentence.ts";
import type { Value } from "./telling.ts";

type Words = Extract<Value, { kind: "words" }>;

const OPENING = "\u201c\u00ab\u2018\"'";
const CLOSING = "\u201d\u00bb\u2019\"'";
/** Marks that a sentence has of its own, so that what was said may end without them. */
const STOPS = ".,;:";

/**
 * Ends of what somebody said, word for word: all of it, since any part may say the opposite of the whole, with
 * its marks. Words that were published in quotation marks stand in them, others do not.
 */
export function matchSaid(said: Words, sentence: Sentence, from: number): readonly number[] {
  const { tokens, joins } = sentence;
  const words = withoutOuter(tokenize(said.text, joins));
  if (!said.direct) return [wholeEnd(words, tokens, from)].filter((end) => end !== null);
  if (!isOneOf(tokens[from], OPENING)) return [];
  const end = wholeEnd(words, tokens, from + 1);
  const closed = end === null ? null : closedAt(tokens, end);
  return closed === null ? [] : [closed];
}

/** From the first word to the last, and the marks behind it that no sentence has of its own. */
function withoutOuter(said: readonly Token[]): readonly Token[] {
  const first = said.findIndex(({ kind }) => kind !== "mark");
  const last = said.findLastIndex((token) => !isOneOf(token, STOPS));
  return first < 0 ? [] : said.slice(first, last + 1);
}

/** Behind the mark that closes, which may stand before or behind a last stop. */
function closedAt(tokens: readonly Token[], end: number): number | null {
  const next = afterAll(tokens, end, STOPS);
  return isOneOf(tokens[next], CLOSING) ? next + 1 : null;
}

function wholeEnd(said: readonly Token[], tokens: readonly Token[], from: number): number | null {
  if (said.length === 0) return null;
  const behindLast = said.findLastIndex(({ kind }) => kind !== "mark") + 1;
  let at = afterAll(tokens, from, OPENING);
  for (const [place, token] of said.entries()) {
    if (place >= behindLast) at = afterAll(tokens, at, STOPS);
    const other = tokens[at];
    if (other === undefined || asRead(other) !== asRead(token)) return null;
    at += 1;
  }
  return at;
}

function afterAll(tokens: readonly Token[], from: number, marks: string): number {
  let at = from;
  while (isOneOf(tokens[at], marks)) at += 1;
  return at;
}

/** Quotation marks within others, and the marks of other scripts, are the same however they are drawn. */
const asRead = ({ kind, text }: Token): string =>
  kind !== "mark"
    ? text
    : OPENING.includes(text) || CLOSING.includes(text)
      ? '"'
      : (ALIKE[text] ?? text);

const ALIKE: Readonly<Record<string, string>> = {
  "\u060c": ",",
  "\u061b": ";",
  "\u061f": "?",
  "\u2013": "-",
  "\u2014": "-",
};

const isOneOf = (token: Token | undefined, marks: string): boolean =>
  token?.kind === "mark" && marks.includes(ALIKE[token.text] ?? token.text);
