import { addDays, localDate } from "../lib/calendar-date.ts";
import { localInstant } from "./local-instant.ts";
import type { QuietHours } from "./schedule.ts";

/**
 * When the quiet hours that an instant falls in come to an end, or null outside them. They begin with
 * `from` and end as `until` is first shown; where both are one time there are none.
 */
export function quietEnd(quiet: QuietHours, timeZone: string, at: Date): Date | null {
  if (quiet.from === quiet.until) return null;
  const today = localDate(at, timeZone);
  const nights = quiet.from < quiet.until ? 0 : 1;
  for (const started of [addDays(today, -1), today]) {
    const from = localInstant(started, quiet.from, timeZone);
    const until = localInstant(addDays(started, nights), quiet.until, timeZone);
    if (from <= at && at < until) return until;
  }
  return null;
}

/** Whether an instant falls into quiet hours. */
export const inQuietHours = (quiet: QuietHours, timeZone: string, at: Date): boolean =>
  quietEnd(quiet, timeZone, at) !== null;
