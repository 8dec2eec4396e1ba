import { addDays, type CalendarDate, daysBetween } from "../../lib/calendar-date.ts";
import { type Cursor, roleBefore, skipMark, skipRoles, wordAt } from "./cursor.ts";
import type { DayPart } from "./date-lexicon.ts";
import { type Direction, directionAt, readUnitInDirection } from "./direction.ts";
import { weekdayAfter, weekdayBefore, weekOf } from "./nearest.ts";
import { dayReading, type NoDate, type Reading } from "./reading.ts";
import { gatheringTense } from "./gathering-day.ts";
import { tenseAt } from "./tense.ts";

/** A weekday as a text writes it, with the words that tell which one. */
export type WeekdayWords = {
  readonly from: number;
  readonly to: number;
  readonly day: number;
  /** False for a name that is also another word and needs a date beside it. */
  readonly alone: boolean;
  readonly direction: Direction | null;
  /** Weeks from this week, where one is named. */
  readonly week: number | null;
  readonly part: DayPart | null;
};

/** "Friday", "next Tuesday", "مساء الخميس المقبل", "جمعه هفته آینده". */
export function readWeekdayWords(cursor: Cursor, at: number): WeekdayWords | null {
  const lead = wordAt(cursor, at, "day-part");
  const start = lead === null ? at : skipRoles(cursor, lead.to, "of", "day-word", "the");
  const before = cursor.words.lexicon.directionFirst ? directionAt(cursor, start) : null;
  const weekday = wordAt(cursor, before?.to ?? start, "weekday");
  if (weekday === null) return null;
  const words = { from: at, day: weekday.word.day, alone: weekday.word.alone };
  const tail = readTail(cursor, weekday.to);
  return {
    ...words,
    to: tail.to,
    direction: before ?? tail.direction,
    week: tail.week,
    part: lead?.word.part ?? tail.part,
  };
}

type Tail = Pick<WeekdayWords, "direction" | "week" | "part" | "to">;

function readTail(cursor: Cursor, at: number): Tail {
  const first = wordAt(cursor, at, "day-part");
  const afterPart = first?.to ?? at;
  const week = readUnitInDirection(cursor, skipRoles(cursor, afterPart, "of", "the"), "week");
  if (week !== null)
    return { direction: null, week: week.shift, part: first?.word.part ?? null, to: week.to };
  const direction = cursor.words.lexicon.directionFirst ? null : directionAt(cursor, afterPart);
  const to = direction?.to ?? afterPart;
  const second = first ?? wordAt(cursor, to, "day-part");
  return {
    direction,
    week: null,
    part: second?.word.part ?? null,
    to: Math.max(to, second?.to ?? to),
  };
}

/** The day that a weekday means on its own. */
export function readWeekday(cursor: Cursor, words: WeekdayWords): Reading | NoDate | null {
  const { from, to } = words;
  if (isHabit(cursor, words)) return { from, to, date: "none" };
  if (!words.alone && words.direction === null && words.week === null) return null;
  const [date, alternative] = weekdayDates(cursor, words);
  return { ...dayReading({ from, to }, date, "weekday"), alternative, part: words.part };
}

/** "every Friday", «روزهای جمعه»; but «روزهای دوشنبه و سه‌شنبه» are two days. */
function isHabit(cursor: Cursor, { from, to }: WeekdayWords): boolean {
  const isEach = roleBefore(cursor, from, "habitual") || isEveryDay(cursor, from);
  if (isEach || !roleBefore(cursor, from, "days-word")) return isEach;
  const next = skipMark(cursor, skipRoles(cursor, to, "and"), ",\u060c");
  return wordAt(cursor, next, "weekday") === null;
}

/** "every day Friday": the word for day may stand between. */
const isEveryDay = (cursor: Cursor, from: number): boolean =>
  roleBefore(cursor, from, "day-word") && roleBefore(cursor, from - 1, "habitual");

type Candidates = readonly [date: CalendarDate, alternative: CalendarDate | null];

function weekdayDates(cursor: Cursor, words: WeekdayWords): Candidates {
  const { today } = cursor;
  const { weekStart, nextMaySkip } = cursor.words.lexicon;
  const { day } = words;
  if (words.week !== null) {
    const first = addDays(weekOf(today, weekStart), words.week * 7);
    return [weekdayAfter(first, day, true), null];
  }
  const after = weekdayAfter(today, day, false);
  const before = weekdayBefore(today, day, false);
  const sameWeek = (date: CalendarDate) => weekOf(date, weekStart) === weekOf(today, weekStart);
  switch (words.direction?.role) {
    case "next":
      return [after, nextMaySkip && sameWeek(after) ? addDays(after, 7) : null];
    case "coming":
      return [after, null];
    case "after-next":
      return [addDays(after, 7), null];
    case "last":
      return [before, nextMaySkip && sameWeek(before) ? addDays(before, -7) : null];
    case "this":
    case undefined:
      return bareWeekday(cursor, words);
  }
}

/** What has happened is told by a verb; a bare noun and weekday announce more often than they recall. */
const SOON_BIAS = 2;

/** News says a weekday for the nearest one in the sense of its verb. */
function bareWeekday(cursor: Cursor, { from, to, day, direction }: WeekdayWords): Candidates {
  const { today } = cursor;
  const after = weekdayAfter(today, day, true);
  const before = weekdayBefore(today, day, true);
  if (after === today) return [today, null];
  const named = direction === null ? gatheringTense(cursor, { from, to }) : null;
  const tense = named ?? tenseAt(cursor, from, to);
  if (tense === "past") return [before, after];
  if (tense === "future" || direction !== null) return [after, before];
  const isSoon =
    daysBetween(today, after) <=
    daysBetween(before, today) + (tense === "nearest" ? -SOON_BIAS : SOON_BIAS);
  return isSoon ? [after, before] : [before, after];
}
