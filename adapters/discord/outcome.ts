import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from "discord.js";
import type { SendOutcome } from "../../src/platform/outcome.ts";

/**
 * What an error of Discord's REST means for a message: the library neither waits nor retries, so a full
 * bucket reaches us as an error too. Reasons hold Discord's words and codes, never an address or a token.
 */
export function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof RateLimitError) return { kind: "wait", ms: waitOf(error) };
  if (error instanceof HTTPError)
    return retry(`HTTP ${error.status}`, !REFUSED_UNREAD.has(error.status));
  if (error instanceof DiscordAPIError) return outcomeOfAnswer(error);
  return retry(reasonOf(error), !isUnsent(error));
}

/**
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#json: nothing more can be written
 * there, or there is nothing left to edit.
 */
const GONE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
]);

function outcomeOfAnswer(error: DiscordAPIError): SendOutcome {
  const reason = reasonOf(error);
  if (error.status === 401) return { kind: "unauthorized", reason };
  const ms = retryAfterOf(error);
  if (ms !== null) return { kind: "wait", ms };
  if (GONE.has(error.code)) return { kind: "gone", reason };
  return { kind: "refused", reason };
}

/** Answers by which a gateway in front says that it passed nothing on. */
const REFUSED_UNREAD: ReadonlySet<number> = new Set([503]);

const SHORTEST_WAIT_MS = 250;
/** Where the edge of the network limits us it may name no time. */
const UNKNOWN_WAIT_MS = 5_000;

function waitOf({ retryAfter, timeToReset, sublimitTimeout }: RateLimitError): number {
  const asked = Math.max(...[retryAfter, timeToReset, sublimitTimeout].filter(Number.isFinite), 0);
  return asked === 0 ? UNKNOWN_WAIT_MS : Math.max(SHORTEST_WAIT_MS, Math.ceil(asked));
}

/** Some limits, as a channel's slow mode, come as an answer with the seconds to wait. */
function retryAfterOf({ rawError }: DiscordAPIError): number | null {
  if (!("retry_after" in rawError)) return null;
  const seconds = Number(rawError.retry_after);
  return Number.isFinite(seconds) ? Math.max(SHORTEST_WAIT_MS, Math.ceil(seconds * 1000)) : null;
}

const retry = (reason: string, maybeSent: boolean): SendOutcome => ({
  kind: "retry",
  reason,
  maybeSent,
});

/** In a few words what went wrong, without the request: its address may hold an interaction's token. */
export function reasonOf(error: unknown): string {
  if (error instanceof DiscordAPIError)
    return `${error.status} ${error.code}: ${error.message}`.slice(0, LONGEST_REASON);
  if (error instanceof HTTPError) return `HTTP ${error.status}`;
  if (error instanceof RateLimitError) return `rate limit of ${error.route}`;
  if (!(error instanceof Error)) return "no answer";
  if (error.name === "AbortError") return "no answer in time";
  const code = codesOf(error)[0];
  return code === undefined ? `no answer (${error.name})` : `no answer (${code})`;
}

const LONGEST_REASON = 400;

/** Whether the connection failed before anything was sent over it. */
const isUnsent = (error: unknown): boolean => codesOf(error).some((code) => UNSENT.has(code));

const UNSENT: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** The codes of an error, of its causes, and of the errors it gathers (one an address tried). */
function codesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const own = "code" in error && typeof error.code === "string" ? [error.code] : [];
  const gathered: unknown[] = error instanceof AggregateError ? error.errors : [];
  return [...own, ...[error.cause, ...gathered].flatMap((each) => codesOf(each, depth + 1))];
}
