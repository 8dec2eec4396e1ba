import type { Config } from "../config/config.ts";
import { dueFeeds } from "../feeds/due-feeds.ts";
import { backoffMs, type Random } from "../lib/backoff.ts";
import type { Clock } from "../lib/clock.ts";
import type { HttpGet } from "../lib/http-answer.ts";
import type { Log } from "../lib/log.ts";
import type { Store } from "../store/store.ts";
import { coverageOf, standingsOf } from "./feed-standing.ts";
import { type Followed, loadFollowed } from "./followed.ts";
import { ingestFeeds, type IngestReport } from "./ingest-feeds.ts";
import { createStandingWatch, type StandingWatch } from "./standing-watch.ts";
import { createTakeIn, type TakeIn } from "./take-in.ts";

/** What the ingest loop needs. */
export type WatchDeps = {
  readonly config: Config;
  readonly store: Store;
  readonly get: HttpGet;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Waits, or until the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Changes when the list of added feeds does. */
  readonly feedListStamp: () => string;
};

const SHORTEST_WAIT_MS = 1_000;
/** A feed added meanwhile is noticed after this long. */
const LONGEST_WAIT_MS = 60_000;
const TROUBLE = { firstMs: 1_000, longestMs: 300_000 } as const;

/**
 * Polls the feeds that are due, keeps what they bring, logs how the talks change, and waits; until the
 * signal aborts. Trouble of any kind is logged and tried again, later each time.
 */
export async function watch(deps: WatchDeps, signal: AbortSignal): Promise<void> {
  let failures = 0;
  let session: Session | null = null;
  while (!signal.aborted) {
    let waitMs: number;
    try {
      if (session === null || session.stamp !== deps.feedListStamp()) session = open(deps);
      waitMs = await cycle(deps, session, signal);
      failures = 0;
    } catch (error) {
      failures += 1;
      // A transaction that came to nothing may have been half taken in.
      session = null;
      waitMs = backoffMs(failures, TROUBLE, deps.random);
      deps.log.error("cycle failed", { failures, nextTryMs: waitMs, err: error });
    }
    await deps.sleep(waitMs, signal);
  }
}

type Session = {
  readonly stamp: string;
  readonly followed: Followed;
  readonly takeIn: TakeIn;
  readonly watches: readonly StandingWatch[];
};

function open({ config, store, log, feedListStamp }: WatchDeps): Session {
  const stamp = feedListStamp();
  const followed = loadFollowed(config);
  const watches = followed.cores.map((core) => createStandingWatch(core, store, log));
  const takeIn = createTakeIn(store, followed.cores, (readings) => {
    for (const each of watches) each.hear(readings);
  });
  const talks = followed.cores.map(({ names }) => names.dossier.id);
  log.info("watching", { talks, feeds: followed.addresses.length });
  return { stamp, followed, takeIn, watches };
}

/** One round of polling; gives how long to wait for the next, in milliseconds. */
async function cycle(deps: WatchDeps, session: Session, signal: AbortSignal): Promise<number> {
  const { store, clock, log } = deps;
  const { followed, takeIn, watches } = session;
  const readAgain = await takeIn.unread(signal);
  if (readAgain > 0) log.info("kept articles read", { articles: readAgain });
  const started = clock.now();
  const reports = await ingestFeeds(
    { ...deps, states: store.feedStates, takeIn },
    followed.addresses,
    signal,
  );
  if (reports.length > 0) log.info("feeds polled", countsOf(reports));
  if (signal.aborted) return 0;
  const cursors = await store.feedStates.load(followed.addresses.map(({ address }) => address));
  const now = clock.now();
  const feeds = coverageOf(standingsOf(followed.addresses, cursors, now), now);
  if (feeds.read === 0 && feeds.failed > 0) log.error("no feed can be read", feeds);
  for (const each of watches) await each.look(now, feeds);
  const { nextAt, due } = dueFeeds(followed.addresses, cursors, now);
  const waitMs = due.length > 0 ? 0 : (nextAt?.getTime() ?? started.getTime()) - now.getTime();
  return Math.min(Math.max(waitMs, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
}

function countsOf(reports: readonly IngestReport[]) {
  const sum = (count: (taken: NonNullable<IngestReport["taken"]>) => number) =>
    reports.reduce((total, { taken }) => total + (taken === null ? 0 : count(taken)), 0);
  return {
    feeds: reports.length,
    failed: reports.filter(({ result }) => result.kind === "failed").length,
    added: sum(({ added }) => added),
    revised: sum(({ revised }) => revised),
    relevant: sum(({ relevant }) => relevant),
  };
}
