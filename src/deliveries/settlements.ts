import type { Address } from "../platform/address.ts";
import type { SendOutcome } from "../platform/outcome.ts";
import {
  drawConsequences,
  noticesOfEndings,
  type PrivateChatOf,
  type PrivateChats,
} from "./consequences.ts";
import type { Delivery, DeliveryId } from "./delivery.ts";
import type { DispatchDeps } from "./dispatch-deps.ts";
import type { Leased } from "./outbox.ts";
import type { UnderWay } from "./under-way.ts";
import type { DeliveryStores } from "./delivery-stores.ts";
import type { Subscription } from "./subscription.ts";

/** What is to be written of a delivery. */
export type Settlement =
  /** It ends its lease; `outcome` when a send led to it, to the address `at`. */
  | {
      readonly kind: "settle";
      readonly delivery: Delivery;
      readonly outcome: SendOutcome | null;
      readonly at: Address;
    }
  /** It stays leased. */
  | { readonly kind: "renew"; readonly delivery: Delivery; readonly leaseEnds: Date };

/** Writes settlements, those of one moment together. */
export type Settlements = { write(settlement: Settlement): Promise<void> };

type Waiting = { readonly settlement: Settlement; readonly done: () => void };

const RETRY_MS = 1_000;

/**
 * Collects what one turn of the event loop brings and writes it in one transaction. While the store
 * fails, all of it is kept and tried again, until `signal` aborts: nothing new is claimed meanwhile, since
 * who waits for a write still holds its place.
 */
export function createSettlements(
  deps: DispatchDeps,
  underWay: UnderWay,
  signal: AbortSignal,
): Settlements {
  let waiting: Waiting[] = [];
  let writing = false;

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await persist({ ...deps, underWay }, batch, signal);
      for (const { done } of batch) done();
    }
    writing = false;
  };

  return {
    write: (settlement) =>
      new Promise((done) => {
        waiting.push({ settlement, done });
        if (writing) return;
        writing = true;
        setImmediate(() => void writeAll());
      }),
  };
}

type WritingDeps = DispatchDeps & { readonly underWay: UnderWay };

async function persist(
  deps: WritingDeps,
  batch: readonly Waiting[],
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    try {
      await writeBatch(
        deps,
        batch.map(({ settlement }) => settlement),
      );
      return;
    } catch (err) {
      deps.log.error("what was sent could not be written down", { count: batch.length, err });
      if (signal.aborted) return;
      await deps.sleep(RETRY_MS, signal);
    }
  }
}

async function writeBatch(deps: WritingDeps, batch: readonly Settlement[]): Promise<void> {
  const chats = await ownersChats(deps, batch);
  const now = deps.clock.now();
  const { ended, renewals } = await deps.store.transaction((stores) =>
    writeWithin(stores, batch, { chats, now, underWay: deps.underWay }),
  );
  for (const { id, kept, leaseEnds } of renewals) deps.underWay.renewed([id], kept, leaseEnds);
  if (ended === 0) return;
  const { platform } = deps.adapter;
  deps.observe({ kind: "subscriptions-ended", platform, count: ended });
}

type Writing = {
  readonly chats: PrivateChats;
  readonly now: Date;
  readonly underWay: UnderWay;
};

type Renewal = {
  readonly id: DeliveryId;
  readonly kept: ReadonlySet<DeliveryId>;
  readonly leaseEnds: Date;
};

/** Gives how many subscriptions ended, and what became of the leases that were to go on. */
async function writeWithin(
  stores: DeliveryStores,
  batch: readonly Settlement[],
  { chats, now, underWay }: Writing,
): Promise<{ readonly ended: number; readonly renewals: readonly Renewal[] }> {
  const settled = batch.filter((one) => one.kind === "settle");
  const ended: Subscription[] = [];
  await stores.outbox.settle(
    settled.map(({ delivery }) => delivery),
    leasesOf(underWay, settled),
  );
  const renewals: Renewal[] = [];
  for (const one of batch)
    if (one.kind === "renew") renewals.push(await renew(stores, underWay, one));
  for (const { delivery, outcome, at } of settled)
    if (outcome !== null)
      ended.push(...(await drawConsequences(stores, { ...delivery, to: at }, outcome, now)));
  const notices = noticesOfEndings(ended, chats, now);
  if (notices.length > 0)
    await stores.outbox.add(
      notices.map(({ message }) => message),
      notices.map(({ owed }) => owed),
    );
  return { ended: ended.length, renewals };
}

const leasesOf = (
  underWay: UnderWay,
  settled: readonly Settlement[],
): ReadonlyMap<DeliveryId, Date> =>
  new Map(
    settled.flatMap(({ delivery: { id } }) => {
      const leased = underWay.find(id);
      return leased === null ? [] : [[id, leased.leaseEnds] as const];
    }),
  );

async function renew(
  { outbox }: DeliveryStores,
  underWay: UnderWay,
  { delivery, leaseEnds }: Extract<Settlement, { kind: "renew" }>,
): Promise<Renewal> {
  const held = underWay.find(delivery.id);
  const leased: readonly Leased[] = held === null ? [] : [{ ...held, delivery }];
  return { id: delivery.id, kept: await outbox.renew(leased, leaseEnds), leaseEnds };
}

/**
 * Where the owners of what is about to end are told, asked before the transaction, which cannot wait for
 * a platform. An owner who cannot be found is not worth a settlement: the failure is logged.
 */
async function ownersChats(
  deps: DispatchDeps,
  batch: readonly Settlement[],
): Promise<PrivateChats> {
  const chats = new Map<string, Address | null>();
  const { privateChatOf, store } = deps;
  if (privateChatOf === undefined) return chats;
  for (const one of batch) {
    if (one.kind !== "settle" || one.outcome?.kind !== "gone" || one.delivery.edits !== null)
      continue;
    for (const { owner } of await store.subscriptions.within(one.at))
      if (owner !== null && !chats.has(owner))
        chats.set(owner, await ownersChat(deps, privateChatOf, owner));
  }
  return chats;
}

async function ownersChat(
  { log, adapter }: DispatchDeps,
  privateChatOf: PrivateChatOf,
  owner: string,
): Promise<Address | null> {
  try {
    return await privateChatOf(owner);
  } catch (err) {
    log.warn("the owner of a subscription cannot be told", { platform: adapter.platform, err });
    return null;
  }
}
