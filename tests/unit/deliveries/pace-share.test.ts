import { array, assert, boolean, integer, property, record } from "fast-check";
import { expect, it } from "vitest";
import { grantShare, type HeldShare, SHARE_MS } from "../../../src/deliveries/pace-share.ts";
import { createSharedOverall, type SharedOverall } from "../../../src/deliveries/shared-overall.ts";

const OVERALL = { messages: 30, ms: 1_000 };
const NODES = ["a", "b", "c", "d"];

it("never gives all nodes together more than the window, whoever asks when, or dies", () => {
  const ask = record({
    node: integer({ min: 0, max: 3 }),
    gap: integer({ min: 0, max: 900 }),
    sleeps: boolean(),
  });
  assert(
    property(array(ask, { maxLength: 120 }), (asks) => {
      const rows = new Map<string, HeldShare>();
      const nodes = new Map<string, SharedOverall>();
      let nowMs = 0;
      for (const { node: number, gap, sleeps } of asks) {
        nowMs += sleeps ? gap * 20 : gap;
        const node = NODES[number] ?? "";
        const own = nodes.get(node) ?? createSharedOverall(OVERALL);
        nodes.set(node, own);
        const others = [...rows.values()].filter((row) => row.node !== node);
        const held = own.held(nowMs);
        const granted = grantShare(others, node, { overall: OVERALL, held, nowMs });
        rows.set(node, { node, messages: granted.held, endsAtMs: nowMs + SHARE_MS });
        own.grant({ messages: granted.messages, forMs: SHARE_MS }, nowMs, nowMs);
        const used = [...nodes.values()].reduce((sum, each) => sum + each.held(nowMs), 0);
        expect(used).toBeLessThanOrEqual(OVERALL.messages);
      }
    }),
    { seed: 20260206, numRuns: 300 },
  );
});

it("gives equal shares to those who are there, and what is left over to the first", () => {
  const others = ["b", "c", "d"].map((node) => ({ node, messages: 7, endsAtMs: SHARE_MS }));
  const shareOf = (node: string, held: number) =>
    grantShare(others, node, { overall: OVERALL, held, nowMs: 0 }).messages;
  expect([shareOf("a", 0), shareOf("e", 0)]).toEqual([8, 7]);
});
