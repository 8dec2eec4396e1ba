import { isValidJalaaliDate, toGregorian, toJalaali } from "jalaali-js";
import { addDays, type CalendarDate, calendarDate } from "../../lib/calendar-date.ts";

/** The calendars that news in English, Arabic and Persian dates by; Hijri is Umm al-Qura. */
export const CALENDARS = ["gregorian", "jalali", "hijri"] as const;

/** One of {@link CALENDARS}. */
export type Calendar = (typeof CALENDARS)[number];

/** Year, month (1–12) and day in some calendar. */
export type CalendarFields = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
};

/** Years that a text can mean in each calendar; other numbers beside a month are no year. */
const YEARS: Readonly<Record<Calendar, readonly [first: number, last: number]>> = {
  gregorian: [1500, 9999],
  jalali: [1200, 1500],
  hijri: [1300, 1599],
};

/** Whether a number can be a year of the calendar. */
export const isYear = (calendar: Calendar, year: number): boolean =>
  year >= YEARS[calendar][0] && year <= YEARS[calendar][1];

/** The Gregorian day that the fields name, or null where the calendar has no such day. */
export function dayIn(
  calendar: Calendar,
  { year, month, day }: CalendarFields,
): CalendarDate | null {
  if (!isYear(calendar, year) || month < 1 || month > 12 || day < 1 || day > 31) return null;
  switch (calendar) {
    case "gregorian":
      return calendarDate(year, month, day);
    case "jalali": {
      if (!isValidJalaaliDate(year, month, day)) return null;
      const { gy, gm, gd } = toGregorian(year, month, day);
      return calendarDate(gy, gm, gd);
    }
    case "hijri":
      return hijriDay(year, month, day);
  }
}

/** The first and last day of a month, or null where the calendar has no such month. */
export function monthIn(
  calendar: Calendar,
  year: number,
  month: number,
): readonly [first: CalendarDate, last: CalendarDate] | null {
  const first = dayIn(calendar, { year, month, day: 1 });
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  const after = dayIn(calendar, { ...next, day: 1 });
  return first === null || after === null ? null : [first, addDays(after, -1)];
}

/** Year, month and day of a Gregorian date in some calendar. */
export function fieldsIn(calendar: Calendar, date: CalendarDate): CalendarFields {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  switch (calendar) {
    case "gregorian":
      return { year, month, day };
    case "jalali": {
      const { jy, jm, jd } = toJalaali(year, month, day);
      return { year: jy, month: jm, day: jd };
    }
    case "hijri":
      return hijriFields(date);
  }
}

let hijriFormat: Intl.DateTimeFormat | undefined;

function hijriFields(date: CalendarDate): CalendarFields {
  hijriFormat ??= new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  const parts = hijriFormat.formatToParts(new Date(date));
  const field = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return { year: field("year"), month: field("month"), day: field("day") };
}

const HIJRI_EPOCH: CalendarDate = "0622-07-19";
const HIJRI_MONTH_DAYS = 29.530_59;

/** The mean month is never more than a few days off; the table in ICU corrects it. */
function hijriDay(year: number, month: number, day: number): CalendarDate | null {
  const months = (year - 1) * 12 + month - 1;
  let guess = addDays(HIJRI_EPOCH, Math.round(months * HIJRI_MONTH_DAYS) + day - 1);
  for (let tries = 0; tries < 4; tries += 1) {
    const found = hijriFields(guess);
    const monthsOff = months - ((found.year - 1) * 12 + found.month - 1);
    const off = monthsOff * 30 + day - found.day;
    if (monthsOff === 0 && off === 0) return guess;
    guess = addDays(guess, off);
  }
  return null;
}
