import { existsSync, statSync } from "node:fs";
import type { Config } from "../../config/config.ts";
import { ConfigError } from "../../config/env.ts";
import { createCronTicker } from "../../jobs/cron-ticker.ts";
import { backoffMs } from "../../lib/backoff.ts";
import { sleep } from "../../lib/clock.ts";
import type { Log } from "../../lib/log.ts";
import { openStore } from "../../store/open-store.ts";
import type { Store } from "../../store/store.ts";
import { StoreError } from "../../store/store-error.ts";
import { addedFeedsFile } from "../added-feeds.ts";
import { openLog } from "../app-log.ts";
import { type Bot, createBot } from "../bot/bot.ts";
import { runBot } from "../bot/run-bot.ts";
import { createFeedClient } from "../feed-client.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { outliveStrayErrors } from "../stray-errors.ts";
import { createSessions } from "../sessions.ts";
import { createTalksDesks } from "../talks-desks.ts";
import { watch } from "../watch.ts";

/** How long everything has to end in good order after a signal. */
const GOODBYE_MS = 10_000;

/** `parley run`: reads the feeds as they come, talks with people, and tells them what they asked for, until a signal. */
export async function runCommand(terminal: Terminal, config: Config): Promise<ExitCode> {
  const log = openLog(terminal, config);
  const swarm = new AbortController();
  const signal = AbortSignal.any([terminal.stopSignal(), swarm.signal]);
  const store = await openPatiently(config, log, signal);
  if (store === null) return EXIT.ok;
  const heedErrors = outliveStrayErrors(log, () => swarm.abort());
  const clock = { now: terminal.now };
  const client = createFeedClient(config, clock);
  const feedListStamp = () => stampOf(addedFeedsFile(config.DATABASE_URL));
  try {
    const sessions = createSessions({ config, store, log, feedListStamp });
    const deps = { config, env: terminal.env, store, clock, sleep, log, random: Math.random };
    const [first, ...others] = createTalksDesks(sessions, store, clock);
    if (first === undefined) throw new ConfigError(["PARLEY_TALKS: names no talks"]);
    const bot = await createBot({
      ...deps,
      talks: [first, ...others],
      monotonicMs: () => performance.now(),
    });
    tellOfChat(bot, log);
    const ticker = createCronTicker(log);
    const work = Promise.all([
      watch({ ...deps, sessions, get: client.get, onLook: () => bot.planner.news() }, signal),
      runBot({ store, ticker, now: clock.now, log }, bot, signal),
    ]);
    if (await endsInTime(work, signal)) log.info("stopped");
    else log.error("stopped, leaving work for the next start", { afterMs: GOODBYE_MS });
    return swarm.signal.aborted ? EXIT.failed : EXIT.ok;
  } finally {
    heedErrors();
    await client.close();
    await store.close();
  }
}

/** Whether work came to its end soon enough after the signal. */
async function endsInTime(work: Promise<unknown>, signal: AbortSignal): Promise<boolean> {
  const tooLate = new Promise<false>((resolve) => {
    const start = () => void setTimeout(() => resolve(false), GOODBYE_MS).unref();
    if (signal.aborted) start();
    else signal.addEventListener("abort", start, { once: true });
  });
  return Promise.race([work.then(() => true as const), tooLate]);
}

function tellOfChat({ connections, off }: Bot, log: Log): void {
  for (const { adapter } of connections)
    log.info("chat platform on", { platform: adapter.platform });
  for (const { name, how } of off)
    log.warn("chat platform not connected", { platform: name, mend: how });
}

const WAITS = { firstMs: 1_000, longestMs: 30_000 } as const;

/** Another process may hold the store for a while; null when asked to end before it is free. */
async function openPatiently(
  { DATABASE_URL }: Config,
  log: Log,
  signal: AbortSignal,
): Promise<Store | null> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      return await openStore(DATABASE_URL, (row) => log.error("row left out", row));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      const nextTryMs = backoffMs(failures, WAITS, Math.random);
      log.error("store not opened", { reason: error.failure, nextTryMs, detail: error.message });
      await sleep(nextTryMs, signal);
    }
  }
  return null;
}

const stampOf = (file: string): string => (existsSync(file) ? String(statSync(file).mtimeMs) : "");
