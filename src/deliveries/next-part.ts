import type { SendOutcome } from "../platform/outcome.ts";
import type { Delivery } from "./delivery.ts";
import type { DispatchDeps } from "./dispatch-deps.ts";
import type { Parts } from "./delivery-parts.ts";
import { deliveryKey } from "./delivery-key.ts";
import { bury, NOTHING_TO_EDIT } from "./settle.ts";

/** What is to be done about a claimed delivery. */
export type Plan =
  /** The delivery in its style, its parts, and the ids of the messages that they take the place of. */
  | {
      readonly kind: "send";
      readonly delivery: Delivery;
      readonly parts: readonly unknown[];
      readonly edited: readonly string[];
    }
  /** Nothing can be sent, as if the platform had said so. */
  | { readonly kind: "refused"; readonly outcome: SendOutcome }
  /** Nothing: these deliveries are to be written back as they are. */
  | { readonly kind: "drop"; readonly deliveries: readonly Delivery[] };

/** Looks up what a delivery sends, and what it edits. */
export async function planSending(
  { store, clock, log }: DispatchDeps,
  partsOf: (delivery: Delivery) => Promise<Parts>,
  delivery: Delivery,
): Promise<Plan> {
  const now = clock.now();
  const edited = delivery.edits === null ? null : await store.outbox.find(delivery.edits);
  if (delivery.edits !== null && !isOnScreen(edited))
    return {
      kind: "drop",
      deliveries: withTakenBack(edited, bury(delivery, NOTHING_TO_EDIT, now), now),
    };
  // A platform may refuse to turn a message of one style into one of the other.
  const styled = edited === null ? delivery : { ...delivery, style: edited.style };
  const found = await partsOf(styled);
  switch (found.kind) {
    case "parts": {
      const { parts } = found;
      return { kind: "send", delivery: styled, parts, edited: edited?.sentIds ?? [] };
    }
    case "missing":
      log.error("a delivery has no message", { delivery: delivery.id });
      return { kind: "drop", deliveries: [bury(delivery, "its message is missing", now)] };
    case "unrenderable":
      log.error("a message cannot be rendered", {
        message: delivery.messageId,
        style: styled.style,
        err: found.cause,
      });
      return { kind: "refused", outcome: { kind: "refused", reason: "it cannot be rendered" } };
  }
}

/** What an edit was to replace is not sent after it. */
const withTakenBack = (target: Delivery | null, buried: Delivery, now: Date): readonly Delivery[] =>
  target?.status.kind === "due"
    ? [bury(target, "taken back before it was sent", now), buried]
    : [buried];

const isOnScreen = (delivery: Delivery | null): boolean =>
  delivery !== null && delivery.sentIds.length > 0;

/** Sends the next part of a delivery, or puts it in the place of the one that it edits. A rejection becomes an outcome. */
export async function sendNextPart(
  { adapter, log }: DispatchDeps,
  delivery: Delivery,
  { parts, edited }: Extract<Plan, { kind: "send" }>,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const index = delivery.sentIds.length;
  const part = parts[index];
  const messageId = edited[index];
  try {
    return messageId === undefined
      ? await adapter.send(delivery.to, part, deliveryKey(delivery, index), signal)
      : await adapter.edit(delivery.to, messageId, part, signal);
  } catch (err) {
    log.error("a delivery met a bug", { platform: adapter.platform, delivery: delivery.id, err });
    const reason = err instanceof Error ? err.message : String(err);
    return { kind: "retry", reason: `bug: ${reason}`, maybeSent: true };
  }
}
