import { addDays, type CalendarDate, localDate, weekdayOf } from "../lib/calendar-date.ts";
import { type Cron, readCron } from "./cron.ts";
import { dayExists, localInstant } from "./local-instant.ts";
import type { Schedule } from "./schedule.ts";
import { isWorkingDay } from "./working-days.ts";

/**
 * The first instant after `after` at which a schedule is due in an IANA zone. A time of day that clocks
 * skip is due as they jump, one that they show twice the first time only; a day that a zone skips is not
 * due at all. Null where a cron expression cannot be read or is never due.
 */
export function nextOccurrence(schedule: Schedule, timeZone: string, after: Date): Date | null {
  const key = `${after.getTime()} ${timeZone} ${nameOf(schedule)}`;
  const known = remembered.get(key);
  if (known !== undefined) return known === null ? null : new Date(known);
  const at = reckon(schedule, timeZone, after);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, at === null ? null : at.getTime());
  return at;
}

/** Thousands of subscriptions ask for the same few schedules at the same moment. */
const MOST_REMEMBERED = 2_000;
const remembered = new Map<string, number | null>();

function nameOf(schedule: Schedule): string {
  switch (schedule.kind) {
    case "daily":
    case "workdays":
      return `${schedule.kind} ${schedule.at}`;
    case "weekly":
      return `${schedule.kind} ${schedule.day} ${schedule.at}`;
    case "cron":
      return `${schedule.kind} ${schedule.expression}`;
  }
}

function reckon(schedule: Schedule, timeZone: string, after: Date): Date | null {
  const plan = planOf(schedule, timeZone);
  if (plan === null) return null;
  // A jump over midnight brings a day's last hour into the next day.
  let date = addDays(localDate(after, timeZone), -1);
  for (let day = 0; day <= MOST_DAYS; day += 1, date = addDays(date, 1)) {
    const at = plan.isDue(date) ? firstOn(date, plan.clocks, { timeZone, after }) : null;
    if (at !== null) return at;
  }
  return null;
}

/** Longer than from one 29th of February to the next. */
const MOST_DAYS = 8 * 366 + 2;

function planOf(schedule: Schedule, timeZone: string): Cron | null {
  switch (schedule.kind) {
    case "daily":
      return { clocks: [schedule.at], isDue: () => true };
    case "workdays":
      return { clocks: [schedule.at], isDue: (date) => isWorkingDay(date, timeZone) };
    case "weekly":
      return { clocks: [schedule.at], isDue: (date) => weekdayOf(date) === schedule.day % 7 };
    case "cron":
      return readCron(schedule.expression);
  }
}

function firstOn(
  date: CalendarDate,
  clocks: readonly string[],
  { timeZone, after }: { readonly timeZone: string; readonly after: Date },
): Date | null {
  if (!dayExists(date, timeZone)) return null;
  // Clocks set back within a day may turn the order of two times round.
  const later = clocks
    .map((clock) => localInstant(date, clock, timeZone))
    .filter((at) => at > after)
    .map((at) => at.getTime());
  return later.length === 0 ? null : new Date(Math.min(...later));
}
