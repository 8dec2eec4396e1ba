import {
  Client,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Options,
} from "discord.js";
import { ConfigError } from "../../src/config/env.ts";
import type { Log } from "../../src/lib/log.ts";
import type { TellHearing } from "../../src/platform/hearing.ts";
import type { DiscordConfig } from "./config.ts";
import { type Dispatch, INTERACTION, type KnownServers } from "./chat-changes.ts";
import { reasonOf } from "./outcome.ts";
import { restOptions, SOME_PATIENCE } from "./rest.ts";
import { within, type Sleep } from "./within.ts";

/** What one session with the gateway needs. */
export type SessionDeps = {
  readonly config: DiscordConfig;
  readonly log: Log;
  readonly sleep: Sleep;
  readonly onDispatch: (dispatch: Dispatch, servers: KnownServers) => void;
  readonly tell: TellHearing;
  /** The one connection to open, where nodes share them; without it all are opened. */
  readonly shard?: OwnShard;
};

/** One of the gateway's connections. */
export type OwnShard = {
  readonly number: number;
  readonly count: number;
  /** Resolves when it may identify: Discord lets a few do so within five seconds. */
  readonly mayIdentify: (signal: AbortSignal) => Promise<void>;
};

/** Closing may wait for an answer that never comes. */
const CLOSE_WITHIN_MS = 1_500;

/**
 * Listens to the gateway until the signal aborts; the library reconnects and resumes meanwhile.
 *
 * @throws {ConfigError} when Discord refuses the token or what we ask to hear.
 * @throws {Error} when the gateway cannot be reached at the start, or ends the session for good.
 */
export async function listenToGateway(deps: SessionDeps, signal: AbortSignal): Promise<void> {
  const client = createClient(deps);
  watch(client, deps);
  tellConnections(client, deps.tell);
  try {
    await Promise.race([aborted(signal), ended(client), loggedIn(client, deps.config)]);
  } finally {
    client.removeAllListeners(Events.Raw);
    // An end on purpose is no trouble that an operator should look into.
    client.removeAllListeners(Events.ShardReconnecting);
    keepFromReturning(client);
    await within(client.destroy(), CLOSE_WITHIN_MS, deps.sleep);
  }
}

/**
 * A connection that the library is about to open again, half a second after it broke, would outlive the
 * client's end: before opening it asks for its session, and now waits for that in vain.
 */
function keepFromReturning(client: Client): void {
  const never = new Promise<never>(() => {});
  for (const shard of client.ws.shards.values()) Reflect.set(shard, "sessionInfo", never);
}

/** Hears of servers and their channels, and of what is done to us there; of messages nothing. */
const createClient = ({ config, shard }: SessionDeps): Client =>
  new Client({
    intents: [GatewayIntentBits.Guilds],
    ...(shard === undefined ? { shards: "auto" } : optionsOf(shard)),
    rest: restOptions(config, SOME_PATIENCE),
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits(UNUSED_CACHES),
  });

const optionsOf = ({ number, count, mayIdentify }: OwnShard) => ({
  shards: [number],
  shardCount: count,
  ws: {
    buildIdentifyThrottler: () =>
      Promise.resolve({
        waitForIdentify: (_: number, signal: AbortSignal) => mayIdentify(signal),
      }),
  },
});

const UNUSED_CACHES = {
  ...Options.DefaultMakeCacheSettings,
  AutoModerationRuleManager: 0,
  GuildEmojiManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
};

function watch(client: Client, { log, onDispatch }: SessionDeps): void {
  const servers: KnownServers = {
    isReady: () => client.isReady(),
    isKnown: (guild) => client.guilds.cache.has(guild),
    channelsOf: (guild) =>
      (client.guilds.cache.get(guild)?.channels.cache ?? new Map<string, { isThread(): boolean }>())
        .entries()
        .filter(([, channel]) => !channel.isThread())
        .map(([id]) => id)
        .toArray(),
  };
  // The library tells of an event before it changes what it knows of servers.
  client.on(Events.Raw, (dispatch: { t: string; d: unknown }) => {
    onDispatch({ ...dispatch }, servers);
    // It would throw at an interaction whose shape it does not know, where nobody could catch it.
    if (dispatch.t === INTERACTION) dispatch.t = "";
  });
  client.on(Events.ClientReady, () => log.info("listening to Discord"));
  client.on(Events.ShardReconnecting, (shard) => log.warn("Discord reconnects", { shard }));
  client.on(Events.ShardResume, (shard) => log.info("Discord resumed", { shard }));
  client.on(Events.ShardError, (error, shard) =>
    log.warn("trouble with Discord's gateway", { shard, reason: reasonOf(error) }),
  );
  client.on(Events.Error, (error) =>
    log.warn("trouble in Discord's library", { reason: reasonOf(error) }),
  );
}

/** All connections have to stand: each hears of its own servers only. */
function tellConnections(client: Client, tell: TellHearing): void {
  const away = new Set<number>();
  const hear = () => {
    if (away.size === 0 && client.isReady()) tell({ kind: "hearing", by: "gateway" });
  };
  const returned = (shard: number) => {
    away.delete(shard);
    hear();
  };
  client.on(Events.ClientReady, hear);
  client.on(Events.ShardResume, returned);
  client.on(Events.ShardReady, returned);
  client.on(Events.ShardReconnecting, (shard) => {
    away.add(shard);
    const reason = `the gateway's connection ${shard} broke`;
    tell({ kind: "resuming", reason, advice: RESUMES });
  });
}

const RESUMES = "Check that this machine reaches Discord's gateway; it resumes by itself.";

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });

/** Rejects when the gateway ends the session for good. */
const ended = (client: Client): Promise<never> =>
  new Promise((_, reject) => {
    client.on(Events.ShardDisconnect, ({ code }) => reject(endOf(code)));
  });

function endOf(code: number): Error {
  if (code === AUTHENTICATION_FAILED) return new ConfigError([BAD_TOKEN]);
  if (REFUSED_INTENTS.has(code))
    return new ConfigError(["DISCORD_TOKEN: this application may not hear of its servers"]);
  return new Error(`Discord ended the session (${code})`);
}

const AUTHENTICATION_FAILED: number = GatewayCloseCodes.AuthenticationFailed;
const REFUSED_INTENTS: ReadonlySet<number> = new Set([
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
]);

const BAD_TOKEN =
  "DISCORD_TOKEN: Discord does not accept it; reset it at discord.com/developers/applications";

/** Never resolves: a session that began ends by the signal or by Discord. */
async function loggedIn(client: Client, { token }: DiscordConfig): Promise<never> {
  try {
    await client.login(token.reveal());
  } catch (error) {
    throw problemOf(error);
  }
  return new Promise(() => {});
}

const problemOf = (error: unknown): Error =>
  isTokenInvalid(error)
    ? new ConfigError([BAD_TOKEN])
    : new Error(`Discord's gateway cannot be reached: ${reasonOf(error)}`);

const isTokenInvalid = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && error.code === DiscordjsErrorCodes.TokenInvalid) ||
    error.message === "Authentication failed");
