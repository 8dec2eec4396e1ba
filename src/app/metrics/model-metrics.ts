import type { ModelStanding } from "../../commands/desk.ts";
import type { Metrics } from "../../lib/metrics.ts";
import type { ModelCall } from "../../llm/create-language-model.ts";
import type { NarrationEvent } from "../../summarize/narration-event.ts";
import type { FaultKind } from "../../summarize/verdict.ts";
import type { ModelObserver } from "../model/used-model.ts";

/** Seconds; a small model on a processor takes minutes. */
const CALL_BUCKETS = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 240];

const PURPOSES = ["digest", "mend", "answer"] as const satisfies readonly ModelCall["purpose"][];

const IS_OUTCOME: Readonly<Record<ModelCall["outcome"], true>> = {
  written: true,
  late: true,
  unreachable: true,
  server: true,
  "rate-limited": true,
  rejected: true,
  refused: true,
  malformed: true,
  "over-budget": true,
  "circuit-open": true,
  busy: true,
};
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of the line above
const OUTCOMES = Object.keys(IS_OUTCOME) as ModelCall["outcome"][];

/** Measures what a language model is asked, and what becomes of its words. */
export const createModelMetrics = (metrics: Metrics): ModelObserver => ({
  modelCall: createCallMetrics(metrics),
  narration: createNarrationMetrics(metrics),
});

function createCallMetrics(metrics: Metrics): ModelObserver["modelCall"] {
  const calls = metrics.counter<Pick<ModelCall, "purpose" | "outcome">>(
    {
      name: "parley_model_calls_total",
      help: "Calls of the language model, by what for and what came of them; also those that limits forbade.",
      labels: ["purpose", "outcome"],
    },
    PURPOSES.flatMap((purpose) => OUTCOMES.map((outcome) => ({ purpose, outcome }))),
  );
  const tokens = metrics.counter<{ direction: "input" | "output" }>({
    name: "parley_model_tokens_total",
    help: "Tokens given to the language model and written by it.",
    labels: ["direction"],
  });
  const cost = metrics.counter({
    name: "parley_model_cost_total",
    help: "Cost of the language model, in the money that LLM_PRICE_INPUT and LLM_PRICE_OUTPUT are in.",
    labels: [],
  });
  const took = metrics.histogram<Pick<ModelCall, "purpose">>(
    {
      name: "parley_model_call_seconds",
      help: "Time of calls that the language model answered.",
      labels: ["purpose"],
    },
    CALL_BUCKETS,
  );
  return ({ purpose, outcome, inputTokens, outputTokens, ms }, spent) => {
    calls({ purpose, outcome });
    tokens({ direction: "input" }, inputTokens);
    tokens({ direction: "output" }, outputTokens);
    cost({}, spent);
    if (outcome === "written") took({ purpose }, ms / 1_000);
  };
}

function createNarrationMetrics(metrics: Metrics): ModelObserver["narration"] {
  const digests = outcomesOf(metrics, {
    name: "parley_narrations_total",
    help: "Digests told in the language model's words, or without them and why.",
  });
  const answers = outcomesOf(metrics, {
    name: "parley_answers_total",
    help: "Questions answered by the language model, or not and why.",
  });
  const sentences = metrics.counter<{ fate: "kept" | "dropped" }>({
    name: "parley_model_sentences_total",
    help: "Sentences written for digests, kept or dropped in the end.",
    labels: ["fate"],
  });
  const faults = metrics.counter<{ fault: FaultKind; attempt: "first" | "second" }>({
    name: "parley_model_faults_total",
    help: "What was wrong with sentences; those of a first attempt are asked for once more.",
    labels: ["fault", "attempt"],
  });
  return (event: NarrationEvent) => {
    switch (event.kind) {
      case "told":
        return digests({ outcome: "told" });
      case "extractive":
        return (event.of === "digest" ? digests : answers)({ outcome: event.reason });
      case "answered":
        return answers({ outcome: event.outcome });
      case "narrated":
        sentences({ fate: "kept" }, event.sentences);
        return sentences({ fate: "dropped" }, event.dropped);
      case "fell":
        for (const { about } of event.faults)
          faults({ fault: about, attempt: event.again ? "second" : "first" });
    }
  };
}

const outcomesOf = (metrics: Metrics, named: { readonly name: string; readonly help: string }) =>
  metrics.counter<{ outcome: string }>({ ...named, labels: ["outcome"] });

/** Gauges of how the language model stands; each call sets them all. */
export function createModelGauges(metrics: Metrics): (standing: ModelStanding | null) => void {
  const left = metrics.gauge({
    name: "parley_model_budget_left_tokens",
    help: "Tokens that may still be spent on this UTC day.",
    labels: [],
  });
  const forReaders = metrics.gauge({
    name: "parley_model_readers_left_tokens",
    help: "Tokens of these that what people look up may still spend; the rest is kept for briefings.",
    labels: [],
  });
  const resting = metrics.gauge({
    name: "parley_model_resting",
    help: "1 while the language model is left alone because its server fails or asks for it, else 0.",
    labels: [],
  });
  return (standing) => {
    if (standing === null) return;
    const { tokens, dailyTokens, briefingTokens, obstacle } = standing;
    left([{ labels: {}, value: Math.max(0, dailyTokens - tokens) }]);
    forReaders([{ labels: {}, value: Math.max(0, dailyTokens - briefingTokens - tokens) }]);
    resting([{ labels: {}, value: obstacle === null ? 0 : 1 }]);
  };
}
