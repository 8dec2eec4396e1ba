import type { FeedAddress } from "./feed-address.ts";
import { type FeedCursor, newCursor } from "./feed-state.ts";
import { LONGEST_WAIT_MS } from "./next-poll.ts";

/** A feed whose time has come, with its state. */
export type DueFeed = { readonly feed: FeedAddress; readonly cursor: FeedCursor };

/** Which feeds to poll now, the longest overdue first, and when the next of the others is due. */
export type Due = { readonly due: readonly DueFeed[]; readonly nextAt: Date | null };

/** Sorts out which feeds are due at `now`; one that was never polled is. */
export function dueFeeds(
  feeds: readonly FeedAddress[],
  cursors: ReadonlyMap<string, FeedCursor>,
  now: Date,
): Due {
  const all = feeds
    .map((feed) => ({ feed, cursor: cursors.get(feed.address) ?? newCursor(feed.address) }))
    .toSorted((a, b) => a.cursor.nextPollAt.getTime() - b.cursor.nextPollAt.getTime());
  const due = all.filter(({ cursor }) => isDue(cursor, now));
  const next = all.find(({ cursor }) => !isDue(cursor, now));
  return { due, nextAt: next?.cursor.nextPollAt ?? null };
}

/** A time further away than any wait was written by a clock that has since been set back. */
function isDue({ nextPollAt }: FeedCursor, now: Date): boolean {
  const waitMs = nextPollAt.getTime() - now.getTime();
  return waitMs <= 0 || waitMs > LONGEST_WAIT_MS;
}
