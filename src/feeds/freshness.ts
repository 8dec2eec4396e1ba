import type { FeedCursor } from "./feed-state.ts";

/** Whether a feed still brings news: lively, less than usual, or nothing at all. */
export type FeedHealth = {
  readonly kind: "lively" | "quiet" | "dead";
  /** Fit to be a metric label. */
  readonly reason: "failing" | "new-items" | "no-items" | "no-new-items" | "not-polled";
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * A feed's health, judged by its newest item against its own rhythm. A feed that answers 200 with the
 * same old items, or with none, is not healthy; nor is one that fails, however new its last item.
 */
export function freshnessOf(cursor: FeedCursor, now: Date): FeedHealth {
  if (cursor.lastPollAt === null) return { kind: "quiet", reason: "not-polled" };
  if (isLost(cursor, now)) return { kind: "dead", reason: "failing" };
  if (cursor.lastItemAt === null || cursor.items === 0)
    return cursor.lastSuccessAt === null
      ? { kind: "quiet", reason: "failing" }
      : { kind: "dead", reason: "no-items" };
  const ageMs = now.getTime() - cursor.lastItemAt.getTime();
  if (ageMs > deadAfterMs(cursor)) return { kind: "dead", reason: "no-new-items" };
  if (cursor.failures >= FAILING_AFTER) return { kind: "quiet", reason: "failing" };
  if (ageMs > quietAfterMs(cursor)) return { kind: "quiet", reason: "no-new-items" };
  return { kind: "lively", reason: "new-items" };
}

/** One failure or two in a row happen to every server. */
const FAILING_AFTER = 3;

function isLost({ failures, lastSuccessAt }: FeedCursor, now: Date): boolean {
  if (failures < FAILING_AFTER) return false;
  return lastSuccessAt === null || now.getTime() - lastSuccessAt.getTime() > DAY_MS;
}

/** Ten usual gaps without an item, but a night is never quiet and three days always are. */
const quietAfterMs = ({ usualGapMs }: FeedCursor): number =>
  usualGapMs === null ? DAY_MS : between(6 * HOUR_MS, usualGapMs * 10, 3 * DAY_MS);

/** Forty usual gaps, but a long weekend kills no feed and a month without an item does. */
const deadAfterMs = ({ usualGapMs }: FeedCursor): number =>
  usualGapMs === null ? 14 * DAY_MS : between(4 * DAY_MS, usualGapMs * 40, 30 * DAY_MS);

const between = (least: number, value: number, most: number): number =>
  Math.min(Math.max(least, value), most);

/** The median time between publications, in milliseconds; null for fewer than three. */
export function usualGapOf(published: readonly Date[]): number | null {
  if (published.length < 3) return null;
  const times = published.map((date) => date.getTime()).toSorted((a, b) => a - b);
  const gaps = times.slice(1).map((time, n) => time - (times[n] ?? time));
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? null;
}
