import { nextOccurrence } from "./next-occurrence.ts";
import type { Subscription } from "./subscription.ts";

const HOUR_MS = 3_600_000;
/** A briefing that is later than this is not sent; the next one tells what it would have told. */
const GRACE_MS = 2 * HOUR_MS;

/** What a subscription's schedule comes to at an instant. */
export type OccurrenceDue = {
  /** The occurrence to be told now; of several that were missed the last. Null for none. */
  readonly occurrence: Date | null;
  /** Occurrences have passed that are too late to tell. */
  readonly missed: boolean;
  /** When the schedule is due next. */
  readonly next: Date | null;
};

/** Reckons which occurrence is due, if any; those before `since` were never promised. */
export function occurrenceDue(
  { schedule, timeZone, nextAt }: Pick<Subscription, "schedule" | "timeZone" | "nextAt">,
  since: Date | null,
  now: Date,
): OccurrenceDue {
  if (schedule === null) return { occurrence: null, missed: false, next: null };
  const next = nextOccurrence(schedule, timeZone, now);
  if (nextAt === null || nextAt > now)
    return { occurrence: null, missed: false, next: nextAt ?? next };
  const earliest = new Date(Math.max(now.getTime() - GRACE_MS, since?.getTime() ?? 0) - 1);
  let occurrence: Date | null = null;
  let candidate = nextAt > earliest ? nextAt : nextOccurrence(schedule, timeZone, earliest);
  while (candidate !== null && candidate <= now) {
    occurrence = candidate;
    candidate = nextOccurrence(schedule, timeZone, candidate);
  }
  return { occurrence, missed: occurrence === null, next };
}
