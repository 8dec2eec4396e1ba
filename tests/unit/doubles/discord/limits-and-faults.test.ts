import { afterEach, beforeEach, expect, test } from "vitest";
import type { DiscordDouble } from "../../../doubles/discord/discord-double.ts";
import { ask, openDouble, turnedClock } from "./ask-discord.ts";

const ends: (() => Promise<void>)[] = [];
let clock: ReturnType<typeof turnedClock>;
let double: DiscordDouble;
let paths: readonly string[];

beforeEach(async () => {
  clock = turnedClock("2026-02-04T10:00:00Z");
  double = await openDouble((end) => ends.push(end), { clock, limits: { scale: 1 } });
  const guild = double.guild({});
  paths = Array.from({ length: 12 }, () => `/channels/${double.channel({ guild }).id}/messages`);
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const send = (index = 0) => ask(double, "POST", paths[index] ?? "", { content: "x" });

test("a channel takes five messages in five seconds", async () => {
  for (let sent = 1; sent <= 5; sent += 1) {
    const { status, headers } = await send();
    expect(status).toBe(200);
    expect(headers.get("x-ratelimit-remaining")).toBe(String(5 - sent));
  }
  clock.turn(2000);
  const refused = await send();
  expect(refused).toMatchObject({ status: 429, body: { retry_after: 3, global: false } });
  expect(Number(refused.headers.get("retry-after"))).toBe(3);
  expect((await send(1)).status).toBe(200);
  clock.turn(3000);
  expect((await send()).status).toBe(200);
  expect(double.counters.tooManyRequests).toBe(1);
});

test("all channels together take fifty messages a second", async () => {
  for (let sent = 0; sent < 50; sent += 1) expect((await send(sent % 10)).status).toBe(200);
  const refused = await send(11);
  expect(refused).toMatchObject({ status: 429, body: { global: true } });
  expect(refused.headers.get("x-ratelimit-global")).toBe("true");
  clock.turn(1000);
  expect((await send(11)).status).toBe(200);
});

test("a scale lets as many times more through", async () => {
  double.limit({ scale: 10 });
  for (let sent = 0; sent < 5; sent += 1) await send();
  expect((await send()).body).toMatchObject({ retry_after: 0.5 });
  double.limit(null);
  expect((await send()).status).toBe(200);
});

test("faults meet the next request of their operation, once", async () => {
  double.failNext("create_message", {
    kind: "answer",
    status: 503,
    body: { message: "overloaded" },
  });
  expect((await ask(double, "GET", "/users/@me")).status).toBe(200);
  expect((await send()).status).toBe(503);
  double.failNext("any", { kind: "garbage" });
  expect((await send()).headers.get("content-type")).toBe("text/html");
  expect((await send()).status).toBe(200);
});

test("a connection breaks before or after the message is taken", async () => {
  double.failNext("create_message", { kind: "drop-before" });
  await expect(send()).rejects.toThrow("fetch failed");
  expect(double.counters.messagesCreated).toBe(0);
  double.failNext("create_message", { kind: "drop-after" });
  await expect(send()).rejects.toThrow("fetch failed");
  expect(double.counters.messagesCreated).toBe(1);
});

test("it comes back where it was, with all it knew", async () => {
  await send();
  await double.stop();
  await expect(send()).rejects.toThrow("fetch failed");
  await double.start();
  expect((await send()).headers.get("x-ratelimit-remaining")).toBe("3");
});

test("its clock may be off", async () => {
  double.skew(-90_000);
  expect((await send()).headers.get("date")).toBe("Wed, 04 Feb 2026 09:58:30 GMT");
});

test("answers to interactions count towards no limit of all", async () => {
  for (let sent = 0; sent < 50; sent += 1) await send(sent % 10);
  expect((await ask(double, "POST", "/interactions/7/x/callback", { type: 5 })).code).toBe(10062);
  expect((await ask(double, "POST", "/webhooks/42/x", { content: "x" })).code).toBe(10015);
});
