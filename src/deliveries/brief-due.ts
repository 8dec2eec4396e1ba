import type { Digest } from "../digest/digest.ts";
import type { Narration } from "../digest/narration.ts";
import {
  type BriefingDesk,
  composeBriefing,
  openDesk,
  type Owing,
  type Standing,
} from "./briefing-desk.ts";
import type { SkipReason } from "./decide.ts";
import type { DeliveryId, OutgoingMessage, OwedDelivery } from "./delivery.ts";
import type { DeliveryStores } from "./delivery-stores.ts";
import { deliveryIdOf } from "./identify.ts";
import { type NarrationFor, narrationsDue } from "./narrate-due.ts";
import type { DigestArchive } from "./occasion.ts";
import { type OccurrenceDue, occurrenceDue } from "./occurrence-due.ts";
import type { PlanningDeps } from "./planning.ts";
import { releaseHeld } from "./release-held.ts";
import type { Subscription } from "./subscription.ts";

/** Subscriptions that are dealt with in one transaction. */
const CHUNK = 1_000;

/**
 * Owes the briefings whose time has come, and releases what quiet hours held back. Of several briefings
 * missed while the program was down the last is sent, within a grace; a subscription moves on in the
 * transaction that owes its briefing.
 */
export async function briefDue(deps: PlanningDeps, now: Date): Promise<void> {
  const { store, observe } = deps;
  if ((await store.subscriptions.due(now, 1)).length === 0) return;
  const desk = await openDesk(deps, now);
  const narrationFor = await narrationsDue(deps, desk, now);
  for (;;) {
    const chunk = await store.transaction((stores) =>
      briefChunk(stores, { desk, narrationFor, now }),
    );
    for (const [kind, alike] of Map.groupBy(chunk.owed, ({ owed }) => owed.kind))
      observe({ kind: "owed", delivery: kind, count: alike.length });
    for (const [reason, alike] of Map.groupBy(chunk.skipped, (each) => each))
      observe({ kind: "skipped", reason, count: alike.length });
    if (chunk.seen < CHUNK) return;
  }
}

/** What one subscription comes to. */
type Step = {
  readonly subscription: Subscription;
  readonly owed: readonly Owing[];
  readonly skipped: readonly SkipReason[];
};

type Chunk = Pick<Run, "desk" | "narrationFor" | "now">;

async function briefChunk(stores: DeliveryStores, chunk: Chunk) {
  const due = await stores.subscriptions.due(chunk.now, CHUNK);
  const run: Run = { ...chunk, keep: keepOnce(stores.archive), told: new Set<DeliveryId>() };
  const steps: Step[] = [];
  for (const subscription of due) steps.push(await briefOne(stores, subscription, run));
  const owed = steps.flatMap((step) => step.owed);
  const messages = new Map(owed.map(({ message }) => [message.id, message]));
  await stores.outbox.add(
    [...messages.values()],
    owed.map((each) => each.owed),
  );
  await moveOn(stores, due, steps);
  return { seen: due.length, owed, skipped: steps.flatMap(({ skipped }) => skipped) };
}

/** Archives digests as they are told, each once. */
function keepOnce(archive: DigestArchive): Run["keep"] {
  const names = new Map<Digest, Map<Narration | null, string>>();
  return async ({ digest }, narration) => {
    const known = names.get(digest) ?? new Map<Narration | null, string>();
    names.set(digest, known);
    const told = narration === null ? digest : { ...digest, narration };
    const name = known.get(narration) ?? (await archive.keep(told));
    known.set(narration, name);
    return name;
  };
}

/** A pause that is over changes more than when a subscription is due. */
async function moveOn(
  { subscriptions }: DeliveryStores,
  due: readonly Subscription[],
  steps: readonly Step[],
): Promise<void> {
  const rested = new Set(due.flatMap(({ id, status }) => (status.kind === "active" ? [] : [id])));
  const moved = steps.map(({ subscription }) => subscription);
  await subscriptions.advanceAll(moved.filter(({ id }) => !rested.has(id)));
  await subscriptions.keepAll(moved.filter(({ id }) => rested.has(id)));
}

type Run = {
  readonly desk: BriefingDesk;
  readonly narrationFor: NarrationFor;
  readonly now: Date;
  /** Archives what is told, once for all of a chunk; gives its name. */
  readonly keep: (standing: Standing, narration: Narration | null) => Promise<string>;
  /** What is released to which address. */
  readonly told: Set<DeliveryId>;
};

async function briefOne(stores: DeliveryStores, found: Subscription, run: Run): Promise<Step> {
  const { desk, narrationFor, now, keep, told } = run;
  const { status } = found;
  const pausedUntil = status.kind === "paused" ? status.until : null;
  const due = occurrenceDue(found, pausedUntil, now);
  const moved: Subscription = {
    ...found,
    status: { kind: "active" },
    nextAt: due.next,
    releaseAt: found.releaseAt !== null && found.releaseAt <= now ? null : found.releaseAt,
  };
  const standing = desk.find(found.talks);
  if (standing === null) return { subscription: moved, owed: [], skipped: ["not-followed"] };
  const released =
    moved.releaseAt === found.releaseAt
      ? NOTHING
      : await releaseHeld(stores, found, { desk, standing, now, told });
  const skipped: SkipReason[] = [...released.skipped, ...(due.missed ? (["missed"] as const) : [])];
  if (due.occurrence === null) return { subscription: moved, owed: released.owed, skipped };
  const { archive } = stores;
  const narration = narrationFor(found);
  const message = await composeBriefing(desk, standing, {
    subscription: found,
    narration,
    archive,
  });
  const owed = [...released.owed, { message, owed: owe(found, message, { due, now }) }];
  const toldDigest = await keep(standing, narration);
  return { subscription: { ...moved, toldDigest }, owed, skipped };
}

const NOTHING = { owed: [], skipped: [] } as const;

/** A briefing that has waited this long to be sent is worth nothing. */
const WORTH_MS = 6 * 3_600_000;

/** Named after the occurrence: one that comes twice, as clocks are set back, is owed once. */
function owe(
  { id, address }: Subscription,
  message: OutgoingMessage,
  { due, now }: { readonly due: OccurrenceDue; readonly now: Date },
): OwedDelivery {
  const worthUntil = now.getTime() + WORTH_MS;
  return {
    id: deliveryIdOf("briefing", id, due.occurrence),
    kind: "briefing",
    messageId: message.id,
    subscription: id,
    occasion: null,
    to: address,
    edits: null,
    dueAt: now,
    expiresAt: new Date(Math.min(worthUntil, due.next?.getTime() ?? worthUntil)),
  };
}
