import { array, assert, boolean, integer, property, record } from "fast-check";
import { expect, it } from "vitest";
import { grantShare, type HeldShare, SHARE_MS } from "../../../src/deliveries/pace-share.ts";
import { createSharedOverall, type SharedOverall } from "../../../src/deliveries/shared-overall.ts";
import { mostWithin } from "../../support/pace-nodes.ts";

const OVERALL = { messages: 30, ms: 1_000 };
const NODES = ["a", "b", "c", "d"];

it("never lets all nodes together send more than the window, whoever asks when, or dies", () => {
  const step = record({
    node: integer({ min: 0, max: 3 }),
    gap: integer({ min: 0, max: 50 }),
    sleeps: boolean(),
    wanted: integer({ min: 0, max: 40 }),
    sends: integer({ min: 0, max: 3 }),
  });
  assert(
    property(array(step, { minLength: 100, maxLength: 300 }), (steps) => {
      const rows = new Map<string, HeldShare>();
      const nodes = new Map<string, SharedOverall>();
      const sent: number[] = [];
      let nowMs = 0;
      for (const { node: number, gap, sleeps, wanted, sends } of steps) {
        nowMs += sleeps && gap > 49 ? gap * 300 : gap;
        const node = NODES[number] ?? "";
        const own = nodes.get(node) ?? createSharedOverall(OVERALL);
        nodes.set(node, own);
        const others = [...rows.values()].filter((row) => row.node !== node);
        const asked = { node, overall: OVERALL, held: own.held(nowMs), wanted, nowMs };
        const { messages, fair, held } = grantShare(others, asked);
        rows.set(node, { node, messages: held, wanted, endsAtMs: nowMs + SHARE_MS });
        own.grant({ messages, fair, forMs: SHARE_MS }, nowMs);
        const used = [...nodes.values()].reduce((sum, each) => sum + each.held(nowMs), 0);
        expect(used).toBeLessThanOrEqual(OVERALL.messages);
        for (const each of nodes.values())
          for (let n = 0; n < sends && each.left(nowMs) > 0; n += 1) {
            each.note(nowMs);
            sent.push(nowMs);
          }
      }
      expect(mostWithin(sent, OVERALL)).toBeLessThanOrEqual(OVERALL.messages);
    }),
    { seed: 20260206, numRuns: 100 },
  );
});

const sharesBeside = (others: readonly (readonly [string, number, number | null])[]) => {
  const rows = others.map(([node, messages, wanted]) => ({
    node,
    messages,
    wanted,
    endsAtMs: SHARE_MS,
  }));
  return (node: string, wanted: number) => {
    const asked = { node, overall: OVERALL, held: 0, wanted, nowMs: 0 };
    const { messages, fair } = grantShare(rows, asked);
    return { messages, fair };
  };
};

it("gives equal shares to those who want all, and what is left over to the first", () => {
  const shareOf = sharesBeside([
    ["b", 7, 30],
    ["c", 7, 30],
    ["d", 7, null],
  ]);
  expect(shareOf("a", 30)).toEqual({ messages: 8, fair: 8 });
  expect(shareOf("e", 30)).toEqual({ messages: 7, fair: 7 });
});

it("gives who wants little that, and the others the rest", () => {
  const shareOf = sharesBeside([
    ["b", 2, 2],
    ["c", 0, 0],
    ["d", 14, 30],
  ]);
  expect(shareOf("a", 30)).toEqual({ messages: 14, fair: 14 });
  expect(shareOf("a", 3)).toEqual({ messages: 3, fair: 3 });
});

it("tells who wants more than is free what will be his", () => {
  const shareOf = sharesBeside([["b", 30, 30]]);
  expect(shareOf("a", 30)).toEqual({ messages: 0, fair: 15 });
});

it("is given up message by message, as what went leaves the window", () => {
  const own = createSharedOverall(OVERALL);
  own.grant({ messages: 30, fair: 30, forMs: SHARE_MS }, 0);
  for (let n = 0; n < 20; n += 1) own.note(n * 10);
  own.grant({ messages: 5, fair: 5, forMs: SHARE_MS }, 200);
  expect([200, 1_100, 2_000].map((at) => own.held(at))).toEqual([20, 10, 5]);
  expect([own.left(1_100), own.left(2_000)]).toEqual([0, 1]);
});
