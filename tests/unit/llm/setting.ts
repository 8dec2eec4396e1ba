import { afterAll, beforeEach } from "vitest";
import { z } from "zod";
import { createLog } from "../../../src/lib/log.ts";
import { Secret } from "../../../src/lib/secret.ts";
import type { LanguageModelDeps, ModelCall } from "../../../src/llm/create-language-model.ts";
import { createLanguageModel } from "../../../src/llm/create-language-model.ts";
import type { ModelConfig } from "../../../src/llm/model-settings.ts";
import type { ModelUse, TokenLedger } from "../../../src/llm/token-ledger.ts";
import type { ModelRequest } from "../../../src/summarize/language-model.ts";
import { createLlmDouble, type LlmDouble } from "../../doubles/llm/double.ts";

/** The key that the double asks for; looked for in everything that is said. */
export const KEY = "sk-very-secret-0123456789";
/** A word of the prompt; looked for in everything that is logged. */
export const PRIVATE = "Muscat";

const Shape = z.strictObject({
  sentences: z.array(z.strictObject({ text: z.string(), claims: z.array(z.string()) })),
});

/** What a model is asked in these tests. */
export const REQUEST: ModelRequest<z.output<typeof Shape>> = {
  purpose: "digest",
  spentOn: () => "briefing",
  wanted: new AbortController().signal,
  system: "Write.",
  prompt: `{"id":"c1","kind":"phase","told":"The talks in ${PRIVATE} go on."}`,
  schema: Shape,
  maxTokens: 200,
};

/** What an honest model writes of {@link REQUEST}. */
export const WRITTEN = {
  kind: "written",
  value: { sentences: [{ text: `The talks in ${PRIVATE} go on.`, claims: ["c1"] }] },
};

/** A signal that never aborts. */
export const PATIENCE = new AbortController().signal;

/** A ledger in memory. */
function createMemoryLedger(): TokenLedger & {
  readonly uses: { day: string; use: ModelUse }[];
  /** Of all that was added, the sum. */
  total(): Omit<ModelUse, "model">;
} {
  const uses: { day: string; use: ModelUse }[] = [];
  const sumOf = (count: "inputTokens" | "outputTokens" | "calls") =>
    uses.reduce((sum, { use }) => sum + use[count], 0);
  return {
    uses,
    total: () => ({
      inputTokens: sumOf("inputTokens"),
      outputTokens: sumOf("outputTokens"),
      calls: sumOf("calls"),
    }),
    used: async (day) => uses.filter((one) => one.day === day).map(({ use }) => use),
    reserve: async (day, use, most) => {
      const used = uses.filter((one) => one.day === day).map((one) => one.use);
      const tokens = [...used, use].reduce(
        (sum, one) => sum + one.inputTokens + one.outputTokens,
        0,
      );
      if (tokens <= most) uses.push({ day, use });
      return tokens <= most;
    },
    add: async (day, use) => void uses.push({ day, use }),
  };
}

/** A double of each test's own, and models that ask it; the clock is turned by hand. */
export function modelSetting() {
  const doubles: LlmDouble[] = [];
  const setting = {
    double: undefined as unknown as LlmDouble,
    lines: [] as string[],
    calls: [] as ModelCall[],
    ms: Date.parse("2026-02-05T12:00:00Z"),
    ledger: createMemoryLedger(),
  };
  beforeEach(async () => {
    setting.double = await createLlmDouble({ key: KEY, model: "small" });
    doubles.push(setting.double);
    setting.lines = [];
    setting.calls = [];
    setting.ledger = createMemoryLedger();
  });
  afterAll(() => Promise.all(doubles.map((double) => double.close())));
  const config = (): ModelConfig => ({
    baseUrl: setting.double.baseUrl,
    key: new Secret(KEY),
    model: "small",
    dailyTokens: 1_000_000,
    briefingTokens: 0,
    concurrency: 2,
    prices: { input: 0, output: 0 },
  });
  const model = (changed: Partial<ModelConfig> = {}, deps: Partial<LanguageModelDeps> = {}) =>
    createLanguageModel({
      config: { ...config(), ...changed },
      ledger: setting.ledger,
      clock: { now: () => new Date(setting.ms) },
      random: () => 1,
      log: createLog({ level: "debug", secrets: [], write: (line) => setting.lines.push(line) }),
      observe: (call) => setting.calls.push(call),
      ...deps,
    });
  return { setting, model };
}
