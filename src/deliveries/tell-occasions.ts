import type { Digest } from "../digest/digest.ts";
import type { Names } from "../messages/digest/wording.ts";
import { type ComposeOccasion, createComposer } from "./compose-occasion.ts";
import { decide, type SkipReason } from "./decide.ts";
import type { DeliveryId, DeliveryKind, OutgoingMessage, OwedDelivery } from "./delivery.ts";
import type { DeliveryStores } from "./delivery-stores.ts";
import { tellingIdOf } from "./identify.ts";
import type { FanOut, Occasion, OccasionKind } from "./occasion.ts";
import { namesOf, type PlanningDeps } from "./planning.ts";
import type { Subscription, SubscriptionId } from "./subscription.ts";
import { tellCorrection } from "./tell-correction.ts";

/** Subscriptions that are dealt with in one transaction. */
const CHUNK = 1_000;

/**
 * Turns occasions into deliveries, subscription by subscription; an address is told once, as the first of
 * its subscriptions wants it. Deliveries, what is held back, and how
 * far telling has got are written together, so that a crash neither loses nor repeats anything.
 */
export async function tellOccasions(deps: PlanningDeps, now: Date): Promise<void> {
  for (const fanOut of await deps.store.occasions.unfinished()) await tell(deps, fanOut, now);
}

async function tell(deps: PlanningDeps, { occasion, after }: FanOut, now: Date): Promise<void> {
  const { store, observe, log } = deps;
  const { id, what, talks } = occasion;
  const names = namesOf(deps, talks);
  const digest = await store.archive.find(occasion.digest);
  if (names === null || digest === null || occasion.expiresAt <= now) {
    log.warn("occasion dropped", { talks, what: what.kind, followed: names !== null });
    await store.occasions.advance(id, after, true);
    return;
  }
  if (what.kind === "correction") {
    await tellCorrection(deps, { occasion, correction: what, names, digest }, now);
    return;
  }
  const telling: Telling = { occasion, names, digest, compose: createComposer({ names, digest }) };
  let last = after;
  for (;;) {
    const chunk = await store.transaction((stores) => tellChunk(stores, telling, { last, now }));
    report(chunk, what, observe);
    if (chunk.isDone) return;
    last = chunk.last;
  }
}

type Telling = {
  readonly occasion: Occasion;
  readonly names: Names;
  readonly digest: Digest;
  readonly compose: ComposeOccasion;
};

type Chunk = {
  readonly last: SubscriptionId | null;
  readonly isDone: boolean;
  readonly owed: number;
  readonly held: number;
  readonly skipped: readonly SkipReason[];
};

async function tellChunk(
  { subscriptions, occasions, outbox }: DeliveryStores,
  { occasion, digest, compose }: Telling,
  { last, now }: { readonly last: SubscriptionId | null; readonly now: Date },
): Promise<Chunk> {
  const followers = await subscriptions.following(occasion.talks, last, CHUNK);
  const messages = new Map<string, OutgoingMessage>();
  const owed = new Map<DeliveryId, OwedDelivery>();
  const held: Subscription[] = [];
  const skipped: SkipReason[] = [];
  for (const subscription of followers) {
    const decision = decide(subscription, { occasion, digest }, now);
    if (decision.kind === "skip") skipped.push(decision.reason);
    else if (decision.kind === "hold") held.push(heldUntil(subscription, decision.until));
    else {
      const message = compose(decision.what, subscription);
      if (message === null) continue;
      const one = owe(occasion, subscription, { message, dueAt: decision.dueAt });
      if (owed.has(one.id)) continue;
      messages.set(message.id, message);
      owed.set(one.id, one);
    }
  }
  const isDone = followers.length < CHUNK;
  const reached = followers.at(-1)?.id ?? last;
  const added = await outbox.add([...messages.values()], [...owed.values()]);
  await occasions.hold(
    occasion.id,
    held.map(({ id }) => id),
  );
  await subscriptions.advanceAll(held);
  await occasions.advance(occasion.id, reached, isDone);
  return { last: reached, isDone, owed: added, held: held.length, skipped };
}

const heldUntil = (subscription: Subscription, until: Date): Subscription => {
  const { releaseAt } = subscription;
  return {
    ...subscription,
    releaseAt: releaseAt !== null && releaseAt < until ? releaseAt : until,
  };
};

const DELIVERED_AS: Readonly<Record<OccasionKind["kind"], DeliveryKind>> = {
  alert: "alert",
  "round-moment": "round",
  correction: "correction",
  broadcast: "broadcast",
};

const owe = (
  { id, what, expiresAt }: Occasion,
  subscription: Subscription,
  { message, dueAt }: { readonly message: OutgoingMessage; readonly dueAt: Date },
): OwedDelivery => ({
  id: tellingIdOf(id, subscription.address),
  kind: DELIVERED_AS[what.kind],
  messageId: message.id,
  subscription: subscription.id,
  occasion: id,
  to: subscription.address,
  edits: null,
  dueAt,
  expiresAt: new Date(Math.max(expiresAt.getTime(), dueAt.getTime() + LEAST_WORTH_MS)),
});

const LEAST_WORTH_MS = 3_600_000;

function report(chunk: Chunk, what: OccasionKind, observe: PlanningDeps["observe"]): void {
  const { owed, held, skipped } = chunk;
  if (owed > 0) observe({ kind: "owed", delivery: DELIVERED_AS[what.kind], count: owed });
  if (held > 0) observe({ kind: "held", count: held });
  for (const [reason, alike] of Map.groupBy(skipped, (each) => each))
    observe({ kind: "skipped", reason, count: alike.length });
}
