import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../../src/config/env.ts";
import { parseModelConfig } from "../../../src/llm/model-settings.ts";
import { costOf } from "../../../src/llm/token-use.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const folder = temporaryFolder();
const ON = { LLM_BASE_URL: "http://localhost:11434/v1/", LLM_MODEL: "small" };

describe("the model", () => {
  it.each([{}, { LLM_BASE_URL: "", LLM_MODEL: "" }, { LLM_API_KEY: "sk-1234" }])(
    "is off with %o",
    (env) => {
      expect(parseModelConfig(env)).toBeNull();
    },
  );

  it("is on with an address, local ones too, and a name", () => {
    expect(parseModelConfig(ON)).toEqual({
      baseUrl: "http://localhost:11434/v1",
      model: "small",
      key: null,
      dailyTokens: 1_000_000,
      briefingTokens: 400_000,
      concurrency: 2,
      prices: { input: 0, output: 0 },
    });
  });

  it("takes its key out of a file", () => {
    const file = `${folder()}/key`;
    writeFileSync(file, "sk-from-a-file\n");
    const config = parseModelConfig({ ...ON, LLM_API_KEY_FILE: file });
    expect(config?.key?.reveal()).toBe("sk-from-a-file");
    expect(JSON.stringify(config)).not.toContain("sk-from");
  });

  it.each([
    [{ LLM_MODEL: "small" }, "LLM_BASE_URL: needed beside LLM_MODEL; set"],
    [{ LLM_BASE_URL: ON.LLM_BASE_URL }, "LLM_MODEL: needed beside LLM_BASE_URL; set"],
    [{ ...ON, LLM_BASE_URL: "ftp://models.example/v1" }, "begins with https://"],
    [{ ...ON, LLM_BASE_URL: "models.example" }, "begins with https://"],
    [{ ...ON, LLM_BASE_URL: "https://user:pass@models.example/v1" }, "LLM_API_KEY"],
    [{ ...ON, LLM_BASE_URL: "https://models.example/v1?key=1" }, "neither ? nor #"],
    [{ ...ON, LLM_CONCURRENCY: "0" }, "LLM_CONCURRENCY"],
    [{ ...ON, LLM_DAILY_TOKENS: "many" }, "LLM_DAILY_TOKENS"],
    [{ ...ON, LLM_PRICE_INPUT: "-1" }, "LLM_PRICE_INPUT"],
  ])("says what to do about %o", (env, problem) => {
    expect(() => parseModelConfig(env)).toThrow(ConfigError);
    expect(() => parseModelConfig(env)).toThrow(problem);
  });
});

it("costs what its tokens cost", () => {
  const prices = { input: 0.15, output: 0.6 };
  expect(costOf({ inputTokens: 2_000_000, outputTokens: 500_000 }, prices)).toBeCloseTo(0.6);
});
