import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../../../src/lib/clock.ts";
import { createFaults } from "./faults.ts";
import type { Fault } from "./faults.ts";
import { createGateway } from "./gateway.ts";
import type { Gateway } from "./gateway.ts";
import type { JsonObject } from "./json.ts";
import { makeChannel } from "./make-channel.ts";
import { bitsOf, EVERYDAY } from "./permissions.ts";
import type { Permission } from "./permissions.ts";
import { createRateLimiter } from "./rate-limits.ts";
import type { Limits } from "./rate-limits.ts";
import { createReader } from "./reader.ts";
import type { Reader } from "./reader.ts";
import { createRestServer } from "./rest-server.ts";
import type { SeenRequest } from "./rest-server.ts";
import { openThread } from "./routes/channels.ts";
import { channelShape, guildCreateShape, memberRoleShape, usualBotPermissions } from "./shapes.ts";
import { createSnowflakes } from "./snowflake.ts";
import { seededRandom } from "./world.ts";
import type { Account, Channel, Counters, Guild, Ping, Violation, World } from "./world.ts";

const PATIENCE_MS = 5000;

export type DoubleOptions = {
  readonly token: string;
  readonly applicationId: string;
  /** What the double goes by: ids, dates, limits, how long answers may take. */
  readonly clock?: Clock;
  readonly seed?: number;
  /** Zero takes any free one. */
  readonly port?: number;
  /** False counts messages and forgets them. */
  readonly keepMessages?: boolean;
  /** None unless given. */
  readonly limits?: Limits;
  /** How many shards the gateway advises. */
  readonly shards?: number;
  /** How long readers wait for what they see, in real milliseconds. */
  readonly patienceMs?: number;
};

/** Discord on loopback, and the people in it. */
export type DiscordDouble = {
  /** Root of the REST API; `/v10` comes after it. */
  readonly root: string;
  readonly bot: Account;
  readonly gateway: Omit<Gateway, "upgrade" | "emit" | "close">;
  /** Requests that the definitions or the rules forbid. */
  readonly violations: readonly Violation[];
  /** Mentions that would have notified someone. */
  readonly pings: readonly Ping[];
  readonly counters: Readonly<Counters>;
  /** Requests whose form was looked at, oldest first; the newest thousand. */
  readonly requests: readonly SeenRequest[];
  /** Commands as registered, everywhere or in a guild. */
  commands(guild?: Guild): readonly JsonObject[];
  guild(about: {
    readonly name?: string;
    readonly locale?: string;
    readonly botPermissions?: readonly Permission[];
  }): Guild;
  channel(about: {
    readonly guild: Guild;
    readonly name?: string;
    readonly kind?: "text" | "announcement";
    /** What is denied to the bot here. */
    readonly botLacks?: readonly Permission[];
  }): Channel;
  thread(about: {
    readonly parent: Channel;
    readonly name?: string;
    readonly archived?: boolean;
    readonly locked?: boolean;
  }): Channel;
  member(about: {
    /** None: somebody known only from direct conversation. */
    readonly guild?: Guild;
    readonly name?: string;
    readonly locale?: string;
    /** Beyond what everyone may. */
    readonly permissions?: readonly Permission[];
  }): Reader;
  /** Changes what is denied to the bot in a channel. */
  denies(channel: Channel, permissions: readonly Permission[]): void;
  /** Puts the bot out of a guild. */
  kicks(guild: Guild): void;
  /** Takes the bot into a guild again. */
  invites(guild: Guild): void;
  deletes(channel: Channel): void;
  archives(thread: Channel, how?: { readonly locked: boolean }): void;
  /** Lets the next requests of an operation, named as in the definitions, or of `any`, meet a fault. */
  failNext(operation: string, fault: Fault, times?: number): void;
  clearFaults(): void;
  limit(limits: Limits): void;
  /** Sets the `Date` header off. */
  skew(ms: number): void;
  /** Goes away, connections and all; the state stays. */
  stop(): Promise<void>;
  /** Comes back on the same port. */
  start(): Promise<void>;
  close(): Promise<void>;
};

function createWorld(options: DoubleOptions): World {
  const { token, applicationId, keepMessages = true, shards = 1, seed = 1 } = options;
  const clock = options.clock ?? { now: () => new Date() };
  const bot = { id: applicationId, name: "parley", bot: true };
  return {
    clock,
    snowflakes: createSnowflakes(clock),
    random: seededRandom(seed),
    token,
    bot,
    keepMessages,
    shards,
    guilds: new Map(),
    channels: new Map(),
    accounts: new Map([[bot.id, bot]]),
    commands: new Map(),
    interactions: new Map(),
    nonces: new Map(),
    violations: [],
    pings: [],
    counters: {
      requests: 0,
      messagesCreated: 0,
      messagesEdited: 0,
      repeats: 0,
      tooManyRequests: 0,
      invalidRequests: 0,
    },
    emit: () => undefined,
  };
}

/** Starts Discord's REST API and gateway on one loopback port. */
export async function createDiscordDouble(options: DoubleOptions): Promise<DiscordDouble> {
  const world = createWorld(options);
  const { patienceMs = PATIENCE_MS } = options;
  const faults = createFaults();
  const limiter = createRateLimiter(world.clock, options.limits ?? null);
  const requests: SeenRequest[] = [];
  let port = options.port ?? 0;
  let skewMs = 0;
  const gatewayUrl = () => `ws://127.0.0.1:${port}`;
  const gateway = createGateway(world, gatewayUrl);
  world.emit = (event) => gateway.emit(event);
  const seen = (request: SeenRequest): void => {
    requests.push(request);
    if (requests.length > 1000) requests.shift();
  };
  const answer = createRestServer({
    world,
    limiter,
    faults,
    gatewayUrl,
    skewMs: () => skewMs,
    seen,
  });
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      world.violations.push({
        operation: `${request.method} ${request.url}`,
        lines: [String(error)],
      });
      response.destroy();
    });
  });
  server.on("upgrade", (...opened) => gateway.upgrade(...opened));

  const start = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", reject);
        ({ port } = server.address() as AddressInfo);
        resolve();
      });
    });
  const stop = async (): Promise<void> => {
    await gateway.close();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  };
  await start();

  const tell = (name: string, data: JsonObject, guild: Guild): void =>
    gateway.emit({ name, data, guildId: guild.id, intent: 0 });
  const shapeIn = (channel: Channel): JsonObject => channelShape(channel, world.bot);

  return {
    root: `http://127.0.0.1:${port}/api`,
    bot: world.bot,
    gateway,
    violations: world.violations,
    pings: world.pings,
    counters: world.counters,
    requests,
    commands: (guild) => [...(world.commands.get(guild?.id ?? "global")?.values() ?? [])],
    guild: ({ name = "guild", locale = "en-US", botPermissions }) => {
      const made: Guild = {
        id: world.snowflakes.next(),
        name,
        locale,
        botPermissions:
          botPermissions === undefined ? usualBotPermissions() : bitsOf(botPermissions),
        botIsIn: true,
        members: new Map(),
      };
      world.guilds.set(made.id, made);
      tell("GUILD_CREATE", guildCreateShape(made, world), made);
      return made;
    },
    channel: ({ guild, name = "general", kind = "text", botLacks = [] }) => {
      const made = makeChannel({ id: world.snowflakes.next(), kind, name, guild });
      made.botLacks = bitsOf(botLacks);
      world.channels.set(made.id, made);
      tell("CHANNEL_CREATE", shapeIn(made), guild);
      return made;
    },
    thread: ({ parent, name = "thread", archived = false, locked = false }) => {
      const made = openThread(world, parent, name, world.snowflakes.next());
      made.archived = archived;
      made.locked = locked;
      return made;
    },
    member: ({ guild, name = "reader", locale = "en-US", permissions = [] }) => {
      const account = { id: world.snowflakes.next(), name, bot: false };
      const bits = bitsOf([...EVERYDAY, ...permissions]);
      world.accounts.set(account.id, account);
      if (guild !== undefined) {
        guild.members.set(account.id, { account, permissions: bits });
        const role = memberRoleShape(account, bits);
        tell("GUILD_ROLE_CREATE", { guild_id: guild.id, role }, guild);
      }
      const home = [...world.channels.values()].find(
        (each) => guild !== undefined && each.guild === guild,
      );
      return createReader(world, { account, locale, permissions: bits, patienceMs }, home ?? null);
    },
    denies: (channel, permissions) => {
      channel.botLacks = bitsOf(permissions);
      if (channel.guild !== null) tell("CHANNEL_UPDATE", shapeIn(channel), channel.guild);
    },
    kicks: (guild) => {
      guild.botIsIn = false;
      tell("GUILD_DELETE", { id: guild.id }, guild);
    },
    invites: (guild) => {
      guild.botIsIn = true;
      tell("GUILD_CREATE", guildCreateShape(guild, world), guild);
    },
    deletes: (channel) => {
      channel.deleted = true;
      const name = channel.kind === "thread" ? "THREAD_DELETE" : "CHANNEL_DELETE";
      if (channel.guild !== null) tell(name, shapeIn(channel), channel.guild);
    },
    archives: (thread, { locked } = { locked: false }) => {
      thread.archived = true;
      thread.locked = locked;
      if (thread.guild !== null) tell("THREAD_UPDATE", shapeIn(thread), thread.guild);
    },
    failNext: (operation, fault, times = 1) => faults.add(operation, fault, times),
    clearFaults: () => faults.clear(),
    limit: (limits) => limiter.set(limits),
    skew: (ms) => {
      skewMs = ms;
    },
    stop,
    start,
    close: stop,
  };
}
