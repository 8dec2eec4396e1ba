import { loadPrompts, type Prompts } from "../../config/load-prompts.ts";
import { join } from "node:path";
import type { Env } from "../../config/env.ts";
import type { Random } from "../../lib/backoff.ts";
import { toCalendarDate } from "../../lib/calendar-date.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Log } from "../../lib/log.ts";
import type { ModelCall } from "../../llm/create-language-model.ts";
import { type ModelConfig, parseModelConfig } from "../../llm/model-settings.ts";
import type { TokenLedger } from "../../llm/token-ledger.ts";
import { costOf } from "../../llm/token-use.ts";
import type { NarrationCache } from "../../summarize/narration-cache.ts";
import type { NarrationEvent } from "../../summarize/narration-event.ts";
import type { Narrator } from "../../summarize/narrator.ts";
import type { Checker } from "../../summarize/verdict.ts";
import type { WritingTurns } from "../../summarize/writing-turns.ts";
import { loadWordings } from "../core.ts";
import type { TellModel } from "../bot/operator-desk.ts";

/** What using a language model takes; `checkerOf` gives the checker in force. */
export type UsedModelDeps = {
  readonly env: Env;
  readonly ledger: TokenLedger;
  readonly cache: NarrationCache;
  /** Where other nodes write into the same cache. */
  readonly turns?: WritingTurns | null;
  readonly checkerOf: (talks: string) => Checker;
  readonly clock: Clock;
  readonly monotonicMs: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: Random;
  readonly log: Log;
  readonly observe?: ModelObserver;
};

/** Hears what a model is asked, and what becomes of its words. */
export type ModelObserver = {
  readonly modelCall: (call: ModelCall, cost: number) => void;
  readonly narration: (event: NarrationEvent) => void;
};

/** A language model that is used. */
export type UsedModel = {
  /** As its server calls it. */
  readonly name: string;
  readonly narrator: Narrator;
  readonly tellModel: TellModel;
};

/**
 * The language model of the settings, which writes until the signal aborts; null where none is used. Its
 * library is loaded with it: while it is, nobody else has a turn, and a reader would wait for it.
 *
 * @throws {ConfigError} when its settings are wrong.
 */
export async function createUsedModel(
  deps: UsedModelDeps,
  signal: AbortSignal,
): Promise<UsedModel | null> {
  const config = parseModelConfig(deps.env);
  if (config === null) return null;
  const [{ createLanguageModel }, { createNarrator }, { loadSdk }] = await Promise.all([
    import("../../llm/create-language-model.ts"),
    import("../../summarize/create-narrator.ts"),
    import("../../llm/client.ts"),
  ]);
  await loadSdk();
  const { observe } = deps;
  const told = { told: 0, extractive: 0 };
  const model = createLanguageModel({
    ...deps,
    config,
    observe: (call) => observe?.modelCall(call, costOf(call, config.prices)),
  });
  const narrator = createNarrator({
    ...deps,
    model,
    signal,
    prompts: loadKnownPrompts(),
    grammars: loadWordings(),
    observe: (event) => {
      count(told, event);
      observe?.narration(event);
    },
  });
  const tellModel: TellModel = async (now) => ({
    ...(await standingOf(now, deps.ledger, config)),
    obstacle: model.obstacle(),
    ...told,
  });
  return { name: config.model, narrator, tellModel };
}

const loadKnownPrompts = (): Prompts =>
  loadPrompts(join(import.meta.dirname, "..", "..", "..", "seeds", "prompts"));

function count(told: { told: number; extractive: number }, event: NarrationEvent): void {
  if (event.kind === "told") told.told += 1;
  if (event.kind === "extractive" && event.of === "digest") told.extractive += 1;
}

/** The day's budget and what it went for, whichever model it was; at today's prices. */
async function standingOf(now: Date, ledger: TokenLedger, config: ModelConfig) {
  const { model: name, prices, dailyTokens, briefingTokens } = config;
  const used = await ledger.used(toCalendarDate(now));
  const inputTokens = used.reduce((sum, use) => sum + use.inputTokens, 0);
  const outputTokens = used.reduce((sum, use) => sum + use.outputTokens, 0);
  const isPriced = prices.input > 0 || prices.output > 0;
  return {
    name,
    dailyTokens,
    briefingTokens,
    tokens: inputTokens + outputTokens,
    cost: isPriced ? costOf({ inputTokens, outputTokens }, prices) : null,
  };
}
