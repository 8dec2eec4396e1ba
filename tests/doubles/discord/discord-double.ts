import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../../../src/lib/clock.ts";
import { createFaults } from "./faults.ts";
import type { Fault } from "./faults.ts";
import { createGateway } from "./gateway.ts";
import type { Gateway } from "./gateway.ts";
import type { JsonObject } from "./json.ts";
import { createPlaces } from "./places.ts";
import type { Places } from "./places.ts";
import { createRateLimiter } from "./rate-limits.ts";
import type { Limits } from "./rate-limits.ts";
import { createRestServer } from "./rest-server.ts";
import type { SeenRequest } from "./rest-server.ts";
import { createSnowflakes } from "./snowflake.ts";
import { seededRandom } from "./world.ts";
import type { Account, Counters, Guild, Ping, Violation, World } from "./world.ts";

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
  /** How many of them may identify within five seconds. */
  readonly maxConcurrency?: number;
  /** How long readers wait for what they see, in real milliseconds. */
  readonly patienceMs?: number;
};

/** Discord on loopback, and the people in it. */
export type DiscordDouble = Places & {
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
  const { maxConcurrency = 16 } = options;
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
    maxConcurrency,
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

  return {
    ...createPlaces(world, patienceMs),
    root: `http://127.0.0.1:${port}/api`,
    bot: world.bot,
    gateway,
    violations: world.violations,
    pings: world.pings,
    counters: world.counters,
    requests,
    commands: (guild) => [...(world.commands.get(guild?.id ?? "global")?.values() ?? [])],
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
