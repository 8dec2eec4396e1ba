import type { Digest } from "../digest/digest.ts";
import { composeAlert, composeCorrected } from "../messages/alerts/compose-alert.ts";
import { composeCorrection } from "../messages/alerts/compose-correction.ts";
import type { Names } from "../messages/digest/wording.ts";
import type { Owing } from "./briefing-desk.ts";
import { wantedAlerts } from "./decide.ts";
import type { Delivery, DeliveryId, OutgoingMessage, OwedDelivery } from "./delivery.ts";
import type { DeliveryStores } from "./delivery-stores.ts";
import { deliveryIdOf, outgoing, tellingIdOf } from "./identify.ts";
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
/** An alert that is just being sent arrives first, so that the correction follows it. */
const AFTER_WAITING_MS = 120_000;

/**
 * Takes an alert back wherever it was told, to paused chats, too: its message is edited, and a short
 * correction follows. What waits to be sent is not sent. After a crash it begins anew; what is owed already is not owed again.
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
  const { outbox, occasions } = stores;
  const deliveries = await outbox.telling(told.wrong.id, after, CHUNK);
  const reached = deliveries.filter(
    ({ edits, status }) => edits === null && (status.kind === "due" || status.kind === "sent"),
  );
  const unsent = await outbox.withdrawEach(
    reached.filter((one) => tellsAlone(one, told)).map(({ id }) => id),
    { at: now, reason: "taken back before it was sent", untouched: true },
  );
  const owings: Owing[] = [];
  for (const delivery of reached) {
    const reader = await readerOf(stores, delivery, told);
    if (reader === null) continue;
    if (unsent.has(delivery.id)) owings.push(...whatRemains(delivery, reader, told, now));
    else owings.push(...correctionsFor(delivery, reader, told, now));
  }
  const messages = new Map(owings.map(({ message }) => [message.id, message]));
  const owed = owings.map((each) => each.owed);
  await outbox.add([...messages.values()], owed);
  const isLast = deliveries.length < CHUNK;
  if (isLast) await occasions.advance(told.occasion.id, null, true);
  return { last: isLast ? null : (deliveries.at(-1)?.id ?? null), owed: owed.length };
}

/** Whose delivery it was or, since that ended, another subscription of the address, which read it, too. */
async function readerOf(
  { subscriptions }: DeliveryStores,
  { subscription: id, to }: Delivery,
  { occasion }: Wrong,
): Promise<Subscription | null> {
  const own = id === null ? null : await subscriptions.find(id);
  if (own !== null && own.status.kind !== "ended") return own;
  const others = await subscriptions.of(to);
  return (
    others.find(({ talks, status }) => talks === occasion.talks && status.kind !== "ended") ?? null
  );
}

/** Whether it is the alert itself, and no message of several that were held back. */
const tellsAlone = ({ id, to }: Delivery, { wrong }: Wrong): boolean =>
  id === tellingIdOf(wrong.id, to);

/** What else a message told that was taken back before anybody saw it. */
function whatRemains(
  delivery: Delivery,
  subscription: Subscription,
  { wrong, before, names, occasion, correction }: Wrong,
  now: Date,
): Owing[] {
  if (wrong.what.kind !== "alert") return [];
  const mistaken = JSON.stringify(correction.alert);
  const others = wrong.what.alerts.filter((alert) => JSON.stringify(alert) !== mistaken);
  const wanted = wantedAlerts(subscription, others, before);
  if ("reason" in wanted) return [];
  const { language, timeZone } = subscription;
  const reader = { language, timeZone };
  const message = outgoing(composeAlert(names, before, wanted.what.alerts, reader));
  const owed: OwedDelivery = {
    id: deliveryIdOf(occasion.id, delivery.id, "rest"),
    kind: "alert",
    messageId: message.id,
    subscription: subscription.id,
    occasion: null,
    to: delivery.to,
    edits: null,
    dueAt: now,
    expiresAt: wrong.expiresAt,
  };
  return [{ message, owed }];
}

function correctionsFor(
  delivery: Delivery,
  subscription: Subscription,
  told: Wrong,
  now: Date,
): Owing[] {
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
  told: Wrong,
): OutgoingMessage | null {
  const { wrong, before, names } = told;
  if (wrong.what.kind !== "alert" || !tellsAlone(delivery, told)) return null;
  const wanted = wantedAlerts(subscription, wrong.what.alerts, before);
  const alerts = "what" in wanted ? wanted.what.alerts : wrong.what.alerts;
  const { language, timeZone } = subscription;
  return outgoing(composeCorrected(names, before, alerts, { language, timeZone }));
}
