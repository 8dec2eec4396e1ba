import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDiscordAdapter } from "../../adapters/discord/adapter.ts";
import { createLeaseKeeper } from "../../src/jobs/lease-keeper.ts";
import { createConnectionSharing } from "../../src/jobs/shared-connections.ts";
import { createLog } from "../../src/lib/log.ts";
import { Secret } from "../../src/lib/secret.ts";
import type { Conversation } from "../../src/platform/conversation.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { createDiscordDouble, type DiscordDouble } from "../doubles/discord/discord-double.ts";
import type { Reader } from "../doubles/discord/reader.ts";
import type { Channel } from "../doubles/discord/world.ts";
import { answer, DISCORD_TOKEN, FORMS, said } from "../support/discord-bot.ts";
import { simulatedTime, type SimulatedTime } from "../support/simulated-time.ts";

const APPLICATION_ID = "123456789012345678";
const SHARDS = 4;
const SERVERS = 12;

const log = createLog({ level: "silent", secrets: [], write: () => undefined });

type Node = {
  readonly holder: string;
  readonly answered: string[];
  /** Stops it in good order. */
  stop(): Promise<void>;
  /** Stops it renewing, as a machine that lost its power. */
  freeze(): void;
};

let double: DiscordDouble;
let store: Store;
let time: SimulatedTime;
let nodes: Node[];

beforeEach(async () => {
  time = simulatedTime(new Date("2026-02-05T09:00:00Z"));
  double = await createDiscordDouble({
    token: DISCORD_TOKEN,
    applicationId: APPLICATION_ID,
    shards: SHARDS,
    clock: time.clock,
  });
  store = await openStore("file::memory:", () => undefined, time.clock);
  nodes = [];
});

afterEach(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  await double.close();
  await store.close();
});

function startNode(holder: string): Node {
  const stopping = new AbortController();
  let frozen = false;
  const answered: string[] = [];
  const sleep: SimulatedTime["sleep"] = async (ms, signal) => {
    await time.sleep(ms, signal);
    if (frozen && !signal.aborted) await time.sleep(Number.MAX_SAFE_INTEGER, signal);
  };
  const { leases } = store;
  const keeper = createLeaseKeeper({
    leases,
    holder,
    sleep,
    log,
    clock: time.clock,
    monotonicMs: time.monotonicMs,
  });
  const adapter = createDiscordAdapter({
    config: {
      token: new Secret(DISCORD_TOKEN),
      applicationId: APPLICATION_ID,
      apiRoot: double.root,
      guilds: [],
    },
    commands: FORMS,
    paint: () => Promise.reject(new Error("nothing to paint")),
    log,
    clock: time.clock,
    sleep,
    sharing: createConnectionSharing({ keeper, leases, sleep, log }, "discord"),
  });
  const conversation: Conversation = {
    answer: (call) => {
      answered.push(call.from.channel);
      return Promise.resolve(answer(said(holder)));
    },
    complete: () => Promise.resolve([]),
    inline: () => Promise.resolve([]),
    changed: () => Promise.resolve(null),
    spoke: () => undefined,
  };
  const keeping = keeper.run(stopping.signal);
  const listening = adapter.listen(conversation, stopping.signal);
  const node: Node = {
    holder,
    answered,
    freeze: () => {
      frozen = true;
    },
    stop: async () => {
      stopping.abort();
      await Promise.all([keeping, listening]);
    },
  };
  nodes.push(node);
  return node;
}

/** Lets time pass until something holds; gives after how many seconds. */
async function until(holds: () => boolean | Promise<boolean>, stepMs = 250): Promise<number> {
  for (let passed = 0; passed < 60_000; passed += stepMs) {
    if (await holds()) return passed / 1_000;
    time.pass(stepMs);
    await new Promise((next) => setTimeout(next, 5));
  }
  throw new Error("it never came to be");
}

const shardsOf = async (): Promise<ReadonlyMap<string, number>> => {
  const held = await store.leases.held(`gateway/discord/of-`);
  const counts = Map.groupBy(held, ({ holder }) => holder);
  return new Map([...counts].map(([holder, all]) => [holder, all.length]));
};

/** Servers of which each shard has some, with a reader in each. */
async function gatherServers(): Promise<readonly { channel: Channel; reader: Reader }[]> {
  return Array.from({ length: SERVERS }, () => {
    time.pass(1);
    const guild = double.guild({});
    return { channel: double.channel({ guild }), reader: double.member({ guild }) };
  });
}

/** Who answered in each server; each command must be answered once. */
async function askEverywhere(
  servers: readonly { channel: Channel; reader: Reader }[],
): Promise<ReadonlySet<string>> {
  const who = new Set<string>();
  for (const { channel, reader } of servers) {
    const before = nodes.map(({ answered }) => answered.length);
    await reader.gives("/status", {}, channel);
    const more = nodes.map(({ answered }, n) => answered.length - (before[n] ?? 0));
    expect(more.filter((count) => count > 0)).toEqual([1]);
    who.add(nodes[more.indexOf(1)]?.holder ?? "");
  }
  return who;
}

const connectedTo = (count: number) => () => double.gateway.connected() === count;

describe("two nodes", () => {
  it("have half of the shards each, and a command is answered once, by the node that hears it", async () => {
    const servers = await gatherServers();
    startNode("one");
    startNode("other");
    await until(async () => (await shardsOf()).size === 2 && connectedTo(SHARDS)());
    expect([...(await shardsOf()).values()]).toEqual([2, 2]);
    expect(await askEverywhere(servers)).toEqual(new Set(["one", "other"]));
    expect(new Set(double.gateway.identities.map(({ of }) => of))).toEqual(new Set([SHARDS]));
  });

  it("leave all to one within 30 s when the other stands still, and the other hears nothing more", async () => {
    const servers = await gatherServers();
    const frozen = startNode("frozen");
    startNode("living");
    await until(async () => (await shardsOf()).size === 2 && connectedTo(SHARDS)());
    frozen.freeze();
    const before = double.gateway.identities.length;
    const seconds = await until(async () => (await shardsOf()).get("living") === SHARDS);
    expect(seconds).toBeLessThanOrEqual(30);
    await until(() => double.gateway.identities.length === before + 2);
    expect(await askEverywhere(servers)).toEqual(new Set(["living"]));
  });

  it("leave all to one at once when the other is stopped, and share again with a third", async () => {
    const servers = await gatherServers();
    const leaving = startNode("leaving");
    startNode("staying");
    await until(async () => (await shardsOf()).size === 2 && connectedTo(SHARDS)());
    await leaving.stop();
    const seconds = await until(async () => (await shardsOf()).get("staying") === SHARDS);
    expect(seconds).toBeLessThanOrEqual(5);
    startNode("third");
    await until(async () => (await shardsOf()).get("third") === 2 && connectedTo(SHARDS)());
    expect(await askEverywhere(servers)).toEqual(new Set(["staying", "third"]));
  });
});

it("lets one shard identify in five seconds where Discord allows no more, over all nodes", async () => {
  await double.close();
  double = await createDiscordDouble({
    token: DISCORD_TOKEN,
    applicationId: APPLICATION_ID,
    shards: 3,
    maxConcurrency: 1,
    clock: time.clock,
  });
  startNode("one");
  startNode("other");
  await until(() => double.gateway.identities.length === 3, 50);
  const at = double.gateway.identities.map((each) => each.at);
  const gaps = at.slice(1).map((each, n) => each - (at[n] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000);
});
