import type { Ticker } from "../../jobs/ticker.ts";
import { ConfigError } from "../../config/env.ts";
import type { Log } from "../../lib/log.ts";
import type { Hearing } from "../../platform/hearing.ts";
import type { Upkeep } from "../upkeep/upkeep.ts";
import { type HoldingDeps, whileHolding } from "../../jobs/while-holding.ts";
import type { Duties } from "../cluster/roles.ts";
import type { Bot, Connection } from "./bot.ts";
import type { Planner } from "./planner.ts";

/** What running a bot needs beside it. */
export type RunningDeps = {
  readonly upkeep: Upkeep;
  readonly ticker: Ticker;
  readonly now: () => Date;
  readonly log: Log;
  /** What this node does of all that; everything where it is left out. */
  readonly duties?: Pick<Duties, "gateway" | "deliver">;
  /** Where other nodes may listen to the same platforms. */
  readonly listening?: Omit<HoldingDeps, "onWaiting"> | null;
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
  deps: RunningDeps,
  { conversation, planner, connections }: Bot,
  signal: AbortSignal,
): Promise<void> {
  const { duties = EVERYTHING, onHearing = ignore, onLeft = ignore } = deps;
  const hearing = { log: deps.log, listening: deps.listening ?? null, signal, onHearing, onLeft };
  await Promise.all([
    ...(duties.deliver ? [plan(deps, planner, signal)] : []),
    ...connections.flatMap((connection) => [
      ...(duties.deliver ? [send(connection, { signal, onLeft })] : []),
      duties.gateway
        ? listenAmongNodes(connection, conversation, hearing)
        : leaveToOthers(connection, hearing),
    ]),
  ]);
  await untilAborted(signal);
}

const EVERYTHING = { gateway: true, deliver: true } as const;
const ignore = () => undefined;

/** Plans each minute until the signal aborts. */
async function plan(
  { upkeep, ticker, now }: RunningDeps,
  planner: Planner,
  signal: AbortSignal,
): Promise<void> {
  const stopTicking = ticker.start(async () => {
    await planner.minute();
    await upkeep(now());
  });
  // What fell due while nothing ran is not left until the next full minute; it may wait for a model.
  await planner.minute();
  await untilAborted(signal);
  await stopTicking();
}

type Listening = Required<Pick<RunningDeps, "log" | "listening" | "onHearing" | "onLeft">> & {
  readonly signal: AbortSignal;
};

async function send(
  { adapter, dispatcher }: Connection,
  { signal, onLeft }: Pick<Listening, "signal" | "onLeft">,
): Promise<void> {
  const { kind } = await dispatcher.run(signal);
  if (kind === "unauthorized") onLeft(adapter.platform);
}

/** On one node at a time where the platform asks for it, else on each. */
async function listenAmongNodes(
  connection: Connection,
  conversation: Bot["conversation"],
  hearing: Listening,
): Promise<void> {
  const { listening, signal } = hearing;
  const { platform, listensAlone } = connection.adapter;
  if (listening === null || listensAlone !== true) return listen(connection, conversation, hearing);
  const onWaiting = () => leaveToOthers(connection, hearing);
  await whileHolding(
    { ...listening, onWaiting },
    `gateway/${platform}`,
    signal,
    async (held, whileHeld) => {
      hearing.log.info("listening on this node", { platform, node: held.lease.holder });
      const onHearing: Listening["onHearing"] = (of, told) => {
        // Asked here, since a node that stood still hears of it before any timer of the lease goes off.
        if (held.isHeld()) hearing.onHearing(of, told);
      };
      await listen(connection, conversation, { ...hearing, signal: whileHeld, onHearing });
    },
  );
}

function leaveToOthers({ adapter: { platform } }: Connection, { onHearing }: Listening): void {
  onHearing(platform, { kind: "hearing", by: "another-node" });
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
