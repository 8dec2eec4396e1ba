import type { Clock } from "../lib/clock.ts";
import { type Lease, LeaseLost, type Leases } from "../lib/lease.ts";
import type { Log } from "../lib/log.ts";

/** A lease that this node took. */
export type HeldLease = {
  readonly name: string;
  /** As the store gave it, with its token. */
  readonly lease: Lease;
  /** Aborts with a {@link LeaseLost} before any other node can get the lease. */
  readonly signal: AbortSignal;
  /** Whether it is held at this moment; after the node stood still, this tells before any timer does. */
  isHeld(): boolean;
};

/** Holds leases for one node: renews them all together, and tells at once when one is lost. */
export type LeaseKeeper = {
  /** The node. */
  readonly holder: string;
  /** Takes those of some leases that are free; gives those. */
  take(names: readonly string[]): Promise<readonly HeldLease[]>;
  /** Gives leases back once what was done under them has ended; never rejects, since they run out anyway. */
  giveBack(held: readonly HeldLease[]): Promise<void>;
  /** All that are held now, in the order of their names. */
  held(): readonly HeldLease[];
  /** Renews until the signal aborts, and gives back what is held then. */
  run(signal: AbortSignal): Promise<void>;
};

/** What holding leases takes. */
export type LeaseKeeperDeps = {
  readonly leases: Leases;
  /** Names the node, and this run of it: no other has, or had, the same. */
  readonly holder: string;
  readonly clock: Clock;
  /** Milliseconds that never go back, whatever becomes of the clock. */
  readonly monotonicMs: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
};

/** How long a node that ended keeps others from its work, at most. */
export const LEASE_TERM_MS = 12_000;
const RENEW_EVERY_MS = 3_000;
/** Work has this long to stop before another node may begin it. */
const MARGIN_MS = 2_000;
const LOOK_EVERY_MS = 250;

type Entry = {
  lease: Lease;
  /** Until when it is surely held, by the clock that never goes back, and by the one that goes on while a machine sleeps. */
  untilMs: number;
  until: number;
  readonly lost: AbortController;
};

/** A keeper that holds nothing yet. */
export function createLeaseKeeper(deps: LeaseKeeperDeps): LeaseKeeper {
  const { leases, holder, log } = deps;
  const book = createBook(deps);

  const giveBack = async (held: readonly HeldLease[]): Promise<void> => {
    for (const { lease } of held) book.strike(lease);
    if (held.length === 0) return;
    try {
      await leases.release(held.map(({ lease }) => lease));
    } catch (error) {
      log.warn("leases not given back; they run out soon", { count: held.length, err: error });
    }
  };

  return {
    holder,
    giveBack,
    held: () => book.held().map((entry) => book.handleOf(entry)),
    async take(names) {
      if (names.length === 0) return [];
      const end = endOfTerm(deps);
      const got = await leases.acquire(names, { holder, ms: LEASE_TERM_MS });
      return got.map((lease) => book.handleOf(book.enter({ lease, ...end })));
    },
    async run(signal) {
      const renewing = again(deps, RENEW_EVERY_MS, signal, () => renewAll(deps, book));
      const looking = again(deps, LOOK_EVERY_MS, signal, () => Promise.resolve(void book.held()));
      await Promise.all([renewing, looking]);
      await giveBack(book.held().map((entry) => book.handleOf(entry)));
    },
  };
}

/** What a node holds, as far as it knows. */
type Book = {
  /** In the order of their names; finds out which have run out meanwhile. */
  held(): readonly Entry[];
  enter(entry: Omit<Entry, "lost">): Entry;
  lose(entry: Entry): void;
  /** Forgets a lease that is given back. */
  strike(lease: Lease): void;
  handleOf(entry: Entry): HeldLease;
};

function createBook({ holder, log, monotonicMs, clock }: LeaseKeeperDeps): Book {
  const entries = new Map<string, Entry>();
  const noteLost = createLossLog(log, holder);
  const lose = (entry: Entry): void => {
    const { name } = entry.lease;
    if (entries.get(name) === entry) entries.delete(name);
    if (entry.lost.signal.aborted) return;
    noteLost(name);
    entry.lost.abort(new LeaseLost(name));
  };
  const isHeld = (entry: Entry): boolean => {
    if (entry.lost.signal.aborted) return false;
    if (monotonicMs() < entry.untilMs && clock.now().getTime() < entry.until) return true;
    lose(entry);
    return false;
  };

  return {
    lose,
    held: () => [...entries.values()].filter(isHeld).toSorted(byName),
    enter(taken) {
      const before = entries.get(taken.lease.name);
      if (before !== undefined) lose(before);
      const entry: Entry = { ...taken, lost: new AbortController() };
      entries.set(taken.lease.name, entry);
      return entry;
    },
    strike({ name, token }) {
      if (entries.get(name)?.lease.token === token) entries.delete(name);
    },
    handleOf: (entry) => ({
      name: entry.lease.name,
      lease: entry.lease,
      signal: entry.lost.signal,
      isHeld: () => isHeld(entry),
    }),
  };
}

/** Losses of one moment are told together. */
function createLossLog(log: Log, holder: string): (name: string) => void {
  const lost: string[] = [];
  return (name) => {
    if (lost.push(name) > 1) return;
    setImmediate(() => {
      const names = lost.splice(0);
      log.warn("leases lost", { node: holder, count: names.length, first: names.slice(0, 5) });
    });
  };
}

const byName = (a: Entry, b: Entry): number => (a.lease.name < b.lease.name ? -1 : 1);

async function renewAll(deps: LeaseKeeperDeps, book: Book): Promise<void> {
  const all = book.held();
  if (all.length === 0) return;
  const end = endOfTerm(deps);
  const kept = await deps.leases.renew(
    all.map(({ lease }) => lease),
    LEASE_TERM_MS,
  );
  const names = new Set(kept.map(({ name }) => name));
  for (const entry of all)
    if (names.has(entry.lease.name)) Object.assign(entry, end);
    else book.lose(entry);
}

/** Counted from before the store is asked, so that it is over here before it is over there. */
const endOfTerm = ({ monotonicMs, clock }: LeaseKeeperDeps) => ({
  untilMs: monotonicMs() + LEASE_TERM_MS - MARGIN_MS,
  until: clock.now().getTime() + LEASE_TERM_MS - MARGIN_MS,
});

async function again(
  { sleep, log }: LeaseKeeperDeps,
  everyMs: number,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    await sleep(everyMs, signal);
    if (signal.aborted) return;
    try {
      await work();
    } catch (error) {
      // The next try comes before they run out, unless the store is away for long: then nobody has them.
      log.warn("leases not renewed", { err: error });
    }
  }
}
