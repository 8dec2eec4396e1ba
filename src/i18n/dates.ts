import { type CalendarDate, daysBetween, localDate } from "../lib/calendar-date.ts";
import type { Language } from "../lib/language.ts";
import { commaOf, formatNumber, plural, tagOf } from "./locale.ts";

type Parts = Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>>;
type Part = "weekday" | "day" | "month" | "year";

/**
 * A day in full: "Friday 6 February 2026", «الجمعة 6 فبراير/شباط 2026», and for Persian both calendars:
 * «جمعه ۱۷ بهمن ۱۴۰۴ (۶ فوریه ۲۰۲۶)».
 */
export const formatDay = (language: Language, date: CalendarDate): string =>
  language === "fa"
    ? `${spell("fa", date, ["weekday", "day", "month", "year"])} (${spellWorld(date)})`
    : spell(language, date, ["weekday", "day", "month", "year"]);

/** A day without its weekday: "6 February 2026", «6 فبراير/شباط 2026», «۱۷ بهمن ۱۴۰۴». */
export const formatShortDay = (language: Language, date: CalendarDate): string =>
  spell(language, date, ["day", "month", "year"]);

/** A day in full with how far off it is: "Friday 6 February 2026 (tomorrow)", «فردا، جمعه ۱۷ بهمن …». */
export function formatComingDay(
  language: Language,
  today: CalendarDate,
  date: CalendarDate,
): string {
  const distance = formatDistance(language, today, date);
  const day = formatDay(language, date);
  return language === "fa" ? `${distance}${commaOf("fa")}${day}` : `${day} (${distance})`;
}

function spell(language: Language, date: CalendarDate, wanted: readonly Part[]): string {
  const at = new Date(`${date}T12:00:00Z`);
  switch (language) {
    case "en":
      return join(partsOf("en-GB", at), wanted);
    case "ar":
      return join(arabicParts(at), wanted);
    case "fa":
      return join(partsOf("fa-IR-u-ca-persian-nu-arabext", at), wanted);
  }
}

const join = (parts: Parts, wanted: readonly Part[]): string =>
  wanted.map((part) => parts[part]).join(" ");

/** Readers from Rabat to Baghdad know one of the two names of a month. */
function arabicParts(at: Date): Parts {
  const gulf = partsOf("ar-EG-u-nu-latn", at);
  const levant = partsOf("ar-LB-u-nu-latn", at);
  return { ...gulf, month: `${gulf.month}/${levant.month}` };
}

const HAMZA_ABOVE = "\u0654";

/** The Gregorian day in Persian, its ezafe unwritten as in the rest of the catalogue. */
function spellWorld(date: CalendarDate): string {
  const parts = partsOf("fa-IR-u-ca-gregory-nu-arabext", new Date(`${date}T12:00:00Z`));
  return join(parts, ["day", "month", "year"]).replaceAll(HAMZA_ABOVE, "");
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

/** A time of day `HH:MM` in the language's digits. */
export const formatClock = (language: Language, clock: string): string =>
  clock.replace(/\d/g, (digit) => formatNumber(language, Number(digit)));

/** An instant in full: weekday, day and time of day, without the zone's name. */
export function formatInstant(language: Language, at: Date, timeZone: string): string {
  const { day, clock } = localParts(at, timeZone);
  return `${formatDay(language, day)}${commaOf(language)}${formatClock(language, clock)}`;
}

/** An instant in short: "5 February 2026, 22:00". */
export function formatMoment(language: Language, at: Date, timeZone: string): string {
  const { day, clock } = localParts(at, timeZone);
  return `${formatShortDay(language, day)}${commaOf(language)}${formatClock(language, clock)}`;
}

/** An instant near another, whose year the reader knows: "5 February, 22:00". */
export function formatNearMoment(
  language: Language,
  at: Date,
  near: Date,
  timeZone: string,
): string {
  const { day, clock } = localParts(at, timeZone);
  const short = formatNearDay(language, day, localDate(near, timeZone));
  return `${short}${commaOf(language)}${formatClock(language, clock)}`;
}

/** A day near another, whose year the reader knows: "5 February"; with its year where it is far. */
export function formatNearDay(language: Language, date: CalendarDate, near: CalendarDate): string {
  const isFar = Math.abs(daysBetween(date, near)) > NEAR_DAYS;
  return spell(language, date, isFar ? ["day", "month", "year"] : ["day", "month"]);
}

/** Within half a year a day and month name one day only. */
const NEAR_DAYS = 180;

/** The day and the time of day `HH:MM` that an instant has in an IANA zone. */
export function localParts(at: Date, timeZone: string): { day: CalendarDate; clock: string } {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
  return { day: localDate(at, timeZone), clock };
}

/** A zone's distance from Greenwich at an instant: "GMT+3:30", «غرينتش+3:30». */
export function formatZoneOffset(language: Language, at: Date, timeZone: string): string {
  const name = new Intl.DateTimeFormat(tagOf(language), { timeZone, timeZoneName: "shortOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName");
  return name?.value ?? timeZone;
}

/** How far off a day is, in words: "tomorrow", «بعد 3 أيام», «۲ روز پیش». */
export function formatDistance(language: Language, from: CalendarDate, to: CalendarDate): string {
  const days = daysBetween(from, to);
  if (language === "ar" && days > 0) return arabicDaysAhead(days);
  return new Intl.RelativeTimeFormat(tagOf(language), { numeric: "auto" }).format(days, "day");
}

/** ICU's «خلال» means "within", which is another promise than "after". */
const arabicDaysAhead = (days: number): string =>
  plural("ar", days, {
    zero: "اليوم",
    one: "غداً",
    two: "بعد غد",
    few: "بعد # أيام",
    many: "بعد # يوماً",
    other: "بعد # يوم",
  });
