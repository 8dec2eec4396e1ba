import type { Digest } from "../../digest/digest.ts";
import type { Narration } from "../../digest/narration.ts";
import { sleep } from "../../lib/clock.ts";
import type { Language } from "../../lib/language.ts";
import { parseModelConfig } from "../../llm/model-settings.ts";
import type { TokenLedger } from "../../llm/token-ledger.ts";
import type { NarrationCache } from "../../summarize/narration-cache.ts";
import type { ExtractiveReason } from "../../summarize/narration-event.ts";
import { openLog } from "../app-log.ts";
import type { Core } from "../core.ts";
import { parseConfig } from "../../config/config.ts";
import type { Terminal } from "../terminal.ts";
import { createUsedModel, type UsedModelDeps } from "./used-model.ts";

/** Someone at a terminal sees that something is under way. */
const PATIENCE_MS = 60_000;

/**
 * A digest with what the language model of the settings wrote of it for one reader; nothing is kept. Where
 * no model is used the digest as it is; where nothing came of it, so too, and the terminal says why.
 *
 * @throws {ConfigError} when the model's settings are wrong.
 */
export async function narrateOnce(
  terminal: Terminal,
  core: Core,
  digest: Digest,
  { model, lang: language }: { readonly model: boolean; readonly lang: Language },
): Promise<Digest> {
  if (!model || parseModelConfig(terminal.env) === null) return digest;
  const heard = { why: "too-little" as ExtractiveReason };
  const ended = new AbortController();
  const signal = AbortSignal.any([terminal.stopSignal(), ended.signal]);
  const used = await createUsedModel(depsOf(terminal, core, heard), signal);
  const { names } = core;
  const narration = await used?.narrator.narrate({ names, digest, language }, PATIENCE_MS);
  ended.abort();
  if (narration !== null && narration !== undefined) return { ...digest, narration };
  terminal.err(`Written without the language model: ${WHY[heard.why]}`);
  return digest;
}

const depsOf = (
  terminal: Terminal,
  core: Core,
  heard: { why: ExtractiveReason },
): UsedModelDeps => ({
  env: terminal.env,
  ledger: NOTHING_SPENT,
  cache: NOTHING_KEPT,
  checkerOf: () => core.checker(),
  clock: { now: terminal.now },
  monotonicMs: () => performance.now(),
  sleep,
  random: Math.random,
  log: openLog(terminal, { ...parseConfig({}), LOG_LEVEL: "silent" }),
  observe: {
    modelCall: () => undefined,
    narration: (event) => {
      if (event.kind === "extractive") heard.why = event.reason;
    },
  },
});

const NOTHING_KEPT: NarrationCache = {
  find: () => Promise.resolve<Narration | null>(null),
  keep: () => Promise.resolve(),
};

/** One digest is far from a day's budget; a call that would go beyond it alone is not made. */
const NOTHING_SPENT: TokenLedger = {
  used: () => Promise.resolve([]),
  reserve: (_day, { inputTokens, outputTokens }, most) =>
    Promise.resolve(inputTokens + outputTokens <= most),
  add: () => Promise.resolve(),
};

const WHY: Readonly<Record<ExtractiveReason, string>> = {
  late: "it took too long.",
  deadline: "it took longer than a minute.",
  unreachable: "it cannot be reached. `parley doctor` says more.",
  server: "its server answered with an error. `parley doctor` says more.",
  "rate-limited": "its server asks to wait.",
  rejected: "its server takes neither key nor model for right. `parley doctor` says more.",
  refused: "it would not write.",
  malformed: "it did not write in the form that was asked for.",
  "over-budget": "LLM_DAILY_TOKENS is less than one digest may take.",
  "circuit-open": "its server fails.",
  busy: "it has too much to do.",
  "too-little": "too little of what it wrote is borne out by the sources.",
  bug: "something went wrong on our side.",
};
