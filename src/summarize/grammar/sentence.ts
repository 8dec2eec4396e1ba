import type { Joins, Token } from "../../articles/tokens.ts";
import type { DateMention } from "../../facts/dates/date-mention.ts";
import type { Language } from "../../lib/language.ts";
import type { NamesAt } from "./read-names.ts";

/** A sentence read for matching: its words, and the names and dates that begin at each. */
export type Sentence = {
  readonly language: Language;
  /** What the language writes apart that belongs together. */
  readonly joins: Joins;
  readonly tokens: readonly Token[];
  readonly names: NamesAt;
  readonly dates: readonly DateMention[];
};

/** Punctuation that says nothing, wherever it stands. */
const PASSED_OVER = ",\u060c:\u2013\u2014-()";
const FULL_STOP = ".";

/** The first token from `at` on that is more than punctuation. */
export function wordAt({ tokens }: Sentence, at: number): number {
  let next = at;
  while (isPassedOver(tokens[next])) next += 1;
  return next;
}

const isPassedOver = (token: Token | undefined): boolean =>
  token?.kind === "mark" && PASSED_OVER.includes(token.text);

/** Whether nothing but a full stop is left. */
export function isAtEnd(sentence: Sentence, at: number): boolean {
  let next = wordAt(sentence, at);
  if (sentence.tokens[next]?.text === FULL_STOP) next += 1;
  return next >= sentence.tokens.length;
}
