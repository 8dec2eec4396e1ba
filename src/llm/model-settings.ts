import { z } from "zod";
import { ConfigError, type Env, parseEnv, secret } from "../config/env.ts";
import type { Secret } from "../lib/secret.ts";

const unsetWhenEmpty = (value: unknown): unknown => (value === "" ? undefined : value);

const Price = z.coerce
  .number({ error: "use the price of a million tokens, such as 0.15" })
  .min(0)
  .max(1_000_000);

/** The language model's settings; `.env.example` explains each. */
export const ModelSettings = z.object({
  LLM_BASE_URL: z.preprocess(
    unsetWhenEmpty,
    z
      .url({ protocol: /^https?$/, error: "use an address that begins with https:// or http://" })
      .refine((url) => !/[?#]/.test(url), { error: "must have neither ? nor #" })
      .refine((url) => !/^https?:\/\/[^/]*@/.test(url), { error: "put the key into LLM_API_KEY" })
      .transform((url) => url.replace(/(?<!\/)\/+$/, ""))
      .optional(),
  ),
  LLM_API_KEY: z.preprocess(unsetWhenEmpty, secret().optional()),
  LLM_MODEL: z.preprocess(unsetWhenEmpty, z.string().trim().min(1).max(200).optional()),
  LLM_DAILY_TOKENS: z.preprocess(
    unsetWhenEmpty,
    z.coerce
      .number({ error: "use a number of tokens" })
      .int()
      .min(0)
      .max(1_000_000_000_000)
      .default(1_000_000),
  ),
  LLM_BRIEFINGS_PERCENT: z.preprocess(
    unsetWhenEmpty,
    z.coerce.number({ error: "use 0 to 100" }).min(0).max(100).default(40),
  ),
  LLM_CONCURRENCY: z.preprocess(
    unsetWhenEmpty,
    z.coerce.number({ error: "use 1 to 64" }).int().min(1).max(64).default(2),
  ),
  LLM_PRICE_INPUT: z.preprocess(unsetWhenEmpty, Price.default(0)),
  LLM_PRICE_OUTPUT: z.preprocess(unsetWhenEmpty, Price.default(0)),
});

/** What a million tokens cost, in the operator's money. */
export type ModelPrices = { readonly input: number; readonly output: number };

/** Which model writes, where it is, and how much it may be asked. */
export type ModelConfig = {
  /** Of an OpenAI-compatible API; without a slash at its end. */
  readonly baseUrl: string;
  readonly key: Secret | null;
  /** As its server calls it. */
  readonly model: string;
  /** Input and output together, of each UTC day. */
  readonly dailyTokens: number;
  /** Of these, kept for briefings: what people look up and ask leaves them. */
  readonly briefingTokens: number;
  /** Calls under way at once. */
  readonly concurrency: number;
  readonly prices: ModelPrices;
};

/**
 * Reads the language model's settings; null when it is off, as it is with neither address nor model.
 *
 * @throws {ConfigError} when a setting is malformed, or one of the two is there without the other.
 */
export function parseModelConfig(env: Env): ModelConfig | null {
  const settings = parseEnv(ModelSettings, env);
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model } = settings;
  if (baseUrl === undefined && model === undefined) return null;
  if (baseUrl === undefined)
    throw new ConfigError([
      "LLM_BASE_URL: needed beside LLM_MODEL; set the address of the model's API, " +
        "such as http://localhost:11434/v1, or unset LLM_MODEL",
    ]);
  if (model === undefined)
    throw new ConfigError([
      "LLM_MODEL: needed beside LLM_BASE_URL; set the model's name there, or unset LLM_BASE_URL",
    ]);
  return {
    baseUrl,
    model,
    key: settings.LLM_API_KEY ?? null,
    dailyTokens: settings.LLM_DAILY_TOKENS,
    briefingTokens: Math.floor((settings.LLM_DAILY_TOKENS * settings.LLM_BRIEFINGS_PERCENT) / 100),
    concurrency: settings.LLM_CONCURRENCY,
    prices: { input: settings.LLM_PRICE_INPUT, output: settings.LLM_PRICE_OUTPUT },
  };
}
