import { z } from "zod";
import { ConfigError, type Env } from "../../config/env.ts";
import type { Clock } from "../../lib/clock.ts";
import { closestName } from "../../lib/closest-name.ts";
import type { Log } from "../../lib/log.ts";
import { createLanguageModel } from "../../llm/create-language-model.ts";
import { listModels } from "../../llm/list-models.ts";
import { type ModelConfig, parseModelConfig } from "../../llm/model-settings.ts";
import type { ModelFailure } from "../../summarize/language-model.ts";
import { fail, type Finding, ok, warn } from "./finding.ts";

/** What trying the language model needs; `online` is false when the network is to be left alone. */
export type ModelCheck = {
  readonly env: Env;
  readonly online: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
};

const ABOUT = "model";
/** A model on this machine may have to be loaded first. */
const PATIENCE_MS = 60_000;

/** Whether the language model has its settings, and answers in the form that is asked of it. */
export async function checkModel(check: ModelCheck): Promise<readonly Finding[]> {
  let config: ModelConfig | null;
  try {
    config = parseModelConfig(check.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) =>
      fail(ABOUT, problem, "Correct it in .env; .env.example explains every setting."),
    );
  }
  if (config === null) return [ok(ABOUT, "off; digests are written by rules")];
  if (!check.online) return [ok(ABOUT, `${shown(config.model)}; it was not asked`)];
  return [await askOnce(check, config), ...budgetOf(config)];
}

const budgetOf = ({ dailyTokens }: ModelConfig): readonly Finding[] =>
  dailyTokens > 0
    ? []
    : [warn(ABOUT, "LLM_DAILY_TOKENS is 0: it is never asked", "Set the tokens of a day.")];

/** Enough for models that reason before they answer. */
const MOST_TOKENS = 2_000;

const anyTokens = () => "briefing" as const;

async function askOnce(check: ModelCheck, config: ModelConfig): Promise<Finding> {
  const signal = AbortSignal.any([check.signal, AbortSignal.timeout(PATIENCE_MS)]);
  let ms = 0;
  const model = createLanguageModel({
    ...check,
    config: { ...config, dailyTokens: Infinity },
    ledger: {
      used: () => Promise.resolve([]),
      reserve: () => Promise.resolve(true),
      add: () => Promise.resolve(),
    },
    random: () => 1,
    observe: (call) => (ms = call.ms),
  });
  const request = {
    purpose: "answer",
    spentOn: anyTokens,
    wanted: signal,
    system: "You answer in JSON.",
    prompt: "Are you there?",
    schema: z.strictObject({ there: z.boolean() }),
    maxTokens: MOST_TOKENS,
  } as const;
  const answer = await model.write(request, signal);
  if (answer.kind === "written") return ok(ABOUT, `${shown(config.model)} answers in ${ms} ms`);
  const { reason, detail } = answer;
  const text = `${shown(config.model)} does not answer as asked (${reason}: ${detail})`;
  const tell = BROKEN.has(reason) ? fail : warn;
  return tell(ABOUT, text, await mendOf(reason, config, check.signal));
}

const BROKEN: ReadonlySet<ModelFailure> = new Set(["rejected", "unreachable", "malformed"]);

async function mendOf(
  reason: ModelFailure,
  config: ModelConfig,
  signal: AbortSignal,
): Promise<string> {
  switch (reason) {
    case "rejected":
      return mendOfRejection(config, signal);
    case "unreachable":
      return "Check LLM_BASE_URL, and that the server runs and this machine may reach it.";
    case "rate-limited":
      return "Wait, or raise the limits of the account.";
    case "late":
      return "Choose a smaller model in LLM_MODEL, or a faster machine: digests do not wait for it.";
    case "malformed":
    case "refused":
      return "Choose a model in LLM_MODEL that follows a JSON schema.";
    case "server":
    case "busy":
    case "circuit-open":
    case "over-budget":
      return "Look into the log of the model's server; LLM_BASE_URL usually ends in /v1.";
  }
}

const LISTED = 5;

async function mendOfRejection(config: ModelConfig, signal: AbortSignal): Promise<string> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  const names = await listModels(config, limited);
  if (names === null)
    return "Check LLM_API_KEY and LLM_BASE_URL, which usually ends in /v1; the server lists no models.";
  if (names.includes(config.model)) return "Check LLM_API_KEY, and what the account may use.";
  const meant = closestName(config.model, names) ?? names.slice(0, LISTED).join(", ");
  return `Correct LLM_MODEL; the server has: ${shown(meant)}.`;
}

const LONGEST_NAME = 200;

/** A name as a server or a setting has it, fit for a terminal. */
const shown = (name: string): string =>
  name.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "").slice(0, LONGEST_NAME);
