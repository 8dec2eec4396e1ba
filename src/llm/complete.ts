import type { ModelRequest } from "../summarize/language-model.ts";
import { type CallFailure, LATE, malformed, REFUSED } from "./failure-of.ts";
import { type Client, type ClientDeps, loadClient } from "./client.ts";
import { readObject } from "./read-object.ts";
import { ALL_TRAITS, type ServerTraits, withLess } from "./server-traits.ts";
import { instructionsOf } from "./shape-in-words.ts";
import { countedOr, estimateTokens, NO_USE, type TokenUse } from "./token-use.ts";

/** What one request to a model came to. */
export type Completion<T> = { readonly use: TokenUse } & (
  | { readonly kind: "written"; readonly value: T }
  | ({ readonly kind: "failed" } & CallFailure)
);

/** Asks a model's API; never rejects but for bugs. */
export type Complete = <T>(request: ModelRequest<T>, signal: AbortSignal) => Promise<Completion<T>>;

/** Asks through the AI SDK; learns what the server takes. */
export function createComplete(deps: ClientDeps): Complete {
  let known = ALL_TRAITS;
  return async (request, signal) => {
    const client = await loadClient(deps);
    for (let traits = known; ;) {
      const attempt = await attemptOnce(client, traits, { request, signal });
      if (attempt.kind !== "unsuited") {
        if (attempt.isOfModel) known = traits;
        return attempt;
      }
      const less = signal.aborted ? null : withLess(traits, attempt.words);
      if (less === null) return { kind: "failed", ...attempt.failure, use: NO_USE };
      traits = less;
    }
  };
}

type Asked<T> = { readonly request: ModelRequest<T>; readonly signal: AbortSignal };

type Attempt<T> =
  /** `isOfModel`: the server took the request. */
  | (Completion<T> & { readonly isOfModel: boolean })
  | { readonly kind: "unsuited"; readonly words: string; readonly failure: CallFailure };

/** The same each time, for servers that can answer alike. */
const SEED = 1;

async function attemptOnce<T>(
  { sdk, modelOf, failureOf }: Client,
  traits: ServerTraits,
  { request, signal }: Asked<T>,
): Promise<Attempt<T>> {
  try {
    const result = await sdk.generateText({
      model: modelOf(traits),
      instructions: instructionsOf(request),
      prompt: request.prompt,
      output: sdk.Output.object({ schema: request.schema }),
      maxOutputTokens: request.maxTokens,
      temperature: 0,
      seed: SEED,
      maxRetries: 0,
      abortSignal: signal,
    });
    const { text, usage, finishReason } = result;
    const value = finishReason === "stop" && text !== "" ? result.output : undefined;
    return { ...judge(request, { text, usage, finishReason, value }), isOfModel: true };
  } catch (error) {
    if (signal.aborted) return failedUnheard(request, LATE);
    if (sdk.NoObjectGeneratedError.isInstance(error))
      return { ...judge(request, error), isOfModel: true };
    const { failure, words } = failureOf(error);
    return words === null ? failedUnheard(request, failure) : { kind: "unsuited", words, failure };
  }
}

function failedUnheard<T>(request: ModelRequest<T>, failure: CallFailure): Attempt<T> {
  const use = {
    inputTokens: estimateTokens(instructionsOf(request) + request.prompt),
    outputTokens: request.maxTokens,
  };
  return { kind: "failed", ...failure, use: failure.mayHaveCost ? use : NO_USE, isOfModel: false };
}

/** What a model wrote, as the SDK tells it. */
type Written<T> = {
  readonly text?: string | undefined;
  readonly usage?:
    | { readonly inputTokens: number | undefined; readonly outputTokens: number | undefined }
    | undefined;
  readonly finishReason?: string | undefined;
  readonly value?: T | undefined;
};

function judge<T>(request: ModelRequest<T>, written: Written<T>): Completion<T> {
  const { text = "", usage, finishReason } = written;
  const asked = instructionsOf(request) + request.prompt;
  const use = {
    inputTokens: countedOr(usage?.inputTokens, estimateTokens(asked)),
    outputTokens: countedOr(usage?.outputTokens, estimateTokens(text)),
  };
  const fail = (failure: CallFailure) => ({ kind: "failed", ...failure, use }) as const;
  if (finishReason === "content-filter") return fail(REFUSED);
  if (finishReason === "length") return fail(malformed("the answer was cut off"));
  const value = written.value ?? readObject(text, request.schema);
  if (value === undefined) return fail(malformed("no JSON of the shape"));
  return { kind: "written", value, use };
}
