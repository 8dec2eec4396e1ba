import { addDays, type CalendarDate, daysBetween, weekdayOf } from "../../lib/calendar-date.ts";
import { dayIn, fieldsIn, monthIn } from "./calendars.ts";
import type { WrittenDate } from "./reading.ts";
import type { Tense } from "./tense.ts";

/** Which occurrence of a date without a year is meant. */
export type YearHint = {
  /** Said outright, as in "last June". */
  readonly said: "next" | "last" | "this" | null;
  readonly tense: Tense;
  /** A Gregorian year that the text named shortly before. */
  readonly context: number | null;
};

/** Days within which the nearest occurrence is meant whatever the tense. */
const NEAR_DAYS = 75;

type Days = readonly [first: CalendarDate, last: CalendarDate];

/** The days a written date names, its year chosen by the hint where it has none; null if no such day. */
export function daysOf(written: WrittenDate, today: CalendarDate, hint: YearHint): Days | null {
  if (written.year !== null) return daysInYear(written, written.year);
  const now = fieldsIn(written.calendar, today);
  const candidates = [-1, 0, 1].flatMap((shift) => {
    const days = daysInYear(written, now.year + shift);
    return days === null ? [] : [days];
  });
  const thisYear = daysInYear(written, now.year);
  if (hint.said === "this") return thisYear;
  return choose(candidates, today, hint);
}

function choose(candidates: readonly Days[], today: CalendarDate, hint: YearHint): Days | null {
  const nearest = candidates.toSorted((a, b) => gap(a, today) - gap(b, today))[0];
  const past = candidates.findLast(([, last]) => last < today) ?? null;
  const next = candidates.find(([first]) => first > today) ?? null;
  if (hint.said === "last") return past;
  if (hint.said === "next") return next;
  if (nearest === undefined || gap(nearest, today) <= NEAR_DAYS) return nearest ?? null;
  const inContext = candidates.find(([first]) => Number(first.slice(0, 4)) === hint.context);
  if (inContext !== undefined) return inContext;
  if (hint.tense === null) return nearest;
  return hint.tense === "past" ? past : next;
}

const gap = ([first, last]: Days, today: CalendarDate): number => {
  if (today < first) return daysBetween(today, first);
  return today > last ? daysBetween(last, today) : 0;
};

function daysInYear({ calendar, month, day, lastDay }: WrittenDate, year: number): Days | null {
  if (day === null) return monthIn(calendar, year, month);
  const first = dayIn(calendar, { year, month, day });
  const last = lastDay === null ? first : dayIn(calendar, { year, month, day: lastDay });
  return first === null || last === null ? null : [first, last];
}

/** The first such weekday after `today`, or `today` itself when `orToday`. */
export function weekdayAfter(today: CalendarDate, day: number, orToday: boolean): CalendarDate {
  const ahead = (day - weekdayOf(today) + 7) % 7;
  return addDays(today, ahead === 0 && !orToday ? 7 : ahead);
}

/** The last such weekday before `today`, or `today` itself when `orToday`. */
export function weekdayBefore(today: CalendarDate, day: number, orToday: boolean): CalendarDate {
  const back = (weekdayOf(today) - day + 7) % 7;
  return addDays(today, back === 0 && !orToday ? -7 : -back);
}

/** The first day of the week that `today` is in. */
export const weekOf = (today: CalendarDate, weekStart: number): CalendarDate =>
  weekdayBefore(today, weekStart, true);
