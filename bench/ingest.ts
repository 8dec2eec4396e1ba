import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { told } from "./support/child-process.ts";
import { planFeeds } from "./support/ingest/feed-plan.ts";
import type { Served } from "./support/ingest/feed-server.ts";
import type { Polled, Work } from "./support/ingest/polled.ts";
import { printMetrics, rounded } from "./support/print-metrics.ts";

/**
 * 5,000 feeds of a server on loopback, polled twice by each system: first when nothing is known of them,
 * then when a fifth have news and the others answer 304 to those who ask for it. A tenth fail. Each system
 * runs in a process of its own. Usage: `npm run bench ingest [feeds]`.
 */
const [feeds = 5_000] = process.argv.slice(2).map(Number);
const SUPPORT = join(import.meta.dirname, "support", "ingest");
/** As the npm script that starts Parley has them. */
const FLAGS = ["--expose-gc", "--max-semi-space-size=4", "--v8-pool-size=1"];
const SYSTEMS = [
  ["parley", FLAGS],
  ["feedsmith", []],
  ["rss-parser", []],
] as const;
const ROUNDS = ["first", "again"] as const;
const well = planFeeds(feeds).filter(({ behaviour }) => behaviour === "well").length;

for (const [system, flags] of SYSTEMS) {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  const server = fork(join(SUPPORT, "feed-server.ts"), [String(feeds)]);
  try {
    const { port } = await told<Served>(server);
    await poll(system, start(system, { port, feeds, folder }, flags), server);
  } finally {
    server.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(system: string, work: Work, flags: readonly string[]): ChildProcess {
  const file = join(SUPPORT, `poll-by-${system}.ts`);
  return fork(file, [JSON.stringify(work)], { execArgv: [...flags] });
}

async function poll(system: string, poller: ChildProcess, server: ChildProcess): Promise<void> {
  for (const [n, round] of ROUNDS.entries()) {
    const { read, ...polled } = await told<Polled>(poller);
    server.send({ tell: true });
    const { megabytes, requests, unchanged, mostAHost } = await told<Served>(server);
    printMetrics(
      "ingest",
      {
        round,
        feeds,
        ...polled,
        lost: well - read,
        requests,
        unchanged,
        megabytes: rounded(megabytes),
        mostRequestsAHost: mostAHost,
      },
      system,
    );
    server.send({ round: n + 2 });
    if (n + 1 < ROUNDS.length) poller.send("next");
    else poller.kill();
  }
}
