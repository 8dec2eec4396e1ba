import { describe, expect, it } from "vitest";
import { openStore } from "../../../src/store/open-store.ts";
import { chatAt } from "../../support/delivery-samples.ts";
import {
  mostWithin,
  paceNodes,
  type PaceNode,
  type PaceNodes,
  sendAll,
  type SentMessage,
  TELEGRAM,
} from "../../support/pace-nodes.ts";
import { testDatabases } from "../../support/store-engines.ts";

const databases = testDatabases();

async function withNodes(story: (nodes: PaceNodes) => Promise<void>): Promise<void> {
  const url = await databases.emptied("PostgreSQL");
  await (await openStore(url, () => undefined)).close();
  const nodes = await paceNodes(url);
  try {
    await story(nodes);
  } finally {
    await nodes.close();
  }
}

/** The same numbers in each run (https://prng.di.unimi.it/splitmix64.c, cut to 32 bits). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

function expectWithinLimits(sent: readonly SentMessage[]): void {
  expect(
    mostWithin(
      sent.map(({ at }) => at),
      TELEGRAM.overall,
    ),
  ).toBeLessThanOrEqual(30);
  for (const [channel, own] of Map.groupBy(sent, (one) => one.channel))
    for (const window of TELEGRAM.within(chatAt(channel)))
      expect(
        mostWithin(
          own.map(({ at }) => at),
          window,
        ),
        `${channel} in ${window.ms} ms`,
      ).toBeLessThanOrEqual(window.messages);
}

const between = (sent: readonly SentMessage[], from: number, to: number) =>
  sent.filter(({ at }) => at >= from && at < to);

/** Sends to many chats from a node until a time. */
function sending(nodes: PaceNodes, sent: SentMessage[], next: () => string) {
  return (node: PaceNode, name: number, untilMs: number) =>
    void sendAll(nodes, node, { node: name, untilMs, next, onSent: (one) => sent.push(one) });
}

describe("three nodes", () => {
  it("together send what one may, and share it evenly", async () => {
    await withNodes(async (nodes) => {
      const sent: SentMessage[] = [];
      let chat = 0;
      const send = sending(nodes, sent, () => String((chat += 1)));
      for (const name of [1, 2, 3])
        send(
          nodes.node(() => 1),
          name,
          25_000,
        );
      await nodes.passUntil(12_000);
      expectWithinLimits(sent);
      const steady = between(sent, 5_000, 12_000);
      expect(steady.length / 210).toBeGreaterThanOrEqual(0.95);
      for (const name of [1, 2, 3])
        expect(steady.filter(({ node }) => node === name).length / 70).toBeGreaterThan(0.9);
    });
  });

  it("write to one chat no more often than one may, whoever has it", async () => {
    await withNodes(async (nodes) => {
      const sent: SentMessage[] = [];
      const send = sending(nodes, sent, () => "-1");
      for (const name of [1, 2, 3])
        send(
          nodes.node(() => 2),
          name,
          130_000,
        );
      await nodes.passUntil(130_000);
      expectWithinLimits(sent);
      expect(sent.length).toBeGreaterThanOrEqual(40);
      expect(new Set(sent.map(({ node }) => node)).size).toBe(3);
    });
  });

  it.each([1])("keep to every window while they join, die and freeze (seed %d)", async (seed) => {
    await withNodes(async (nodes) => {
      const random = seeded(seed);
      const sent: SentMessage[] = [];
      const next = () => {
        const dice = random();
        if (dice < 0.2) return `-${Math.ceil(random() * 3)}`;
        return String(Math.ceil(random() * 60));
      };
      const slow = () => (random() < 0.02 ? random() * 400 : random() * 15);
      const send = sending(nodes, sent, next);
      send(nodes.node(slow), 1, 14_000);
      send(nodes.node(slow), 2, 8_000);
      await nodes.passUntil(5_000);
      send(nodes.node(slow), 3, 40_000);
      await nodes.passUntil(22_000);
      send(nodes.node(slow), 4, 40_000);
      await nodes.passUntil(40_000);
      expectWithinLimits(sent);
      expect(between(sent, 25_000, 30_000).length).toBeGreaterThan(50);
    });
  });
});

describe("a node that joins and one that is dead", () => {
  it("leave the others the whole of it within fifteen seconds", async () => {
    await withNodes(async (nodes) => {
      const sent: SentMessage[] = [];
      let chat = 0;
      const send = sending(nodes, sent, () => String((chat += 1)));
      send(nodes.node(), 1, 24_000);
      await nodes.passUntil(5_000);
      send(nodes.node(), 2, 10_000);
      await nodes.passUntil(24_000);
      expectWithinLimits(sent);
      const share = (node: number, from: number) =>
        between(sent, from, from + 1_000).filter((one) => one.node === node).length;
      expect(share(1, 4_000)).toBeGreaterThanOrEqual(28);
      expect(share(2, 9_000)).toBeGreaterThanOrEqual(14);
      expect(share(1, 23_000)).toBeGreaterThanOrEqual(28);
    });
  });

  it("finds no room again after it was away for long, until others gave way", async () => {
    await withNodes(async (nodes) => {
      const [one, other] = [nodes.node(), nodes.node()];
      expect(one.limits.free(one.monotonicMs())).toBe(0);
      await nodes.passUntil(100);
      expect(one.limits.free(one.monotonicMs())).toBeGreaterThan(0);
      await nodes.passUntil(20_000);
      other.limits.free(other.monotonicMs());
      await nodes.passUntil(20_100);
      const turn = await turnOf(nodes, one);
      expect(turn.ok).toBe(false);
      expect(other.limits.free(other.monotonicMs())).toBeGreaterThan(0);
    });
  });
});

/** Lets time pass, with a deed now and then. */
async function untilWith(nodes: PaceNodes, atMs: number, everyMs: number, act: () => void) {
  while (nodes.nowMs() < atMs) {
    act();
    await nodes.passUntil(Math.min(atMs, nodes.nowMs() + everyMs));
  }
}

describe("beside a node that has nothing to send", () => {
  it("another may send all of it", async () => {
    await withNodes(async (nodes) => {
      const sent: SentMessage[] = [];
      let chat = 0;
      const send = sending(nodes, sent, () => String((chat += 1)));
      const [idle, busy] = [nodes.node(), nodes.node(() => 1)];
      const look = () => void idle.limits.freeAtMs(idle.monotonicMs());
      await untilWith(nodes, 3_000, 1_000, look);
      send(busy, 1, 8_000);
      await untilWith(nodes, 8_000, 1_000, look);
      expectWithinLimits(sent);
      expect(between(sent, 3_000, 8_000).length / 150).toBeGreaterThanOrEqual(0.98);
    });
  });

  it("another leaves room for what that one answers, whose answers wait for nothing", async () => {
    await withNodes(async (nodes) => {
      const sent: SentMessage[] = [];
      let chat = 0;
      const send = sending(nodes, sent, () => String((chat += 1)));
      send(
        nodes.node(() => 1),
        1,
        14_000,
      );
      await nodes.passUntil(3_000);
      const gateway = nodes.node(() => 1);
      let asker = 1_000_000;
      await untilWith(nodes, 14_000, 230, () => {
        asker += 1;
        gateway.limits.note(chatAt(String(asker)), gateway.monotonicMs());
        sent.push({ at: nodes.nowMs(), channel: String(asker), node: 2 });
      });
      expectWithinLimits(between(sent, 4_500, 14_000));
      expect(between(sent, 4_500, 14_000).length / 9.5).toBeGreaterThanOrEqual(28);
    });
  });
});

async function turnOf(nodes: PaceNodes, { limits, monotonicMs }: PaceNode, chat = "1") {
  await nodes.passUntil(nodes.nowMs() + 200);
  const turn = limits.take(chatAt(chat), monotonicMs());
  await nodes.passUntil(nodes.nowMs() + 5);
  return turn;
}

/** Lets time pass over nodes that look for work each second, as dispatchers do. */
async function pass(nodes: PaceNodes, all: readonly PaceNode[], ms: number): Promise<void> {
  const until = nodes.nowMs() + ms;
  while (nodes.nowMs() < until) {
    for (const { limits, monotonicMs } of all) limits.free(monotonicMs());
    await nodes.passUntil(Math.min(until, nodes.nowMs() + 1_000));
  }
}

/** Three nodes that have their shares. */
async function three(nodes: PaceNodes): Promise<readonly [PaceNode, PaceNode, PaceNode]> {
  const all = [nodes.node(), nodes.node(), nodes.node()] as const;
  await pass(nodes, all, 4_000);
  return all;
}

/** For how long a node may not send to a chat, in whole seconds. */
async function heldFor(nodes: PaceNodes, node: PaceNode, chat: string): Promise<number> {
  const turn = await turnOf(nodes, node, chat);
  return turn.ok ? 0 : Math.round((turn.retryAtMs - node.monotonicMs()) / 1_000);
}

async function waited(
  nodes: PaceNodes,
  { limits, monotonicMs }: PaceNode,
  chat: string,
): Promise<boolean> {
  const now = monotonicMs();
  const told = limits.waits(chatAt(chat), now + 30_000, now);
  await nodes.passUntil(nodes.nowMs() + 5);
  return (await told) !== null;
}

describe("a wait of half a minute that the platform asks of one node", () => {
  it("holds for the chat on all of them, and no longer", async () => {
    await withNodes(async (nodes) => {
      const all = await three(nodes);
      const [one, other] = all;
      expect(await waited(nodes, one, "7")).toBe(false);
      expect(await turnOf(nodes, other, "8")).toEqual({ ok: true });
      expect(await heldFor(nodes, other, "7")).toBe(30);
      await pass(nodes, all, 30_000);
      expect(await turnOf(nodes, other, "7")).toEqual({ ok: true });
    });
  });

  it("holds for all chats on all of them once another was told so for another chat", async () => {
    await withNodes(async (nodes) => {
      const all = await three(nodes);
      const [one, other, third] = all;
      expect(await waited(nodes, one, "7")).toBe(false);
      expect(await waited(nodes, other, "8")).toBe(true);
      expect(await heldFor(nodes, third, "9")).toBe(30);
      expect(third.limits.free(third.monotonicMs())).toBe(0);
      expect(await heldFor(nodes, one, "10")).toBe(30);
      await pass(nodes, all, 30_000);
      expect(await turnOf(nodes, third, "9")).toEqual({ ok: true });
    });
  });

  it("is that of one chat alone where another node's message arrived meanwhile", async () => {
    await withNodes(async (nodes) => {
      const [one, other] = await three(nodes);
      await waited(nodes, one, "7");
      expect(await turnOf(nodes, other, "9")).toEqual({ ok: true });
      other.limits.arrived(other.monotonicMs());
      await nodes.passUntil(nodes.nowMs() + 5);
      expect(await waited(nodes, other, "8")).toBe(false);
      expect(await turnOf(nodes, one, "10")).toEqual({ ok: true });
    });
  });
});

it("counts another node's answers, which go regardless", async () => {
  await withNodes(async (nodes) => {
    const [one, other] = await three(nodes);
    one.limits.note(chatAt("5"), one.monotonicMs());
    await nodes.passUntil(nodes.nowMs() + 5);
    expect(await turnOf(nodes, other, "5")).toMatchObject({ ok: false });
  });
});

it("sends nothing while the book cannot be reached, and goes on after", async () => {
  await withNodes(async (nodes) => {
    const all = await three(nodes);
    nodes.cutOff(true);
    expect(await heldFor(nodes, all[0], "1")).toBe(1);
    await pass(nodes, all, 20_000);
    expect(all[0].limits.free(all[0].monotonicMs())).toBe(0);
    nodes.cutOff(false);
    await pass(nodes, all, 5_000);
    expect(await turnOf(nodes, all[0], "1")).toEqual({ ok: true });
  });
});
