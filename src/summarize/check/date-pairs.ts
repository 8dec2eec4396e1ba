import type { DateMention } from "../../facts/dates/date-mention.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { Fault } from "../verdict.ts";
import { faultsIn } from "./check.ts";
import { type Passage, textOfTokens } from "./reading.ts";
import type { NumberReader } from "./text-numbers.ts";

/** The days that only one of an original and its translation names. */
export function dateFaults(
  numbers: NumberReader,
  { translation, original }: { readonly translation: Passage; readonly original: Passage },
): readonly Fault[] {
  const missing = (passage: Passage, other: Passage): string[] =>
    passage.dates
      .filter((one) => !other.dates.some((date) => isSameDay(one, date, passage.day ?? other.day)))
      .filter((one) => !isCounted(one, numbers, other))
      .map(({ from, to }) => textOfTokens(passage, from, to));
  return faultsIn("date", [...missing(translation, original), ...missing(original, translation)]);
}

const isSameDay = (a: DateMention, b: DateMention, today: CalendarDate | null): boolean =>
  a.time === b.time && (isSameSpan(a, b) || (today !== null && isSameWeek(a, b, today)));

const isSameSpan = (a: DateMention, b: DateMention): boolean =>
  (a.date === b.date || a.alternative === b.date || a.date === b.alternative) &&
  (a.dateEnd === b.dateEnd || (a.precision === b.precision && a.precision !== "week"));

/** "Next week" begins on another day in each language: it is so many weeks from today in all of them. */
function isSameWeek(a: DateMention, b: DateMention, today: CalendarDate): boolean {
  const one = weeksFrom(a, today);
  return one !== null && one === weeksFrom(b, today);
}

const DAYS_OF_WEEK = 7;

/** How many weeks from today a week is; null of anything else. */
function weeksFrom({ form, date, dateEnd }: DateMention, today: CalendarDate): number | null {
  if (form !== "relative" || date === null || dateEnd === null) return null;
  const [start, end] = [daysBetween(today, date), daysBetween(today, dateEnd)];
  if (end - start !== DAYS_OF_WEEK - 1) return null;
  if (start > 0) return Math.ceil(start / DAYS_OF_WEEK);
  return end < 0 ? -Math.ceil(-end / DAYS_OF_WEEK) : 0;
}

const DAY_MS = 86_400_000;

const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** "Within two days" of "within two or three days", which is read as numbers where it is no date. */
const isCounted = (
  { form, date, dateEnd }: DateMention,
  numbers: NumberReader,
  other: Passage,
): boolean =>
  form === "relative" &&
  date !== null &&
  dateEnd !== null &&
  numbers(other).some(({ values }) => values.includes(daysBetween(date, dateEnd)));
