import { addDays, type CalendarDate, localDate } from "../../lib/calendar-date.ts";
import { type Cursor, roleAt, skipRoles, wordAt } from "./cursor.ts";
import type { Unit } from "./date-lexicon.ts";
import { directionAt } from "./direction.ts";
import { readNumber } from "./numbers.ts";
import { dayReading, daysReading, type Reading } from "./reading.ts";
import { shiftMonths } from "./shift-months.ts";
import { tenseAt } from "./tense.ts";

type Quantity = {
  readonly count: number;
  readonly unit: Unit;
  /** Written inside the quantity: `الأيام الثلاثة المقبلة`. */
  readonly direction: "next" | "last" | null;
  readonly to: number;
};

const MOST = 1_000;

/** A length of time counted from now: "in three days", "قبل أسبوعين", "ظرف دو هفته", "two weeks ago". */
export function readQuantityPhrase(cursor: Cursor, at: number): Reading | null {
  return readAfterIntroduction(cursor, at) ?? readBeforeEnding(cursor, at);
}

function readAfterIntroduction(cursor: Cursor, at: number): Reading | null {
  const found = cursor
    .wordsAt(at)
    .findLast(({ word: { kind } }) => INTRODUCTIONS.some((role) => role === kind));
  if (found === undefined || isRange(cursor, at, found.word.kind)) return null;
  const quantity = readQuantity(cursor, found.to);
  if (quantity === null || isOfEvent(cursor, quantity.to)) return null;
  const ending = directionAfter(cursor, quantity);
  const range = { from: at, to: ending.to };
  if (found.word.kind === "over-past" || ending.said === "last")
    return stretch(cursor, range, quantity, -1);
  const isOpen = ending.said === null && found.word.kind !== "within";
  const isAgo = found.word.kind === "ago-before";
  // "Twelve were killed in two days" counts from another day than today.
  if (isOpen && !isAgo && tenseAt(cursor, at, quantity.to) === "past") return null;
  if (isAgo || (found.word.kind === "in-before" && isOpen))
    return point(
      cursor,
      { from: at, to: roleAt(cursor, quantity.to, "in-after") ?? quantity.to },
      quantity,
      isAgo ? -1 : 1,
    );
  return stretch(cursor, range, quantity, 1);
}

/** `ده تا پانزده روز`: the Persian word for "within" also stands between two numbers. */
const isRange = (cursor: Cursor, at: number, kind: string): boolean =>
  kind === "within" && at > 0 && readNumber(cursor, at - 1)?.to === at;

const INTRODUCTIONS = ["within", "during", "over-past", "in-before", "ago-before"] as const;

function readBeforeEnding(cursor: Cursor, at: number): Reading | null {
  const quantity = readQuantity(cursor, at);
  if (quantity === null) return null;
  const ago = roleAt(cursor, quantity.to, "ago-after");
  const ahead = roleAt(cursor, quantity.to, "in-after");
  const to = ago ?? ahead;
  if (to !== null)
    return isOfEvent(cursor, to)
      ? null
      : point(cursor, { from: at, to }, quantity, ago === null ? 1 : -1);
  if (cursor.words.lexicon.directionFirst) return null;
  const ending = directionAfter(cursor, quantity);
  const counted = quantity.count > 1 || quantity.unit === "hour";
  if (ending.said === null || !counted) return null;
  return stretch(cursor, { from: at, to: ending.to }, quantity, ending.said === "last" ? -1 : 1);
}

const isOfEvent = (cursor: Cursor, at: number): boolean =>
  roleAt(cursor, at, "in-after") === null && roleAt(cursor, at, "other-event", "of") !== null;

function directionAfter(
  cursor: Cursor,
  { direction, to }: Quantity,
): { readonly said: "next" | "last" | null; readonly to: number } {
  const found = direction === null ? directionAt(cursor, to) : null;
  if (found === null || found.said === "this") return { said: direction, to };
  return { said: found.said, to: found.to };
}

/** `three days`, `يومين`, `الأيام الثلاثة المقبلة`, `the next 48 hours`. */
function readQuantity(cursor: Cursor, at: number): Quantity | null {
  const first = skipRoles(cursor, at, "the");
  const lead = cursor.words.lexicon.directionFirst ? directionAt(cursor, first) : null;
  const said = lead === null || lead.said === "this" ? null : lead.said;
  const start = lead?.to ?? first;
  const whole = wordAt(cursor, start, "unit");
  const number = whole?.word.count === 2 ? null : readNumber(cursor, start);
  if (number !== null) {
    const unit = wordAt(cursor, skipRoles(cursor, number.to, "the"), "unit");
    if (unit === null || number.ordinal || number.value > MOST || number.value < 1) return null;
    return { count: number.value, unit: unit.word.unit, direction: said, to: unit.to };
  }
  const unit = wordAt(cursor, start, "unit");
  if (unit === null) return null;
  if (unit.word.count !== null && isNamedOtherwise(cursor, unit.to)) return null;
  if (unit.word.count !== null)
    return { count: unit.word.count, unit: unit.word.unit, direction: said, to: unit.to };
  const after = readNumber(cursor, skipRoles(cursor, unit.to, "the"));
  const isClock = roleAt(cursor, start, "clock") !== null;
  if (after === null || after.value > MOST || isClock) return null;
  return { count: after.value, unit: unit.word.unit, direction: said, to: after.to };
}

/** "before Friday" in Arabic: the word for day, month or year introduces a name or figure. */
const isNamedOtherwise = (cursor: Cursor, at: number): boolean =>
  readNumber(cursor, at) !== null ||
  cursor.wordsAt(at).some(({ word: { kind } }) => NAMES.some((name) => name === kind));

const NAMES = ["weekday", "month", "relative-day"] as const;

type Range = { readonly from: number; readonly to: number };

/** A point of time at a distance from now. */
// oxlint-disable-next-line eslint/max-params -- where, how far and which way
function point(cursor: Cursor, range: Range, quantity: Quantity, sign: 1 | -1): Reading | null {
  const date = reach(cursor, quantity, sign);
  if (date === null) return null;
  const { unit } = quantity;
  const precision = unit === "week" || unit === "month" || unit === "year" ? unit : "day";
  return { ...dayReading(range, date, "relative"), precision };
}

/** All the days between now and there. */
// oxlint-disable-next-line eslint/max-params -- where, how far and which way
function stretch(cursor: Cursor, range: Range, quantity: Quantity, sign: 1 | -1): Reading | null {
  const there = reach(cursor, quantity, sign);
  if (there === null) return null;
  const days = sign === 1 ? ([cursor.today, there] as const) : ([there, cursor.today] as const);
  return daysReading(range, days, "relative", exactnessOf(quantity));
}

const HOURS_OF_DAY = 24;

/** A stretch tells no single day: "in the next two weeks" is some week, "over the past months" some month. */
function exactnessOf({ count, unit }: Quantity): Reading["precision"] {
  if (unit === "month" || unit === "year") return unit;
  return unit === "hour" && count <= HOURS_OF_DAY ? "day" : "week";
}

const HOUR_MS = 3_600_000;

function reach(cursor: Cursor, { count, unit }: Quantity, sign: 1 | -1): CalendarDate | null {
  const { today, reference } = cursor;
  const steps = sign * count;
  switch (unit) {
    case "hour": {
      const there = new Date(reference.published.getTime() + steps * HOUR_MS);
      return localDate(there, reference.timeZone);
    }
    case "day":
      return addDays(today, steps);
    case "week":
      return addDays(today, steps * 7);
    case "weekend":
      return null;
    case "month":
      return shiftMonths(today, steps, cursor.words.lexicon.calendar);
    case "year":
      return shiftMonths(today, steps * 12, cursor.words.lexicon.calendar);
  }
}
