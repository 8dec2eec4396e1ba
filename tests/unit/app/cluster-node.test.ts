import { describe, expect, it } from "vitest";
import { createClusterNode } from "../../../src/app/cluster/cluster-node.ts";
import { fencedStore } from "../../../src/app/cluster/fenced-store.ts";
import { checkRole, dutiesOf } from "../../../src/app/cluster/roles.ts";
import { leasesByKind, standingOf } from "../../../src/app/metrics/node-gauges.ts";
import { newCursor } from "../../../src/feeds/feed-state.ts";
import { LeaseLost } from "../../../src/lib/lease.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { parley } from "../../support/terminal.ts";
import { turnedTime } from "../../support/turned-time.ts";

const NINE = new Date("2026-02-05T09:00:00Z");
const MINUTE_MS = 60_000;
const QUIET = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing(): void {
  // Nobody listens.
}

async function nodesOf(...names: readonly string[]) {
  const time = turnedTime(NINE);
  const store = await openStore("file::memory:", nothing, time.clock);
  const duties = dutiesOf("all");
  const all = names.map((name) => createClusterNode({ ...time, store, duties, name, log: QUIET }));
  return { time, store, all };
}

describe("roles", () => {
  it.each(["ingest", "gateway", "deliver"] as const)("%s has its own duty and no other", (role) => {
    const duties = Object.entries(dutiesOf(role)).filter(([, has]) => has);
    expect(duties).toEqual([[role, true]]);
  });

  it("are for a server that all nodes reach, and a file says so", async () => {
    expect(() => checkRole("ingest", "postgres://parley@db/parley")).not.toThrow();
    expect(() => checkRole("all", "file:data/parley.db")).not.toThrow();
    const told = await parley(["run", "--role", "ingest"], {
      env: { DATABASE_URL: "file::memory:" },
    });
    expect(told.code).toBe(2);
    expect(told.err).toContain("--role ingest takes a PostgreSQL server");
  });

  it("are four, and another is refused with their names", async () => {
    const told = await parley(["run", "--role", "leader"]);
    expect(told.code).toBe(2);
    expect(told.err).toContain("all, ingest, gateway, deliver");
  });
});

describe("nodes that read by two versions", () => {
  it("read nothing again until the older ones are gone", async () => {
    const { time, all } = await nodesOf("old", "new");
    const [older, newer] = all;
    expect(await older?.readsAlike("v1")).toBe(true);
    expect(await newer?.readsAlike("v2")).toBe(false);
    expect(await older?.readsAlike("v1")).toBe(false);
    await time.pass(MINUTE_MS);
    expect(await newer?.readsAlike("v2")).toBe(true);
  });
});

describe("a node that stood still while another took over", () => {
  it("keeps nothing that it writes under the lease", async () => {
    const { time, store, all } = await nodesOf("frozen", "other");
    const [frozen, other] = all;
    const writing = frozen?.inTurn("looking", new AbortController().signal, async (lease) => {
      await time.pass(MINUTE_MS);
      await other?.keeper.take(["looking"]);
      await fencedStore(store, lease).transaction(({ feedStates }) =>
        feedStates.save(newCursor("https://a.example/feed")),
      );
    });
    await expect(writing).rejects.toThrow(LeaseLost);
    expect((await store.feedStates.load(["https://a.example/feed"])).size).toBe(0);
  });
});

it("tells operators what it does that no other does", async () => {
  const { all } = await nodesOf("one");
  const [cluster = null] = all;
  await cluster?.keeper.take([
    "ingest/slice/1",
    "ingest/slice/2",
    "gateway/telegram",
    "ingest/node/one",
  ]);
  const standing = standingOf({ name: "one", role: "all", duties: dutiesOf("all"), cluster });
  expect([...leasesByKind(standing)]).toEqual([
    ["gateway/telegram", 1],
    ["feeds", 2],
  ]);
});
