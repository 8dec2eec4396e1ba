import { backoffMs, type Random } from "../lib/backoff.ts";

/** When to poll next, in milliseconds from now; `random` spreads the polls of many feeds. */
export type Pace = { readonly pollEveryMs: number; readonly random: Random };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** No answer keeps Parley away for longer than this. */
export const LONGEST_WAIT_MS = 24 * HOUR_MS;

/** A cache that holds a document longer would keep news back; beyond this we ask all the same. */
const LONGEST_MAX_AGE_MS = HOUR_MS;

/** A document's own wish is mostly a default that nobody chose, so it counts for less. */
const LONGEST_TTL_MS = 15 * MINUTE_MS;

/** How long an answer and its document ask not to be polled again; null where they do not. */
export type Wishes = { readonly maxAgeMs: number | null; readonly ttlMs: number | null };

/** After a good answer: the feed's pace, or later by what the publisher wishes, within bounds. */
export function afterSuccessMs({ pollEveryMs, random }: Pace, wishes: Wishes): number {
  const maxAge = Math.min(wishes.maxAgeMs ?? 0, LONGEST_MAX_AGE_MS);
  const ttl = Math.min(wishes.ttlMs ?? 0, LONGEST_TTL_MS);
  const ms = Math.max(pollEveryMs, maxAge, ttl) * (1 + random() * 0.1);
  return Math.min(Math.round(ms), LONGEST_WAIT_MS);
}

/** After being asked to wait: just that long, never sooner than the feed's pace. */
export function afterLaterMs(pace: Pace, askedMs: number | null, failures: number): number {
  const ms = askedMs ?? afterFailureMs(pace, failures);
  return Math.min(Math.max(ms, pace.pollEveryMs), LONGEST_WAIT_MS);
}

/** After `failures` failures in a row: doubled each time, up to six hours. */
export const afterFailureMs = ({ pollEveryMs, random }: Pace, failures: number): number =>
  backoffMs(failures, { firstMs: 2 * pollEveryMs, longestMs: 6 * HOUR_MS }, random);
