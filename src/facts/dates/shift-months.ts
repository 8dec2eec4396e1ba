import type { CalendarDate } from "../../lib/calendar-date.ts";
import { type Calendar, dayIn, fieldsIn } from "./calendars.ts";

const LONGEST_MONTH = 31;

/** The same day of a month so many months away, or that month's last day; null beyond the calendar. */
export function shiftMonths(
  date: CalendarDate,
  months: number,
  calendar: Calendar,
): CalendarDate | null {
  const { year, month, day } = fieldsIn(calendar, date);
  const index = year * 12 + month - 1 + months;
  const there = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  for (let last = Math.min(day, LONGEST_MONTH); last > 0; last -= 1) {
    const found = dayIn(calendar, { ...there, day: last });
    if (found !== null) return found;
  }
  return null;
}
