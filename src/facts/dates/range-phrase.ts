import { addDays, weekdayOf } from "../../lib/calendar-date.ts";
import { type Cursor, isAttached, isMark, roleAt, roleBefore, skipRoles } from "./cursor.ts";
import { readDay } from "./day-phrase.ts";
import { inYearOf } from "./shared-year.ts";
import type { NoDate, Reading } from "./reading.ts";
import { readWeekdayWords } from "./weekday-phrase.ts";
import { weekdayAfter, weekdayBefore } from "./nearest.ts";

/** One day or several: "Monday to Wednesday", "between 3 March and 5 April", "28 February–3 March". */
export function readDays(cursor: Cursor, at: number): Reading | NoDate | null {
  const first = readDay(cursor, at);
  if (first === null || first.date === "none" || !mayBeginRange(cursor, first)) return first;
  const start = rangeSeparator(cursor, first);
  if (start === null) return first;
  const second = readEnd(cursor, start, first);
  return second === null ? first : joined(cursor, first, second);
}

/** "moved from Friday to Sunday" names two days, not three. */
const MOVE_REACH = 12;

function mayBeginRange(cursor: Cursor, { from, precision, dateEnd }: Reading): boolean {
  if (dateEnd !== null && precision !== "month") return false;
  for (let at = Math.max(cursor.from, from - MOVE_REACH); at < from; at += 1)
    if (roleAt(cursor, at, "moved") !== null) return false;
  return precision === "day" || precision === "month";
}

const DASHES = "-\u2013\u2014";

function rangeSeparator(cursor: Cursor, { from, to }: Reading): number | null {
  const next = roleAt(cursor, to, "to");
  if (next !== null) return skipRoles(cursor, next, "day-word", "the");
  if (isMark(cursor, to, DASHES)) return to + 1;
  if (isHyphenated(cursor, to)) return to;
  const and = roleAt(cursor, to, "and");
  if (!roleBefore(cursor, from, "between") && !roleBefore(cursor, from - 1, "between")) return null;
  return and ?? to;
}

/** `Monday-Wednesday`: the hyphen between letters is no token. */
function isHyphenated({ tokens, text }: Cursor, at: number): boolean {
  const gap = text.slice(tokens[at - 1]?.end, tokens[at]?.start);
  return gap.length === 1 && DASHES.includes(gap) && at < tokens.length;
}

function readEnd(cursor: Cursor, at: number, first: Reading): Reading | null {
  const words = readWeekdayWords(cursor, at);
  const second = readDay(cursor, at);
  if (second === null || second.date === "none" || second.date === null) return null;
  const isBare = words !== null && words.week === null && words.direction === null;
  if (second.form === "weekday" && first.date !== null && isBare)
    return {
      ...second,
      date: weekdayAfter(addDays(first.date, 1), words.day, true),
      alternative: first.date,
    };
  return second.precision === first.precision ? second : null;
}

function joined(cursor: Cursor, first: Reading, second: Reading): Reading {
  const begun = inWeekOf(inYearOf(cursor, first, second), second);
  const end = second.dateEnd ?? second.date;
  if (begun.date === null || end === null || end <= begun.date || isAttachedPair(cursor, first))
    return first;
  return {
    ...second,
    from: first.from,
    date: begun.date,
    dateEnd: end,
    alternative: null,
    form: first.form,
  };
}

/** "from Monday to next Wednesday": the first day is in the week before the last. */
function inWeekOf(first: Reading, { form, date, alternative }: Reading): Reading {
  const isOpen = first.form === "weekday" && first.alternative !== null && first.date !== null;
  if (!isOpen || form !== "weekday" || date === null || alternative !== null) return first;
  return { ...first, date: weekdayBefore(date, weekdayOf(first.date), false) };
}

const isAttachedPair = (cursor: Cursor, { to }: Reading): boolean =>
  isMark(cursor, to, "\u2014") && !isAttached(cursor, to + 1);
