import type { Cursor } from "./cursor.ts";
import { type DateWord, wordsAt } from "./date-words.ts";

/** In tokens: about two sentences. */
const REACH = 60;

/** The Gregorian year that the text last named before a token, or null. */
export function yearContext({ tokens }: Cursor, at: number): number | null {
  for (let before = at - 1; before >= Math.max(0, at - REACH); before -= 1) {
    const token = tokens[before];
    if (token?.kind !== "number" || token.text.length !== 4) continue;
    const year = Number(token.text);
    if (year >= 1900 && year <= 2100) return year;
  }
  return null;
}

/** The month that the text last named before a token, in this sentence or the ones before, or null. */
export function monthContext(
  { tokens, words }: Cursor,
  at: number,
): Extract<DateWord, { kind: "month" }> | null {
  for (let before = at - 1; before >= Math.max(0, at - REACH); before -= 1)
    for (const { word } of wordsAt(words, tokens, before, at))
      if (word.kind === "month") return word;
  return null;
}
