import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { call, startDouble } from "./call-double.ts";

type Update = { readonly update_id: number; readonly message?: { readonly text: string } };

const texts = (result: unknown) =>
  (result as readonly Update[]).map(({ message }) => message?.text);

describe("getUpdates", () => {
  it("gives what was not confirmed again, and at most the limit", async () => {
    const double = await startDouble();
    const reader = double.person({});
    for (const text of ["one", "two", "three"]) reader.says(text);
    const first = await call(double, "getUpdates", { limit: 2 });
    expect(texts(first.result)).toEqual(["one", "two"]);
    const [update] = first.result as readonly [Update];
    const next = await call(double, "getUpdates", { offset: update.update_id + 1 });
    expect(texts(next.result)).toEqual(["two", "three"]);
    const last = await call(double, "getUpdates", { offset: -1 });
    expect(texts(last.result)).toEqual(["three"]);
  });

  it("waits for the first update", async () => {
    const double = await startDouble();
    const reader = double.person({});
    const waiting = call(double, "getUpdates", { timeout: 50 });
    await call(double, "getMe");
    reader.says("now");
    expect(texts((await waiting).result)).toEqual(["now"]);
  });

  it("ends the one before it with a conflict", async () => {
    const double = await startDouble();
    const reader = double.person({});
    const first = call(double, "getUpdates", { timeout: 50 });
    await call(double, "getMe");
    const second = call(double, "getUpdates", { timeout: 50 });
    expect(await first).toMatchObject({
      status: 409,
      description:
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    });
    reader.says("hello");
    expect(texts((await second).result)).toEqual(["hello"]);
  });

  it("leaves out the kinds the bot does not want, until it says otherwise", async () => {
    const double = await startDouble();
    const reader = double.person({});
    await call(double, "getUpdates", { allowed_updates: ["callback_query"] });
    reader.says("unheard");
    expect((await call(double, "getUpdates")).result).toEqual([]);
    await call(double, "getUpdates", { allowed_updates: [] });
    reader.says("heard");
    expect(texts((await call(double, "getUpdates")).result)).toEqual(["heard"]);
  });
});

describe("a webhook", () => {
  it("gets each update with the secret, again after a failure, and its answer is carried out", async () => {
    const double = await startDouble();
    const reader = double.person({});
    const secrets: unknown[] = [];
    let failures = 1;
    const bot = createServer((request, response) => {
      secrets.push(request.headers["x-telegram-bot-api-secret-token"]);
      request.resume();
      response.statusCode = failures > 0 ? 500 : 200;
      failures -= 1;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ method: "sendMessage", chat_id: reader.id, text: "seen" }));
    });
    await new Promise<void>((resolve) => bot.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void bot.close());
    const url = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/`;
    await call(double, "setWebhook", { url, secret_token: "open-sesame" });
    expect(await call(double, "getUpdates")).toMatchObject({ status: 409 });
    reader.says("hello");
    await reader.until((seen) => seen.some(({ text }) => text === "seen"));
    expect(secrets).toEqual(["open-sesame", "open-sesame"]);
    await call(double, "deleteWebhook");
    expect(await call(double, "getUpdates")).toMatchObject({ status: 200 });
  });
});
