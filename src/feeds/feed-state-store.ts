import type { FeedCursor } from "./feed-state.ts";

/** Keeps where Parley stands with each feed, over restarts. */
export type FeedStateStore = {
  /** The states kept for these addresses; an address without one is absent. */
  load(addresses: readonly string[]): Promise<ReadonlyMap<string, FeedCursor>>;
  /** Keeps a state in place of the one for the same address. */
  save(cursor: FeedCursor): Promise<void>;
};
