import type { FeedCoverage } from "../digest/summarize.ts";
import type { FeedAddress } from "../feeds/feed-address.ts";
import { type FeedCursor, newCursor } from "../feeds/feed-state.ts";
import { freshnessOf } from "../feeds/freshness.ts";

/** Where a feed stands, in the words of `parley feeds`. */
export type FeedStanding = {
  readonly feed: FeedAddress;
  readonly cursor: FeedCursor;
  readonly state: "lively" | "quiet" | "dead" | "failed" | "new";
  /** Why, in a few words; empty for a lively feed. */
  readonly reason: string;
};

/** Where each feed stands at an instant, by what is kept of it. */
export const standingsOf = (
  feeds: readonly FeedAddress[],
  cursors: ReadonlyMap<string, FeedCursor>,
  now: Date,
): readonly FeedStanding[] =>
  feeds.map((feed) => standingOf(feed, cursors.get(feed.address) ?? newCursor(feed.address), now));

function standingOf(feed: FeedAddress, cursor: FeedCursor, now: Date): FeedStanding {
  const { kind, reason } = freshnessOf(cursor, now);
  if (cursor.lastPollAt === null) return { feed, cursor, state: "new", reason: "not polled yet" };
  const hasFailed = reason === "failing" || (cursor.failures > 0 && cursor.lastSuccessAt === null);
  if (hasFailed) return { feed, cursor, state: "failed", reason: cursor.lastFailure ?? reason };
  const last = cursor.lastFailure === null ? "" : `last poll: ${cursor.lastFailure}`;
  return { feed, cursor, state: kind, reason: kind === "lively" ? last : reason };
}

const HOUR_MS = 3_600_000;

/**
 * How the feeds fared, for a digest's coverage line; feeds that were never polled count nowhere. What
 * is kept tells of now: for an earlier instant nothing is known.
 */
export function coverageOf(standings: readonly FeedStanding[], at: Date): FeedCoverage {
  const polls = standings.flatMap(({ cursor }) => cursor.lastPollAt?.getTime() ?? []);
  if (Math.max(...polls, 0) > at.getTime() + HOUR_MS) return { read: 0, stale: 0, failed: 0 };
  const count = (...states: readonly FeedStanding["state"][]) =>
    standings.filter(({ state }) => states.includes(state)).length;
  return { read: count("lively"), stale: count("quiet", "dead"), failed: count("failed") };
}
