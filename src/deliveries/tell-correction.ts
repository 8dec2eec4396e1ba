import type { Digest } from "../digest/digest.ts";
import { composeCorrected } from "../messages/alerts/compose-alert.ts";
import { composeCorrection } from "../messages/alerts/compose-correction.ts";
import type { Names } from "../messages/digest/wording.ts";
import { wantedAlerts } from "./decide.ts";
import type { Delivery, DeliveryId, OutgoingMessage, OwedDelivery } from "./delivery.ts";
import type { DeliveryStores } from "./delivery-stores.ts";
import { deliveryIdOf, outgoing } from "./identify.ts";
import type { Occasion, OccasionKind } from "./occasion.ts";
import type { PlanningDeps } from "./planning.ts";
import type { Subscription } from "./subscription.ts";

/** A correction that is to be told, with the digest of its moment. */
export type CorrectionTold = {
  readonly occasion: Occasion;
  readonly correction: Extract<OccasionKind, { kind: "correction" }>;
  readonly names: Names;
  readonly digest: Digest;
};

const CHUNK = 500;
/** An alert that still waits goes out first, so that the correction follows it. */
const AFTER_WAITING_MS = 120_000;

/**
 * Takes an alert back wherever it was told, to paused chats, too: its message is edited, and a short
 * correction follows. After a crash it begins anew; what is owed already is not owed again.
 */
export async function tellCorrection(
  { store, observe, log }: PlanningDeps,
  told: CorrectionTold,
  now: Date,
): Promise<void> {
  const { occasion, correction } = told;
  const wrong = await store.occasions.find(correction.of);
  const before = wrong === null ? null : await store.archive.find(wrong.digest);
  if (wrong === null || before === null) {
    log.warn("correction without its alert", { talks: occasion.talks });
    await store.occasions.advance(occasion.id, null, true);
    return;
  }
  let after: DeliveryId | null = null;
  for (;;) {
    const page: { readonly last: DeliveryId | null; readonly owed: number } =
      await store.transaction((stores) =>
        correctPage(stores, { ...told, wrong, before }, { after, now }),
      );
    if (page.owed > 0) observe({ kind: "owed", delivery: "correction", count: page.owed });
    if (page.last === null) return;
    after = page.last;
  }
}

type Wrong = CorrectionTold & { readonly wrong: Occasion; readonly before: Digest };
type Page = { readonly after: DeliveryId | null; readonly now: Date };

async function correctPage(
  stores: DeliveryStores,
  told: Wrong,
  { after, now }: Page,
): Promise<{ readonly last: DeliveryId | null; readonly owed: number }> {
  const { outbox, occasions, subscriptions } = stores;
  const deliveries = await outbox.telling(told.wrong.id, after, CHUNK);
  const messages = new Map<string, OutgoingMessage>();
  const owed: OwedDelivery[] = [];
  for (const delivery of deliveries) {
    const { status, subscription: id, edits } = delivery;
    if (edits !== null || id === null || status.kind === "dead" || status.kind === "expired")
      continue;
    const subscription = await subscriptions.find(id);
    if (subscription === null || subscription.status.kind === "ended") continue;
    for (const { message, owed: one } of correctionsFor(delivery, subscription, told, now)) {
      messages.set(message.id, message);
      owed.push(one);
    }
  }
  await outbox.add([...messages.values()], owed);
  const isLast = deliveries.length < CHUNK;
  if (isLast) await occasions.advance(told.occasion.id, null, true);
  return { last: isLast ? null : (deliveries.at(-1)?.id ?? null), owed: owed.length };
}

type Correction = { readonly message: OutgoingMessage; readonly owed: OwedDelivery };

function correctionsFor(
  delivery: Delivery,
  subscription: Subscription,
  told: Wrong,
  now: Date,
): Correction[] {
  const { occasion, correction, names, digest, wrong } = told;
  const { language, timeZone } = subscription;
  const isSent = delivery.status.kind === "sent";
  const what = { alert: correction.alert, at: wrong.at };
  const message = outgoing(composeCorrection(names, digest, what, { language, timeZone }));
  const base = {
    kind: "correction",
    subscription: subscription.id,
    occasion: occasion.id,
    to: delivery.to,
    expiresAt: occasion.expiresAt,
  } as const;
  const follow: OwedDelivery = {
    ...base,
    id: deliveryIdOf(occasion.id, delivery.id),
    messageId: message.id,
    edits: null,
    dueAt: isSent ? now : new Date(now.getTime() + AFTER_WAITING_MS),
  };
  const edited = isSent ? editedAlert(delivery, subscription, told) : null;
  if (edited === null) return [{ message, owed: follow }];
  const edit: OwedDelivery = {
    ...base,
    id: deliveryIdOf(occasion.id, delivery.id, "edit"),
    messageId: edited.id,
    edits: delivery.id,
    dueAt: now,
  };
  return [
    { message: edited, owed: edit },
    { message, owed: follow },
  ];
}

/** The alert with a note on it; null where it went out within a message of several. */
function editedAlert(
  delivery: Delivery,
  subscription: Subscription,
  { wrong, before, names }: Wrong,
): OutgoingMessage | null {
  if (wrong.what.kind !== "alert" || delivery.id !== deliveryIdOf(wrong.id, subscription.id))
    return null;
  const wanted = wantedAlerts(subscription, wrong.what.alerts, before);
  const alerts = "what" in wanted ? wanted.what.alerts : wrong.what.alerts;
  const { language, timeZone } = subscription;
  return outgoing(composeCorrected(names, before, alerts, { language, timeZone }));
}
