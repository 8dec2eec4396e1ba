import { describe, expect, it } from "vitest";
import {
  createLeaseKeeper,
  LEASE_TERM_MS,
  type LeaseKeeper,
} from "../../../src/jobs/lease-keeper.ts";
import { inTurnOfNodes, whileHolding } from "../../../src/jobs/while-holding.ts";
import { LeaseLost } from "../../../src/lib/lease.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { turnedTime, type TurnedTime } from "../../support/turned-time.ts";

const NINE = new Date("2026-02-05T09:00:00Z");
const QUIET = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing(): void {
  // Nobody listens.
}

type Node = { readonly keeper: LeaseKeeper; readonly time: TurnedTime; readonly stop: () => void };

/** Nodes over one store; the time of each passes by itself, so that one may stand still. */
async function nodes(count: number): Promise<{ readonly store: Store; readonly all: Node[] }> {
  const server = turnedTime(NINE);
  const store = await openStore("file::memory:", nothing, server.clock);
  const all = Array.from({ length: count }, (_, n): Node => {
    const time = n === 0 ? server : turnedTime(NINE);
    const stopping = new AbortController();
    const keeper = createLeaseKeeper({
      leases: store.leases,
      holder: `node-${n}`,
      ...time,
      log: QUIET,
    });
    void keeper.run(stopping.signal);
    return { keeper, time, stop: () => stopping.abort() };
  });
  return { store, all };
}

const first = (all: readonly Node[]): Node => {
  const [node] = all;
  if (node === undefined) throw new Error("no node");
  return node;
};

describe("a node that runs", () => {
  it("keeps what it took for as long as it likes", async () => {
    const { all } = await nodes(1);
    const { keeper, time } = first(all);
    const [held] = await keeper.take(["polling"]);
    await time.pass(20 * LEASE_TERM_MS);
    expect(held?.isHeld()).toBe(true);
    expect(keeper.held().map(({ name }) => name)).toEqual(["polling"]);
  });

  it("gives back what it holds when it ends", async () => {
    const { store, all } = await nodes(1);
    const { keeper, time, stop } = first(all);
    await keeper.take(["polling", "slice"]);
    stop();
    await time.pass(1_000);
    expect(await store.leases.held("")).toEqual([]);
  });
});

describe("a node that stood still past its lease", () => {
  it("finds out before anything else that it holds it no longer, and stops its work", async () => {
    const { store, all } = await nodes(2);
    const [server, frozen] = [first(all), all[1]];
    const [held] = (await frozen?.keeper.take(["polling"])) ?? [];
    await server.time.pass(LEASE_TERM_MS);
    const [next] = await server.keeper.take(["polling"]);
    // What a frozen process knows when it goes on: all clocks have jumped, and no timer has gone off.
    frozen?.time.setClock(new Date(NINE.getTime() + LEASE_TERM_MS));
    expect(held?.isHeld()).toBe(false);
    expect(held?.signal.reason).toBeInstanceOf(LeaseLost);
    expect(next?.isHeld()).toBe(true);
    await frozen?.keeper.giveBack(held === undefined ? [] : [held]);
    expect(await store.leases.held("")).toMatchObject([{ holder: "node-0" }]);
  });

  it("stops before another may begin, while the store does not answer", async () => {
    const { store, all } = await nodes(1);
    const { keeper, time } = first(all);
    const leases = { ...store.leases, renew: () => new Promise<never>(nothing) };
    const cut = createLeaseKeeper({ leases, holder: "cut-off", ...time, log: QUIET });
    const stopping = new AbortController();
    void cut.run(stopping.signal);
    const [held] = await cut.take(["polling"]);
    await time.pass(LEASE_TERM_MS - 1_500);
    expect(held?.signal.aborted).toBe(true);
    expect(await keeper.take(["polling"])).toEqual([]);
    await time.pass(1_500);
    expect(await keeper.take(["polling"])).toHaveLength(1);
    stopping.abort();
  });
});

describe("work that one node does at a time", () => {
  it("is begun by another once the first has ended it, and never by both", async () => {
    const { all } = await nodes(2);
    const [one, other] = [first(all), all[1] ?? first(all)];
    const stopping = new AbortController();
    const working = new Set<string>();
    let most = 0;
    const work = (node: Node, signal: AbortSignal) =>
      whileHolding(
        { keeper: node.keeper, sleep: node.time.sleep },
        "polling",
        signal,
        async (_, held) => {
          working.add(node.keeper.holder);
          most = Math.max(most, working.size);
          await new Promise<void>((resolve) => {
            held.addEventListener("abort", () => resolve(), { once: true });
          });
          working.delete(node.keeper.holder);
        },
      );
    void work(one, stopping.signal);
    await one.time.pass(100);
    void work(other, new AbortController().signal);
    await other.time.pass(10_000);
    expect([...working]).toEqual(["node-0"]);
    stopping.abort();
    await one.time.pass(100);
    await other.time.pass(10_000);
    expect([...working]).toEqual(["node-1"]);
    expect(most).toBe(1);
  });

  it("is done by each in its turn", async () => {
    const { all } = await nodes(2);
    const done: string[] = [];
    const signal = new AbortController().signal;
    const turns = all.map(({ keeper, time }) =>
      inTurnOfNodes({ keeper, sleep: time.sleep }, "looking", signal, async () => {
        done.push(`${keeper.holder} begins`);
        await new Promise((next) => setImmediate(next));
        done.push(`${keeper.holder} ends`);
      }),
    );
    for (const { time } of all) await time.pass(1_000);
    await Promise.all(turns);
    expect(done).toHaveLength(4);
    for (const [begun, ended] of [done.slice(0, 2), done.slice(2)])
      expect(ended?.replace("ends", "begins")).toBe(begun);
  });
});
