import type { Event } from "../facts/fact.ts";
import { addDays, type CalendarDate, daysBetween } from "../lib/calendar-date.ts";

/** Intensity between the parties by day of publication: the sum and how many events it sums. */
export type TensionDays = ReadonlyMap<
  CalendarDate,
  { readonly sum: number; readonly count: number }
>;

/** Takes one event between the parties in. */
export function stepTension(days: TensionDays, event: Event, day: CalendarDate): TensionDays {
  const { sum, count } = days.get(day) ?? { sum: 0, count: 0 };
  const next = new Map(days);
  next.set(day, { sum: sum + event.intensity, count: count + 1 });
  if (next.size > MOST_DAYS) next.delete([...next.keys()].toSorted()[0] ?? day);
  return next;
}

const MOST_DAYS = 400;
const HALF_LIFE_DAYS = 7;
/** Days older than this weigh under a thousandth. */
const WINDOW_DAYS = 70;

/**
 * Tension on a day: the mean intensity of the events up to it, each weighing half for every seven days
 * of its age. Null where nothing happened within ten weeks.
 */
export function tensionOn(days: TensionDays, day: CalendarDate): number | null {
  let weighted = 0;
  let weight = 0;
  for (const [eventDay, { sum, count }] of days) {
    const age = daysBetween(eventDay, day);
    if (age < 0 || age > WINDOW_DAYS) continue;
    const share = 2 ** (-age / HALF_LIFE_DAYS);
    weighted += sum * share;
    weight += count * share;
  }
  return weight === 0 ? null : Math.round((weighted / weight) * 10) / 10;
}

const SERIES_DAYS = 30;

/** Tension on each of the thirty days up to `day` that has one. */
export function tensionSeries(
  days: TensionDays,
  day: CalendarDate,
): readonly { readonly date: CalendarDate; readonly value: number }[] {
  return Array.from({ length: SERIES_DAYS }, (_, at) => addDays(day, at - SERIES_DAYS + 1)).flatMap(
    (date) => {
      const value = tensionOn(days, date);
      return value === null ? [] : [{ date, value }];
    },
  );
}
