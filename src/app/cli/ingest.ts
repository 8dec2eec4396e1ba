import { existsSync } from "node:fs";
import type { Config } from "../../config/config.ts";
import type { FeedAddress } from "../../feeds/feed-address.ts";
import { feedAddresses } from "../../feeds/feed-address.ts";
import type { FeedStateStore } from "../../feeds/feed-state-store.ts";
import type { Store } from "../../store/store.ts";
import { createFeedClient } from "../feed-client.ts";
import { loadFollowed } from "../followed.ts";
import { ingestFeeds, type IngestReport } from "../ingest-feeds.ts";
import { UsageError } from "../items-file.ts";
import { openLog } from "../app-log.ts";
import { showProgress } from "../progress.ts";
import { createTakeIn, type TakeIn } from "../take-in.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { withStore } from "../with-store.ts";
import { feedOfOutline } from "../opml/feed-of-outline.ts";
import { ingestFile } from "./ingest-file.ts";
import { ingestLine, ingestTotal } from "./ingest-lines.ts";

/** What `parley ingest` is asked. */
export type IngestOptions = { readonly talks?: string; readonly feed?: string };

/** `parley ingest`: polls the feeds once, or one of them, or reads one file; keeps what it finds. */
export async function ingestCommand(
  terminal: Terminal,
  config: Config,
  options: IngestOptions,
): Promise<ExitCode> {
  const { cores, addresses } = loadFollowed(config, options.talks);
  const asked = options.feed;
  const feeds = asked === undefined ? addresses : feedAsked(asked, addresses);
  const signal = terminal.stopSignal();
  return withStore(terminal, config, async (store) => {
    const takeIn = createTakeIn(store, cores);
    await readAgain(terminal, takeIn, signal);
    if (feeds === null)
      return ingestFile(terminal, takeIn, { file: asked ?? "", lang: config.PARLEY_LANG });
    return ingestAll({ terminal, config, store, takeIn }, feeds, signal);
  });
}

/** The feed at an address, the known one where there is one; null for a file. */
function feedAsked(asked: string, known: readonly FeedAddress[]): readonly FeedAddress[] | null {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(asked)) {
    const named = known.filter(({ feeds }) => feeds.some(({ id }) => id === asked));
    if (named.length > 0 && !existsSync(asked)) return named;
    return null;
  }
  const feed = feedOfOutline({ xmlurl: asked });
  if (typeof feed === "string") throw new UsageError(`--feed: ${feed}. Give an address or a file.`);
  const [given] = feedAddresses([feed]);
  const listed = known.find(({ address }) => address === given?.address);
  return listed === undefined ? feedAddresses([feed]) : [listed];
}

async function readAgain(terminal: Terminal, takeIn: TakeIn, signal: AbortSignal): Promise<void> {
  const again = await takeIn.unread(signal);
  if (again > 0)
    terminal.err(`Kept articles read again, since another version had read them: ${again}.`);
}

type Setting = {
  readonly terminal: Terminal;
  readonly config: Config;
  readonly store: Store;
  readonly takeIn: TakeIn;
};

async function ingestAll(
  { terminal, config, store, takeIn }: Setting,
  feeds: readonly FeedAddress[],
  signal: AbortSignal,
): Promise<ExitCode> {
  const clock = { now: terminal.now };
  const client = createFeedClient(config, clock);
  const progress = showProgress(terminal, "Polling", feeds.length, FEW_FEEDS);
  const states = dueAtOnce(store.feedStates, progress.step);
  const log = openLog(terminal, { ...config, LOG_LEVEL: quieter(config.LOG_LEVEL) });
  const deps = { get: client.get, states, takeIn, clock, random: Math.random, log };
  try {
    const reports = await ingestFeeds(deps, feeds, signal);
    progress.end();
    return tell(terminal, feeds, reports, signal.aborted);
  } finally {
    await client.close();
  }
}

/** Each feed may take seconds. */
const FEW_FEEDS = 4;

/** What a poll came to is printed; the log need only tell of trouble. */
const quieter = (level: Config["LOG_LEVEL"]): Config["LOG_LEVEL"] =>
  level === "info" ? "warn" : level;

/** Who asks by hand need not wait for a feed's time, except where its server asked for patience. */
function dueAtOnce(states: FeedStateStore, onSaved: () => void): FeedStateStore {
  return {
    async load(addresses) {
      const cursors = await states.load(addresses);
      return new Map(
        [...cursors].map(([address, cursor]) => [
          address,
          cursor.lastFailure === "asked-to-wait" ? cursor : { ...cursor, nextPollAt: new Date(0) },
        ]),
      );
    },
    async save(cursor) {
      await states.save(cursor);
      onSaved();
    },
  };
}

function tell(
  terminal: Terminal,
  feeds: readonly FeedAddress[],
  reports: readonly IngestReport[],
  stopped: boolean,
): ExitCode {
  const done = reports.filter(({ result }) => !isStopped(result));
  for (const feed of feeds) {
    const report = done.find((each) => each.feed === feed);
    terminal.out(ingestLine(feed, report, stopped));
  }
  terminal.out(ingestTotal(feeds.length, done));
  if (stopped) terminal.err("Stopped; what was read is kept. Run it again for the rest.");
  if (stopped) return EXIT.failed;
  const failures = done.filter(({ result }) => result.kind === "failed").length;
  if (feeds.length === 0) terminal.err("These talks list no feeds. Add some: parley import FILE.");
  if (failures === 0 || failures < done.length) return EXIT.ok;
  terminal.err(
    "Every feed failed. Is this machine online, and may it reach the web? `parley doctor` looks closer.",
  );
  return EXIT.failed;
}

const isStopped = (result: IngestReport["result"]): boolean =>
  result.kind === "failed" && result.reason === "stopped";
