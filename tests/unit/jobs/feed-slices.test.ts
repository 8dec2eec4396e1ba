import { describe, expect, it } from "vitest";
import type { FeedAddress } from "../../../src/feeds/feed-address.ts";
import {
  createFeedSlices,
  type FeedSlices,
  shareAmong,
  sliceOf,
} from "../../../src/jobs/feed-slices.ts";
import { createLeaseKeeper } from "../../../src/jobs/lease-keeper.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { turnedTime, type TurnedTime } from "../../support/turned-time.ts";

const NINE = new Date("2026-02-05T09:00:00Z");
const QUIET = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing(): void {
  // Nobody listens.
}

const FEEDS = Array.from({ length: 400 }, (_, n): FeedAddress => ({
  address: `https://feed-${n}.example/rss`,
  host: `feed-${n}.example`,
  pollEveryMs: 120_000,
  feeds: [],
}));

/** Nodes that share one store and one time; each can be started, ended and killed. */
async function sharing() {
  const time = turnedTime(NINE);
  const store = await openStore("file::memory:", nothing, time.clock);
  const start = (holder: string) => nodeOf(holder, time, store.leases);
  return { time, start };
}

function nodeOf(
  holder: string,
  time: TurnedTime,
  leases: Awaited<ReturnType<typeof openStore>>["leases"],
) {
  const stopping = new AbortController();
  // A process that was killed asks for nothing more.
  let isKilled = false;
  const sleep: TurnedTime["sleep"] = async (ms, signal) => {
    await time.sleep(ms, signal);
    if (isKilled) await new Promise<never>(nothing);
  };
  const keeper = createLeaseKeeper({ ...time, leases, holder, sleep, log: QUIET });
  const slices = createFeedSlices({ keeper, leases, sleep, log: QUIET });
  void slices.run(stopping.signal);
  void keeper.run(stopping.signal);
  return {
    slices,
    kill: () => (isKilled = true),
    stop: () => stopping.abort(),
  };
}

const ownersOf = (feed: FeedAddress, all: readonly FeedSlices[]): number =>
  all.filter((slices) => slices.isOurs(feed)).length;

const mine = (slices: FeedSlices): number => FEEDS.filter((feed) => slices.isOurs(feed)).length;

/** Rounds of all nodes, as polling makes them. */
async function rounds(time: TurnedTime, all: readonly FeedSlices[], ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 1_000) {
    await time.pass(1_000);
    for (const slices of all) await slices.betweenRounds();
  }
}

describe("feeds", () => {
  it("are all of the one node that there is, within a moment", async () => {
    const { time, start } = await sharing();
    const { slices } = start("one");
    await rounds(time, [slices], 3_000);
    expect(mine(slices)).toBe(FEEDS.length);
  });

  it("are each of one node at any moment, as nodes come", async () => {
    const { time, start } = await sharing();
    const all: FeedSlices[] = [];
    for (const name of ["one", "two", "three"]) {
      all.push(start(name).slices);
      for (let second = 0; second < 8; second += 1) {
        await rounds(time, all, 1_000);
        expect(FEEDS.filter((feed) => ownersOf(feed, all) > 1)).toEqual([]);
      }
      expect(FEEDS.filter((feed) => ownersOf(feed, all) === 0)).toEqual([]);
    }
    for (const slices of all) expect(mine(slices)).toBeGreaterThan(FEEDS.length / 5);
  });

  it("of a node that is killed go to the others within half a minute", async () => {
    const { time, start } = await sharing();
    const [one, two] = [start("one"), start("two")];
    await rounds(time, [one.slices, two.slices], 8_000);
    one.kill();
    await rounds(time, [two.slices], 30_000);
    expect(mine(two.slices)).toBe(FEEDS.length);
    expect(mine(one.slices)).toBe(0);
  });

  it("of a node that ends go to the others at once", async () => {
    const { time, start } = await sharing();
    const [one, two] = [start("one"), start("two")];
    await rounds(time, [one.slices, two.slices], 8_000);
    one.stop();
    await rounds(time, [two.slices], 3_000);
    expect(mine(two.slices)).toBe(FEEDS.length);
  });

  it("wait for the next round where more have come to the node meanwhile", async () => {
    const { time, start } = await sharing();
    const { slices } = start("one");
    const [feed] = FEEDS;
    await time.pass(2_500);
    expect(feed === undefined ? null : [slices.isOurs(feed), slices.mayPoll(feed)]).toEqual([
      true,
      false,
    ]);
    await slices.betweenRounds();
    expect(feed === undefined ? null : slices.mayPoll(feed)).toBe(true);
  });
});

it("puts all feeds of a host into one slice, and hosts into all slices", () => {
  expect(sliceOf("news.example:443")).toBe(sliceOf("news.example:443"));
  expect(new Set(FEEDS.map(({ host }) => sliceOf(host))).size).toBe(64);
});

it.each([
  [1, 64],
  [2, 32],
  [10, 7],
  [0, 64],
])("shares among %i nodes, %i each", (nodes, share) => {
  expect(shareAmong(nodes)).toBe(share);
});
