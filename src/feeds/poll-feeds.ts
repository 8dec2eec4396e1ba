import type { Log } from "../lib/log.ts";
import { type DueFeed, dueFeeds } from "./due-feeds.ts";
import type { FeedAddress } from "./feed-address.ts";
import type { FeedStateStore } from "./feed-state-store.ts";
import { failedPoll, type PollDeps, type Polled, pollFeed, type PollResult } from "./poll.ts";
import { createReadingTurns, type ReadingTurns } from "./reading-turns.ts";

/** What polling many feeds needs. */
export type PollFeedsDeps = PollDeps & {
  readonly store: FeedStateStore;
  readonly log: Log;
  /** The most hosts that are asked at one time; fewer while many documents wait to be read. */
  readonly concurrency: number;
  /** Whether the poll of a feed may begin now; where it is left out, it always may. */
  readonly mayPoll?: (feed: FeedAddress) => boolean;
};

/** What the poll of one feed came to. */
export type PollReport = { readonly feed: FeedAddress; readonly result: PollResult };

/**
 * Polls the feeds that are due, many hosts at a time and each host's feeds one after the other. Documents
 * are read one at a time, and no feed is asked while too many wait to be read. Each feed's state is kept
 * as soon as its poll ends. One feed's trouble, a bug's included, ends none of the others. When `signal`
 * aborts, or a poll may not begin, the feeds not yet polled stay due.
 */
export async function pollFeeds(
  deps: PollFeedsDeps,
  feeds: readonly FeedAddress[],
  signal: AbortSignal,
): Promise<PollReport[]> {
  const cursors = await deps.store.load(feeds.map(({ address }) => address));
  const { due } = dueFeeds(feeds, cursors, deps.clock.now());
  const hosts = Map.groupBy(due, ({ feed }) => feed.host).values();
  const reports: PollReport[] = [];
  const turns = createReadingTurns();
  const polling: Polling = {
    ...deps,
    turns,
    read: (feed, document) =>
      turns.inTurn(document.body.byteLength, () => deps.read(feed, document)),
  };
  const worker = async () => {
    for (const host of hosts) reports.push(...(await pollHost(polling, host, signal)));
  };
  await Promise.all(Array.from({ length: deps.concurrency }, worker));
  return reports;
}

type Polling = PollFeedsDeps & { readonly turns: ReadingTurns };

async function pollHost(
  deps: Polling,
  host: readonly DueFeed[],
  signal: AbortSignal,
): Promise<PollReport[]> {
  const reports: PollReport[] = [];
  for (const due of host) {
    const result = await deps.turns.whenRoom(() => pollIfMay(deps, due, signal));
    if (result !== null) reports.push({ feed: due.feed, result });
  }
  return reports;
}

async function pollIfMay(
  deps: PollFeedsDeps,
  due: DueFeed,
  signal: AbortSignal,
): Promise<PollResult | null> {
  if (signal.aborted || deps.mayPoll?.(due.feed) === false) return null;
  return pollAndKeep(deps, due, signal);
}

async function pollAndKeep(
  deps: PollFeedsDeps,
  { feed, cursor }: DueFeed,
  signal: AbortSignal,
): Promise<PollResult> {
  let polled: Polled;
  try {
    polled = await pollFeed(deps, feed, cursor, signal);
  } catch (error) {
    deps.log.error("document not kept", { feed: feed.address, err: error });
    const detail = error instanceof Error ? error.message : "unknown error";
    polled = failedPoll(deps, feed, cursor, { reason: "not-kept", detail });
  }
  if (polled.cursor !== cursor) await keep(deps, polled);
  return polled.result;
}

async function keep({ store, log }: PollFeedsDeps, { cursor, result }: Polled): Promise<void> {
  try {
    await store.save(cursor);
    log.debug("feed polled", { feed: cursor.address, ...result });
  } catch (error) {
    log.error("feed state not kept", { feed: cursor.address, err: error });
  }
}
