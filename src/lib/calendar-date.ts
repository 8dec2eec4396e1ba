/** A day without a time or zone, as ISO 8601 `YYYY-MM-DD`; it compares as a string. */
export type CalendarDate = `${string}-${string}-${string}`;

const DAY_MS = 86_400_000;

/** The day that `year`, `month` (1–12) and `day` name, or null where no such day exists. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  if (year < 1 || year > 9998) return null;
  return toCalendarDate(date);
}

/** The UTC day of an instant. */
export const toCalendarDate = (at: Date): CalendarDate =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- toISOString gives this form
  at.toISOString().slice(0, 10) as CalendarDate;

/** The day `days` later, or earlier when negative. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  dateOfDay(dayNumber(date) + days);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  dayNumber(to) - dayNumber(from);

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (date: CalendarDate): number =>
  (((dayNumber(date) + EPOCH_WEEKDAY) % 7) + 7) % 7;

/** 1 January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 4;

/** Many more than the days of a year's news; beyond it the memory is emptied and fills anew. */
const REMEMBERED_DAYS = 2_000;
const dayNumbers = new Map<CalendarDate, number>();
const datesOfDays = new Map<number, CalendarDate>();

/** Days since 1 January 1970. */
function dayNumber(date: CalendarDate): number {
  return remembered(dayNumbers, date, (day) => Math.round(Date.parse(day) / DAY_MS));
}

function dateOfDay(day: number): CalendarDate {
  return remembered(datesOfDays, day, (number) => toCalendarDate(new Date(number * DAY_MS)));
}

function remembered<K, V>(known: Map<K, V>, key: K, find: (key: K) => V): V {
  const value = known.get(key);
  if (value !== undefined) return value;
  if (known.size >= REMEMBERED_DAYS) known.clear();
  const found = find(key);
  known.set(key, found);
  return found;
}

/** The day that an instant falls on in an IANA time zone. */
export function localDate(at: Date, timeZone: string): CalendarDate {
  const last = lastLocal;
  if (last?.timeZone === timeZone && last.at === at.getTime()) return last.date;
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formats.set(timeZone, format);
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- en-CA writes YYYY-MM-DD
  const date = format.format(at) as CalendarDate;
  lastLocal = { at: at.getTime(), timeZone, date };
  return date;
}

/** Every finder asks for the day of the same article. */
let lastLocal: {
  readonly at: number;
  readonly timeZone: string;
  readonly date: CalendarDate;
} | null = null;

const formats = new Map<string, Intl.DateTimeFormat>();
