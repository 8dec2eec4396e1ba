import { ConfigError } from "../../src/config/env.ts";
import { backoffMs } from "../../src/lib/backoff.ts";
import type { Log } from "../../src/lib/log.ts";
import type { DeliveryKey } from "../../src/platform/adapter.ts";
import type { ChatChange, Conversation } from "../../src/platform/conversation.ts";
import type { ConnectionSharing } from "../../src/platform/connection-sharing.ts";
import type { TellHearing } from "../../src/platform/hearing.ts";
import { changesOf, type Dispatch, INTERACTION, type KnownServers } from "./chat-changes.ts";
import { converse } from "./converse.ts";
import { readInteraction } from "./interaction.ts";
import { reasonOf } from "./outcome.ts";
import { type RegisteringDeps, registerCommands } from "./register-commands.ts";
import { renderDiscord } from "./render.ts";
import type { PaintingDeps } from "./paint-part.ts";
import { createReply } from "./reply.ts";
import type { DiscordRest } from "./rest.ts";
import { sendPart } from "./send.ts";
import { listenToGateway } from "./session.ts";
import { listenToShards, type ShardDeps } from "./shards.ts";
import { within } from "./within.ts";

/** What listening needs. */
export type ListeningDeps = RegisteringDeps &
  PaintingDeps & {
    /** Waits its turn within Discord's limits, for answers that people wait for. */
    readonly patientRest: DiscordRest;
    readonly tell: TellHearing;
    /** Where other nodes listen, too. */
    readonly sharing?: ConnectionSharing | null;
  };

const RECONNECTS =
  "Check that this machine reaches Discord and its gateway; it connects again by itself.";

const BACKOFF = { firstMs: 2_000, longestMs: 300_000 };

/** Answers that are under way when we stop get this long. */
const FINISH_WITHIN_MS = 1_500;

/**
 * Registers the commands and answers people until the signal aborts. Trouble with the network is waited
 * out; resolves once nothing is under way any more.
 *
 * @throws {ConfigError} when Discord refuses the token; nothing of this adapter goes on then.
 */
export async function listenToDiscord(
  deps: ListeningDeps,
  conversation: Conversation,
  signal: AbortSignal,
): Promise<void> {
  const stopped = new AbortController();
  const stop = AbortSignal.any([signal, stopped.signal]);
  const work = createWork(deps.log);
  const registering = registerCommands(deps, stop);
  try {
    await listenHere(deps, conversation, work, stop);
  } finally {
    stopped.abort();
    await registering;
    await within(work.done(), FINISH_WITHIN_MS, deps.sleep);
  }
}

/** To all connections, or to those that come to this node. */
function listenHere(
  deps: ListeningDeps,
  conversation: Conversation,
  work: Work,
  signal: AbortSignal,
): Promise<void> {
  const { sharing = null } = deps;
  if (sharing === null) return keepListening(deps, conversation, work, signal);
  const listen = (part: ShardDeps, own: AbortSignal) =>
    keepListening({ ...deps, ...part }, conversation, work, own);
  return listenToShards({ ...deps, sharing }, listen, signal);
}

async function keepListening(
  deps: ListeningDeps & Partial<ShardDeps>,
  conversation: Conversation,
  work: Work,
  signal: AbortSignal,
): Promise<void> {
  const { isOurs = () => true } = deps;
  const onDispatch = (dispatch: Dispatch, servers: KnownServers) => {
    if (isOurs()) hear({ ...deps, conversation, work }, dispatch, servers);
  };
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      await listenToGateway({ ...deps, onDispatch }, signal);
    } catch (error) {
      if (error instanceof ConfigError || signal.aborted) throw error;
      const retryInMs = backoffMs(failures, BACKOFF, Math.random);
      const reason = error instanceof Error ? error.message : reasonOf(error);
      deps.log.warn("not listening to Discord", { reason, retryInMs });
      deps.tell({ kind: "lost", reason, advice: RECONNECTS });
      await deps.sleep(retryInMs, signal);
    }
  }
}

type HearingDeps = ListeningDeps & { readonly conversation: Conversation; readonly work: Work };

function hear(deps: HearingDeps, dispatch: Dispatch, servers: KnownServers): void {
  if (dispatch.t === INTERACTION) {
    deps.work.start("an interaction was not answered", () => answer(deps, dispatch.d));
    return;
  }
  const changes = changesOf(dispatch, servers);
  if (changes.length > 0)
    deps.work.start("a change of a chat was not taken in", () => takeIn(deps, changes));
}

async function answer(deps: HearingDeps, payload: unknown): Promise<void> {
  const interaction = readInteraction(payload);
  if (interaction === null) {
    deps.log.debug("an interaction of an unknown shape was skipped");
    return;
  }
  const reply = createReply(deps.patientRest, deps.config.applicationId, interaction);
  await converse(deps, interaction, reply);
}

async function takeIn(deps: HearingDeps, changes: readonly ChatChange[]): Promise<void> {
  const sending = { ...deps, rest: deps.patientRest };
  for (const change of changes) {
    const message = await deps.conversation.changed(change);
    if (message === null || change.kind !== "joined") continue;
    const { at } = change;
    for (const [place, part] of renderDiscord(message, "rich").entries()) {
      const key = keyOf(`${place}-${at.channel}`);
      const signal = new AbortController().signal;
      const outcome = await sendPart(sending, at, part, { key, signal });
      if (outcome.kind === "sent") deps.conversation.spoke(at);
      else deps.log.info("a greeting was not sent", { channel: at.channel, outcome: outcome.kind });
    }
  }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a number and an id fit a key
const keyOf = (words: string): DeliveryKey => words as DeliveryKey;

/** What is under way. */
type Work = {
  /** Begins something; what it rejects with is logged under `trouble`. */
  start(trouble: string, task: () => Promise<void>): void;
  done(): Promise<void>;
};

function createWork(log: Log): Work {
  const running = new Set<Promise<void>>();
  return {
    start(trouble, task) {
      const run = task()
        .catch((error: unknown) => log.error(trouble, { reason: troubleOf(error) }))
        .finally(() => running.delete(run));
      running.add(run);
    },
    async done() {
      await Promise.allSettled(running);
    },
  };
}

/** An error of ours is told with its words; one of the library's without the request it holds. */
const troubleOf = (error: unknown): string =>
  error instanceof TypeError || error instanceof RangeError
    ? `${error.name}: ${error.message}`
    : reasonOf(error);
