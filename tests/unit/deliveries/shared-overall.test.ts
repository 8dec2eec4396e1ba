import { expect, it } from "vitest";
import { createSharedOverall } from "../../../src/deliveries/shared-overall.ts";

const OVERALL = { messages: 30, ms: 1_000 };

/** A node that has had the whole of the window, and sent all it might for two seconds. */
function busyNode() {
  const own = createSharedOverall(OVERALL);
  own.grant({ messages: 30, fair: 30, forMs: 10_000 }, 0);
  for (let now = 0; now <= 2_000; now += 5) for (; own.left(now) > 0;) own.note(now);
  return own;
}

it("holds what it may send, and what it has just sent where that is more", () => {
  const own = busyNode();
  const sent = own.count(2_000);
  expect(sent).toBeGreaterThan(25);
  expect(own.held(2_000)).toBe(30);
  own.grant({ messages: 10, fair: 10, forMs: 10_000 }, 2_000);
  expect(own.held(2_000)).toBe(sent);
  expect(own.held(4_000)).toBe(10);
  expect(own.left(2_000)).toBe(0);
});

it("holds nothing once its share has run out and what it sent is out of the window", () => {
  const own = busyNode();
  expect(own.held(20_000)).toBe(0);
});
