import { toGregorian } from "jalaali-js";
import { localInstant } from "../../deliveries/local-instant.ts";
import { LENGTH_WORDS } from "../../i18n/settings/words.ts";
import { addDays, calendarDate, type CalendarDate, localDate } from "../../lib/calendar-date.ts";
import { comparable } from "../arguments/option-value.ts";
import { readWord } from "./read-word.ts";

/** How long a subscription is to rest, or why that cannot be. */
export type Until =
  | { readonly kind: "until"; readonly at: Date }
  | { readonly kind: "open" }
  | { readonly kind: "resume" }
  | { readonly kind: "past" }
  | { readonly kind: "far" }
  | { readonly kind: "unreadable" };

const HOUR_MS = 3_600_000;
const FARTHEST_MS = 366 * 24 * HOUR_MS;

/**
 * Reads "1d", "2 weeks", "۳ روز", "2026-02-15", "15.2.2026", "۱۴۰۴/۱۱/۲۶", "open" or "resume". Days end at
 * the hour at which they were asked for; a date means its first moment in the zone.
 */
export function readUntil(said: string, timeZone: string, now: Date): Until {
  const word = readWord(said, ["open", "resume"]);
  if (word !== null) return { kind: word };
  const at = readLength(comparable(said), timeZone, now) ?? readDay(comparable(said), timeZone);
  if (at === null) return { kind: "unreadable" };
  if (at <= now) return { kind: "past" };
  return at.getTime() - now.getTime() > FARTHEST_MS ? { kind: "far" } : { kind: "until", at };
}

/** «يوم» alone is one day. */
const LENGTH = /^(\d{0,4}) ?(\D{1,12})$/u;

function readLength(said: string, timeZone: string, now: Date): Date | null {
  const [, number = "", unit = ""] = LENGTH.exec(said) ?? [];
  const count = number === "" ? 1 : Number(number);
  switch (unitOf(unit.trim())) {
    case null:
      return null;
    case "hour":
      return new Date(now.getTime() + count * HOUR_MS);
    case "day":
      return daysOn(count, timeZone, now);
    case "week":
      return daysOn(7 * count, timeZone, now);
    case "month":
      return daysOn(30 * count, timeZone, now);
  }
}

const UNITS = ["hour", "day", "week", "month"] as const;

const unitOf = (said: string): (typeof UNITS)[number] | null =>
  UNITS.find((unit) => LENGTH_WORDS[unit].some((word) => comparable(word) === said)) ?? null;

/** The same time of day, whether clocks change in between or not. */
function daysOn(days: number, timeZone: string, now: Date): Date {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(now);
  return localInstant(addDays(localDate(now, timeZone), days), clock, timeZone);
}

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

function readDay(said: string, timeZone: string): Date | null {
  const [, year, month, day] = YEAR_FIRST.exec(said) ?? turned(DAY_FIRST.exec(said));
  const date = year === undefined ? null : dateOf(Number(year), Number(month), Number(day));
  return date === null ? null : localInstant(date, "00:00", timeZone);
}

const turned = (read: RegExpExecArray | null): readonly (string | undefined)[] =>
  read === null ? [] : [read[0], read[3], read[2], read[1]];

/** Years of the Persian calendar are told by their number. */
const LAST_PERSIAN_YEAR = 1_600;

function dateOf(year: number, month: number, day: number): CalendarDate | null {
  if (year > LAST_PERSIAN_YEAR) return calendarDate(year, month, day);
  if (year < 1_300 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const { gy, gm, gd } = toGregorian(year, month, day);
  return calendarDate(gy, gm, gd);
}
