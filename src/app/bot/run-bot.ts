import type { Ticker } from "../../jobs/ticker.ts";
import { ConfigError } from "../../config/env.ts";
import type { Log } from "../../lib/log.ts";
import type { Hearing } from "../../platform/hearing.ts";
import type { Upkeep } from "../upkeep/upkeep.ts";
import type { Bot, Connection } from "./bot.ts";

/** What running a bot needs beside it. */
export type RunningDeps = {
  readonly upkeep: Upkeep;
  readonly ticker: Ticker;
  readonly now: () => Date;
  readonly log: Log;
  /** Hears how listening to a platform stands. */
  readonly onHearing?: (platform: string, hearing: Hearing) => void;
  /** Hears that a platform refused us for good, or that listening to it broke off. */
  readonly onLeft?: (platform: string) => void;
};

/**
 * Hears people, plans each minute, and sends what is owed, on every platform until the signal aborts. A
 * platform that refuses our credentials ends alone; the others go on.
 */
export async function runBot(
  { upkeep, ticker, now, log, onHearing = ignore, onLeft = ignore }: RunningDeps,
  { conversation, planner, connections }: Bot,
  signal: AbortSignal,
): Promise<void> {
  const stopTicking = ticker.start(async () => {
    await planner.minute();
    await upkeep(now());
  });
  await Promise.all([
    // What fell due while nothing ran is not left until the next full minute; it may wait for a model.
    planner.minute(),
    ...connections.flatMap((connection) => [
      send(connection, { signal, onLeft }),
      listen(connection, conversation, { log, signal, onHearing, onLeft }),
    ]),
  ]);
  await untilAborted(signal);
  await stopTicking();
}

const ignore = () => undefined;

type Listening = Required<Pick<RunningDeps, "log" | "onHearing" | "onLeft">> & {
  readonly signal: AbortSignal;
};

async function send(
  { adapter, dispatcher }: Connection,
  { signal, onLeft }: Pick<Listening, "signal" | "onLeft">,
): Promise<void> {
  const { kind } = await dispatcher.run(signal);
  if (kind === "unauthorized") onLeft(adapter.platform);
}

async function listen(
  { adapter }: Connection,
  conversation: Bot["conversation"],
  { log, signal, onHearing, onLeft }: Listening,
): Promise<void> {
  try {
    await adapter.listen(conversation, signal, (hearing) => onHearing(adapter.platform, hearing));
  } catch (error) {
    // Another token, and a new start, are needed for it; what else runs is better kept running.
    if (error instanceof ConfigError)
      log.error("platform left", { platform: adapter.platform, mend: error.problems });
    else log.error("platform left", { platform: adapter.platform, err: error });
    onLeft(adapter.platform);
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
