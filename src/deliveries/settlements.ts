import type { Address } from "../platform/address.ts";
import type { SendOutcome } from "../platform/outcome.ts";
import { drawConsequences, noticesOfEndings } from "./consequences.ts";
import type { Delivery } from "./delivery.ts";
import type { DispatchDeps } from "./dispatch-deps.ts";
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
export function createSettlements(deps: DispatchDeps, signal: AbortSignal): Settlements {
  let waiting: Waiting[] = [];
  let writing = false;

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await persist(deps, batch, signal);
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

async function persist(
  deps: DispatchDeps,
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

async function writeBatch(deps: DispatchDeps, batch: readonly Settlement[]): Promise<void> {
  const now = deps.clock.now();
  const ended = await deps.store.transaction((stores) => writeWithin(stores, batch, now));
  if (ended.length === 0) return;
  const { platform } = deps.adapter;
  deps.observe({ kind: "subscriptions-ended", platform, count: ended.length });
  await tellOwners(deps, ended, now);
}

async function writeWithin(
  stores: DeliveryStores,
  batch: readonly Settlement[],
  now: Date,
): Promise<readonly Subscription[]> {
  const settled = batch.filter((one) => one.kind === "settle");
  const ended: Subscription[] = [];
  await stores.outbox.settle(settled.map(({ delivery }) => delivery));
  for (const one of batch)
    if (one.kind === "renew") await stores.outbox.renew([one.delivery], one.leaseEnds);
  for (const { delivery, outcome, at } of settled)
    if (outcome !== null)
      ended.push(...(await drawConsequences(stores, { ...delivery, to: at }, outcome, now)));
  return ended;
}

/** Not worth a settlement that is written already: a failure is logged, and nobody is told. */
async function tellOwners(
  { store, log, privateChatOf }: DispatchDeps,
  ended: readonly Subscription[],
  now: Date,
): Promise<void> {
  if (privateChatOf === undefined) return;
  try {
    const notices = await noticesOfEndings(ended, privateChatOf, now);
    await store.outbox.add(
      notices.map(({ message }) => message),
      notices.map(({ owed }) => owed),
    );
  } catch (err) {
    log.warn("the owners of subscriptions that ended were not told", { count: ended.length, err });
  }
}
