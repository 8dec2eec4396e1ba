import { TelegramError } from "telegraf";
import type { Secret } from "../../src/lib/secret.ts";

/** Why a call failed; no text in it holds the token. */
export type ApiFailure =
  /** Telegram answered that it did not do it. */
  | {
      readonly kind: "answered";
      readonly code: number;
      readonly description: string;
      /** How long to wait, in milliseconds. */
      readonly retryAfterMs: number | null;
      /** The id of the supergroup that a group became. */
      readonly migratedTo: string | null;
    }
  /** No answer, or none that can be read; `maybeDone` when the request may have arrived. */
  | { readonly kind: "unanswered"; readonly reason: string; readonly maybeDone: boolean };

/** Reads what telegraf's client rejected with. */
export function failureOf(error: unknown, token: Secret): ApiFailure {
  if (!(error instanceof TelegramError)) return unanswered(error);
  const { code, parameters } = error;
  const description: unknown = error.description;
  if (!Number.isInteger(code)) return unreadable;
  if (code >= 500)
    return { kind: "unanswered", reason: `HTTP ${code}`, maybeDone: code !== UNAVAILABLE };
  const { retry_after: seconds, migrate_to_chat_id: migratedTo } = parameters ?? {};
  return {
    kind: "answered",
    code,
    description:
      typeof description === "string" ? withoutToken(description, token) : `error ${code}`,
    retryAfterMs: typeof seconds === "number" ? Math.max(0, Math.ceil(seconds * 1000)) : null,
    migratedTo: typeof migratedTo === "number" ? String(migratedTo) : null,
  };
}

/** A gateway may fail after it handed the request on; this one says that it did not. */
const UNAVAILABLE = 503;

const unreadable: ApiFailure = {
  kind: "unanswered",
  reason: "an answer that is none of the Bot API's",
  maybeDone: true,
};

/** Only what kind of error it was: its message may hold the URL, and that the token. */
function unanswered(error: unknown): ApiFailure {
  if (!(error instanceof Error)) return unreadable;
  if (error.name === "AbortError")
    return { kind: "unanswered", reason: "no answer in time", maybeDone: true };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  if (code !== null && /^[A-Z_]{1,60}$/.test(code))
    return { kind: "unanswered", reason: code, maybeDone: !NEVER_ARRIVED.has(code) };
  return unreadable;
}

/** Failures before a connection stood. */
const NEVER_ARRIVED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

const LONGEST_DESCRIPTION = 300;

const withoutToken = (text: string, token: Secret): string =>
  text
    .slice(0, LONGEST_DESCRIPTION * 10)
    .replaceAll(token.reveal(), "[secret]")
    .slice(0, LONGEST_DESCRIPTION);
