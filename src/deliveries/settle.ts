import { backoffMs, type Random } from "../lib/backoff.ts";
import type { SendOutcome } from "../platform/outcome.ts";
import type { Delivery } from "./delivery.ts";

const MOST_ATTEMPTS = 8;
const RETRIES = { firstMs: 2_000, longestMs: 15 * 60_000 };

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
      return again({ ...delivery, to: outcome.to }, "moved again and again", 0, now);
    case "retry": {
      const ms = backoffMs(delivery.attempts + 1, RETRIES, sending.random);
      const doubt = outcome.maybeSent ? " (it may have arrived)" : "";
      return again(delivery, `${outcome.reason}${doubt}`, ms, now);
    }
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

/** Tries once more, unless that was tried often or would come too late. */
function again(delivery: Delivery, reason: string, inMs: number, now: Date): Delivery {
  const tried = { ...delivery, attempts: delivery.attempts + 1 };
  if (tried.attempts >= MOST_ATTEMPTS)
    return bury(tried, `${reason}, after ${tried.attempts} attempts`, now);
  const dueAt = later(now, inMs);
  if (dueAt >= delivery.expiresAt) return bury(tried, `${reason}, and no time is left`, now);
  return { ...tried, dueAt };
}

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
