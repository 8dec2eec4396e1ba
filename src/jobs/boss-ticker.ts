import type { PgBoss } from "pg-boss";
import { backoffMs } from "../lib/backoff.ts";
import type { Log } from "../lib/log.ts";
import { readPostgresAddress } from "../store/postgres-address.ts";
import { toStoreError } from "../store/postgres-errors.ts";
import type { Ticker } from "./ticker.ts";

/** What ticking over several nodes takes. */
export type BossTickerDeps = {
  /** `postgres://…`; the schedule is kept there, in a schema of its own. */
  readonly databaseUrl: string;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
  /** Cron, in UTC. */
  readonly expression?: string;
};

const EVERY_MINUTE = "* * * * *";
const QUEUE = "minute";
const SCHEMA = "parley_jobs";
/** Its own connections, beside those of the store: it asks seldom, and one thing at a time. */
const CONNECTIONS = 2;
/** How often it looks how far our time is off the server's, by which all nodes go. */
const CLOCK_EVERY_SECONDS = 60;
const LOOK_EVERY_SECONDS = 1;
const SCHEDULE_EVERY_SECONDS = 5;

/**
 * A job that no node took within its minute is worth nothing, since the next finds all that is due; one whose
 * node died is not tried again, for the same reason.
 */
const QUEUE_OPTIONS = {
  policy: "short",
  retryLimit: 0,
  retentionSeconds: 60,
  expireInSeconds: 300,
  deleteAfterSeconds: 3_600,
} as const;

/** A clock that is set while we run would set off its timers, of all nodes the wrong one's alone. */
const STEADY = {
  now: () => performance.timeOrigin + performance.now(),
  setTimeout: (work: () => void, ms: number) => setTimeout(work, ms),
  clearTimeout: (timer: unknown) => clear(timer),
  setInterval: (work: () => void, ms: number) => setInterval(work, ms),
  clearInterval: (timer: unknown) => clear(timer),
} as const;

function clear(timer: unknown): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one that STEADY gave
  clearTimeout(timer as NodeJS.Timeout);
}

const WAITS = { firstMs: 1_000, longestMs: 30_000 } as const;
const GOODBYE_MS = 5_000;

/**
 * Ticks at each full minute on one of all nodes, by pg-boss. While the database is away nothing ticks, and it
 * goes on by itself once the database is back.
 */
export const createBossTicker = (deps: BossTickerDeps): Ticker => ({
  start(work) {
    const stopping = new AbortController();
    const running = tickUntil(deps, work, stopping.signal);
    return () => {
      stopping.abort();
      return running;
    };
  },
});

async function tickUntil(
  deps: BossTickerDeps,
  work: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { log, sleep } = deps;
  for (let failures = 1; !signal.aborted; failures += 1) {
    const boss = await openBoss(deps);
    try {
      await begin(boss, deps, work);
      await aborted(signal);
    } catch (error) {
      const nextTryMs = backoffMs(failures, WAITS, Math.random);
      log.warn("schedule not begun", { nextTryMs, err: toStoreError(error) });
      await sleep(nextTryMs, signal);
    }
    await boss.stop({ graceful: true, timeout: GOODBYE_MS }).catch((error: unknown) => {
      log.debug("schedule not ended in good order", { err: toStoreError(error) });
    });
  }
}

/** The package is loaded only where there is a server. */
async function openBoss({ databaseUrl, log }: BossTickerDeps): Promise<PgBoss> {
  const { PgBoss: Boss } = await import("pg-boss");
  const { connectionString = "", connectionTimeoutMillis = 5_000 } =
    readPostgresAddress(databaseUrl);
  const boss = new Boss({
    connectionString,
    connectionTimeoutMillis,
    application_name: "parley jobs",
    schema: SCHEMA,
    max: CONNECTIONS,
    clock: STEADY,
    clockMonitorIntervalSeconds: CLOCK_EVERY_SECONDS,
    cronMonitorIntervalSeconds: SCHEDULE_EVERY_SECONDS,
    cronWorkerIntervalSeconds: LOOK_EVERY_SECONDS,
  });
  // Its own loops go on after an error; one that nobody listens to would end the process.
  boss.on("error", (error) => log.warn("schedule trouble", { err: toStoreError(error) }));
  return boss;
}

async function begin(
  boss: PgBoss,
  { log, expression = EVERY_MINUTE }: BossTickerDeps,
  work: () => Promise<void>,
): Promise<void> {
  await boss.start();
  await boss.createQueue(QUEUE, QUEUE_OPTIONS);
  await boss.schedule(QUEUE, expression);
  await boss.work(QUEUE, { pollingIntervalSeconds: LOOK_EVERY_SECONDS }, async () => {
    try {
      await work();
    } catch (error) {
      log.error("tick failed", { err: error });
    }
  });
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
