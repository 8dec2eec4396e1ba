import {
  type Cursor,
  isAttached,
  isMark,
  roleAt,
  roleBefore,
  skipMark,
  skipRoles,
} from "./cursor.ts";
import { addDays, weekdayOf } from "../../lib/calendar-date.ts";
import { weekdayAfter, weekdayBefore } from "./nearest.ts";
import { NAMES_OF_DAYS, NAMES_OF_LENGTHS } from "./day-phrase.ts";
import type { DateWord } from "./date-words.ts";
import { readDays } from "./range-phrase.ts";
import { dayReading, type NoDate, type Reading } from "./reading.ts";
import { inYearOf } from "./shared-year.ts";
import {
  endOfHour,
  readHourOf,
  readTime,
  skipOtherZone,
  skipToTime,
  type TimeWords,
} from "./time-phrase.ts";

/** Every date phrase of a run of tokens, in order and apart from one another. */
export function readPassage(cursor: Cursor): Reading[] {
  const readings: Reading[] = [];
  let at = cursor.from;
  while (at < cursor.to) {
    const found = readAt(cursor, at);
    if (found !== null && found.date !== "none") readings.push(found);
    const end = Math.max(found?.to ?? 0, at + 1);
    at = found?.date !== "none" && found?.time ? skipOtherZone(cursor, end) : end;
  }
  return withDaysForTimes(withSharedWeeks(cursor, withSharedYears(cursor, readings)));
}

function readAt(cursor: Cursor, at: number): Reading | NoDate | null {
  const token = cursor.tokens[at];
  const words = cursor.wordsAt(at);
  if (token === undefined || (words.length === 0 && token.kind !== "number")) return null;
  if (token.kind !== "number" && !words.some(({ word }) => BEGINNINGS.has(word.kind))) return null;
  const decoy = words.findLast(({ word }) => word.kind === "decoy");
  if (decoy !== undefined) return { from: at, to: decoy.to, date: "none" };
  const days = readDays(cursor, at);
  if (days !== null) return days.date === "none" ? days : withTimeAfter(cursor, days);
  const time = readTime(cursor, at, null);
  if (time === null) return readHourBeforeDay(cursor, at);
  if (isStamp(cursor, time)) return { from: at, to: time.to, date: "none" };
  return withDayAfter(cursor, time);
}

/** "about 10 on Friday morning": the part of the day makes an hour of the number. */
function readHourBeforeDay(cursor: Cursor, at: number): Reading | null {
  const end = roleBefore(cursor, at, "at") ? endOfHour(cursor, at) : null;
  const on = end === null ? null : roleAt(cursor, end, "preposition");
  const days = on === null ? null : readDays(cursor, skipRoles(cursor, on, "day-word", "the"));
  if (days === null || days.date === "none" || days.part === null) return null;
  const time = readHourOf(cursor, at, days.part);
  return time && { ...days, from: at, time: time.time };
}

/** Words that a date phrase can begin with. */
const BEGINNINGS: ReadonlySet<DateWord["kind"]> = new Set([
  ...NAMES_OF_DAYS,
  ...NAMES_OF_LENGTHS,
  "clock-time",
  "clock",
  "decoy",
]);

const MOST_OPENING_MARKS = 4;

/** Whether nothing but brackets, bullets and the like stands before a token of the sentence. */
const isAtHead = ({ tokens, from }: Cursor, at: number): boolean =>
  at - from <= MOST_OPENING_MARKS && tokens.slice(from, at).every(({ kind }) => kind === "mark");

/** In tokens, between midnight and the limit that it is. */
const LIMIT_REACH = 8;

/** "Has until midnight to answer", "the ultimatum expires at midnight": no hour at which anyone meets. */
function hasDeadline(cursor: Cursor, { from, to }: TimeWords): boolean {
  const last = Math.min(cursor.to, to + LIMIT_REACH);
  for (let at = Math.max(cursor.from, from - LIMIT_REACH); at < last; at += 1)
    if (roleAt(cursor, at, "deadline") !== null) return true;
  return false;
}

/** `10:42 GMT –`, `[14:05]`: the hour at the head of a line is the hour of writing. */
function isStamp(cursor: Cursor, { from, to }: TimeWords): boolean {
  const isRange = cursor.tokens[to + 1]?.kind === "number" && isAttached(cursor, to + 1);
  return isAtHead(cursor, from) && isMark(cursor, to, STAMP_ENDS) && !isRange;
}

const STAMP_ENDS = "-\u2013\u2014:])|\u2022/";

function withTimeAfter(cursor: Cursor, days: Reading): Reading {
  if (days.precision !== "day" || days.dateEnd !== null) return days;
  const time = readTime(cursor, skipToTime(cursor, days.to), days.part);
  if (time === null) return days;
  if (time.isMidnight && hasDeadline(cursor, time)) return { ...days, to: time.to };
  return { ...days, to: time.to, time: time.time, timeZone: time.timeZone };
}

function withDayAfter(cursor: Cursor, time: TimeWords): Reading | null {
  const start = skipRoles(
    cursor,
    skipMark(cursor, skipOtherZone(cursor, time.to), ",\u060c"),
    "preposition",
    "of",
    "day-word",
    "the",
  );
  const days = isMark(cursor, start, "(") ? null : readDays(cursor, start);
  const { from, to, timeZone } = time;
  const isLimit = time.isMidnight && hasDeadline(cursor, time);
  if (days !== null && days.date !== "none" && days.precision === "day" && days.dateEnd === null)
    return isLimit ? { ...days, from } : { ...days, from, time: time.time, timeZone };
  // "10:42 GMT Officials land": figures that open a sentence and name no day are the hour of writing.
  if (isLimit || (isAtHead(cursor, from) && cursor.tokens[from]?.kind === "number")) return null;
  if (!time.explicit && roleAt(cursor, from, "clock") === null) return null;
  return {
    ...dayReading({ from, to }, "0001-01-01", "time"),
    date: null,
    time: time.time,
    timeZone,
  };
}

const JOINED_WITHIN = 2;

function withSharedYears(cursor: Cursor, readings: readonly Reading[]): Reading[] {
  const shared = [...readings];
  for (let at = shared.length - 2; at >= 0; at -= 1) {
    const reading = shared[at];
    const next = shared[at + 1];
    if (reading === undefined || next === undefined) continue;
    const apart = next.from - reading.to;
    const isSeries = reading.precision === next.precision && apart <= JOINED_WITHIN;
    if (isSeries) shared[at] = inYearOf(cursor, reading, next);
  }
  return shared;
}

/** "Tuesday and Wednesday next week": weekdays in a series follow one another. */
function withSharedWeeks(cursor: Cursor, readings: readonly Reading[]): Reading[] {
  const shared = [...readings];
  for (const [at, second] of readings.entries()) {
    const first = shared[at - 1];
    if (first === undefined) continue;
    if (isWeekdayOfWeek(cursor, first, second))
      shared[at] = { ...second, ...nearTo(second, dayBefore(first), "after") };
    if (!isSeriesOfWeekdays(cursor, first, second)) continue;
    const isSettledBySecond = first.alternative !== null && second.alternative === null;
    if (isSettledBySecond) shared[at - 1] = { ...first, ...nearTo(first, second, "before") };
    else shared[at] = { ...second, ...nearTo(second, first, "after") };
  }
  return shared;
}

/** "next week on Tuesday", "الأسبوع المقبل يوم الثلاثاء". */
const isWeekdayOfWeek = (cursor: Cursor, week: Reading, weekday: Reading): boolean =>
  week.precision === "week" &&
  week.dateEnd !== null &&
  weekday.form === "weekday" &&
  weekday.dateEnd === null &&
  skipRoles(cursor, skipMark(cursor, week.to, ",\u060c"), "preposition", "day-word") ===
    weekday.from;

const dayBefore = (reading: Reading): Reading =>
  reading.date === null ? reading : { ...reading, date: addDays(reading.date, -1) };

const isSeriesOfWeekdays = (cursor: Cursor, first: Reading, second: Reading): boolean =>
  first.form === "weekday" &&
  second.form === "weekday" &&
  first.dateEnd === null &&
  second.dateEnd === null &&
  skipMark(cursor, skipRoles(cursor, first.to, "and"), ",\u060c") === second.from;

function nearTo(
  { date, alternative }: Reading,
  other: Reading,
  side: "before" | "after",
): Pick<Reading, "date" | "alternative"> {
  if (date === null || other.date === null) return { date, alternative };
  const day = weekdayOf(date);
  const near =
    side === "before"
      ? weekdayBefore(other.date, day, false)
      : weekdayAfter(other.date, day, false);
  return near === date ? { date, alternative } : { date: near, alternative: date };
}

/** A time of day belongs to the nearest day of its sentence. */
function withDaysForTimes(readings: readonly Reading[]): Reading[] {
  const days = readings.filter(
    ({ form, precision, dateEnd }) => form !== "time" && precision === "day" && dateEnd === null,
  );
  return readings.map((reading) => {
    if (reading.form !== "time") return reading;
    const nearest = days.toSorted(
      (a, b) => Math.abs(a.from - reading.from) - Math.abs(b.from - reading.from),
    )[0];
    return nearest === undefined
      ? reading
      : { ...reading, date: nearest.date, alternative: nearest.alternative };
  });
}
