import type { Address } from "../platform/address.ts";
import type { SendOutcome } from "../platform/outcome.ts";
import type { DeliveryStores } from "./delivery-stores.ts";
import type { Delivery } from "./delivery.ts";
import { type Notice, noticeOfEnding } from "./owner-notice.ts";
import type { Subscription } from "./subscription.ts";

/**
 * Draws what an outcome means beyond its own delivery, within the transaction that settles it: a chat that
 * moved takes all with it, and where we may no longer write everything ends. Gives the subscriptions that
 * ended by it.
 */
export async function drawConsequences(
  stores: DeliveryStores,
  { to, edits }: Delivery,
  outcome: SendOutcome,
  now: Date,
): Promise<readonly Subscription[]> {
  if (outcome.kind === "moved") await moveAll(stores, to, outcome.to);
  // Only the message is gone when an edit says so.
  if (outcome.kind !== "gone" || edits !== null) return [];
  await stores.outbox.withdraw(to, now, `gone: ${outcome.reason}`);
  return stores.subscriptions.end(to, now, outcome.reason);
}

/** Gives all that belongs to a channel to the channel that it became. */
export async function moveAll(stores: DeliveryStores, from: Address, to: Address): Promise<void> {
  if (from.platform === to.platform && from.channel === to.channel) return;
  await stores.chats.move(from, to);
  await stores.subscriptions.move(from, to);
  await stores.outbox.move(from, to);
}

/** Where somebody is told something in private: {@link Subscription.owner} to an address, if there is one. */
export type PrivateChatOf = (owner: string) => Promise<Address | null>;

/** Private chats of owners: {@link Subscription.owner} to an address, null where there is none. */
export type PrivateChats = ReadonlyMap<string, Address | null>;

/** What the owners of ended subscriptions are told, each once, unless it would go where nothing can. */
export function noticesOfEndings(
  ended: readonly Subscription[],
  privateChats: PrivateChats,
  now: Date,
): readonly Notice[] {
  const notices = new Map<string, Notice>();
  for (const subscription of ended) {
    const { owner, address } = subscription;
    if (owner === null || notices.has(owner)) continue;
    const to = privateChats.get(owner) ?? null;
    if (to === null || to.channel === address.channel) continue;
    notices.set(owner, noticeOfEnding(subscription, to, now));
  }
  return [...notices.values()];
}
