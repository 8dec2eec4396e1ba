import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { Span } from "../../lib/span.ts";

/** What relative dates are counted from. */
export type DateReference = {
  /** When the article was published. */
  readonly published: Date;
  /** IANA zone whose calendar day "today" means. */
  readonly timeZone: string;
};

/** A date, span of days or time of day that a text names. */
export type DateMention = {
  /** UTF-16 offsets into the text. */
  readonly span: Span;
  /** Token indices `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** The day, or the first of several; null for a bare time of day that no day was found for. */
  readonly date: CalendarDate | null;
  /** The last day of a range, inclusive. */
  readonly dateEnd: CalendarDate | null;
  /** Local time of day `HH:MM`. */
  readonly time: string | null;
  /** The zone that the text names with the time: an IANA name, or an offset such as `+04:00`. */
  readonly timeZone: string | null;
  /** How it was written; `weekday` may mean either of two weeks. */
  readonly form: "calendar" | "weekday" | "relative" | "time";
  /** How exact it is: "in June" is a month. */
  readonly precision: "day" | "week" | "month" | "year";
  /** The other day it may mean, where the words leave two readings open ("next Sunday"). */
  readonly alternative: CalendarDate | null;
  /** Whether it is where a stretch of time begins or ends: "since yesterday", "before Friday". */
  readonly bound: "since" | "before" | null;
};
