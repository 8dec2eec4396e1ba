import type { Calendar } from "./calendars.ts";
import { type Cursor, isMark, isPlainWord, roleAt, skipRoles, wordAt } from "./cursor.ts";
import { readNumber, type ReadNumber } from "./numbers.ts";

/** A month of a calendar. */
export type NamedMonth = { readonly calendar: Calendar; readonly month: number };

const LONGEST_SERIES = 4;
const LAST_DAY = 31;

/** The month at the end of a series of days that do not follow one another: "12 and 26 February". */
export function monthOfSeries(cursor: Cursor, first: ReadNumber): NamedMonth | null {
  let before = first;
  let isJoined = false;
  for (let members = 1; members < LONGEST_SERIES; members += 1) {
    const joint = jointAt(cursor, before.to);
    if (joint === null) return null;
    isJoined ||= joint.isAnd;
    const day = readNumber(cursor, joint.to);
    if (day === null || day.digits > 2 || day.value > LAST_DAY || day.value <= before.value)
      return null;
    const month = wordAt(cursor, skipRoles(cursor, day.to, "of", "the", "month-word"), "month");
    if (month !== null) return isJoined ? month.word : null;
    before = day;
  }
  return null;
}

/** A comma, a word for "and", or one written together with the number: `و26`. */
function jointAt(
  cursor: Cursor,
  at: number,
): { readonly to: number; readonly isAnd: boolean } | null {
  const and = roleAt(cursor, at, "and");
  if (and !== null) return { to: skipRoles(cursor, and, "the"), isAnd: true };
  const { and: conjunction } = cursor.words.lexicon;
  if (conjunction !== "" && cursor.tokens[at]?.text.startsWith(conjunction))
    return { to: at, isAnd: true };
  return isMark(cursor, at, ",\u060c") ? { to: at + 1, isAnd: false } : null;
}

/** The month before a later day of a series, "26" in "February 12 and 26"; null where it counts a noun. */
export function monthBeforeSeries(cursor: Cursor, day: ReadNumber, at: number): NamedMonth | null {
  if (!day.inDigits || isPlainWord(cursor, day.to) || wordAt(cursor, day.to, "unit") !== null)
    return null;
  const and = roleAt(cursor, at - 1, "and") === at;
  const before = and ? readNumber(cursor, at - 2) : null;
  if (before === null || before.digits > 2 || before.value >= day.value) return null;
  return wordAt(cursor, at - 3, "month")?.word ?? null;
}
