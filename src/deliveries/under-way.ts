import type { Clock } from "../lib/clock.ts";
import type { Delivery, DeliveryId } from "./delivery.ts";
import type { Leased } from "./outbox.ts";

/** The deliveries that a dispatcher has claimed and works on, each with its lease. */
export type UnderWay = {
  size(): number;
  /** How many of them have not had their turn among all chats. */
  queued(): number;
  /** Hears that a delivery had its turn, or waits for its own chat alone. */
  hadTurn(delivery: Delivery): void;
  /** As it stands now. */
  find(id: DeliveryId): Leased | null;
  /** Those whose leases end sooner than so many milliseconds from now. */
  endingWithin(ms: number): readonly Leased[];
  /** Whether a lease surely has time left, by every clock that there is. */
  isHeld(id: DeliveryId): boolean;
  /** Hears how a delivery stands. */
  note(delivery: Delivery): void;
  /** Hears which leases the store has extended until an instant; what it did not is no longer held. */
  renewed(asked: readonly DeliveryId[], kept: ReadonlySet<DeliveryId>, leaseEnds: Date): void;
  /** Hears that the clock was set back, and all leases with it. */
  turnBack(byMs: number): void;
  /** Does work on a delivery while it is under way. */
  during(leased: Leased, work: () => Promise<void>): Promise<void>;
  /** Resolves once nothing is under way. */
  untilEmpty(): Promise<void>;
};

/** The clock of another node may be ahead by so much, and it may claim sooner by as much. */
const UNSURE_MS = 5_000;

/** `untilMs` is when the lease ends on the clock that never goes back; a lease that was lost has none. */
type Entry = { leased: Leased; untilMs: number };

/** What a register tells the time by. */
export type UnderWayDeps = { readonly clock: Clock; readonly monotonicMs: () => number };

/** A register with nothing in it. */
export function createUnderWay(deps: UnderWayDeps): UnderWay {
  const all = new Map<DeliveryId, Entry>();
  const queued = new Set<DeliveryId>();
  const waiting: (() => void)[] = [];
  return {
    ...createLeaseBook(deps, all),
    size: () => all.size,
    queued: () => queued.size,
    hadTurn: ({ id }) => void queued.delete(id),
    note(delivery) {
      const entry = all.get(delivery.id);
      if (entry !== undefined) entry.leased = { ...entry.leased, delivery };
    },
    async during(leased, work) {
      const { id } = leased.delivery;
      all.set(id, entryOf(deps, leased));
      queued.add(id);
      await work();
      all.delete(id);
      queued.delete(id);
      if (all.size === 0) for (const resolve of waiting.splice(0)) resolve();
    },
    untilEmpty: () =>
      all.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)),
  };
}

const createLeaseBook = (
  deps: UnderWayDeps,
  all: Map<DeliveryId, Entry>,
): Pick<UnderWay, "find" | "endingWithin" | "isHeld" | "renewed" | "turnBack"> => ({
  find: (id) => all.get(id)?.leased ?? null,
  endingWithin: (ms) =>
    [...all.values()].filter((entry) => leftMs(deps, entry) < ms).map(({ leased }) => leased),
  isHeld: (id) => {
    const entry = all.get(id);
    return entry !== undefined && leftMs(deps, entry) > UNSURE_MS;
  },
  renewed(asked, kept, leaseEnds) {
    for (const id of asked) {
      const entry = all.get(id);
      if (entry === undefined) continue;
      if (kept.has(id)) all.set(id, entryOf(deps, { ...entry.leased, leaseEnds }));
      else entry.untilMs = -Infinity;
    }
  },
  turnBack(byMs) {
    for (const entry of all.values()) {
      const leaseEnds = new Date(entry.leased.leaseEnds.getTime() - byMs);
      entry.leased = { ...entry.leased, leaseEnds };
    }
  },
});

/** By whichever clock it ends first: one stands still while a machine sleeps, the other may be set back. */
const leftMs = ({ clock, monotonicMs }: UnderWayDeps, { leased, untilMs }: Entry): number =>
  Math.min(leased.leaseEnds.getTime() - clock.now().getTime(), untilMs - monotonicMs());

function entryOf({ clock, monotonicMs }: UnderWayDeps, leased: Leased): Entry {
  const ms = leased.leaseEnds.getTime() - clock.now().getTime();
  return { leased, untilMs: monotonicMs() + ms };
}
