import { foldWord } from "../../articles/word-forms.ts";
import { type Joins, tokenize } from "../../articles/tokens.ts";
import type { Grammar } from "./grammar.ts";
import type { Sentence } from "./sentence.ts";

type Context = { readonly sentence: Sentence; readonly grammar: Grammar };

/** Ends of words as they are written, in one of several ways; before it may stand a clitic that joins. */
export const matchLiteral = (
  context: Context,
  choices: readonly string[],
  from: number,
): readonly number[] =>
  choices.flatMap((choice) => {
    const words = wordsOf(choice, context.sentence.joins);
    return words.length > 0 && words.every((word, at) => isWord(context, word, from + at, at === 0))
      ? [from + words.length]
      : [];
  });

// oxlint-disable-next-line eslint/max-params -- a word, and where
function isWord(
  { sentence, grammar }: Context,
  word: string,
  at: number,
  mayJoin: boolean,
): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || token.kind === "mark") return false;
  if (token.text === word) return true;
  return mayJoin && clitics(grammar).some((clitic) => token.text === clitic + word);
}

/** Whether a word begins with the letters of a clitic that joins. */
export const startsWithClitic = ({ sentence, grammar }: Context, at: number): boolean =>
  clitics(grammar).some((clitic) => sentence.tokens[at]?.text.startsWith(clitic));

const clitics = (grammar: Grammar): readonly string[] => grammar.clitics.map(foldWord);

/** What the grammar and the dossier write, many times over; beyond it the memory fills anew. */
const REMEMBERED_TEXTS = 10_000;
const remembered = new WeakMap<Joins, Map<string, readonly string[]>>();

/** The words of a text, divided as those of sentences are. */
function wordsOf(text: string, joins: Joins): readonly string[] {
  const known = remembered.get(joins) ?? new Map<string, readonly string[]>();
  remembered.set(joins, known);
  if (known.size > REMEMBERED_TEXTS) known.clear();
  const words =
    known.get(text) ??
    tokenize(text, joins)
      .filter(({ kind }) => kind !== "mark")
      .map((token) => token.text);
  known.set(text, words);
  return words;
}
