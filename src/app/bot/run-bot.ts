import type { Ticker } from "../../jobs/ticker.ts";
import { ConfigError } from "../../config/env.ts";
import type { Log } from "../../lib/log.ts";
import type { Store } from "../../store/store.ts";
import type { Bot, Connection } from "./bot.ts";
import { sweep } from "./sweep.ts";

/** What running a bot needs beside it. */
export type RunningDeps = {
  readonly store: Store;
  readonly ticker: Ticker;
  readonly now: () => Date;
  readonly log: Log;
};

/**
 * Hears people, plans each minute, and sends what is owed, on every platform until the signal aborts. A
 * platform that refuses our credentials ends alone; the others go on.
 */
export async function runBot(
  { store, ticker, now, log }: RunningDeps,
  { conversation, planner, connections }: Bot,
  signal: AbortSignal,
): Promise<void> {
  const stopTicking = ticker.start(async () => {
    await planner.minute();
    await sweep(store, now(), log);
  });
  // What fell due while nothing ran is not left until the next full minute.
  await planner.minute();
  await Promise.all(
    connections.flatMap(({ adapter, dispatcher }) => [
      dispatcher.run(signal),
      listen({ adapter, dispatcher }, conversation, { log, signal }),
    ]),
  );
  await untilAborted(signal);
  await stopTicking();
}

type Listening = { readonly log: Log; readonly signal: AbortSignal };

async function listen(
  { adapter }: Connection,
  conversation: Bot["conversation"],
  { log, signal }: Listening,
): Promise<void> {
  try {
    await adapter.listen(conversation, signal);
  } catch (error) {
    // Another token, and a new start, are needed for it; what else runs is better kept running.
    if (error instanceof ConfigError)
      log.error("platform left", { platform: adapter.platform, mend: error.problems });
    else log.error("platform left", { platform: adapter.platform, err: error });
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
