import type { Span } from "../lib/span.ts";
import type { Token } from "./tokens.ts";

/** A sentence: a range of tokens, and where it stands. */
export type Sentence = {
  readonly index: number;
  /** Range of token indices. */
  readonly from: number;
  readonly to: number;
  /** UTF-16 offsets into the text. */
  readonly span: Span;
  /** Sentences between two line breaks share a paragraph, counted from 0. */
  readonly paragraph: number;
};

/**
 * Divides tokens into sentences. A quotation stays in one piece, and neither decimals, initials nor
 * the given abbreviations (folded) end a sentence; a line break always does.
 */
export function splitSentences(
  text: string,
  tokens: readonly Token[],
  abbreviations: ReadonlySet<string>,
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let paragraph = 0;
  let quotes = 0;

  const close = (to: number): void => {
    const first = tokens[from];
    const last = tokens[to - 1];
    if (first === undefined || last === undefined || to <= from) return;
    const span = [first.start, last.end] as const;
    sentences.push({ index: sentences.length, from, to, span, paragraph });
    from = to;
  };

  for (const [at, token] of tokens.entries()) {
    if (at > 0 && token.afterBreak && !continuesLine(tokens, at)) {
      close(at);
      paragraph += 1;
      quotes = 0;
    }
    quotes = quotesAfter(quotes, token);
    const tooLong = at - from > LONGEST_SENTENCE;
    if (tooLong || (quotes === 0 && endsSentence(text, tokens, at, abbreviations))) {
      close(at + 1);
      quotes = 0;
    }
  }
  close(tokens.length);
  return sentences;
}

/** In tokens; a quotation that never closes must not swallow the article. */
const LONGEST_SENTENCE = 150;

const TERMINAL = ".!?\u061f\u2026\u06d4";
const OPENING = "\u201c\u00ab\u201e";
const CLOSING = "\u201d\u00bb";

function quotesAfter(open: number, token: Token): number {
  if (token.kind !== "mark") return open;
  if (OPENING.includes(token.text)) return 1;
  if (CLOSING.includes(token.text)) return 0;
  if (token.text === '"') return open === 0 ? 1 : 0;
  return open;
}

/** A wrapped line of English goes on in lower case. */
function continuesLine(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const here = tokens[at];
  if (before === undefined || here === undefined) return false;
  const endsOpen = before.kind === "word" || before.text === ",";
  return endsOpen && here.kind === "word" && !here.capital && isLatin(here);
}

const isLatin = (token: Token): boolean => /^[a-z]/.test(token.text);

function endsSentence(
  text: string,
  tokens: readonly Token[],
  at: number,
  abbreviations: ReadonlySet<string>,
): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.kind !== "mark") return false;
  if (next !== undefined && isClosing(next) && next.start === token.end) return false;
  if (isClosing(token)) return endsWithQuote(tokens, at);
  if (!TERMINAL.includes(token.text)) return false;
  if (next === undefined) return true;
  if (next.kind === "mark" && TERMINAL.includes(next.text)) return false;
  return token.text !== "." || isFullStop(text, tokens, at, abbreviations);
}

const isClosing = (token: Token): boolean =>
  token.kind === "mark" && (CLOSING + '")\u2019').includes(token.text);

/** `"… here." He left` ends at the quotation mark; `"… here," he said` goes on. */
function endsWithQuote(tokens: readonly Token[], at: number): boolean {
  const inner = tokens[at - 1];
  const next = tokens[at + 1];
  if (inner?.kind !== "mark" || !TERMINAL.includes(inner.text)) return false;
  return next === undefined || !(isLatin(next) && !next.capital);
}

function isFullStop(
  text: string,
  tokens: readonly Token[],
  at: number,
  abbreviations: ReadonlySet<string>,
): boolean {
  const stop = tokens[at];
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (stop === undefined || before === undefined || next === undefined) return true;
  if (before.kind === "word" && abbreviations.has(before.text)) return false;
  if (before.kind === "word" && before.end - before.start === 1 && before.capital) return false;
  const spaced = /\s/.test(text.slice(stop.end, next.start)) || stop.end === next.start;
  if (stop.end === next.start && next.kind !== "mark") return false;
  return spaced && !(isLatin(next) && !next.capital);
}
