import { type CalendarDate, daysBetween, localDate } from "../lib/calendar-date.ts";
import type { Language } from "../lib/language.ts";
import { commaOf, formatNumber, tagOf } from "./locale.ts";

type Parts = Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>>;

/**
 * A day in full: "Friday 6 February 2026", «الجمعة 6 فبراير/شباط 2026», and for Persian both calendars:
 * «جمعه ۱۷ بهمن ۱۴۰۴ (۶ فوریهٔ ۲۰۲۶)».
 */
export function formatDay(language: Language, date: CalendarDate): string {
  const at = new Date(`${date}T12:00:00Z`);
  switch (language) {
    case "en":
      return spell(partsOf("en-GB", at), ["weekday", "day", "month", "year"]);
    case "ar":
      return arabicDay(at, ["weekday", "day", "month", "year"]);
    case "fa":
      return persianDay(at);
  }
}

/** A day without its weekday: "6 February 2026", «6 فبراير/شباط 2026», «۱۷ بهمن ۱۴۰۴». */
export function formatShortDay(language: Language, date: CalendarDate): string {
  const at = new Date(`${date}T12:00:00Z`);
  switch (language) {
    case "en":
      return spell(partsOf("en-GB", at), ["day", "month", "year"]);
    case "ar":
      return arabicDay(at, ["day", "month", "year"]);
    case "fa":
      return spell(partsOf("fa-IR-u-ca-persian-nu-arabext", at), ["day", "month", "year"]);
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(tag: string, at: Date): Parts {
  const format =
    formats.get(tag) ??
    new Intl.DateTimeFormat(tag, {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
  formats.set(tag, format);
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

type Part = "weekday" | "day" | "month" | "year";

const spell = (parts: Parts, wanted: readonly Part[]): string =>
  wanted.map((part) => parts[part]).join(" ");

/** Readers from Rabat to Baghdad know one of the two names of a month. */
function arabicDay(at: Date, wanted: readonly Part[]): string {
  const gulf = partsOf("ar-EG-u-nu-latn", at);
  const levant = partsOf("ar-LB-u-nu-latn", at);
  return spell({ ...gulf, month: `${gulf.month}/${levant.month}` }, wanted);
}

function persianDay(at: Date): string {
  const own = partsOf("fa-IR-u-ca-persian-nu-arabext", at);
  const world = partsOf("fa-IR-u-ca-gregory-nu-arabext", at);
  return `${spell(own, ["weekday", "day", "month", "year"])} (${spell(world, ["day", "month", "year"])})`;
}

/** A time of day `HH:MM` in the language's digits. */
export const formatClock = (language: Language, clock: string): string =>
  clock.replace(/\d/g, (digit) => formatNumber(language, Number(digit)));

/** An instant in full: weekday, day, time of day and the zone's distance from Greenwich. */
export function formatInstant(language: Language, at: Date, timeZone: string): string {
  const { day, clock } = localParts(at, timeZone);
  return `${formatDay(language, day)}${commaOf(language)}${formatClock(language, clock)} ${zoneName(language, at, timeZone)}`;
}

/** An instant in short, where the reader knows the zone: "5 February 2026, 22:00". */
export function formatMoment(language: Language, at: Date, timeZone: string): string {
  const { day, clock } = localParts(at, timeZone);
  return `${formatShortDay(language, day)}${commaOf(language)}${formatClock(language, clock)}`;
}

function localParts(at: Date, timeZone: string): { day: CalendarDate; clock: string } {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
  return { day: localDate(at, timeZone), clock };
}

function zoneName(language: Language, at: Date, timeZone: string): string {
  const name = new Intl.DateTimeFormat(tagOf(language), { timeZone, timeZoneName: "shortOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName");
  return `(${name?.value ?? timeZone})`;
}

/** How far off a day is, in words: "tomorrow", «خلال 3 أيام», «۲ روز پیش». */
export function formatDistance(language: Language, from: CalendarDate, to: CalendarDate): string {
  const relative = new Intl.RelativeTimeFormat(tagOf(language), { numeric: "auto" });
  return relative.format(daysBetween(from, to), "day");
}
