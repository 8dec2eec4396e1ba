import { backoffMs, type Random } from "../lib/backoff.ts";
import type { SendOutcome } from "../platform/outcome.ts";
import type { Delivery } from "./delivery.ts";

/** A chat that moves on each time is none. */
const MOST_MOVES = 8;
/**
 * What may have arrived is sent again less and less often, so that a reader sees few of it twice, and for at
 * least an hour, as long as platforms have been away.
 */
const DOUBTFUL = { most: 14, retries: { firstMs: 2_000, longestMs: 15 * 60_000 } };
/**
 * What surely did not arrive is sent again as long as it is worth something, soon after a platform is back;
 * it is counted only as far as its waits grow, and so spends nothing of the former.
 */
const UNSENT = { counted: 6, retries: { firstMs: 2_000, longestMs: 2 * 60_000 } };

/** What is known when a part was sent. */
export type Sending = {
  readonly now: Date;
  /** How many parts the delivery has in its style. */
  readonly parts: number;
  /** How many of them, from the first on, are pictures alone. */
  readonly pictures: number;
  readonly random: Random;
};

/** Gives the delivery as it stands after sending one part came to an outcome. The only place that decides it. */
export function settle(delivery: Delivery, outcome: SendOutcome, sending: Sending): Delivery {
  const { now } = sending;
  switch (outcome.kind) {
    case "sent":
      return afterPart(delivery, outcome.messageId, sending);
    case "wait":
      return { ...delivery, dueAt: later(now, outcome.ms) };
    case "moved":
      return afterMove({ ...delivery, to: outcome.to }, now);
    case "retry":
      return afterFailure(delivery, outcome, sending);
    case "gone":
      return bury(
        delivery,
        `${delivery.edits === null ? "gone" : NOTHING_TO_EDIT}: ${outcome.reason}`,
        now,
      );
    case "refused":
      return afterRefusal(delivery, outcome.reason, sending);
    // The dispatcher of the platform stops; the delivery waits for good credentials.
    case "unauthorized":
      return delivery;
  }
}

/** Why an edit is dead whose message is not there. */
export const NOTHING_TO_EDIT = "nothing to edit";

/** The delivery, never to be sent. */
export const bury = (delivery: Delivery, reason: string, at: Date): Delivery => ({
  ...delivery,
  status: { kind: "dead", at, reason },
});

function afterPart(delivery: Delivery, messageId: string, { now, parts }: Sending): Delivery {
  const sentIds = [...delivery.sentIds, messageId];
  if (sentIds.length < parts) return { ...delivery, sentIds };
  return { ...delivery, sentIds, status: { kind: "sent", at: now } };
}

function afterMove(delivery: Delivery, now: Date): Delivery {
  const tried = { ...delivery, attempts: delivery.attempts + 1 };
  return tried.attempts >= MOST_MOVES
    ? bury(tried, `moved again and again, after ${tried.attempts} attempts`, now)
    : again(tried, "moved", now, now);
}

type Failure = Extract<SendOutcome, { kind: "retry" }>;

function afterFailure(
  delivery: Delivery,
  { reason, maybeSent }: Failure,
  { now, random }: Sending,
): Delivery {
  const failures = delivery.attempts + 1;
  if (!maybeSent) {
    const attempts = Math.max(delivery.attempts, Math.min(failures, UNSENT.counted));
    const dueAt = later(now, backoffMs(failures, UNSENT.retries, random));
    return again({ ...delivery, attempts }, reason, dueAt, now);
  }
  const tried = { ...delivery, attempts: failures };
  const doubt = `${reason} (it may have arrived)`;
  if (failures >= DOUBTFUL.most) return bury(tried, `${doubt}, after ${failures} attempts`, now);
  // Each wait is four times the one before.
  const dueAt = later(now, backoffMs(2 * failures - 1, DOUBTFUL.retries, random));
  return again(tried, doubt, dueAt, now);
}

/** The delivery once more, unless that would come too late. */
const again = (tried: Delivery, reason: string, dueAt: Date, now: Date): Delivery =>
  dueAt >= tried.expiresAt
    ? bury(tried, `${reason}, and no time is left`, now)
    : { ...tried, dueAt };

/**
 * Simple parts do not begin where rich ones did, so a message of which words were sent is not begun anew,
 * nor is one edited in another style than it has. A picture before the words holds none back.
 */
function afterRefusal(
  delivery: Delivery,
  reason: string,
  { now, pictures }: Pick<Sending, "now" | "pictures">,
): Delivery {
  const attempts = delivery.attempts + 1;
  const isBegun = delivery.sentIds.length > pictures || delivery.edits !== null;
  if (delivery.style === "rich" && !isBegun)
    return { ...delivery, attempts, style: "simple", sentIds: [], dueAt: now };
  const begun = delivery.sentIds.length === 0 ? "" : `, after ${delivery.sentIds.length} parts`;
  return bury({ ...delivery, attempts }, `refused${begun}: ${reason}`, now);
}

/** The last instant that a date can hold, for platforms that ask for more than time has. */
const LAST_MS = 8_640_000_000_000_000;

const later = (now: Date, ms: number): Date =>
  new Date(Math.min(now.getTime() + Math.max(0, ms), LAST_MS));
