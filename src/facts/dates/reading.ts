import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { Calendar } from "./calendars.ts";
import type { DayPart } from "./date-lexicon.ts";
import type { DateMention } from "./date-mention.ts";

/** A date phrase read from tokens `[from, to)`, before its span is cut. */
export type Reading = {
  readonly from: number;
  readonly to: number;
  readonly date: CalendarDate | null;
  readonly dateEnd: CalendarDate | null;
  readonly form: DateMention["form"];
  readonly precision: DateMention["precision"];
  readonly alternative: CalendarDate | null;
  /** The month and day that were written, so that a year named further on can be applied. */
  readonly written: WrittenDate | null;
  /** The stretch of the day that was named, "evening" in "Friday evening". */
  readonly part: DayPart | null;
  readonly time: string | null;
  readonly timeZone: string | null;
};

/** A date as its calendar writes it; `year` null where the text leaves it out. */
export type WrittenDate = {
  readonly calendar: Calendar;
  readonly year: number | null;
  readonly month: number;
  /** Null for a whole month. */
  readonly day: number | null;
  readonly lastDay: number | null;
};

/** A phrase that has the form of a date but names no day that exists. */
export type NoDate = { readonly from: number; readonly to: number; readonly date: "none" };

/** A reading of one day. */
export const dayReading = (
  range: { readonly from: number; readonly to: number },
  date: CalendarDate,
  form: Reading["form"],
): Reading => ({
  ...range,
  date,
  dateEnd: null,
  form,
  precision: "day",
  alternative: null,
  written: null,
  part: null,
  time: null,
  timeZone: null,
});

/** A reading of several days. */
export const daysReading = (
  range: { readonly from: number; readonly to: number },
  [date, dateEnd]: readonly [CalendarDate, CalendarDate],
  form: Reading["form"],
  precision: Reading["precision"],
): Reading => ({ ...dayReading(range, date, form), dateEnd, precision });
