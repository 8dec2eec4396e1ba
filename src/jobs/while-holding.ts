import type { HeldLease, LeaseKeeper } from "./lease-keeper.ts";

/** What working under a lease takes. */
export type HoldingDeps = {
  readonly keeper: LeaseKeeper;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Hears each time that another node has the lease. */
  readonly onWaiting?: () => void;
};

const TRY_EVERY_MS = 2_000;

/**
 * Does on one node what only one may do: waits for the lease, works until the lease is lost or the signal
 * aborts, and waits for it again. Ends when the signal aborts or the work ends by itself.
 */
export async function whileHolding(
  { keeper, sleep, onWaiting }: HoldingDeps,
  name: string,
  signal: AbortSignal,
  work: (held: HeldLease, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    const [held] = await takeSafely(keeper, name);
    if (held === undefined) {
      onWaiting?.();
      await sleep(TRY_EVERY_MS, signal);
      continue;
    }
    try {
      await work(held, AbortSignal.any([signal, held.signal]));
    } finally {
      await keeper.giveBack([held]);
    }
    if (!held.signal.aborted) return;
  }
}

/** Does a piece of work in its turn among the nodes, waiting for others; not at all once the signal aborts. */
export async function inTurnOfNodes(
  { keeper, sleep }: HoldingDeps,
  name: string,
  signal: AbortSignal,
  work: (held: HeldLease) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    const [held] = await keeper.take([name]);
    if (held === undefined) {
      await sleep(SHORT_WAIT_MS, signal);
      continue;
    }
    try {
      await work(held);
    } finally {
      await keeper.giveBack([held]);
    }
    return;
  }
}

const SHORT_WAIT_MS = 150;

/** While the store is away nobody gets anything; the keeper's own renewals log why. */
async function takeSafely(keeper: LeaseKeeper, name: string): Promise<readonly HeldLease[]> {
  try {
    return await keeper.take([name]);
  } catch {
    return [];
  }
}
