import { addDays, type CalendarDate, daysBetween } from "../../lib/calendar-date.ts";
import { type Cursor, skipMark, skipRoles, wordAt } from "./cursor.ts";
import { weekdayAfter, weekdayBefore } from "./nearest.ts";
import { dayReading, type Reading } from "./reading.ts";
import { readWeekdayWords } from "./weekday-phrase.ts";

/** A day named from today, with the weekday beside it: "tomorrow", "مساء اليوم الجمعة", "فردا شب". */
export function readRelativeDay(cursor: Cursor, at: number): Reading | null {
  const lead = wordAt(cursor, at, "day-part");
  const start = lead === null ? at : skipRoles(cursor, lead.to, "of", "day-word", "the");
  const day =
    wordAt(cursor, lead?.to ?? at, "relative-day") ?? wordAt(cursor, start, "relative-day");
  if (day === null) return null;
  const after = lead === null ? wordAt(cursor, day.to, "day-part") : null;
  const part = (lead ?? after)?.word.part ?? null;
  const date = addDays(cursor.today, day.word.offset);
  const reading = dayReading({ from: at, to: after?.to ?? day.to }, date, "relative");
  return withWeekday(cursor, { ...reading, part });
}

/** The weekday settles the day where the zone of the writer is not that of the reader. */
function withWeekday(cursor: Cursor, reading: Reading): Reading {
  const start = skipRoles(cursor, skipMark(cursor, reading.to, ",\u060c("), "day-word");
  const words = readWeekdayWords(cursor, start);
  if (words === null || !words.alone || reading.date === null) return reading;
  const nearest = nearestWeekday(reading.date, words.day);
  if (Math.abs(daysBetween(reading.date, nearest)) > 1) return reading;
  const to =
    start > reading.to ? skipMark(cursor, words.to, closingOf(cursor, reading.to)) : words.to;
  return { ...reading, date: nearest, to, part: reading.part ?? words.part };
}

const closingOf = (cursor: Cursor, at: number): string =>
  cursor.tokens[at]?.text === "(" ? ")" : "";

function nearestWeekday(date: CalendarDate, day: number): CalendarDate {
  const after = weekdayAfter(date, day, true);
  const before = weekdayBefore(date, day, true);
  return daysBetween(date, after) <= daysBetween(before, date) ? after : before;
}
