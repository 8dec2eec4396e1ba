import { isMutual } from "../facts/events/once-each.ts";
import type { Event } from "../facts/fact.ts";
import type { PloverType } from "../facts/plover.ts";
import { addDays, type CalendarDate, daysBetween } from "../lib/calendar-date.ts";

/** What the parties did to each other, each deed once, however many reports tell of it; oldest told first. */
export type Deeds = readonly Deed[];

type Deed = {
  /** What was done by whom to whom. */
  readonly kind: string;
  /** In words or in deeds, for or against. */
  readonly quad: string;
  /** The day it was done; of what is agreed for a day to come, the day that was first told. */
  readonly day: CalendarDate;
  /** The day to come that was agreed on, or null. */
  readonly agreedFor: CalendarDate | null;
  /** −10 (conflict) to +10 (cooperation). */
  readonly intensity: number;
};

/** Deeds kept: those of the months that count, on the busiest days. */
const MOST_DEEDS = 400;

/** Takes one event between the parties in, as a report published on `day` tells it. */
export function stepTension(deeds: Deeds, event: Event, day: CalendarDate): Deeds {
  const deed = deedOf(event, day);
  const at = deeds.findIndex((known) => isSame(known, deed, event.date));
  const known = deeds[at];
  if (known === undefined) return [...deeds, deed].slice(-MOST_DEEDS);
  // Of one deed told in several ways the gravest tells most.
  if (Math.abs(known.intensity) >= Math.abs(deed.intensity)) return deeds;
  return deeds.with(at, { ...known, intensity: deed.intensity });
}

function deedOf({ type, source, target, date, intensity }: Event, told: CalendarDate): Deed {
  const pair = isMutual(type) ? [source, target].toSorted() : [source, target];
  const isToCome = date !== null && date > told;
  return {
    kind: [type, ...pair].join(" "),
    quad: `${VERBAL.has(type) ? "verbal" : "material"} ${Math.sign(intensity)}`,
    day: date === null || isToCome ? told : date,
    agreedFor: isToCome ? date : null,
    intensity,
  };
}

/** PLOVER's verbal types; the rest is material. */
const VERBAL: ReadonlySet<PloverType> = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
]);

/** Days within which a deed that is told with no day of its own is the one that was told before. */
const REPEATED_DAYS = 2;

function isSame(known: Deed, deed: Deed, date: CalendarDate | null): boolean {
  if (known.kind !== deed.kind) return false;
  if (date === null)
    return known.day <= deed.day && daysBetween(known.day, deed.day) <= REPEATED_DAYS;
  return deed.agreedFor === null ? known.day === deed.day : known.agreedFor === deed.agreedFor;
}

const HALF_LIFE_DAYS = 3;
/** Older deeds weigh under a ten-thousandth. */
const WINDOW_DAYS = 42;

/**
 * Tension on a day: the mean intensity of what was done up to it. Of each day the strongest deed of each
 * kind counts: conflict or cooperation, in words or in deeds. It weighs half for every three days of its
 * age, and by its distance from zero: more is done by an attack than by the meetings agreed before it.
 * Null where nothing happened within six weeks.
 */
export const tensionOn = (deeds: Deeds, day: CalendarDate): number | null =>
  meanUpTo(strongestOf(deeds), day);

type Done = Pick<Deed, "day" | "intensity">;

function strongestOf(deeds: Deeds): readonly Done[] {
  const strongest = new Map<string, Deed>();
  for (const deed of deeds) {
    const key = `${deed.day} ${deed.quad}`;
    const known = strongest.get(key);
    if (known === undefined || Math.abs(known.intensity) < Math.abs(deed.intensity))
      strongest.set(key, deed);
  }
  return [...strongest.values()];
}

function meanUpTo(done: readonly Done[], day: CalendarDate): number | null {
  const sofar = done
    .map((deed) => ({ ...deed, age: daysBetween(deed.day, day) }))
    .filter(({ age }) => age >= 0 && age <= WINDOW_DAYS);
  if (sofar.length === 0) return null;
  let weighted = 0;
  let weight = 0;
  for (const { intensity, age } of sofar) {
    const share = Math.abs(intensity) * 2 ** (-age / HALF_LIFE_DAYS);
    weighted += intensity * share;
    weight += share;
  }
  return weight === 0 ? 0 : Math.round((weighted / weight) * 10) / 10;
}

const SERIES_DAYS = 30;

/** Tension on each of the thirty days up to `day` that has one. */
export function tensionSeries(
  deeds: Deeds,
  day: CalendarDate,
): readonly { readonly date: CalendarDate; readonly value: number }[] {
  const done = strongestOf(deeds);
  return Array.from({ length: SERIES_DAYS }, (_, at) => addDays(day, at - SERIES_DAYS + 1)).flatMap(
    (date) => {
      const value = meanUpTo(done, date);
      return value === null ? [] : [{ date, value }];
    },
  );
}
