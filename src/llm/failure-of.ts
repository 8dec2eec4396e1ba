import type { APICallError } from "ai";
import type { Clock } from "../lib/clock.ts";
import { retryAfterMs } from "../lib/retry-after.ts";
import type { Secret } from "../lib/secret.ts";
import type { ModelFailure } from "../summarize/language-model.ts";
import { AnswerTooLong } from "../lib/bounded-fetch.ts";

/** What a failed call showed; no word in it is the server's or the prompt's. */
export type CallFailure = {
  readonly reason: ModelFailure;
  readonly detail: string;
  /** Whether the server may have worked, and counted tokens, without our hearing of it. */
  readonly mayHaveCost: boolean;
  /** How long the server asks to be left alone, in milliseconds. */
  readonly restMs: number | null;
};

const failure = (reason: ModelFailure, detail: string, mayHaveCost = false): CallFailure => ({
  reason,
  detail,
  mayHaveCost,
  restMs: null,
});

/** No answer came in time. */
export const LATE: CallFailure = failure("late", "no answer in time", true);

/** The model would not. */
export const REFUSED: CallFailure = failure("refused", "the model refused", true);

/** Something that no call to an API should throw. */
export const UNKNOWN: CallFailure = failure("server", "the call failed");

/** An answer that cannot be used, though it may have been paid for. */
export const malformed = (detail: string): CallFailure => failure("malformed", detail, true);

/** What an error of a call to a model's API stands for. */
export function failureOfCall(error: APICallError, key: Secret | null, clock: Clock): CallFailure {
  const { statusCode: status } = error;
  if (causes(error).some((cause) => cause instanceof AnswerTooLong))
    return malformed("the answer is too long");
  const code = networkCode(error);
  if (code !== null) return failure("unreachable", code, status !== undefined || BROKEN.test(code));
  if (status === undefined) return failure("unreachable", "no connection");
  if (status >= 200 && status < 300) return malformed("the answer is none of this API");
  const name = nameOf(error, key);
  const detail = name === null ? `HTTP ${status}` : `HTTP ${status} ${name}`;
  const after = retryAfterMs(error.responseHeaders?.["retry-after"] ?? null, clock.now());
  return { ...failure(reasonOf(status, name), detail), restMs: after };
}

/** What a server says of a request that it does not take (HTTP 400 or 422); else null. */
export const refusedRequest = ({
  statusCode,
  responseBody,
  message,
}: APICallError): string | null =>
  statusCode === 400 || statusCode === 422 ? (responseBody ?? message) : null;

/** https://platform.openai.com/docs/guides/error-codes */
function reasonOf(status: number, name: string | null): ModelFailure {
  if (name !== null && /content_?filter|content_?policy/i.test(name)) return "refused";
  if (status === 429) return "rate-limited";
  if (status === 401 || status === 402 || status === 403 || status === 404) return "rejected";
  return "server";
}

/** Codes of connections that were there and broke. */
const BROKEN = /^(UND_ERR_SOCKET|UND_ERR_(HEADERS|BODY)_TIMEOUT|ECONNRESET|EPIPE)$/;
/** Codes are the runtime's own: of the system, of undici, of TLS. */
const NETWORK = /^[A-Z][A-Z0-9_]{3,60}$/;

function networkCode(error: Error): string | null {
  for (const cause of causes(error))
    if ("code" in cause && typeof cause.code === "string" && NETWORK.test(cause.code))
      return cause.code;
  return null;
}

function causes(error: Error): Error[] {
  const found: Error[] = [];
  for (let at: unknown = error; at instanceof Error && found.length < 8; at = at.cause) {
    found.push(at);
    if (at instanceof AggregateError)
      found.push(...at.errors.filter((one) => one instanceof Error));
  }
  return found;
}

/** The name that the API has for an error, where it is one: servers put prompts and keys into the rest. */
function nameOf({ data }: APICallError, key: Secret | null): string | null {
  if (typeof data !== "object" || data === null || !("error" in data)) return null;
  const { error } = data;
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  const { code } = error;
  if (typeof code !== "string" || !/^[a-z][a-z_]{2,48}$/i.test(code)) return null;
  return key !== null && code.includes(key.reveal()) ? null : code;
}
