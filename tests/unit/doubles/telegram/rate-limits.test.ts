import { describe, expect, it } from "vitest";
import { createGate } from "../../../doubles/telegram/rate-limits.ts";
import { call, startDouble } from "./call-double.ts";

function gateAt(factor = 1) {
  let ms = Date.UTC(2026, 1, 4);
  const gate = createGate({ now: () => new Date(ms) }, { factor });
  return { gate, pass: (more: number) => (ms += more) };
}

/** How many of 2,000 messages in 200 ms get through. */
function passed(factor: number, paid: boolean): number {
  const { gate, pass } = gateAt(factor);
  return Array.from({ length: 2000 }, (_, chat) => {
    if (chat % 10 === 0) pass(1);
    return gate(chat + 1, false, paid);
  }).filter((wait) => wait === 0).length;
}

describe("the limits", () => {
  it("let 30 messages a second through over all chats, for as long as one likes", () => {
    const { gate, pass } = gateAt();
    const waits = Array.from({ length: 3000 }, (_, chat) => {
      if (chat % 30 === 0) pass(1000);
      return gate(chat + 1, false, false);
    });
    expect(Math.max(...waits)).toBe(0);
  });

  it("hold back what goes beyond, and say for how long", () => {
    const { gate, pass } = gateAt();
    const waits = Array.from({ length: 60 }, (_, chat) => gate(chat + 1, false, false));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(33);
    expect(waits.at(-1)).toBe(1);
    pass(1000);
    expect(gate(100, false, false)).toBe(0);
  });

  it("let a short burst into one chat, then one a second", () => {
    const { gate, pass } = gateAt();
    const burst = () => [1, 2, 3, 4].map(() => gate(7, false, false));
    expect(burst()).toEqual([0, 0, 0, 1]);
    pass(1000);
    expect(burst()).toEqual([0, 1, 1, 1]);
  });

  it("let 20 a minute into a group", () => {
    const { gate, pass } = gateAt();
    const waits = Array.from({ length: 21 }, () => {
      pass(1000);
      return gate(-7, true, false);
    });
    expect(waits.filter((wait) => wait === 0).length).toBeGreaterThanOrEqual(20);
    const more = Array.from({ length: 40 }, () => {
      pass(1000);
      return gate(-7, true, false);
    });
    expect(more.filter((wait) => wait === 0).length).toBeLessThanOrEqual(20);
  });

  it("are wider by the factor, and for paid broadcasts", () => {
    expect(passed(1, false)).toBeLessThan(45);
    expect(passed(100, false)).toBeGreaterThan(600);
    expect(passed(1, true)).toBeGreaterThan(1200);
  });

  it("are answered with 429 and the seconds to wait", async () => {
    const double = await startDouble({
      clock: { now: () => new Date(0) },
      limits: { factor: 1 },
    });
    const reader = double.person({});
    reader.says("/start");
    const send = async () => await call(double, "sendMessage", { chat_id: reader.id, text: "a" });
    for (let count = 0; count < 3; count += 1) expect((await send()).status).toBe(200);
    expect(await send()).toMatchObject({
      status: 429,
      description: "Too Many Requests: retry after 1",
      parameters: { retry_after: 1 },
    });
    expect(double.counters).toMatchObject({ sent: 3, tooManyRequests: 1, duplicates: 2 });
    double.limit(null);
    expect((await send()).status).toBe(200);
  });
});
