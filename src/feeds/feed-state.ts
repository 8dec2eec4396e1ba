/** How the polls of a feed ended, since it was first polled. */
export type PollCounts = {
  readonly fresh: number;
  readonly unchanged: number;
  readonly later: number;
  readonly failed: number;
  /** Items left out of the documents read, for any reason. */
  readonly skipped: number;
};

/** Where Parley stands with one feed: what the next poll needs, and what its health is judged by. */
export type FeedCursor = {
  /** Names the state; see `FeedAddress`. */
  readonly address: string;
  /** Where the feed moved for good, and is polled; else null. */
  readonly movedTo: string | null;
  /** Validators of the last document that was kept. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** SHA-256 of the last document that was kept: servers without validators send it again and again. */
  readonly documentHash: string | null;
  readonly nextPollAt: Date;
  readonly lastPollAt: Date | null;
  /** When the feed last answered with a readable document, or that it has not changed. */
  readonly lastSuccessAt: Date | null;
  /** Publication of the newest item ever seen. Freshness is measured from here, not from the poll. */
  readonly lastItemAt: Date | null;
  /** The usual time between two items of the last document; null when it held too few. */
  readonly usualGapMs: number | null;
  /** How many items the last document gave. */
  readonly items: number;
  /** In a row, up to now. */
  readonly failures: number;
  /** Why the last poll failed; null after one that did not. */
  readonly lastFailure: string | null;
  readonly counts: PollCounts;
};

/** The state of a feed that was never polled: due at once. */
export const newCursor = (address: string): FeedCursor => ({
  address,
  movedTo: null,
  etag: null,
  lastModified: null,
  documentHash: null,
  nextPollAt: new Date(0),
  lastPollAt: null,
  lastSuccessAt: null,
  lastItemAt: null,
  usualGapMs: null,
  items: 0,
  failures: 0,
  lastFailure: null,
  counts: { fresh: 0, unchanged: 0, later: 0, failed: 0, skipped: 0 },
});

/** The cursor with one more of its polls ended this way. */
export const counted = (
  cursor: FeedCursor,
  kind: "fresh" | "unchanged" | "later" | "failed",
): PollCounts => ({ ...cursor.counts, [kind]: cursor.counts[kind] + 1 });
