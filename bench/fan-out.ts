import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../tests/support/postgres-server.ts";
import { overallOf, TOKEN } from "./support/broadcast/load.ts";
import { told } from "./support/child-process.ts";
import type { Report, Task } from "./support/fan-out/worker.ts";
import { printMetrics, quantileOf, rounded } from "./support/print-metrics.ts";

/**
 * An alert to many Telegram chats: planned by one process and sent by others meanwhile, from SQLite with one
 * and from PostgreSQL with one, two and four. The platform answers after 40 ms; its limits are Telegram's,
 * `factor` times as wide. Up to three times as wide, a server on loopback stands for it, and counts what it
 * refuses as too fast. Usage: `npm run bench fan-out [chats [factor [workers of PostgreSQL]]]`.
 */
const [size = 100_000, factor = 30, only] = process.argv.slice(2).map(Number);
const WORKER = join(import.meta.dirname, "support", "fan-out", "worker.ts");
const SERVER = join(import.meta.dirname, "..", "tests", "doubles", "telegram", "serve.ts");
const MOST_OF_SERVER = 3;
/** As the npm script that starts Parley has them. */
const FLAGS = ["--expose-gc", "--max-semi-space-size=4", "--v8-pool-size=1"];
/** A power cut loses nothing, as on a server of one's own. */
const KEPT = { fsync: "on", synchronous_commit: "on", full_page_writes: "on", autovacuum: "on" };

const telegram = factor <= MOST_OF_SERVER ? fork(SERVER, [TOKEN, String(factor)]) : null;
const apiRoot = telegram === null ? null : (await told<{ root: string }>(telegram)).root;
if (only === undefined) await inFile();
for (const workers of only === undefined ? [1, 2, 4] : [only]) await onServer(workers);
telegram?.disconnect();

async function inFile(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  try {
    await fanOut("SQLite", `file:${folder}/parley.db`, 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onServer(workers: number): Promise<void> {
  const server = await startPostgres(KEPT);
  try {
    await fanOut("PostgreSQL", server.url("postgres"), workers);
  } finally {
    await server.stop();
  }
}

function start(work: Task["work"], databaseUrl: string): ChildProcess {
  const task: Task = { work, databaseUrl, size, factor, apiRoot };
  return fork(WORKER, [JSON.stringify(task)], { execArgv: FLAGS });
}

async function fanOut(engine: string, databaseUrl: string, workers: number): Promise<void> {
  await once(start("subscribe", databaseUrl), "exit");
  const senders = Array.from({ length: workers }, () => start("send", databaseUrl));
  const sending = Promise.all(senders.map((sender) => once(sender, "spawn")));
  const sent: number[] = [];
  const all = new Promise<void>((resolve) => {
    for (const sender of senders)
      sender.on("message", (report: Report) => {
        if (report.kind === "sent") for (const at of report.at) sent.push(at);
        if (sent.length >= size) resolve();
      });
  });
  await sending;
  const planner = start("plan", databaseUrl);
  const planned = await doneBy(planner);
  await all;
  const ends = senders.map((sender) => doneBy(sender));
  for (const sender of senders) sender.send("end");
  const peaks = (await Promise.all(ends)).map(({ peakRssMb }) => peakRssMb);
  const after = sent.map((at) => at - planned.begunAt);
  const seconds = quantileOf(after, 1) / 1_000;
  const allowedPerSecond = overallOf(factor).messages;
  printMetrics("fan-out", {
    engine,
    workers,
    subscriptions: size,
    factor,
    plannedPerSecond: Math.round((size * 1_000) / planned.ms),
    sentPerSecond: rounded(size / seconds),
    allowedPerSecond,
    share: rounded(size / seconds / allowedPerSecond),
    sentMoreThanOnce: sent.length - size,
    ...(await refusals()),
    alertP50Ms: Math.round(quantileOf(after, 0.5)),
    alertP99Ms: Math.round(quantileOf(after, 0.99)),
    peakRssMbPlanner: planned.peakRssMb,
    peakRssMbSenders: peaks,
  });
}

/** How many calls the server has refused so far, as too fast. */
async function refusals(): Promise<{ readonly tooManyRequests?: number }> {
  if (telegram === null) return {};
  telegram.send("counters");
  const { counters } = await told<{ counters: { tooManyRequests: number } }>(telegram);
  return { tooManyRequests: counters.tooManyRequests };
}

function doneBy(child: ChildProcess): Promise<Extract<Report, { kind: "done" }>> {
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("a worker ended without a word")));
    child.on("message", (report: Report) => {
      if (report.kind === "done") resolve(report);
    });
  });
}
