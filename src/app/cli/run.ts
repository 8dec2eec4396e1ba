import { existsSync, statSync } from "node:fs";
import type { Config } from "../../config/config.ts";
import { backoffMs } from "../../lib/backoff.ts";
import { sleep } from "../../lib/clock.ts";
import type { Log } from "../../lib/log.ts";
import { openStore } from "../../store/open-store.ts";
import type { Store } from "../../store/store.ts";
import { StoreError } from "../../store/store-error.ts";
import { addedFeedsFile } from "../added-feeds.ts";
import { openLog } from "../app-log.ts";
import { CHAT_PLATFORMS, missingSettings } from "../doctor/check-chat.ts";
import { createFeedClient } from "../feed-client.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { createSessions } from "../sessions.ts";
import { watch } from "../watch.ts";

/** `parley run`: reads the feeds as they come and keeps where the talks stand, until a signal. */
export async function runCommand(terminal: Terminal, config: Config): Promise<ExitCode> {
  const log = openLog(terminal, config);
  const signal = terminal.stopSignal();
  tellOfChat(terminal, log);
  const store = await openPatiently(config, log, signal);
  if (store === null) return EXIT.ok;
  const clock = { now: terminal.now };
  const client = createFeedClient(config, clock);
  const feedListStamp = () => stampOf(addedFeedsFile(config.DATABASE_URL));
  try {
    const sessions = createSessions({ config, store, log, feedListStamp });
    const onLook = () => Promise.resolve();
    await watch(
      { store, sessions, get: client.get, clock, random: Math.random, log, sleep, onLook },
      signal,
    );
    log.info("stopped");
    return EXIT.ok;
  } finally {
    await client.close();
    await store.close();
  }
}

function tellOfChat(terminal: Terminal, log: Log): void {
  for (const { name, settings, how } of CHAT_PLATFORMS)
    if (missingSettings(settings, terminal.env).length > 0)
      log.warn("chat platform not connected", { platform: name, mend: how });
    else log.warn("this version does not connect to the chat platform yet", { platform: name });
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
