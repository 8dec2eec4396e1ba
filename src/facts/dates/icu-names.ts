import type { CalendarDate } from "../../lib/calendar-date.ts";
import { type Calendar, dayIn } from "./calendars.ts";

/** How ICU names calendars (Unicode Technical Standard 35, key "ca"). */
const ICU_CALENDAR: Readonly<Record<Calendar, string>> = {
  gregorian: "gregory",
  jalali: "persian",
  hijri: "islamic-umalqura",
};

const SAMPLE_YEAR: Readonly<Record<Calendar, number>> = {
  gregorian: 2026,
  jalali: 1404,
  hijri: 1447,
};

/** The names of a calendar's months in a locale's language, January or its like first. */
export function monthNames(locale: string, calendar: Calendar): string[] {
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-${ICU_CALENDAR[calendar]}`, {
    timeZone: "UTC",
    month: "long",
    day: "numeric",
  });
  return Array.from({ length: 12 }, (_, at) => {
    const day = dayIn(calendar, { year: SAMPLE_YEAR[calendar], month: at + 1, day: 15 });
    return partOf(format, day, "month");
  });
}

/** The names of the weekdays in a locale's language, Sunday first. */
export function weekdayNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "long" });
  const sunday = 1;
  return Array.from({ length: 7 }, (_, at) =>
    partOf(format, dayIn("gregorian", { year: 2026, month: 2, day: sunday + at }), "weekday"),
  );
}

const partOf = (
  format: Intl.DateTimeFormat,
  day: CalendarDate | null,
  type: Intl.DateTimeFormatPartTypes,
): string =>
  format.formatToParts(new Date(day ?? 0)).find((part) => part.type === type)?.value ?? "";
