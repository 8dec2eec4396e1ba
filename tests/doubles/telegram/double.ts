import type { AddressInfo } from "node:net";
import type { Clock } from "../../../src/lib/clock.ts";
import { createChat } from "./chat.ts";
import type { Account, Chat } from "./chat.ts";
import { readDefinitions } from "./definitions.ts";
import { createDispatch } from "./dispatch.ts";
import type { Answer, Server } from "./dispatch.ts";
import { createFaults, seededRandom } from "./faults.ts";
import type { Faults } from "./faults.ts";
import { createGroup } from "./group.ts";
import type { Group, Member } from "./group.ts";
import { createHttpServer } from "./http-server.ts";
import type { Front } from "./http-server.ts";
import type { JsonObject } from "./json.ts";
import { createPerson } from "./person.ts";
import type { Person } from "./person.ts";
import { createGate } from "./rate-limits.ts";
import type { RateLimits } from "./rate-limits.ts";
import { createUpdateQueue } from "./update-queue.ts";
import { createWebhook } from "./webhook.ts";
import { unixNow } from "./world.ts";
import type { Counters, World } from "./world.ts";

/** How a double is made. */
export type DoubleOptions = {
  /** Such as `42:secret`; the number before the colon is the bot's id. */
  readonly token: string;
  readonly clock?: Clock;
  readonly seed?: number;
  /** Null, the default: no limits. */
  readonly limits?: RateLimits | null;
  /** False: messages are counted and forgotten, and any positive chat id is a person who started the bot. */
  readonly keepMessages?: boolean;
  readonly port?: number;
};

/** One call of a method and its answer. */
export type RecordedCall = {
  readonly method: string;
  readonly parameters: JsonObject;
  readonly status: number;
  readonly answer: JsonObject;
};

/** What is told of a new group. */
export type GroupAbout = {
  readonly title: string;
  readonly username?: string;
  /** Who made it; he is its owner. */
  readonly owner: Member;
  /** Whether it has topics. */
  readonly isForum?: boolean;
};

/** A Bot API server with people and chats in it. */
export type TelegramDouble = {
  /** Such as `http://127.0.0.1:34567`. */
  readonly root: string;
  readonly world: World;
  /** Requests that break the definitions; a test asserts that there are none. */
  readonly violations: readonly string[];
  readonly calls: readonly RecordedCall[];
  readonly counters: Readonly<Counters>;
  readonly faults: Faults;
  person(about: Partial<Omit<Account, "id">> & { readonly id?: number }): Person;
  group(type: "group" | "supergroup" | "channel", about: GroupAbout): Group;
  /** Sets or lifts the limits. */
  limit(limits: RateLimits | null): void;
  /** Behaves as a server of before rich messages. */
  forgetRichMessages(): void;
  /** Puts the `Date` header ahead of the clock. */
  skewDate(ms: number): void;
  /** Ends all connections and, after so many real ms, listens on the same port again. */
  restart(downMs?: number): Promise<void>;
  close(): Promise<void>;
};

/** Starts a Bot API server on loopback. */
export async function createTelegramDouble(options: DoubleOptions): Promise<TelegramDouble> {
  const { clock = { now: () => new Date() }, seed = 1, keepMessages = true } = options;
  const definitions = readDefinitions();
  const random = seededRandom(seed);
  const world = createWorld(options.token, clock, keepMessages, {
    updates: definitions.updates,
    random,
  });
  const webhook = createWebhook(
    world.updates,
    () => unixNow(world),
    async (method, parameters) => {
      const request = { parameters, files: new Map() };
      record(method, request, await dispatch(method, request, new AbortController().signal));
    },
  );
  const gateOf = (limits: RateLimits | null) =>
    limits === null ? null : createGate(clock, limits);
  const server: Server = {
    world,
    definitions,
    webhook,
    gate: gateOf(options.limits ?? null),
    knowsRichMessages: true,
  };
  const dispatch = createDispatch(server);
  const faults = createFaults(random);
  const calls: RecordedCall[] = [];
  const record: Front["onCall"] = (method, { parameters }, answer: Answer) => {
    world.counters.requests += 1;
    if (keepMessages)
      calls.push({ method, parameters, status: answer.status, answer: answer.body });
  };
  const front: Front = { token: options.token, clock, dispatch, faults, onCall: record, skewMs: 0 };
  const http = createHttpServer(front);
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      http.once("error", reject);
      http.listen(port, "127.0.0.1", () => resolve());
    });
  const stop = () =>
    new Promise<void>((resolve) => {
      http.close(() => resolve());
      http.closeAllConnections();
    });
  await listen(options.port ?? 0);
  const { port } = http.address() as AddressInfo;
  let lastPersonId = 1000;
  let lastGroupId = 1000;
  const nextGroupId = (type: Chat["type"]) => {
    lastGroupId += 1;
    return type === "group" ? -lastGroupId : -1_000_000_000_000 - lastGroupId;
  };
  return {
    root: `http://127.0.0.1:${port}`,
    world,
    violations: world.violations,
    calls,
    counters: world.counters,
    faults,
    person(about) {
      lastPersonId += 1;
      const account: Account = {
        id: lastPersonId,
        name: `Reader ${lastPersonId}`,
        username: null,
        language: "en",
        zone: "UTC",
        ...about,
      };
      const { id, name, username } = account;
      const chat = createChat({ id, type: "private", title: name, username, person: account });
      world.accounts.set(id, account);
      world.chats.set(id, chat);
      return createPerson(world, account, chat);
    },
    group(type, { title, username = null, owner, isForum = false }) {
      const members = new Map([[owner.account.id, "creator" as const]]);
      const chat = createChat({ id: nextGroupId(type), type, title, username, isForum, members });
      world.chats.set(chat.id, chat);
      return createGroup(world, chat, () => nextGroupId("supergroup"));
    },
    limit(limits) {
      server.gate = gateOf(limits);
    },
    forgetRichMessages() {
      server.knowsRichMessages = false;
    },
    skewDate(ms) {
      front.skewMs = ms;
    },
    async restart(downMs = 0) {
      await stop();
      await new Promise((resolve) => setTimeout(resolve, downMs));
      await listen(port);
    },
    async close() {
      webhook.close();
      await stop();
    },
  };
}

function createWorld(
  token: string,
  clock: Clock,
  keepMessages: boolean,
  { updates, random }: { readonly updates: readonly string[]; readonly random: () => number },
): World {
  return {
    bot: { id: Number(token.split(":")[0]), username: "parley_double_bot", name: "Parley" },
    clock,
    updates: createUpdateQueue(updates, 100_000 + Math.floor(random() * 900_000)),
    accounts: new Map(),
    chats: new Map(),
    queries: new Map(),
    counters: { requests: 0, sent: 0, tooManyRequests: 0, duplicates: 0 },
    profile: new Map(),
    violations: [],
    keepMessages,
    random,
    lastSent: new Map(),
    photos: new Map(),
    lastPrivateId: 0,
    lastQueryId: 1000,
  };
}
