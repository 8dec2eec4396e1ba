import { expect, it } from "vitest";
import type { Lease } from "../../src/lib/lease.ts";
import type { Store } from "../../src/store/store.ts";
import { drawFrom } from "../faults/support/random.ts";

type WithStore = (check: (store: Store) => Promise<void>) => () => Promise<void>;

const LONG = { holder: "node-1", ms: 600_000 };
/** One that has run out by the time that it is looked at. */
const RUN_OUT = { holder: "node-1", ms: 0 };
const OTHER = { holder: "node-2", ms: 600_000 };

/** What every store must do with leases. */
export function leaseContract(withStore: WithStore): void {
  it(
    "gives what is free to the first who asks, and to nobody else while he holds it",
    withStore(async ({ leases }) => {
      const [first] = await leases.acquire(["polling"], LONG);
      expect(first).toMatchObject({ name: "polling", holder: "node-1" });
      expect(await leases.acquire(["polling"], OTHER)).toEqual([]);
      expect(await leases.acquire(["polling", "sweep"], OTHER)).toMatchObject([{ name: "sweep" }]);
    }),
  );

  it(
    "gives one name to one of many who ask at once",
    withStore(async ({ leases }) => {
      const names = Array.from({ length: 60 }, (_, n) => `slice-${n}`);
      const holders = Array.from({ length: 8 }, (_, n) => ({ holder: `node-${n}`, ms: 600_000 }));
      const got = await Promise.all(holders.map((term) => leases.acquire(names, term)));
      expect(
        got
          .flat()
          .map(({ name }) => name)
          .toSorted(),
      ).toEqual(names.toSorted());
    }),
  );

  it(
    "gives what ran out to another, with a greater token",
    withStore(async ({ leases }) => {
      const [old] = await leases.acquire(["polling"], RUN_OUT);
      const [next] = await leases.acquire(["polling"], OTHER);
      expect(next?.token).toBeGreaterThan(old?.token ?? Infinity);
    }),
  );

  it(
    "gives its holder a new lease where his answer was lost, and ends the old one",
    withStore(async ({ leases }) => {
      const [old] = await leases.acquire(["polling"], LONG);
      const [next] = await leases.acquire(["polling"], LONG);
      expect(next?.token).toBeGreaterThan(old?.token ?? Infinity);
      expect(await leases.renew(of(old), 600_000)).toEqual([]);
    }),
  );

  it(
    "extends what is held, and its token stays",
    withStore(async ({ leases }) => {
      const [held] = await leases.acquire(["polling"], { holder: "node-1", ms: 60_000 });
      const [renewed] = await leases.renew(of(held), 600_000);
      expect(renewed?.token).toBe(held?.token);
      expect(renewed?.endsAt.getTime()).toBeGreaterThan(held?.endsAt.getTime() ?? Infinity);
    }),
  );

  it(
    "does not extend what ran out while its holder was frozen, whoever has it since",
    withStore(async ({ leases }) => {
      const frozen = await leases.acquire(["one", "two"], RUN_OUT);
      await leases.acquire(["two"], OTHER);
      expect(await leases.renew(frozen, 600_000)).toEqual([]);
      expect(await leases.held("")).toMatchObject([{ name: "two", holder: "node-2" }]);
    }),
  );

  it(
    "extends of several those that are still held",
    withStore(async ({ leases }) => {
      const gone = await leases.acquire(["one"], RUN_OUT);
      const kept = await leases.acquire(["three", "two"], LONG);
      const renewed = await leases.renew([...gone, ...kept], 600_000);
      expect(renewed.map(({ name }) => name)).toEqual(["three", "two"]);
    }),
  );

  it(
    "lets others have at once what is given back, and nobody else's is given back",
    withStore(async ({ leases }) => {
      const held = await leases.acquire(["polling"], LONG);
      await leases.release(held);
      const [next] = await leases.acquire(["polling"], OTHER);
      expect(next?.holder).toBe("node-2");
      await leases.release(held);
      expect(await leases.holds(only(next))).toBe(true);
    }),
  );

  it(
    "tells within a transaction whether a lease is held",
    withStore(async (store) => {
      const gone = only((await store.leases.acquire(["one"], RUN_OUT))[0]);
      const held = only((await store.leases.acquire(["two"], LONG))[0]);
      const told = await store.transaction(async ({ leases }) => [
        await leases.holds(gone),
        await leases.holds(held),
        await leases.holds({ ...held, token: held.token - 1 }),
      ]);
      expect(told).toEqual([false, true, false]);
    }),
  );

  it(
    "lists what is held under a prefix, whatever signs it has",
    withStore(async ({ leases }) => {
      await leases.acquire(["feeds/2", "feeds/1", "feed%", "node_1"], LONG);
      await leases.acquire(["feeds/3"], RUN_OUT);
      const names = async (prefix: string) => (await leases.held(prefix)).map(({ name }) => name);
      expect(await names("feeds/")).toEqual(["feeds/1", "feeds/2"]);
      expect(await names("feed%")).toEqual(["feed%"]);
    }),
  );

  it(
    "forgets what ran out long ago, but the lease with the greatest token",
    withStore(async ({ leases }) => {
      await leases.acquire(["one"], RUN_OUT);
      await leases.acquire(["two"], RUN_OUT);
      expect(await leases.prune(600_000)).toBe(0);
      expect(await leases.prune(-1)).toBe(1);
      expect(await leases.prune(-1)).toBe(0);
    }),
  );

  it(
    "gives greater tokens under every name, whatever was forgotten meanwhile",
    withStore(async ({ leases }) => {
      const greatest = new Map<string, number>();
      const draw = drawFrom(20_280_229);
      for (let step = 0; step < 60; step += 1) {
        if (draw.next() < 0.4) await leases.prune(-1);
        const names = ["one", "two", "three"].filter(() => draw.next() < 0.5);
        for (const { name, token } of await leases.acquire(names, RUN_OUT)) {
          expect(token).toBeGreaterThan(greatest.get(name) ?? -1);
          greatest.set(name, token);
        }
      }
    }),
  );
}

const of = (lease: Lease | undefined): readonly Lease[] => [only(lease)];

function only(lease: Lease | undefined): Lease {
  if (lease === undefined) throw new Error("no lease was given");
  return lease;
}
