import { afterEach, beforeEach, expect, it } from "vitest";
import { createLog } from "../../../../src/lib/log.ts";
import { checkModel } from "../../../../src/app/doctor/check-model.ts";
import type { Env } from "../../../../src/config/env.ts";
import { createLlmDouble, type LlmDouble } from "../../../doubles/llm/double.ts";

const KEY = "sk-very-secret-0123456789";
const log = createLog({ level: "silent", secrets: [], write: () => {} });
const NOON = new Date("2026-02-05T12:00:00Z");

let double: LlmDouble;
beforeEach(async () => {
  double = await createLlmDouble({ key: KEY, model: "small-model" });
});
afterEach(() => double.close());

const settings = (changed: Env = {}): Env => ({
  LLM_BASE_URL: double.baseUrl,
  LLM_MODEL: "small-model",
  LLM_API_KEY: KEY,
  ...changed,
});
const check = async (env: Env, online = true) => {
  const signal = new AbortController().signal;
  const found = await checkModel({ env, online, log, clock: { now: () => NOON }, signal });
  expect(JSON.stringify(found)).not.toContain(KEY);
  return found;
};

it("finds nothing wrong where there is no model", async () => {
  expect(await check({})).toMatchObject([
    { kind: "ok", text: "off; digests are written by rules" },
  ]);
});

it("has a word out of the model, and tells how long that takes", async () => {
  expect(await check(settings())).toEqual([
    { kind: "ok", about: "model", text: "small-model answers in 0 ms" },
  ]);
});

it("asks nobody when the network is to be left alone", async () => {
  expect(await check(settings(), false)).toMatchObject([{ kind: "ok" }]);
  expect(double.calls).toEqual([]);
});

it.each<[string, Env, string]>([
  ["a name that is misspelt", { LLM_MODEL: "smal-model" }, "the server has: small-model"],
  ["a name that it has not", { LLM_MODEL: "another" }, "the server has: small-model"],
  ["a key that is wrong", { LLM_API_KEY: "sk-wrong" }, "Check LLM_API_KEY"],
  ["an address without its end", { LLM_BASE_URL: "up" }, "usually ends in /v1"],
  ["no name", { LLM_MODEL: "" }, "Correct it in .env"],
])("says how to mend %s", async (_, changed, mend) => {
  const env = settings(changed);
  const address =
    env["LLM_BASE_URL"] === "up" ? double.baseUrl.replace("/v1", "") : env["LLM_BASE_URL"];
  const [finding] = await check({ ...env, LLM_BASE_URL: address });
  expect(finding).toMatchObject({ kind: "fail", mend: expect.stringContaining(mend) });
});

it("says how to mend a server that does not run", async () => {
  await double.close();
  expect(await check(settings())).toMatchObject([
    { kind: "fail", mend: expect.stringContaining("Check LLM_BASE_URL") },
  ]);
});

it.each([
  [{ kind: "malformed" }, "fail", "follows a JSON schema"],
  [{ kind: "error", status: 429 }, "warn", "raise the limits"],
  [{ kind: "error", status: 500 }, "warn", "log of the model's server"],
] as const)("says what to do about %o", async (behaviour, kind, mend) => {
  double.behave(behaviour);
  expect(await check(settings())).toMatchObject([{ kind, mend: expect.stringContaining(mend) }]);
});

it("warns of a budget of nothing", async () => {
  expect(await check(settings({ LLM_DAILY_TOKENS: "0" }))).toMatchObject([
    { kind: "ok" },
    { kind: "warn" },
  ]);
});
