import { expect, it } from "vitest";
import { createRateLimits } from "../../../src/deliveries/rate-limits.ts";
import { createTurnstile } from "../../../src/deliveries/turnstile.ts";

/** Ten messages a second, and time that passes where somebody sleeps. */
function tenASecond() {
  let now = 0;
  const limits = createRateLimits({ overall: { messages: 10, ms: 1_000 }, within: () => [] });
  const sleep = (ms: number): Promise<void> => {
    now += ms;
    return new Promise((wake) => setImmediate(wake));
  };
  return { limits, sleep, monotonicMs: () => now };
}

const to = (n: number) => ({ platform: "telegram", channel: String(n), thread: null });

it("lets through who came first, each at its turn", async () => {
  const deps = tenASecond();
  const turnstile = createTurnstile(deps, new AbortController().signal);
  const passed: (readonly [number, number])[] = [];
  const pass = async (n: number): Promise<void> => {
    await turnstile.pass();
    expect(deps.limits.take(to(n), deps.monotonicMs())).toEqual({ ok: true });
    passed.push([n, deps.monotonicMs()]);
  };
  await Promise.all([1, 2, 3, 4].map((n) => pass(n)));
  expect(passed.map(([n]) => n)).toEqual([1, 2, 3, 4]);
  expect(passed.map(([, at]) => Math.round(at / 100))).toEqual([0, 1, 2, 3]);
});

it("holds nobody back once all stops", async () => {
  const deps = tenASecond();
  const stopping = new AbortController();
  const turnstile = createTurnstile(deps, stopping.signal);
  const waiting = Promise.all(Array.from({ length: 50 }, () => turnstile.pass()));
  stopping.abort();
  await waiting;
  expect(deps.monotonicMs()).toBeLessThan(200);
});
