import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLlmDouble, type LlmDouble } from "../doubles/llm/double.ts";
import { parley } from "../support/terminal.ts";

const ITEMS = ["digest", "--items", "seeds/corpus/items.en.json", "--at", "2026-02-05T18:00:00Z"];
const KEY = "sk-nobody-may-read-this";

let double: LlmDouble;
let env: Record<string, string>;
beforeEach(async () => {
  double = await createLlmDouble({ key: KEY, model: "small" });
  env = { LLM_BASE_URL: double.baseUrl, LLM_MODEL: "small", LLM_API_KEY: KEY };
});
afterEach(() => double.close());

const withoutModel = async (...more: readonly string[]) => (await parley([...ITEMS, ...more])).out;

describe("`parley digest` with a language model", () => {
  it.each(["text", "markdown", "html", "telegram", "discord"])(
    "says in %s what it wrote, and that it did",
    async (format) => {
      const { code, out, err } = await parley([...ITEMS, "--format", format], { env });
      expect(out).toContain("language model");
      expect([code, err]).toEqual([0, ""]);
    },
  );

  it("tells in JSON which model wrote, beside the digest as it is without", async () => {
    const { out } = await parley([...ITEMS, "--format", "json", "--lang", "fa"], { env });
    const { narration, ...digest } = JSON.parse(out) as { narration: unknown };
    expect(narration).toMatchObject({ language: "fa", by: { model: "small" } });
    expect(digest).toEqual(JSON.parse(await withoutModel("--format", "json")));
  });

  it("does without it where it is told to", async () => {
    const { out } = await parley([...ITEMS, "--no-model"], { env });
    expect(out).toBe(await withoutModel());
    expect(double.calls).toEqual([]);
  });

  it.each([
    ["is away", { kind: "breaks", after: "nothing" }, "cannot be reached"],
    ["fails", { kind: "error", status: 500 }, "answered with an error"],
    ["writes no JSON", { kind: "malformed" }, "not write in the form"],
    ["refuses", { kind: "refuses", by: "refusal" }, "would not write"],
  ] as const)("is as without one that %s, and says why", async (_, behaviour, why) => {
    double.behave(behaviour);
    const { code, out, err } = await parley(ITEMS, { env });
    expect(out).toBe(await withoutModel());
    expect(err).toContain(why);
    expect([code, err.split("\n").length]).toEqual([0, 1]);
    expect(err).not.toContain(KEY);
  });

  it("names what is wrong with the model's settings, and no key", async () => {
    const { code, err } = await parley(ITEMS, { env: { LLM_MODEL: "small", LLM_API_KEY: KEY } });
    expect(code).toBe(1);
    expect(err).toContain("LLM_BASE_URL");
    expect(err).not.toContain(KEY);
  });
});

it.each([
  ["replay", "--from", "2026-02-05T00:00:00Z", "--to", "2026-02-05T12:00:00Z"],
  ["extract"],
])("`parley %s` asks no model", async (command, ...more) => {
  await parley([command, "--items", "seeds/corpus/items.en.json", ...more], { env });
  expect(double.calls).toEqual([]);
});
