import type { FeedCoverage } from "../digest/summarize.ts";
import { dueFeeds } from "../feeds/due-feeds.ts";
import type { FeedAddress } from "../feeds/feed-address.ts";
import type { PollResult } from "../feeds/poll.ts";
import { backoffMs, type Random } from "../lib/backoff.ts";
import type { Clock } from "../lib/clock.ts";
import type { HttpGet } from "../lib/http-answer.ts";
import type { Lease } from "../lib/lease.ts";
import type { Log } from "../lib/log.ts";
import type { Store } from "../store/store.ts";
import type { ClusterNode } from "./cluster/cluster-node.ts";
import { coverageOf, standingsOf } from "./feed-standing.ts";
import { ingestFeeds, type IngestReport } from "./ingest-feeds.ts";
import type { Sessions } from "./sessions.ts";
import type { TakeIn } from "./take-in.ts";

/** What the ingest loop needs. */
export type WatchDeps = {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly get: HttpGet;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Waits, or until the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Called each time after all the talks were looked at; with the lease under which that was, if any. */
  readonly onLook: (lease: Lease | null) => Promise<void>;
  /** Where several nodes work on one database. */
  readonly node?: Pick<ClusterNode, "slices" | "inTurn" | "readsAlike"> | null;
  readonly onPoll?: (result: PollResult) => void;
  /** Called each time a round of polling broke off. */
  readonly onFailure?: () => void;
};

const SHORTEST_WAIT_MS = 1_000;
/** A feed added meanwhile is noticed after this long. */
const LONGEST_WAIT_MS = 60_000;
const TROUBLE = { firstMs: 1_000, longestMs: 300_000 } as const;

/**
 * Polls the feeds that are due, keeps what they bring, tells how the talks change, and waits; until the
 * signal aborts. Trouble of any kind is logged and tried again, later each time.
 */
export async function watch(deps: WatchDeps, signal: AbortSignal): Promise<void> {
  let failures = 0;
  const readUnread = createUnreadReader(deps, signal);
  while (!signal.aborted) {
    let waitMs: number;
    try {
      await readUnread();
      waitMs = await cycle(deps, signal);
      failures = 0;
    } catch (error) {
      failures += 1;
      deps.onFailure?.();
      // A transaction that came to nothing may have been half taken in.
      deps.sessions.renew();
      waitMs = backoffMs(failures, TROUBLE, deps.random);
      deps.log.error("cycle failed", { failures, nextTryMs: waitMs, err: error });
    }
    await (deps.node?.slices ?? { rest: deps.sleep }).rest(waitMs, signal);
  }
}

/** What is polled is read as it is kept; only another version, or a crash, leaves articles unread. */
const UNREAD_EVERY_MS = 600_000;

/** Reads what is kept unread: of a session at once, then now and then, since it takes a look at all articles. */
function createUnreadReader(deps: WatchDeps, signal: AbortSignal) {
  const { sessions, clock, log } = deps;
  let looked: { readonly by: TakeIn; readonly at: number } | null = null;
  return async (): Promise<void> => {
    const { takeIn } = sessions.current();
    const at = clock.now().getTime();
    if (looked?.by === takeIn && Math.abs(at - looked.at) < UNREAD_EVERY_MS) return;
    if (!(await readsAlike(deps))) return;
    const articles = await takeIn.unread(signal);
    if (articles > 0) log.info("kept articles read", { articles });
    looked = { by: takeIn, at };
  };
}

/** One round of polling; gives how long to wait for the next, in milliseconds. */
async function cycle(deps: WatchDeps, signal: AbortSignal): Promise<number> {
  const { store, sessions, clock, log } = deps;
  const { followed, takeIn } = sessions.current();
  const started = clock.now();
  const slices = deps.node?.slices ?? ALL_FEEDS;
  await slices.betweenRounds();
  const mayPoll = (feed: FeedAddress) => slices.mayPoll(feed);
  const reports = await ingestFeeds(
    { ...deps, states: store.feedStates, takeIn: lookingSoon(deps, takeIn, signal), mayPoll },
    followed.addresses.filter(slices.isOurs),
    signal,
  );
  for (const { result } of reports) deps.onPoll?.(result);
  if (reports.length > 0) log.info("feeds polled", countsOf(reports));
  if (signal.aborted) return 0;
  const feeds = await look(deps, signal);
  if (feeds !== null && feeds.read === 0 && feeds.failed > 0)
    log.error("no feed can be read", feeds);
  const cursors = await cursorsOf(deps);
  const now = clock.now();
  const { nextAt, due } = dueFeeds(followed.addresses.filter(slices.isOurs), cursors, now);
  const waitMs = due.length > 0 ? 0 : (nextAt?.getTime() ?? started.getTime()) - now.getTime();
  return Math.min(Math.max(waitMs, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
}

/** While an upgrade is under way, what was read by the other version is left for after it. */
async function readsAlike({ node, sessions, log }: WatchDeps): Promise<boolean> {
  if (node === undefined || node === null) return true;
  const version = sessions
    .current()
    .followed.cores.map(({ extractor }) => extractor())
    .join(", ");
  const isAlike = await node.readsAlike(version);
  if (!isAlike) log.warn("nodes read by several versions", { ours: version });
  return isAlike;
}

const cursorsOf = ({ store, sessions }: WatchDeps) =>
  store.feedStates.load(sessions.current().followed.addresses.map(({ address }) => address));

/** What a node that has all feeds to itself may poll. */
const ALL_FEEDS = {
  isOurs: () => true,
  mayPoll: () => true,
  betweenRounds: () => Promise.resolve(),
} as const;

/** The name of the lease under which one node at a time looks where the talks stand. */
const LOOKING = "ingest/looking";

/**
 * Looks where all the talks stand; gives how the feeds fare, or null where others were looking until the
 * signal aborted. Of several nodes one looks at a time, so that each sees all that was told before.
 */
async function look(deps: WatchDeps, signal: AbortSignal): Promise<FeedCoverage | null> {
  if (deps.node === undefined || deps.node === null) return lookNow(deps, null);
  let feeds: FeedCoverage | null = null;
  await deps.node.inTurn(LOOKING, signal, async (lease) => {
    feeds = await lookNow(deps, lease);
  });
  return feeds;
}

async function lookNow(deps: WatchDeps, lease: Lease | null): Promise<FeedCoverage> {
  const { sessions, clock } = deps;
  const { followed, watches } = sessions.current();
  const now = clock.now();
  const feeds = coverageOf(standingsOf(followed.addresses, await cursorsOf(deps), now), now);
  for (const { standing } of watches) await standing.look(now, feeds);
  await deps.onLook(lease);
  return feeds;
}

/** News of one moment is told together: from one look to the next, at least so long. */
const SETTLE_MS = 2_000;
/** So many times as long as a look takes, it is not looked again: reading what waits comes first. */
const WORK_BETWEEN_LOOKS = 10;
const LONGEST_SETTLE_MS = 10_000;

/** While slow feeds are waited for, what quick ones brought is told already. */
function lookingSoon(deps: WatchDeps, takeIn: TakeIn, signal: AbortSignal): TakeIn {
  let lookedAt = deps.clock.now().getTime();
  let settleMs = SETTLE_MS;
  return {
    ...takeIn,
    async articles(articles, fetched) {
      const taken = await takeIn.articles(articles, fetched);
      const now = deps.clock.now().getTime();
      if (taken.relevant > 0 && now - lookedAt >= settleMs) {
        const begunMs = performance.now();
        await look(deps, signal);
        const workMs = WORK_BETWEEN_LOOKS * (performance.now() - begunMs);
        settleMs = Math.min(Math.max(SETTLE_MS, workMs), LONGEST_SETTLE_MS);
        lookedAt = deps.clock.now().getTime();
      }
      return taken;
    },
  };
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
