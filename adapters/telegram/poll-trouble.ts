import { backoffMs } from "../../src/lib/backoff.ts";
import type { ApiFailure } from "./api-failure.ts";

/** Why a poll brought no updates: for the log, for operators, and how long to pause, in milliseconds. */
export type PollTrouble = {
  readonly level: "warn" | "error";
  readonly event: string;
  readonly fields: { readonly reason: string };
  readonly advice: string;
  readonly pauseMs: number;
};

/** The trouble that is mended by taking the webhook away. */
export const WEBHOOK_IN_WAY = "a webhook is set: taking it away to poll";

const BACKOFF = { firstMs: 1_000, longestMs: 60_000 };
const CONFLICT_PAUSE_MS = 30_000;
const UNAUTHORIZED_PAUSE_MS = 60_000;

/** Reads a poll's failure, null for an answer that is no list, after so many in a row. */
export function troubleOf(failure: ApiFailure | null, failures: number): PollTrouble {
  if (failure?.kind === "answered") {
    const { code, description: reason, retryAfterMs } = failure;
    const known = knownTrouble(code, reason);
    if (known !== null) return { ...known, fields: { reason } };
    if (retryAfterMs !== null) return { ...silence(reason), pauseMs: retryAfterMs };
  }
  const reason = failure === null ? "an answer that is no list" : reasonOf(failure);
  return { ...silence(reason), pauseMs: backoffMs(failures, BACKOFF, Math.random) };
}

const reasonOf = (failure: ApiFailure): string =>
  failure.kind === "answered" ? failure.description : failure.reason;

const silence = (reason: string) =>
  ({
    level: "warn",
    event: "no updates from Telegram",
    fields: { reason },
    advice: "Check that this machine reaches the Bot API; it is tried again by itself.",
  }) as const;

/** Troubles that do not pass by themselves (Bot API, `getUpdates`). */
function knownTrouble(code: number, reason: string): Omit<PollTrouble, "fields"> | null {
  if (code === 409 && reason.toLowerCase().includes("webhook"))
    return {
      level: "warn",
      event: WEBHOOK_IN_WAY,
      advice: "Another program sets it again and again: give each a token of its own.",
      pauseMs: 1_000,
    };
  if (code === 409)
    return {
      level: "error",
      event: "another process uses this Telegram token: stop it, or give each its own",
      advice: "Another process uses this token: stop it, or give each its own.",
      pauseMs: CONFLICT_PAUSE_MS,
    };
  if (code === 401 || code === 404)
    return {
      level: "error",
      event: "Telegram refuses the token: check TELEGRAM_BOT_TOKEN",
      advice: "Check TELEGRAM_BOT_TOKEN, and restart.",
      pauseMs: UNAUTHORIZED_PAUSE_MS,
    };
  return null;
}
