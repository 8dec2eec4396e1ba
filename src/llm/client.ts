import type { Clock } from "../lib/clock.ts";
import { boundedFetch } from "../lib/bounded-fetch.ts";
import type { ModelConfig } from "./model-settings.ts";
import { failureOfCall, refusedRequest, UNKNOWN } from "./failure-of.ts";
import { type ServerTraits, suit } from "./server-traits.ts";

/** What asking needs. */
export type ClientDeps = {
  readonly config: ModelConfig;
  readonly clock: Clock;
  /** The longest answer that is read, in bytes. */
  readonly mostBytes: number;
};

/** The AI SDK, and how it speaks with one server. */
export type Client = Awaited<ReturnType<typeof loadClient>>;

/**
 * Calls are rare, and servers close connections that stand idle: a call sent down one that is being closed
 * would be lost, and nobody could tell whether it was paid for.
 */
const OWN_CONNECTION = { connection: "close" };

/** Loads the AI SDK, which takes a tenth of a second and tens of megabytes, once: only for whoever uses a model. */
export const loadSdk = () => Promise.all([import("ai"), import("@ai-sdk/openai-compatible")]);

/** The AI SDK for one server. */
export async function loadClient({ config, clock, mostBytes }: ClientDeps) {
  const [sdk, { createOpenAICompatible }] = await loadSdk();
  const { key } = config;
  const modelOf = (traits: ServerTraits) =>
    createOpenAICompatible({
      name: "model",
      baseURL: config.baseUrl,
      ...(key === null ? {} : { apiKey: key.reveal() }),
      headers: OWN_CONNECTION,
      fetch: boundedFetch(mostBytes),
      supportsStructuredOutputs: true,
      transformRequestBody: (body) => suit(body, traits),
    }).chatModel(config.model);
  /** `words` are the server's where it may take the request in another form. */
  const failureOf = (error: unknown) => {
    if (!sdk.APICallError.isInstance(error)) return { failure: UNKNOWN, words: null };
    const failure = failureOfCall(error, key, clock);
    return { failure, words: failure.reason === "server" ? refusedRequest(error) : null };
  };
  return { sdk, modelOf, failureOf };
}
