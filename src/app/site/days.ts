import type { Digest } from "../../digest/digest.ts";
import { addDays, type CalendarDate, localDate } from "../../lib/calendar-date.ts";
import { instantInZone } from "../../lib/zone-offset.ts";
import type { Past } from "./site-talks.ts";

/** A day that is over, as it stood at its end. */
export type PastDay = {
  readonly date: CalendarDate;
  readonly ends: Date;
  /** With what had changed since the day began. */
  readonly digest: Digest;
};

/** Days before today that are told. */
const DAYS_TOLD = 6;

/** When a day begins in an IANA zone. */
export const beginningOfDay = (date: CalendarDate, timeZone: string): Date =>
  instantInZone(new Date(`${date}T00:00:00Z`), timeZone);

/** Days that are over, newest first; each is told once, and again only when a late report falls into its past. */
export function createPastDays(timeZone: string) {
  let known = new Map<string, PastDay>();
  return async (past: Past, now: Date): Promise<readonly PastDay[]> => {
    const today = localDate(now, timeZone);
    const kept = new Map<string, PastDay>();
    for (let back = 1; back <= DAYS_TOLD; back += 1) {
      const date = addDays(today, -back);
      const ends = new Date(beginningOfDay(addDays(date, 1), timeZone).getTime() - 1);
      const key = `${date} ${past.countUntil(ends)}`;
      let day = known.get(key);
      if (day === undefined) {
        day = { date, ends, digest: past.digest(ends, beginningOfDay(date, timeZone)) };
        await breathe();
      }
      kept.set(key, day);
    }
    known = kept;
    return [...kept.values()];
  };
}

/** Lets others have a turn: a day takes some milliseconds to tell. */
const breathe = () => new Promise<void>((resolve) => void setImmediate(resolve));
