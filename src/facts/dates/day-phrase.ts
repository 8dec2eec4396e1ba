import { addDays, type CalendarDate, weekdayOf } from "../../lib/calendar-date.ts";
import { dayIn, fieldsIn } from "./calendars.ts";
import { readCalendarPhrase } from "./calendar-phrase.ts";
import { type Cursor, isMark, skipMark, skipRoles, wordAt } from "./cursor.ts";
import { readNumericDate } from "./numeric-date.ts";
import { readPeriod } from "./period-phrase.ts";
import { readQuantityPhrase } from "./quantity-phrase.ts";
import type { NoDate, Reading } from "./reading.ts";
import { readRelativeDay } from "./relative-phrase.ts";
import { readWeekday, readWeekdayWords } from "./weekday-phrase.ts";

const DIRECTIONS = ["next", "coming", "after-next", "last", "this"] as const;

/** Words that a day or month of a calendar or week can begin with. */
export const NAMES_OF_DAYS = [
  ...DIRECTIONS,
  "number",
  "month",
  "weekday",
  "relative-day",
  "day-part",
] as const;

/** Words that a length of time, or a week, month or year as a whole, can begin with. */
export const NAMES_OF_LENGTHS = [
  ...DIRECTIONS,
  "number",
  "unit",
  "relative-year",
  "ago-before",
  "in-before",
  "within",
  "during",
  "over-past",
] as const;

const DAY_KINDS: ReadonlySet<string> = new Set(NAMES_OF_DAYS);
const LENGTH_KINDS: ReadonlySet<string> = new Set(NAMES_OF_LENGTHS);

/** Any phrase for a day, week, month or year that begins at a token. */
export function readDay(cursor: Cursor, at: number): Reading | NoDate | null {
  const isFigure = at < cursor.to && cursor.tokens[at]?.kind === "number";
  const begins = (kinds: ReadonlySet<string>): boolean =>
    isFigure || cursor.wordsAt(at).some(({ word }) => kinds.has(word.kind));
  const day = begins(DAY_KINDS) ? readNamedDay(cursor, at) : null;
  if (day !== null || !begins(LENGTH_KINDS)) return day;
  return readQuantityPhrase(cursor, at) ?? readPeriod(cursor, at);
}

function readNamedDay(cursor: Cursor, at: number): Reading | NoDate | null {
  const relative = readRelativeDay(cursor, at);
  if (relative !== null) return withCalendarDate(cursor, relative);
  return (
    readWeekdayPhrase(cursor, at) ??
    readNumericDate(cursor, at) ??
    withWeekdayAfter(cursor, readCalendarPhrase(cursor, at))
  );
}

function readWeekdayPhrase(cursor: Cursor, at: number): Reading | NoDate | null {
  const words = readWeekdayWords(cursor, at);
  if (words === null) return null;
  const alone = readWeekday(cursor, { ...words, alone: true });
  if (alone === null || alone.date === "none") return alone;
  const dated = withCalendarDate(cursor, alone);
  if (dated !== alone) return agreeing(cursor, dated, words.day);
  return words.alone ? alone : readWeekday(cursor, words);
}

/** "Friday, 6 February", "غداً الجمعة 6 فبراير", "Friday (6 February)": one phrase, and the date counts. */
function withCalendarDate(cursor: Cursor, reading: Reading): Reading {
  const opening = isMark(cursor, reading.to, "(");
  const afterMark = skipMark(cursor, reading.to, ",\u060c(");
  const start = skipRoles(cursor, afterMark, "day-word", "the", "corresponding");
  const dated = readNumericDate(cursor, start) ?? readCalendarPhrase(cursor, start);
  if (dated === null || dated.date === "none" || dated.dateEnd !== null) return reading;
  const to = opening ? skipMark(cursor, dated.to, ")") : dated.to;
  return { ...dated, from: reading.from, to, part: reading.part };
}

/** "6 February, a Friday" is rare; "الجمعة" right after the date is not. */
function withWeekdayAfter(
  cursor: Cursor,
  reading: Reading | NoDate | null,
): Reading | NoDate | null {
  if (reading === null || reading.date === "none" || reading.precision !== "day") return reading;
  const weekday = wordAt(cursor, skipMark(cursor, reading.to, ",\u060c("), "weekday");
  const names =
    weekday !== null && reading.date !== null && weekdayOf(reading.date) === weekday.word.day;
  if (!names || reading.dateEnd !== null) return reading;
  return {
    ...reading,
    to: isMark(cursor, reading.to, "(") ? skipMark(cursor, weekday.to, ")") : weekday.to,
  };
}

/** Where the year is left out, the weekday tells it: Sunday, June 22 is in 2025. */
function agreeing(cursor: Cursor, reading: Reading, day: number): Reading {
  const { written, date } = reading;
  if (
    date === null ||
    weekdayOf(date) === day ||
    written === null ||
    written.day === null ||
    written.year !== null
  )
    return reading;
  const around = fieldsIn(written.calendar, date).year;
  const other = [-1, 1]
    .map((shift) =>
      dayIn(written.calendar, {
        year: around + shift,
        month: written.month,
        day: written.day ?? 1,
      }),
    )
    .find(
      (candidate) =>
        candidate !== null && weekdayOf(candidate) === day && isRecent(cursor, candidate),
    );
  return other ? { ...reading, date: other } : reading;
}

const YEAR_DAYS = 366;

const isRecent = ({ today }: Cursor, date: CalendarDate): boolean =>
  date >= addDays(today, -YEAR_DAYS) && date <= addDays(today, YEAR_DAYS);
