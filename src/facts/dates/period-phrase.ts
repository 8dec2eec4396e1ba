import { addDays, type CalendarDate } from "../../lib/calendar-date.ts";
import { fieldsIn, isYear, monthIn } from "./calendars.ts";
import { type Cursor, isMark, roleAt, roleBefore, wordAt } from "./cursor.ts";
import type { Unit } from "./date-lexicon.ts";
import { directionAt, readUnitInDirection } from "./direction.ts";
import { weekdayAfter, weekOf } from "./nearest.ts";
import { readNumber } from "./numbers.ts";
import { daysReading, type Reading } from "./reading.ts";
import { tenseAt } from "./tense.ts";

type Days = readonly [first: CalendarDate, last: CalendarDate];

/** A week, month or year: "next week", "الشهر الماضي", "امسال", "in 2025", "سال ۱۴۰۴". */
export function readPeriod(cursor: Cursor, at: number): Reading | null {
  const period = readUnitInDirection(cursor, at);
  const days = period && periodDays(cursor, period.unit, period.shift);
  if (period !== null && days !== null) {
    const precision = PRECISION[period.unit];
    return daysReading({ from: at, to: period.to }, days, "relative", precision);
  }
  return (
    readWeekend(cursor, at) ??
    readThisWeek(cursor, at) ??
    readRelativeYear(cursor, at) ??
    readBareYear(cursor, at)
  );
}

const PRECISION = {
  hour: "day",
  day: "day",
  week: "week",
  weekend: "week",
  month: "month",
  year: "year",
} as const;

function periodDays(cursor: Cursor, unit: Unit, shift: number): Days | null {
  const { weekStart, weekend, calendar } = cursor.words.lexicon;
  const now = fieldsIn(calendar, cursor.today);
  switch (unit) {
    case "hour":
    case "day":
      return null;
    case "week": {
      const first = addDays(weekOf(cursor.today, weekStart), shift * 7);
      return [first, addDays(first, 6)];
    }
    case "weekend": {
      const week = addDays(weekOf(cursor.today, weekStart), shift * 7);
      const first = weekdayAfter(week, weekend[0], true);
      return [first, weekdayAfter(first, weekend[1], true)];
    }
    case "month": {
      const index = now.year * 12 + now.month - 1 + shift;
      return monthIn(calendar, Math.floor(index / 12), (index % 12) + 1);
    }
    case "year":
      return yearDays(calendar, now.year + shift);
  }
}

/** "over the weekend": the one before or after today, as the verb has it. */
function readWeekend(cursor: Cursor, at: number): Reading | null {
  const named = wordAt(cursor, at, "unit");
  if (named?.word.unit !== "weekend") return null;
  const { weekStart, weekend } = cursor.words.lexicon;
  const first = weekdayAfter(weekOf(cursor.today, weekStart), weekend[0], true);
  const isLast = tenseAt(cursor, at, named.to) === "past" && first > cursor.today;
  const begin = isLast ? addDays(first, -7) : first;
  const days = [begin, weekdayAfter(begin, weekend[1], true)] as const;
  return daysReading({ from: at, to: named.to }, days, "relative", PRECISION.weekend);
}

/** "by the end of the week": a part of the present week, told as exactly as the whole. */
function readThisWeek(cursor: Cursor, at: number): Reading | null {
  const named = wordAt(cursor, at, "unit");
  const isWeek = named?.word.unit === "week" && named.word.named;
  if (!isWeek || !roleBefore(cursor, at, "part-of-week") || counts(cursor, named.to)) return null;
  const days = periodDays(cursor, "week", 0);
  return days && daysReading({ from: at, to: named.to }, days, "relative", PRECISION.week);
}

/** "the end of the week of talks", «پایان هفته دوم». */
const counts = (cursor: Cursor, at: number): boolean =>
  roleAt(cursor, at, "of", "in-after", "ago-after", "other-event") !== null ||
  wordAt(cursor, at, "number") !== null ||
  directionAt(cursor, at) !== null;

function yearDays(calendar: "gregorian" | "jalali" | "hijri", year: number): Days | null {
  const first = monthIn(calendar, year, 1);
  const last = monthIn(calendar, year, 12);
  return first === null || last === null ? null : [first[0], last[1]];
}

function readRelativeYear(cursor: Cursor, at: number): Reading | null {
  const year = wordAt(cursor, at, "relative-year");
  if (year === null) return null;
  const { calendar } = cursor.words.lexicon;
  const days = yearDays(calendar, fieldsIn(calendar, cursor.today).year + year.word.offset);
  return days && daysReading({ from: at, to: year.to }, days, "relative", "year");
}

/** Years that news speaks of without a word for year beside them. */
const PLAIN_YEARS = [1900, 2100] as const;

/** Four digits are a year only after the word for it or a preposition. */
function readBareYear(cursor: Cursor, at: number): Reading | null {
  const number = readNumber(cursor, at);
  if (number === null || number.ordinal || number.digits < 2) return null;
  if (number.digits === 2) return readShortYear(cursor, at, number.value);
  if (number.digits !== 4) return null;
  const isNamed = roleBefore(cursor, at, "year-word") || roleAt(cursor, number.to, "era") !== null;
  const isPlain = number.value >= PLAIN_YEARS[0] && number.value <= PLAIN_YEARS[1];
  const isTold = isPlain && (roleBefore(cursor, at, "preposition") || isJoinedYear(cursor, at));
  if (!isNamed && !isTold) return null;
  if (isMark(cursor, number.to, "-\u2013/") && !isNamed) return null;
  if (wordAt(cursor, number.to, "unit") !== null) return null;
  const calendar = calendarOfYear(cursor, number.value);
  const days = yearDays(calendar, number.value);
  return days && daysReading({ from: at, to: number.to }, days, "calendar", "year");
}

const JALALI_CENTURY = 1300;
/** Lower figures after the word for year count something else. */
const FIRST_SHORT_YEAR = 50;

/** `سال ۹۸`: the Persian calendar's last century goes without its first digits. */
function readShortYear(cursor: Cursor, at: number, value: number): Reading | null {
  const { calendar } = cursor.words.lexicon;
  const isShort = calendar === "jalali" && value >= FIRST_SHORT_YEAR;
  if (!isShort || !roleBefore(cursor, at, "year-word")) return null;
  const days = yearDays(calendar, JALALI_CENTURY + value);
  return days && daysReading({ from: at, to: at + 1 }, days, "calendar", "year");
}

/** `بين عامي 2015 و2018`: the second of two years. */
const isJoinedYear = (cursor: Cursor, at: number): boolean =>
  roleBefore(cursor, at, "and", "to") && readNumber(cursor, at - 2)?.digits === 4;

function calendarOfYear(cursor: Cursor, year: number): "gregorian" | "jalali" | "hijri" {
  if (isYear("gregorian", year)) return "gregorian";
  return cursor.words.lexicon.oldYears;
}
