import type { Tension } from "../digest/digest.ts";
import { addDays, type CalendarDate, daysBetween } from "../lib/calendar-date.ts";

/** A round on a chart: one that took place, or one that may. */
export type ChartRound = {
  readonly date: CalendarDate;
  readonly kind: "held" | "underway" | "expected" | "doubtful";
};

/** The days that a chart spans, with the value of each that has one. */
export type ChartDays = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Each day from the first figure to the last; null for a day without one. */
  readonly values: readonly { readonly date: CalendarDate; readonly value: number | null }[];
  /** The rounds that fall within. */
  readonly rounds: readonly ChartRound[];
};

/** Reads a series and the rounds about it; null where there is no figure. */
export function chartDays(
  series: Tension["series"],
  rounds: readonly ChartRound[],
): ChartDays | null {
  const known = new Map(
    series.filter(({ date, value }) => isDay(date) && Number.isFinite(value)).map(toEntry),
  );
  const dates = [...known.keys()].toSorted();
  const last = dates.at(-1);
  if (last === undefined) return null;
  const from = dates.findLast((date) => daysBetween(date, last) >= MOST_DAYS) ?? dates[0] ?? last;
  const shown = rounds.filter(({ date }) => isDay(date) && isShown(date, from, last));
  return {
    from,
    to: shown.map(({ date }) => date).reduce((a, b) => (a > b ? a : b), last),
    values: Array.from({ length: daysBetween(from, last) + 1 }, (_, at) => {
      const date = addDays(from, at);
      return { date, value: known.get(date) ?? null };
    }),
    rounds: shown,
  };
}

const toEntry = ({ date, value }: Tension["series"][number]) =>
  [date, Math.max(-10, Math.min(10, value))] as const;

const isShown = (date: CalendarDate, from: CalendarDate, last: CalendarDate): boolean =>
  date >= from && daysBetween(last, date) <= MOST_AHEAD_DAYS;

const isDay = (date: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));

/** More would be a smear at the width of a phone. */
const MOST_DAYS = 400;
/** A round further off would squeeze what happened into a corner. */
const MOST_AHEAD_DAYS = 30;
