import { describe, expect, it } from "vitest";
import { backoffMs } from "../../../src/lib/backoff.ts";
import { maxAgeMs } from "../../../src/lib/cache-control.ts";
import { sleep } from "../../../src/lib/clock.ts";
import { createHostGate } from "../../../src/lib/host-gate.ts";
import { retryAfterMs } from "../../../src/lib/retry-after.ts";

const now = new Date("2026-02-05T12:00:00Z");

describe("Retry-After", () => {
  it.each([
    ["120", 120_000],
    [" 0 ", 0],
    ["1.5", 1_500],
    ["Thu, 05 Feb 2026 12:00:30 GMT", 30_000],
    ["Thu, 05 Feb 2026 11:00:00 GMT", 0],
    ["999999999", 999_999_999_000],
    ["soon", null],
    ["-5", null],
    ["", null],
    [null, null],
  ])("%j asks for %j ms", (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});

describe("Cache-Control", () => {
  it.each([
    ["max-age=300", null, 300_000],
    ['public, MAX-AGE="60"', "10", 50_000],
    ["max-age=60", "100", 0],
    ["no-cache, max-age=60", null, 0],
    ["no-store", null, 0],
    ["s-maxage=60", null, null],
    ["max-age=forever", null, null],
    [null, null, null],
  ])("%j with age %j stays fresh %j ms", (cacheControl, age, ms) => {
    expect(maxAgeMs(cacheControl, age)).toBe(ms);
  });
});

describe("backoff", () => {
  const limits = { firstMs: 1_000, longestMs: 60_000 };

  it("doubles with each failure up to its limit", () => {
    const waits = [1, 2, 3, 7, 5_000].map((failures) => backoffMs(failures, limits, () => 1));

    expect(waits).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
  });

  it("never spreads below half", () => {
    expect(backoffMs(3, limits, () => 0)).toBe(2_000);
  });
});

describe("sleep", () => {
  it("ends when its signal aborts, before or while it waits", async () => {
    const stop = new AbortController();
    const waiting = sleep(1e12, stop.signal);
    stop.abort();

    await expect(waiting).resolves.toBeUndefined();
    await expect(sleep(1e12, stop.signal)).resolves.toBeUndefined();
  });
});

describe("the host gate", () => {
  it("goes on after work that failed, and keeps the order", async () => {
    const gate = createHostGate();
    const done: number[] = [];
    const first = gate("a", async () => {
      done.push(1);
      throw new Error("broke");
    });
    const second = gate("a", async () => done.push(2));

    await expect(first).rejects.toThrow("broke");
    await second;

    expect(done).toEqual([1, 2]);
  });
});
