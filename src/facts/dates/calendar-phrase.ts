import { type Calendar, fieldsIn, isYear } from "./calendars.ts";
import {
  type Cursor,
  isAttached,
  isMark,
  isPlainWord,
  roleAt,
  roleBefore,
  skipMark,
  skipRoles,
  wordAt,
} from "./cursor.ts";
import type { FoundWord, DateWord } from "./date-words.ts";
import { directionAt, readUnitInDirection } from "./direction.ts";
import { daysOf, type YearHint } from "./nearest.ts";
import { readNumber, type ReadNumber } from "./numbers.ts";
import { dayReading, daysReading, type NoDate, type Reading } from "./reading.ts";
import { tenseAt } from "./tense.ts";
import { monthBeforeSeries, monthOfSeries, type NamedMonth } from "./day-series.ts";
import { monthContext, yearContext } from "./earlier-dates.ts";

type Month = FoundWord<Extract<DateWord, { kind: "month" }>> & { readonly twice: boolean };
type Said = YearHint["said"];
type Days = {
  readonly day: number;
  readonly lastDay: number | null;
  readonly ordinal: boolean;
  readonly to: number;
};
type Year = { readonly year: number | null; readonly said: Said; readonly to: number };

/** A date or month of a calendar, in any order of day, month and year. */
export function readCalendarPhrase(cursor: Cursor, at: number): Reading | NoDate | null {
  return readDayFirst(cursor, at) ?? readMonthFirst(cursor, at) ?? readBareDay(cursor, at);
}

/** "due back on the 14th": an ordinal in figures that counts nothing else. */
function readBareDay(cursor: Cursor, at: number): Reading | null {
  const number = dayNumber(cursor, at);
  if (number === null || !number.inDigits || !number.ordinal) return null;
  const isTold = roleBefore(cursor, at, "the") && roleBefore(cursor, at - 1, "preposition", "and");
  if (!isTold || isPlainWord(cursor, number.to)) return null;
  const { to } = number;
  const named = monthContext(
    { ...cursor, tokens: cursor.tokens.slice(cursor.from, at) },
    at - cursor.from,
  );
  const days = daysOf(
    {
      calendar: "gregorian",
      year: null,
      month: named?.month ?? Number(cursor.today.slice(5, 7)),
      day: number.value,
      lastDay: null,
    },
    cursor.today,
    hintOf(cursor, { from: at, to }, "gregorian", null),
  );
  return days && dayReading({ from: at, to }, days[0], "calendar");
}

function readDayFirst(cursor: Cursor, at: number): Reading | NoDate | null {
  const days = readDays(cursor, at, at);
  if (days === null) return null;
  const start = skipRoles(cursor, skipRoles(cursor, days.to, "of", "the"), "month-word");
  const month = readMonth(cursor, start) ?? monthBeingThis(cursor, days);
  if (month !== null) return finish(cursor, at, month, days);
  const number = dayNumber(cursor, at);
  if (number === null) return null;
  const shared = monthOfSeries(cursor, number) ?? monthBeforeSeries(cursor, number, at);
  if (shared === null) return null;
  const single = { ...days, day: number.value, lastDay: null, to: number.to };
  return finish(cursor, at, { ...monthNamed(shared), to: number.to }, single);
}

const monthNamed = ({ calendar, month }: NamedMonth): Omit<Month, "to"> => ({
  word: { kind: "month", calendar, month, alone: "yes" },
  twice: false,
});

function readMonthFirst(cursor: Cursor, at: number): Reading | NoDate | null {
  const told = cursor.words.lexicon.directionFirst ? directionAt(cursor, at) : null;
  const month = readMonth(cursor, told?.to ?? at);
  if (month === null) return null;
  if (told !== null) return finishMonth(cursor, at, month, told.said);
  const days = cursor.words.lexicon.monthFirst
    ? readDays(cursor, roleAt(cursor, month.to, "the") ?? month.to, at)
    : null;
  if (days !== null && isDayOf(cursor, { from: at, to: month.to }, days))
    return finish(cursor, at, { ...month, to: days.to }, days);
  return finishMonth(cursor, at, month, null);
}

/** "In February two sides", "in June 12 people", "March 10 a.m.": the number is no day of the month. */
function isDayOf(cursor: Cursor, month: { from: number; to: number }, days: Days): boolean {
  if (wordAt(cursor, days.to, "meridiem") !== null) return false;
  const inWords = cursor.wordsAt(month.to).some(({ word }) => word.kind === "number");
  if (days.ordinal) return true;
  const counts = roleAt(cursor, month.from - 1, "in-before", "during") === month.from;
  return !inWords && !(counts && isPlainWord(cursor, days.to));
}

/** A month's name, with its name in another tradition: `شباط/فبراير`, `شباط (فبراير)`. */
function readMonth(cursor: Cursor, at: number): Month | null {
  const month = wordAt(cursor, at, "month");
  if (month === null) return null;
  const again = isMark(cursor, month.to, "/(-") ? wordAt(cursor, month.to + 1, "month") : null;
  const same =
    again?.word.calendar === month.word.calendar && again.word.month === month.word.month;
  if (again === null || !same)
    return { ...month, to: afterAbbreviation(cursor, month.to), twice: false };
  const to = isMark(cursor, month.to, "(") ? skipMark(cursor, again.to, ")") : again.to;
  return { ...month, to, twice: true };
}

/** `Feb. 6`: the full stop belongs to the month when a number follows. */
function afterAbbreviation(cursor: Cursor, at: number): number {
  const stops = isMark(cursor, at, ".") && isAttached(cursor, at);
  return stops && cursor.tokens[at + 1]?.kind === "number" ? at + 1 : at;
}

/** `the 6th of this month`, `السادس من الشهر الجاري`, `ششم ماه جاری`. */
function monthBeingThis(cursor: Cursor, { to: at, ordinal }: Days): Month | null {
  const start = skipRoles(cursor, at, "of", "the");
  const period = readUnitInDirection(cursor, start, "month");
  if (period === null) return monthNamedBefore(cursor, start);
  // "3 ماه گذشته" is a length of three months.
  if (period.shift !== 0 && start === at && !ordinal) return null;
  const { calendar } = cursor.words.lexicon;
  const now = fieldsIn(calendar, cursor.today);
  const month = ((now.month - 1 + period.shift + 12) % 12) + 1;
  return { ...monthNamed({ calendar, month }), to: period.to };
}

/** `the 22nd of the same month`, `22 من الشهر نفسه`, `۲۲ همان ماه`. */
function monthNamedBefore(cursor: Cursor, at: number): Month | null {
  const before = roleAt(cursor, at, "same");
  const unit = wordAt(cursor, before ?? at, "unit");
  if (unit?.word.unit !== "month" || !unit.word.named) return null;
  const to = before === null ? roleAt(cursor, unit.to, "same") : unit.to;
  const word = to === null ? null : monthContext(cursor, at);
  return to === null || word === null ? null : { word, to, twice: false };
}

const DASHES = "-\u2013\u2014\u2212";

/** `6`, `6–7`, `3 and 5` after "between"; the phrase begins at `begin`. */
function readDays(cursor: Cursor, at: number, begin: number): Days | null {
  const first = dayNumber(cursor, at);
  if (first === null) return null;
  const last = secondDay(cursor, begin, first);
  if (last !== null && last.value > first.value)
    return { day: first.value, lastDay: last.value, ordinal: last.ordinal, to: last.to };
  return { day: first.value, lastDay: null, ordinal: first.ordinal, to: first.to };
}

function secondDay(cursor: Cursor, begin: number, first: ReadNumber): ReadNumber | null {
  const dashed = skipMark(cursor, first.to, DASHES);
  if (dashed > first.to) return dayNumber(cursor, dashed);
  const to = roleAt(cursor, first.to, "to");
  if (to !== null) return dayNumber(cursor, skipRoles(cursor, to, "day-word", "the"));
  const and = roleAt(cursor, first.to, "and");
  const second = dayNumber(cursor, skipRoles(cursor, and ?? first.to, "the"));
  const joined = and !== null || startsWithConjunction(cursor, first.to);
  if (second === null || !joined) return null;
  const isRange = roleBefore(cursor, begin, "between") || second.value === first.value + 1;
  return isRange ? second : null;
}

/** `الثالث والخامس`: the conjunction is written as part of the second word. */
function startsWithConjunction(cursor: Cursor, at: number): boolean {
  const { and } = cursor.words.lexicon;
  return and !== "" && (cursor.tokens[at]?.text.startsWith(and) ?? false);
}

function dayNumber(cursor: Cursor, at: number): ReadNumber | null {
  const number = readNumber(cursor, at);
  return number !== null && number.value >= 1 && number.value <= 31 && number.digits <= 2
    ? number
    : null;
}

/** The year after a day and month, or a word that tells it. */
function readYear(cursor: Cursor, at: number, calendar: Calendar): Year {
  const plain = skipRoles(cursor, at, "month-word");
  const start = skipMark(cursor, plain, ",\u060c");
  const number = readNumber(cursor, skipRoles(cursor, start, "of", "the", "year-word"));
  if (number?.digits === 4 && isYear(calendar, number.value))
    return { year: number.value, said: null, to: number.to };
  return readYearInWords(cursor, plain, calendar) ?? { year: null, said: null, to: plain };
}

/** `… this year`, `… الماضي`, `… امسال`. */
function readYearInWords(cursor: Cursor, at: number, calendar: Calendar): Year | null {
  const now = fieldsIn(calendar, cursor.today).year;
  const start = skipRoles(cursor, at, "of", "the");
  const relative = wordAt(cursor, start, "relative-year");
  if (relative !== null) return { year: now + relative.word.offset, said: null, to: relative.to };
  const period = readUnitInDirection(cursor, start, "year");
  if (period !== null) return { year: now + period.shift, said: null, to: period.to };
  if (cursor.words.lexicon.directionFirst) return null;
  const told = directionAt(cursor, at);
  return told === null ? null : { year: null, said: told.said, to: told.to };
}

function finish(
  cursor: Cursor,
  from: number,
  month: Month,
  { day, lastDay }: Days,
): Reading | NoDate {
  const { calendar } = month.word;
  const { year, said, to } = readYear(cursor, month.to, calendar);
  if (year === null && roleBefore(cursor, from, "place-word")) return { from, to, date: "none" };
  const written = { calendar, year, month: month.word.month, day, lastDay };
  const days = daysOf(written, cursor.today, hintOf(cursor, { from, to }, calendar, said));
  if (days === null) return { from, to, date: "none" };
  const reading =
    lastDay === null
      ? dayReading({ from, to }, days[0], "calendar")
      : daysReading({ from, to }, days, "calendar", "day");
  return { ...reading, written };
}

// oxlint-disable-next-line eslint/max-params -- what was said before the month is the fourth
function finishMonth(cursor: Cursor, from: number, month: Month, said: Said): Reading | null {
  const { calendar } = month.word;
  const after = readYear(cursor, month.to, calendar);
  const isFull = said !== null || after.year !== null || after.said !== null || month.twice;
  if (after.year === null && roleBefore(cursor, from, "place-word")) return null;
  const hasMonthWord = after.to > month.to;
  if (!isFull && !hasMonthWord && !mayStandAlone(cursor, from, month)) return null;
  const written = { calendar, year: after.year, month: month.word.month, day: null, lastDay: null };
  const to = after.to;
  const days = daysOf(
    written,
    cursor.today,
    hintOf(cursor, { from, to }, calendar, said ?? after.said),
  );
  if (days === null) return null;
  return { ...daysReading({ from, to }, days, "calendar", "month"), written };
}

function mayStandAlone(cursor: Cursor, at: number, { word, to }: Month): boolean {
  if (roleBefore(cursor, at, "month-word", "part-of-month")) return true;
  if (word.alone === "no") return false;
  if (roleBefore(cursor, at, "preposition")) return true;
  if (word.alone === "after-preposition") return false;
  return !isName(cursor, at, to);
}

/** "April Glaspie": a capital on either side makes a name of it. */
function isName({ tokens }: Cursor, at: number, to: number): boolean {
  const after = tokens[to];
  const before = tokens[at - 1];
  return (
    (after?.kind === "word" && after.capital && !after.afterBreak) ||
    (before?.kind === "word" && before.capital && at > 1)
  );
}

const hintOf = (
  cursor: Cursor,
  { from, to }: Pick<Reading, "from" | "to">,
  calendar: Calendar,
  said: Said,
): YearHint => ({
  said,
  tense: tenseAt(cursor, from, to),
  context: yearContext(cursor, from, calendar, fieldsIn(calendar, cursor.today).year),
});
