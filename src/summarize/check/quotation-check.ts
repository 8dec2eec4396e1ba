import type { Token } from "../../articles/tokens.ts";
import { type Check, faultsIn } from "./check.ts";
import { quotedIn } from "./quoted.ts";
import { type EvidenceReading, type Passage, textOfTokens } from "./reading.ts";

/**
 * What stands in quotation marks is what a speaker said, word for word and in the language it was said in;
 * an ellipsis may leave words out. What was told in other words is no quotation, but the quotations in it are.
 */
export const quotationCheck: Check = (sentence, evidence) => {
  const said = wordsSaid(evidence);
  const wrong = quotedIn(sentence).filter(
    ({ from, to, closed }) => !closed || !isVerbatim(sentence.read.tokens.slice(from, to), said),
  );
  return faultsIn(
    "quotation",
    wrong.map(({ from, to }) => textOfTokens(sentence, from, to)),
  );
};

/** Spaces around, so that a word is found whole. */
const lineOf = (tokens: readonly Token[]): string =>
  ` ${tokens
    .filter(({ kind }) => kind !== "mark")
    .map(({ text }) => text)
    .join(" ")} `;

const ELLIPSIS = "\u2026";

function isVerbatim(tokens: readonly Token[], said: readonly string[]): boolean {
  const pieces = piecesOf(tokens)
    .map(lineOf)
    .filter((piece) => piece.trim() !== "");
  if (pieces.length === 0) return false;
  return said.some((words) => {
    let at = 0;
    return pieces.every((piece) => {
      const found = words.indexOf(piece, at);
      at = found + piece.length - 1;
      return found !== -1;
    });
  });
}

/** What an ellipsis parts: one mark, or three full stops. */
function piecesOf(tokens: readonly Token[]): Token[][] {
  const pieces: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const isDots =
      token.text === "." && tokens[at + 1]?.text === "." && tokens[at + 2]?.text === ".";
    if (token.text === ELLIPSIS || isDots) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
}

/** A line for everything that was said in so many words. */
function wordsSaid({ claims }: EvidenceReading): string[] {
  return claims.flatMap(({ claim: { fact }, told, originals }) => {
    if (fact.kind === "statement" && fact.statement.direct)
      return originals.map(({ read }) => lineOf(read.tokens));
    return [told, ...originals].flatMap(quotationsOf);
  });
}

const quotationsOf = (passage: Passage): string[] =>
  quotedIn(passage)
    .filter(({ closed }) => closed)
    .map(({ from, to }) => lineOf(passage.read.tokens.slice(from, to)));
