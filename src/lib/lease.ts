/**
 * The right to do something that one node does at a time, for a while. `token` is greater than that of every
 * earlier lease of the same name, so that what an earlier holder still does can be told from it.
 */
export type Lease = {
  readonly name: string;
  /** The node that has it. */
  readonly holder: string;
  readonly token: number;
  /** When it runs out unless it is renewed, by the database's clock. */
  readonly endsAt: Date;
};

/** Who asks for leases, and for how long, in milliseconds. */
export type LeaseTerm = { readonly holder: string; readonly ms: number };

/**
 * Leases that all nodes share. Time is the database's own, so that nodes need not agree on the hour; a node
 * counts from before it asked, and so never believes in a lease longer than the database does.
 */
export type Leases = {
  /** Takes those of some names that nobody holds, that have run out, or that the holder has already. */
  acquire(names: readonly string[], term: LeaseTerm): Promise<readonly Lease[]>;
  /** Extends those that are still held; a lease that ran out or was taken by another is not among what it gives. */
  renew(leases: readonly Lease[], ms: number): Promise<readonly Lease[]>;
  /** Gives back what is still held; what is not stays as it is. */
  release(leases: readonly Lease[]): Promise<void>;
  /** Whether a lease is held at this moment: asked within a transaction before what only its holder may write. */
  holds(lease: Lease): Promise<boolean>;
  /** All leases that are held, whose names begin so, in the order of their names. */
  held(prefix: string): Promise<readonly Lease[]>;
  /** Forgets leases that ran out at least `ms` milliseconds ago, as those of nodes long gone; gives how many. */
  prune(ms: number): Promise<number>;
};

/** Why work was broken off that only the holder of a lease may do: it ran out, or another has it. */
export class LeaseLost extends Error {
  /** @param name of the lease. */
  constructor(name: string) {
    super(`The lease "${name}" is no longer held.`);
    this.name = "LeaseLost";
  }
}
