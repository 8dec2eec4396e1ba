import type { TokenRange } from "../../articles/token-range.ts";
import { type CalendarDate, daysBetween } from "../../lib/calendar-date.ts";
import type { DateMention } from "../dates/date-mention.ts";
import type { Mention } from "../mention.ts";

/** Older than this, in days, is no news. */
const NEWS_DAYS = 14;

/** What tells news from history: the sentence's mentions and dates, and the day of publication. */
export type Timing = {
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly today: CalendarDate;
};

/** Whether the words at `range` are told as history: with a milestone, or a date long before publication. */
export function isHistory({ mentions, dates, today }: Timing, range: TokenRange): boolean {
  if (mentions.some(({ sense }) => sense.kind === "milestone")) return true;
  const date = dateNear(dates, range);
  return date !== null && daysBetween(lastDay(date), today) > NEWS_DAYS;
}

/** The date that stands nearest to the words at `range`. */
export function dateNear(dates: readonly DateMention[], range: TokenRange): DateMention | null {
  const dated = dates.filter(({ date }) => date !== null);
  const distance = ({ from, to }: TokenRange): number =>
    Math.max(from - range.to, range.from - to, 0);
  return dated.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

const lastDay = ({ date, dateEnd }: DateMention): CalendarDate => {
  const day = dateEnd ?? date;
  if (day === null) throw new Error("a date without a day was asked for its day");
  return day;
};
