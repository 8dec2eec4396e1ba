import type { Config } from "../../config/config.ts";
import type { Env } from "../../config/env.ts";
import type { CommandContext } from "../../commands/command.ts";
import { commandTable } from "../../commands/command-table.ts";
import { createConversation } from "../../commands/conversation.ts";
import type { CommandEvent } from "../../commands/command-event.ts";
import type { TalksDesk } from "../../commands/desk.ts";
import { createDispatcher, type Dispatcher } from "../../deliveries/dispatch.ts";
import type { DispatchEvent } from "../../deliveries/dispatch-event.ts";
import type { Planned } from "../../deliveries/planning.ts";
import { createRateLimits, type RateLimits } from "../../deliveries/rate-limits.ts";
import { createSharedRateLimits } from "../../deliveries/shared-rate-limits.ts";
import type { Random } from "../../lib/backoff.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Log } from "../../lib/log.ts";
import type { PlatformAdapter } from "../../platform/adapter.ts";
import type { Conversation } from "../../platform/conversation.ts";
import type { PaintPicture } from "../../platform/paint-picture.ts";
import type { Store } from "../../store/store.ts";
import { StoreError } from "../../store/store-error.ts";
import type { Narrator } from "../../summarize/narrator.ts";
import { loadKnownCities } from "../core.ts";
import { createMessageArticles } from "../metrics/message-articles.ts";
import { createDeliveryTrail, type OnAlert } from "./delivery-trail.ts";
import { createOperatorDesk, type TellModel } from "./operator-desk.ts";
import { createPlanner, type Planner } from "./planner.ts";
import { type PlatformEntry, PLATFORMS, type SharingOf } from "./platforms.ts";

/** What a bot is made of. */
export type BotDeps = {
  readonly config: Pick<Config, "PARLEY_ADMINS" | "PARLEY_LANG" | "PARLEY_TZ">;
  readonly env: Env;
  readonly store: Store;
  readonly talks: readonly [TalksDesk, ...TalksDesk[]];
  readonly clock: Clock;
  /** Milliseconds that never go back, whatever becomes of the clock. */
  readonly monotonicMs: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: Random;
  readonly paint: PaintPicture;
  /** Where other nodes may speak on the same platforms. */
  readonly sharing?: SharingOf | null;
  readonly log: Log;
  /** Where a language model is used. */
  readonly narrator?: Narrator | null;
  /** How that model does, for operators. */
  readonly tellModel?: TellModel;
  readonly observe?: BotObserver;
};

/** Hears what happens, for metrics. */
export type BotObserver = {
  readonly delivery: (event: DispatchEvent) => void;
  readonly planned: (planned: Planned) => void;
  readonly command: (event: CommandEvent) => void;
  readonly alert: OnAlert;
};

/** A platform that is connected: what speaks on it, and what sends what is owed there. */
export type Connection = {
  readonly adapter: PlatformAdapter;
  readonly dispatcher: Dispatcher;
};

/** Everything that talks with people. */
export type Bot = {
  readonly conversation: Conversation;
  readonly planner: Planner;
  readonly connections: readonly Connection[];
  /** Platforms that the settings leave off, with how to connect them. */
  readonly off: readonly { readonly name: string; readonly how: string }[];
};

/**
 * Puts the bot together; nothing is asked of a platform yet.
 *
 * @throws {ConfigError} when a platform's settings are wrong.
 */
export async function createBot(deps: BotDeps): Promise<Bot> {
  const context = contextOf(deps);
  const commands = commandTable(context);
  const forms = commands.map(({ form }) => form);
  const limits = new Map<string, RateLimits>();
  const connections: Connection[] = [];
  const off: Bot["off"][number][] = [];
  for (const entry of PLATFORMS) {
    const adapter = await entry.connect({ ...deps, commands: forms });
    if (adapter === null) off.push(entry);
    else {
      const own = limitsOf(deps, adapter);
      limits.set(adapter.platform, own);
      connections.push(connectionOf(deps, entry, adapter, own));
    }
  }
  const conversation = createConversation({
    ...deps,
    context,
    commands,
    operators: new Set(deps.config.PARLEY_ADMINS),
    language: deps.config.PARLEY_LANG,
    isStoreTrouble: (error) => error instanceof StoreError,
    spoke: (to) => limits.get(to.platform)?.note(to, deps.monotonicMs()),
    observe: (event) => deps.observe?.command(event),
  });
  const wake = () => {
    for (const { dispatcher } of connections) dispatcher.wake();
  };
  return { conversation, planner: plannerOf(deps, wake), connections, off };
}

/** Shared with other nodes where the database may have some. */
function limitsOf(deps: BotDeps, { platform, pace }: PlatformAdapter): RateLimits {
  const book = deps.store.paceBook?.(platform);
  return book === undefined
    ? createRateLimits(pace)
    : createSharedRateLimits({ ...deps, pace, book });
}

const contextOf = ({
  config,
  store,
  talks,
  clock,
  random,
  narrator = null,
  tellModel,
}: BotDeps): CommandContext => ({
  store,
  talks,
  operator: createOperatorDesk(store, clock.now(), tellModel),
  cities: loadKnownCities(),
  timeZone: config.PARLEY_TZ ?? null,
  narrator,
  random,
});

function connectionOf(
  deps: BotDeps,
  { privateChatOf }: PlatformEntry,
  adapter: PlatformAdapter,
  limits: RateLimits,
): Connection {
  const trail = createDeliveryTrail({
    ...deps,
    articlesOf: createMessageArticles(deps.store.outbox),
    onAlert: (...sent) => deps.observe?.alert(...sent),
  });
  const dispatcher = createDispatcher({
    ...deps,
    adapter,
    limits,
    alone: deps.store.paceBook === undefined,
    privateChatOf,
    observe: (event) => {
      trail(event);
      deps.observe?.delivery(event);
    },
  });
  return { adapter, dispatcher };
}

const plannerOf = (
  { store, talks, narrator = null, clock, log, observe }: BotDeps,
  wake: () => void,
): Planner =>
  createPlanner({
    store,
    narrator,
    digests: store.digests,
    followed: talks.map(({ names }) => names),
    digestOf: (id, at) => deskOf(talks, id).digest(at, null),
    clock,
    log,
    observe: (planned) => {
      log.info("planned", planned);
      observe?.planned(planned);
    },
    wake,
  });

function deskOf(talks: BotDeps["talks"], id: string): TalksDesk {
  const desk = talks.find(({ names }) => names.dossier.id === id);
  if (desk === undefined) throw new Error(`Nobody follows ${id}.`);
  return desk;
}
