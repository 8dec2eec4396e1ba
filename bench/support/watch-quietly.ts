import { enableCompileCache } from "node:module";
import type { HttpGet } from "../../src/lib/http-answer.ts";

enableCompileCache();
const { parseConfig } = await import("../../src/config/config.ts");
const { createFeedClient } = await import("../../src/app/feed-client.ts");
const { openLog } = await import("../../src/app/app-log.ts");
const { openStore } = await import("../../src/store/open-store.ts");
const { createSessions } = await import("../../src/app/sessions.ts");
const { watch } = await import("../../src/app/watch.ts");
const { corpusFeed } = await import("./corpus-feed.ts");

/** Runs the loop of `parley run` over feeds that never leave this process; tells what it holds. */
const [databaseUrl = "file::memory:", feeds = "silent"] = process.argv.slice(2);
const NOW = new Date("2026-02-05T18:00:00Z");
const config = parseConfig({ DATABASE_URL: databaseUrl, LOG_LEVEL: "error" });
const clock = { now: () => NOW };
createFeedClient(config, clock);
const stop = new AbortController();
const answers = feeds === "silent" ? silent : corpusFeed();

const log = openLog(
  {
    out: () => undefined,
    err: () => undefined,
    interactive: false,
    columns: 80,
    env: {},
    now: clock.now,
    stopSignal: () => stop.signal,
  },
  config,
);
const store = await openStore(databaseUrl, () => undefined);
const sessions = createSessions({ config, store, log, feedListStamp: () => "" });

await watch(
  { store, sessions, get: answers, clock, random: Math.random, log, sleep: settle, onLook },
  stop.signal,
);

async function onLook(): Promise<void> {}

async function silent(): ReturnType<HttpGet> {
  return { kind: "failed", reason: "connection", detail: "no network here" };
}

/** Waits until what was used in passing is given back, as it would be between two polls. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 8_000));
  const { rss, heapUsed } = process.memoryUsage();
  process.stdout.write(
    JSON.stringify({
      rssMb: mb(rss),
      heapUsedMb: mb(heapUsed),
      peakMemoryMb: mb(process.resourceUsage().maxRSS * 1024),
    }),
  );
  stop.abort();
}

function mb(bytes: number): number {
  return Math.round(bytes / 1e6);
}
