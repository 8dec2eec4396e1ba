import { addDays, type CalendarDate, daysBetween, weekdayOf } from "../../lib/calendar-date.ts";
import { dayIn, fieldsIn, monthIn } from "./calendars.ts";
import type { WrittenDate } from "./reading.ts";
import type { Tense } from "./tense.ts";

/** Which occurrence of a date without a year is meant. */
export type YearHint = {
  /** Said outright, as in "last June". */
  readonly said: "next" | "last" | "this" | null;
  readonly tense: Tense;
  /** A year of the date's own calendar that the text named shortly before. */
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
  if (hint.said === "this") return daysInYear(written, now.year);
  const inContext = hint.context === null ? null : daysInYear(written, hint.context);
  return choose(candidates, today, hint, inContext);
}

/** A year named before holds for a date that is told as past, or that is far away in any year. */
// oxlint-disable-next-line eslint/max-params -- the days to choose from and what tells which
function choose(
  candidates: readonly Days[],
  today: CalendarDate,
  { said, tense }: YearHint,
  inContext: Days | null,
): Days | null {
  const nearest = candidates.toSorted((a, b) => gap(a, today) - gap(b, today))[0];
  if (nearest === undefined) return null;
  const past = candidates.findLast(([, last]) => last < today) ?? null;
  const next = candidates.find(([first]) => first > today) ?? null;
  if (said === "last") return past;
  if (said === "next") return next;
  const isPast = tense === "past" || tense === "was-due";
  if (inContext !== null && isPast && inContext[1] < today && nearest[0] > today) return inContext;
  if (gap(nearest, today) <= NEAR_DAYS) return nearest;
  if (inContext !== null) return inContext;
  if (tense === null) return nearest;
  return isPast ? past : next;
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
