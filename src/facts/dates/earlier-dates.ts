import type { Calendar } from "./calendars.ts";
import type { Cursor } from "./cursor.ts";
import { type DateWord, wordsAt } from "./date-words.ts";

/** In tokens: about two sentences. */
const REACH = 60;

/**
 * The year of a calendar that the text last named before a token, or null: any year within the sentence,
 * one next to `thisYear` from the sentences before.
 */
export function yearContext(
  cursor: Cursor,
  at: number,
  calendar: Calendar,
  thisYear: number,
): number | null {
  const [first, last] = YEARS_OF_NEWS[calendar];
  for (let before = at - 1; before >= Math.max(0, at - REACH); before -= 1) {
    const token = cursor.tokens[before];
    const year = token?.kind === "number" && token.text.length === 4 ? Number(token.text) : 0;
    if (year < first || year > last) continue;
    return before >= cursor.from || Math.abs(year - thisYear) <= 1 ? year : null;
  }
  return null;
}

const YEARS_OF_NEWS: Readonly<Record<Calendar, readonly [first: number, last: number]>> = {
  gregorian: [1900, 2100],
  jalali: [1280, 1480],
  hijri: [1318, 1523],
};

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
