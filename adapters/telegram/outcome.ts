import type { Address } from "../../src/platform/address.ts";
import type { SendOutcome } from "../../src/platform/outcome.ts";
import type { ApiFailure } from "./api-failure.ts";

/** What was tried when it failed. */
export type Attempt = {
  readonly to: Address;
  /** Whether a message was to be sent anew, or one with this id was to be edited. */
  readonly edits: string | null;
};

/**
 * Reads Telegram's answer to a failed call (https://core.telegram.org/bots/api#responseparameters). It
 * gives no codes of its own, so its descriptions are what tells one 400 from another.
 */
export function outcomeOf(failure: ApiFailure, attempt: Attempt): SendOutcome {
  if (failure.kind === "unanswered")
    return { kind: "retry", reason: failure.reason, maybeSent: failure.maybeDone };
  const { code, description: reason, retryAfterMs, migratedTo } = failure;
  if (migratedTo !== null)
    return { kind: "moved", to: { ...attempt.to, channel: migratedTo, thread: null } };
  if (code === 429 || retryAfterMs !== null) return { kind: "wait", ms: retryAfterMs ?? UNSAID_MS };
  if (MEDIA_FORBIDDEN.test(reason)) return { kind: "refused", reason };
  // A token that is malformed is no path the server knows.
  if (code === 401 || code === 404) return { kind: "unauthorized", reason };
  if (code === 403) return { kind: "gone", reason };
  if (code === 408 || code === 409) return { kind: "retry", reason, maybeSent: false };
  return outcomeOfRefusal(reason, attempt);
}

/** Photos or files are forbidden there, and words need not be: the next words sent will tell. */
const MEDIA_FORBIDDEN =
  /not enough rights to send (?:photos|documents)|chat_send_(?:photos|docs|media)_forbidden/i;

/** Flood control that does not say for how long. */
const UNSAID_MS = 5_000;

function outcomeOfRefusal(reason: string, { to, edits }: Attempt): SendOutcome {
  const said = reason.toLowerCase();
  const says = (phrase: string) => said.includes(phrase);
  if (edits !== null) {
    if (says("message is not modified")) return { kind: "sent", messageId: edits };
    if (MESSAGE_GONE.some(says)) return { kind: "gone", reason };
  }
  if (CHAT_GONE.some(says)) return { kind: "gone", reason };
  if (TOPIC_GONE.some(says)) {
    // Without a thread it is the group's General topic that is closed: its other topics live on, so
    // the group must not be taken for gone.
    return to.thread === null ? { kind: "refused", reason } : { kind: "gone", reason };
  }
  return { kind: "refused", reason };
}

const MESSAGE_GONE = [
  "message to edit not found",
  "message can't be edited",
  "message_id_invalid",
  "message identifier is not specified",
] as const;

const CHAT_GONE = [
  "chat not found",
  "peer_id_invalid",
  "user is deactivated",
  "user not found",
  "bot was kicked",
  "bot was blocked",
  "bot is not a member",
  "have no rights to send",
  "not enough rights to send",
  "need administrator rights",
  "chat_write_forbidden",
  "chat_restricted",
  "chat_admin_required",
  "group chat was deactivated",
  "channel_private",
] as const;

const TOPIC_GONE = [
  "message thread not found",
  "topic_closed",
  "topic_deleted",
  "topic_id_invalid",
] as const;
