import { array, assert, constant, double, integer, oneof, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { createRateLimits, type OwnRateLimits } from "../../../src/deliveries/rate-limits.ts";
import type { Pace, Window } from "../../../src/platform/pace.ts";
import { chatAt } from "../../support/delivery-samples.ts";

const TELEGRAM: Pace = {
  overall: { messages: 30, ms: 1_000 },
  within: ({ channel }) =>
    channel.startsWith("-")
      ? [
          { messages: 1, ms: 1_000 },
          { messages: 20, ms: 60_000 },
        ]
      : [{ messages: 1, ms: 1_000 }],
};

/** The most that went within any stretch of a window, its end left out. */
function mostWithin(sentAt: readonly number[], { ms }: Window): number {
  let first = 0;
  return sentAt.reduce((most, at, n) => {
    while ((sentAt[first] ?? at) <= at - ms) first += 1;
    return Math.max(most, n - first + 1);
  }, 0);
}

/** Sends as fast as is allowed to channels in turn, by timers that are late by what `late` says. */
function sendFor(
  limits: OwnRateLimits,
  ms: number,
  channel: (n: number) => string,
  late: () => number,
) {
  const sent: { at: number; channel: string }[] = [];
  let now = 0;
  while (now < ms) {
    const to = channel(sent.length);
    const turn = limits.take(chatAt(to), now);
    if (turn.ok) sent.push({ at: now, channel: to });
    else now = turn.retryAtMs + late();
  }
  return sent;
}

const at = (sent: readonly { at: number }[]): number[] => sent.map((one) => one.at);

describe("over all chats", () => {
  it.each([0, 1, 2.5])("reaches 98 % of what is allowed with timers %d ms late", (late) => {
    const sent = sendFor(
      createRateLimits(TELEGRAM),
      60_000,
      (n) => String(n),
      () => late,
    );
    expect(sent.length / 1_800).toBeGreaterThanOrEqual(0.98);
    expect(mostWithin(at(sent), TELEGRAM.overall)).toBeLessThanOrEqual(30);
  });

  it("reaches 98 % of a thousand a second", () => {
    const pace: Pace = { overall: { messages: 1_000, ms: 1_000 }, within: () => [] };
    const sent = sendFor(
      createRateLimits(pace),
      10_000,
      (n) => String(n),
      () => 1.5,
    );
    expect(sent.length / 10_000).toBeGreaterThanOrEqual(0.98);
    expect(mostWithin(at(sent), pace.overall)).toBeLessThanOrEqual(1_000);
  });

  it("spreads messages evenly, so that delays on the way push few together", () => {
    const sent = sendFor(
      createRateLimits(TELEGRAM),
      3_000,
      (n) => String(n),
      () => 0,
    );
    expect(mostWithin(at(sent), { messages: 0, ms: 200 })).toBeLessThanOrEqual(7);
  });

  it("says how many may go, and from when", () => {
    const limits = createRateLimits({ overall: { messages: 2, ms: 1_000 }, within: () => [] });
    expect(limits.free(0)).toBe(1);
    expect(limits.freeAtMs(0)).toBe(0);
    limits.take(chatAt(1), 0);
    expect(limits.free(0)).toBe(0);
    const next = limits.freeAtMs(0);
    expect(next).toBeGreaterThan(400);
    expect(limits.free(next)).toBe(1);
  });
});

describe("within a chat", () => {
  it("keeps to each of its windows", () => {
    const sent = sendFor(
      createRateLimits(TELEGRAM),
      300_000,
      () => "-1",
      () => 1,
    );
    expect(mostWithin(at(sent), { messages: 20, ms: 60_000 })).toBe(20);
    expect(mostWithin(at(sent), { messages: 1, ms: 1_000 })).toBe(1);
    expect(sent.length).toBeGreaterThanOrEqual(98);
  });

  it("counts threads of a chat together, and holds up no other chat", () => {
    const limits = createRateLimits(TELEGRAM);
    expect(limits.take(chatAt(-1, "1"), 0).ok).toBe(true);
    expect(limits.take(chatAt(-1, "2"), 100).ok).toBe(false);
    expect(limits.take(chatAt(-2), 100).ok).toBe(true);
  });

  it("counts answers, which go regardless", () => {
    const limits = createRateLimits(TELEGRAM);
    limits.note(chatAt(5), 0);
    limits.note(chatAt(5), 10);
    expect(limits.take(chatAt(5), 1_008)).toMatchObject({ ok: false });
    expect(limits.take(chatAt(5), 1_020)).toEqual({ ok: true });
  });

  it("lets nothing in while the platform asks to wait", () => {
    const limits = createRateLimits(TELEGRAM);
    expect(limits.waits(chatAt(5), 30_000, 0)).toBeNull();
    expect(limits.take(chatAt(5), 29_999)).toEqual({ ok: false, retryAtMs: 30_000 });
    expect(limits.take(chatAt(6), 29_999).ok).toBe(true);
    expect(limits.take(chatAt(5), 30_100).ok).toBe(true);
  });
});

it("does not stall when its clock goes back", () => {
  const limits = createRateLimits(TELEGRAM);
  limits.take(chatAt(5), 3_600_000);
  expect(limits.take(chatAt(6), 100)).toMatchObject({ ok: false });
  expect(limits.take(chatAt(6), 3_600_100)).toEqual({ ok: true });
});

it("forgets chats whose windows are empty", () => {
  const limits = createRateLimits(TELEGRAM);
  sendFor(
    limits,
    600_000,
    (n) => String(n),
    () => 0,
  );
  expect(limits.channels()).toBeLessThan(100);
});

it("never allows more than any window does, whatever is asked and whenever", () => {
  const ask = record({
    gap: oneof(constant(0), double({ min: 0, max: 400, noNaN: true })),
    channel: integer({ min: -3, max: 3 }),
  });
  assert(
    property(array(ask, { maxLength: 400 }), (asks) => {
      const limits = createRateLimits({
        overall: { messages: 5, ms: 700 },
        within: ({ channel }) => TELEGRAM.within(chatAt(channel)),
      });
      const sent: { at: number; channel: string }[] = [];
      let now = 0;
      for (const { gap, channel } of asks) {
        now += gap;
        if (limits.take(chatAt(channel), now).ok) sent.push({ at: now, channel: String(channel) });
      }
      expect(mostWithin(at(sent), { messages: 5, ms: 700 })).toBeLessThanOrEqual(5);
      for (const channel of new Set(sent.map((one) => one.channel))) {
        const own = at(sent.filter((one) => one.channel === channel));
        for (const window of TELEGRAM.within(chatAt(channel)))
          expect(mostWithin(own, window)).toBeLessThanOrEqual(window.messages);
      }
    }),
    { seed: 20260206, numRuns: 300 },
  );
});
