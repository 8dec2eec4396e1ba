import { decide } from "./decide.ts";
import type { DeliveryStores } from "./delivery-stores.ts";
import type { Delivery } from "./delivery.ts";
import type { Subscription } from "./subscription.ts";

/**
 * Takes back what waits on behalf of subscriptions that end or rest; a pause lets corrections through.
 * What tells of an occasion that another subscription of the same address wants, too, goes out on behalf
 * of that one, since an address is told an occasion once. Part of the transaction that ends them.
 */
export async function withdrawOwed(
  stores: DeliveryStores,
  idle: readonly Subscription[],
  why: "ended" | "paused",
  now: Date,
): Promise<void> {
  const { outbox, subscriptions } = stores;
  const gone = new Set(idle.map(({ id }) => id));
  const reason = `the subscription was ${why}`;
  for (const subscription of idle) {
    const waiting = (await outbox.waitingFor(subscription)).filter(
      ({ kind }) => why === "ended" || kind !== "correction",
    );
    if (waiting.length === 0) continue;
    const all = await subscriptions.of(subscription.address);
    const others = all.filter(({ id }) => !gone.has(id));
    const unwanted: Delivery[] = [];
    for (const delivery of waiting) {
      const heir = await heirOf(stores, delivery, others, now);
      if (heir === undefined) unwanted.push(delivery);
      else await outbox.handOver(delivery.id, heir.id);
    }
    const ids = unwanted.map(({ id }) => id);
    await outbox.withdrawEach(ids, { at: now, reason, untouched: false });
  }
}

async function heirOf(
  { occasions, archive }: DeliveryStores,
  delivery: Delivery,
  others: readonly Subscription[],
  now: Date,
): Promise<Subscription | undefined> {
  if (delivery.occasion === null || others.length === 0) return undefined;
  const occasion = await occasions.find(delivery.occasion);
  const digest = occasion === null ? null : await archive.find(occasion.digest);
  if (occasion === null || digest === null) return undefined;
  return others.find(
    (other) =>
      other.talks === occasion.talks && decide(other, { occasion, digest }, now).kind === "send",
  );
}
