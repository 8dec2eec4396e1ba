import { enableCompileCache } from "node:module";
import { join } from "node:path";
import type { DossierFeed } from "../../../src/config/dossier.ts";
import type { PollResult } from "../../../src/feeds/poll.ts";
import type { HttpGet } from "../../../src/lib/http-answer.ts";
import { addressOf, planFeeds } from "./feed-plan.ts";
import { givenWork, type Polled, startRound, tellRound } from "./polled.ts";

enableCompileCache();
const { keepAddedFeeds } = await import("../../../src/app/added-feeds.ts");
const { parseConfig } = await import("../../../src/config/config.ts");
const { createFeedClient } = await import("../../../src/app/feed-client.ts");
const { createLog } = await import("../../../src/lib/log.ts");
const { openStore } = await import("../../../src/store/open-store.ts");
const { createSessions } = await import("../../../src/app/sessions.ts");
const { watch } = await import("../../../src/app/watch.ts");

// The loop of `parley run --role ingest`: fetches, reads, keeps, and looks where the talks stand. The
// talks' own feeds, which are not on this machine, are passed over.
const { port, feeds, folder } = givenWork();
const planned = planFeeds(feeds);
const databaseUrl = `file:${join(folder, "parley.db")}`;
keepAddedFeeds(
  databaseUrl,
  planned.map((feed): DossierFeed => ({
    id: `bench-${feed.n}`,
    name: `Paper ${feed.n}`,
    owner: `Paper ${feed.n}`,
    tier: "outlet",
    url: addressOf(feed, port),
    lang: feed.lang,
    pollEveryMs: 600_000,
    also: [],
    labels: [],
  })),
);
const config = parseConfig({
  DATABASE_URL: databaseUrl,
  LOG_LEVEL: "error",
  PARLEY_ALLOW_PRIVATE_FEEDS: "true",
});
const HOUR_MS = 3_600_000;
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs) };
const log = createLog({ level: "error", secrets: [], write: (line) => process.stderr.write(line) });
const client = createFeedClient(config, clock);
const store = await openStore(databaseUrl, () => undefined);
const stop = new AbortController();
let rounds = 0;
let round = startRound();
let counts = { read: 0, items: 0 };

await watch(
  {
    store,
    sessions: createSessions({ config, store, log, feedListStamp: () => "" }),
    get: onLoopback(client.get),
    clock,
    random: Math.random,
    log,
    onLook: () => Promise.resolve(),
    onPoll,
    sleep,
  },
  stop.signal,
);
await client.close();
await store.close();
process.exit();

function onLoopback(get: HttpGet): HttpGet {
  const elsewhere = { kind: "failed", reason: "connection", detail: "not of this bench" } as const;
  return (request, signal) =>
    new URL(request.url).hostname.startsWith("127.")
      ? get(request, signal)
      : Promise.resolve(elsewhere);
}

function onPoll(result: PollResult): void {
  if (result.kind === "fresh" || result.kind === "unchanged") counts.read += 1;
  if (result.kind === "fresh") counts.items += result.items;
}

/** The end of a round; the next is an hour later by the poller's clock. */
async function sleep(): Promise<void> {
  const polled: Polled = { ...round(counts), kept: await store.articles.count() };
  rounds += 1;
  if (rounds === 2) stop.abort();
  await tellRound(polled);
  aheadMs += HOUR_MS;
  counts = { read: 0, items: 0 };
  round = startRound();
}
