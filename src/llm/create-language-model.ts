import type { Random } from "../lib/backoff.ts";
import type { Clock } from "../lib/clock.ts";
import { limitedSignal } from "../lib/limited-signal.ts";
import type { Log } from "../lib/log.ts";
import type {
  LanguageModel,
  ModelAnswer,
  ModelFailure,
  ModelRequest,
} from "../summarize/language-model.ts";
import { SPENT_ON } from "../summarize/spent-on.ts";
import { type Budget, createBudget } from "./budget.ts";
import { type Circuit, type Contact, createCircuit } from "./circuit.ts";
import { type Complete, type Completion, createComplete } from "./complete.ts";
import type { ModelConfig } from "./model-settings.ts";
import { createPlaces, type Places } from "./places.ts";
import { tokensAtMost } from "./shape-in-words.ts";
import type { TokenLedger } from "./token-ledger.ts";
import { NO_USE, type TokenUse } from "./token-use.ts";

/** What came of one call, to be counted; tokens are estimates where the server told none. */
export type ModelCall = TokenUse & {
  readonly purpose: ModelRequest<unknown>["purpose"];
  readonly outcome: "written" | ModelFailure;
  /** From the asking to the answer, with the waiting for a turn. */
  readonly ms: number;
};

/** What bounds a model beside its budget. */
export type ModelLimits = {
  /** The longest that one call may take, in milliseconds, whatever the asker's patience. */
  readonly longestMs: number;
  /** The longest answer that is read, in bytes. */
  readonly mostBytes: number;
  /** How many may wait for a turn, each no longer than its words are wanted; for memory's sake. */
  readonly queue: number;
  readonly failuresToOpen: number;
  /** How long a server that fails is left alone. */
  readonly rest: { readonly firstMs: number; readonly longestMs: number };
};

const LIMITS: ModelLimits = {
  longestMs: 240_000,
  mostBytes: 1024 * 1024,
  queue: 1_000,
  failuresToOpen: 5,
  rest: { firstMs: 30_000, longestMs: 600_000 },
};

/** What a language model is made of; `observe` hears of each call, also of those that the limits forbade. */
export type LanguageModelDeps = {
  readonly config: ModelConfig;
  readonly ledger: TokenLedger;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly observe: (call: ModelCall) => void;
  readonly limits?: Partial<ModelLimits>;
};

type Means = {
  readonly places: Places;
  readonly circuit: Circuit;
  readonly budget: Budget;
  readonly complete: Complete;
};

/** A language model, and why it would not be asked just now: its server fails, or asks to be left alone. */
export type WatchedModel = LanguageModel & { readonly obstacle: () => ModelFailure | null };

/** A language model behind an OpenAI-compatible API. */
export function createLanguageModel(deps: LanguageModelDeps): WatchedModel {
  const { config, clock, log, observe } = deps;
  const limits = { ...LIMITS, ...deps.limits };
  const means: Means = {
    places: createPlaces(config.concurrency, limits.queue),
    circuit: createCircuit({ ...deps, ...limits }),
    budget: createBudget({ ...deps, ...config }),
    complete: createComplete({ config, clock, mostBytes: limits.mostBytes }),
  };
  return {
    name: config.model,
    obstacle: () => means.circuit.obstacle(),
    async write(request, signal) {
      const began = clock.now().getTime();
      const limited = limitedSignal(signal, limits.longestMs);
      const completion = await inTurn(means, request, limited.signal);
      limited.release();
      const { purpose } = request;
      const outcome = completion.kind === "written" ? "written" : completion.reason;
      observe({ purpose, outcome, ...completion.use, ms: clock.now().getTime() - began });
      if (completion.kind === "failed") tellOf(log, purpose, completion);
      return answerOf(completion);
    },
  };
}

/** Calls that our own limits forbid may be many, and metrics count them. */
function tellOf(log: Log, purpose: string, { reason, detail }: Failed): void {
  const fields = { purpose, reason, detail };
  if (detail === NOT_ASKED) log.debug("model not asked", fields);
  else log.warn("model call failed", fields);
}

function answerOf<T>(completion: Completion<T>): ModelAnswer<T> {
  if (completion.kind === "written") return { kind: "written", value: completion.value };
  const { reason, detail } = completion;
  return { kind: "failed", reason, detail };
}

type Failed = Extract<Completion<never>, { kind: "failed" }>;

const NOT_ASKED = "not asked";

const unasked = (reason: ModelFailure): Failed => ({
  kind: "failed",
  reason,
  detail: NOT_ASKED,
  mayHaveCost: false,
  restMs: null,
  use: NO_USE,
});

/** A server that fails is not worth waiting for a turn. */
async function inTurn<T>(
  means: Means,
  request: ModelRequest<T>,
  signal: AbortSignal,
): Promise<Completion<T>> {
  const obstacle = means.circuit.obstacle();
  if (obstacle !== null) return unasked(obstacle);
  const awaited = AbortSignal.any([signal, request.wanted]);
  const rank = () => SPENT_ON.indexOf(request.spentOn());
  const place = await means.places.take(awaited, rank);
  if (typeof place === "string") return unasked(place);
  try {
    return await throughCircuit(means, request, signal);
  } finally {
    place();
  }
}

async function throughCircuit<T>(
  { circuit, budget, complete }: Means,
  request: ModelRequest<T>,
  signal: AbortSignal,
): Promise<Completion<T>> {
  const obstacle = circuit.enter();
  if (obstacle !== null) return unasked(obstacle);
  let contact: Contact = { kind: "none" };
  try {
    const most = tokensAtMost(request);
    const awaited = AbortSignal.any([signal, request.wanted]);
    const reservation = await budget.reserve(most, request.spentOn(), awaited);
    if (typeof reservation === "string") return unasked(reservation);
    const completion = await completeSafely(complete, request, signal);
    contact = contactOf(completion);
    await reservation.settle(completion.use);
    return completion;
  } finally {
    circuit.leave(contact);
  }
}

/** Nobody who waits for words is to fall by a bug of a library; its error may hold the prompt, so it goes unlogged. */
async function completeSafely<T>(
  complete: Complete,
  request: ModelRequest<T>,
  signal: AbortSignal,
): Promise<Completion<T>> {
  try {
    return await complete(request, signal);
  } catch (error) {
    const detail = error instanceof Error ? error.name : "no error";
    return { ...unasked("server"), detail };
  }
}

/** Answers that are of no use cost like others: a page of some proxy, a text without end, no JSON of the shape. */
function contactOf(completion: Completion<unknown>): Contact {
  if (completion.kind === "written") return { kind: "answered" };
  switch (completion.reason) {
    case "refused":
      return { kind: "answered" };
    case "malformed":
    case "late":
    case "unreachable":
    case "server":
    case "rate-limited":
    case "rejected":
      return { kind: "failed", restMs: completion.restMs };
    case "over-budget":
    case "circuit-open":
    case "busy":
      return { kind: "none" };
  }
}
