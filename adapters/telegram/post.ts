import type { Address } from "../../src/platform/address.ts";
import type { SendOutcome } from "../../src/platform/outcome.ts";
import type { ApiAnswer, CallApi } from "./api.ts";
import { destinationOf } from "./chat-ids.ts";
import { type Attempt, outcomeOf } from "./outcome.ts";

/** What calls that send are made with. */
export type Poster = {
  readonly call: CallApi;
  /** Whether messages beyond the free rate may be paid for. */
  readonly paid: boolean;
};

/** A method that sends, with what it is given less where to. */
export type Request = {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

/** Makes one call that sends to a place. */
export const post = (
  { call, paid }: Poster,
  to: Address,
  { method, payload }: Request,
  signal: AbortSignal,
): Promise<ApiAnswer> =>
  call(
    method,
    { ...destinationOf(to), ...payload, ...(paid ? { allow_paid_broadcast: true } : {}) },
    { signal },
  );

/** What an answer to a call that sends, or edits, comes to. */
export function sentOr(answer: ApiAnswer, attempt: Attempt): SendOutcome {
  if (answer.kind === "failed") return outcomeOf(answer.failure, attempt);
  const id = messageIdOf(answer.result) ?? attempt.edits;
  return id === null
    ? { kind: "retry", reason: "an answer that names no message", maybeSent: true }
    : { kind: "sent", messageId: id };
}

const messageIdOf = (result: unknown): string | null =>
  typeof result === "object" &&
  result !== null &&
  "message_id" in result &&
  typeof result.message_id === "number"
    ? String(result.message_id)
    : null;
