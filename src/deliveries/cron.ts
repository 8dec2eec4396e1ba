import { parse } from "node-cron";
import { type CalendarDate, weekdayOf } from "../lib/calendar-date.ts";

/** What a cron expression asks for. */
export type Cron = {
  /** Times of day `HH:MM`, earliest first. */
  readonly clocks: readonly string[];
  readonly isDue: (date: CalendarDate) => boolean;
};

/** Whether people may have an expression for their briefings, or why not. */
export type CronCheck =
  | { readonly kind: "ok" }
  | { readonly kind: "refused"; readonly reason: CronFault };

/**
 * `fields`: not five fields; `invalid`: a field that cannot be read; `too-often`: twice within half an
 * hour; `too-rare`: not every year.
 */
export type CronFault = "fields" | "invalid" | "too-often" | "too-rare";

/** Checks a cron expression of five fields: minute, hour, day of month, month, day of week. */
export function checkCron(expression: string): CronCheck {
  if (fieldsOf(expression).length !== FIELDS) return refused("fields");
  const cron = readCron(expression);
  if (cron === null) return refused("invalid");
  const due = YEAR.map((date) => cron.isDue(date));
  if (!due.includes(true)) return refused("too-rare");
  const isNightly = due.some((isDue, day) => isDue && due[day + 1] === true);
  return shortestGap(cron.clocks, isNightly) < LEAST_MINUTES
    ? refused("too-often")
    : { kind: "ok" };
}

const refused = (reason: CronFault): CronCheck => ({ kind: "refused", reason });

const FIELDS = 5;
const LEAST_MINUTES = 30;
const DAY_MINUTES = 1_440;
/** No year without a leap day has the 29th of February. */
const YEAR = Array.from(
  { length: 365 },
  (_, day) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- toISOString gives this form
    new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10) as CalendarDate,
);

/** The fewest minutes between two times of day, over midnight where two days in a row are due. */
function shortestGap(clocks: readonly string[], isNightly: boolean): number {
  const minutes = clocks.map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));
  const first = minutes[0] ?? 0;
  const rounds = isNightly ? [...minutes, first + DAY_MINUTES] : minutes;
  return Math.min(DAY_MINUTES, ...rounds.slice(1).map((next, at) => next - (rounds[at] ?? 0)));
}

/**
 * Reads a cron expression; null where it is none. A day is due, as in crontab(5), when month and either
 * of the two day fields match; where one of those is `*`, the other alone decides.
 */
export function readCron(expression: string): Cron | null {
  const fields = fieldsOf(expression);
  if (fields.length !== FIELDS || !fields.every(isPlain)) return null;
  const read = parsed(fields.join(" "));
  if (read === null) return null;
  const { minute, hour, dayOfMonth, month, dayOfWeek } = read;
  const [isAnyDate, isAnyWeekday] = [fields[2]?.startsWith("*"), fields[4]?.startsWith("*")];
  const either = isAnyDate !== true && isAnyWeekday !== true;
  return {
    clocks: hour
      .flatMap((hours) => minute.map((minutes) => `${twoDigits(hours)}:${twoDigits(minutes)}`))
      .toSorted(),
    isDue: (date) => {
      if (!month.includes(Number(date.slice(5, 7)))) return false;
      const isDate = dayOfMonth.includes(Number(date.slice(8)));
      const isWeekday = dayOfWeek.includes(weekdayOf(date));
      return either ? isDate || isWeekday : isDate && isWeekday;
    },
  };
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** Nobody writes a longer one by hand. */
const LONGEST = 120;

const fieldsOf = (expression: string): string[] =>
  expression.length > LONGEST ? [] : expression.trim().split(/\s+/);

/** Names, numbers of two digits, lists, ranges and steps; no extensions of one program or another. */
const isPlain = (field: string): boolean =>
  /^[a-z0-9*,/-]+$/i.test(field) && !/\d{3}/.test(field) && !/^[lw]|\d[lw]/i.test(field);

function parsed(expression: string): ReturnType<typeof parse> | null {
  try {
    return parse(expression);
  } catch {
    return null;
  }
}
