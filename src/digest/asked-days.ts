import type { DateMention } from "../facts/dates/date-mention.ts";
import { type CalendarDate, localDate } from "../lib/calendar-date.ts";

/** Days from one to another, both included. */
export type DaySpan = { readonly from: CalendarDate; readonly to: CalendarDate };

/** The days that a question is about, where the talks are. */
export type AskedDays = {
  /** None where it names no day. */
  readonly spans: readonly DaySpan[];
  readonly today: CalendarDate;
  readonly timeZone: string;
};

/** The days that a question names. A year is mostly part of a name: "the deal of 2015". */
export function askedDays(
  mentions: readonly DateMention[],
  now: Date,
  timeZone: string,
): AskedDays {
  const today = localDate(now, timeZone);
  const spans = mentions.flatMap((mention): readonly DaySpan[] => {
    const { date, dateEnd, form, precision, bound } = mention;
    if (date === null || form === "time" || precision === "year") return [];
    if (dateEnd !== null) return [{ from: date, to: dateEnd }];
    const day = dayMeant(date, mention, today);
    if (bound === "before") return [{ from: BEGINNING, to: day }];
    return [{ from: day, to: bound === "since" && day < today ? today : day }];
  });
  return { spans, today, timeZone };
}

const BEGINNING: CalendarDate = "0001-01-01";

/** Where two days are open, people ask about the one that has come. */
const dayMeant = (
  date: CalendarDate,
  { alternative }: DateMention,
  today: CalendarDate,
): CalendarDate =>
  date > today && alternative !== null && alternative <= today ? alternative : date;

/** Whether a day is among those asked about. */
export const isAskedAbout = ({ spans }: AskedDays, day: CalendarDate): boolean =>
  spans.some(({ from, to }) => from <= day && day <= to);

/** Whether any of the days asked about has begun: of others nothing can have been said yet. */
export const haveBegun = ({ spans, today }: AskedDays): boolean =>
  spans.some(({ from }) => from <= today);

/** The first of the days asked about where they reach today, so that what changed since is meant; else null. */
export function sinceAsked({ spans, today }: AskedDays): CalendarDate | null {
  const reaching = spans.filter(({ from, to }) => BEGINNING < from && from <= today && to >= today);
  return reaching.map(({ from }) => from).toSorted()[0] ?? null;
}
