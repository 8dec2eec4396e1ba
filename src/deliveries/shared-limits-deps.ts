import type { Log } from "../lib/log.ts";
import type { Pace } from "../platform/pace.ts";
import type { PaceBook } from "./pace-book.ts";

/** What limits that nodes share work with. */
export type SharedLimitsDeps = {
  readonly pace: Pace;
  readonly book: PaceBook;
  /** Milliseconds that never go back. */
  readonly monotonicMs: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
};
