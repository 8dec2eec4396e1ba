import { randomInt } from "node:crypto";
import { hostname } from "node:os";
import { createFeedSlices, type FeedSlices } from "../../jobs/feed-slices.ts";
import { createLeaseKeeper, type LeaseKeeper } from "../../jobs/lease-keeper.ts";
import { inTurnOfNodes } from "../../jobs/while-holding.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Lease } from "../../lib/lease.ts";
import type { Log } from "../../lib/log.ts";
import type { Store } from "../../store/store.ts";
import type { Duties } from "./roles.ts";

/** One of the nodes that work on a database together. */
export type ClusterNode = {
  readonly keeper: LeaseKeeper;
  /** The feeds that are this node's; null where it reads none. */
  readonly slices: FeedSlices | null;
  /** Does what one node does at a time, in its turn, under a lease; until the signal aborts. */
  inTurn(name: string, signal: AbortSignal, work: (lease: Lease) => Promise<void>): Promise<void>;
  /**
   * Whether all nodes that read articles do it by one version, which is this one's: those of two would read
   * again what the other has read, in turn and without end.
   */
  readsAlike(version: string): Promise<boolean>;
  /** Keeps its leases until the signal aborts, and gives them back. */
  run(signal: AbortSignal): Promise<void>;
};

/** What a node works with. */
export type ClusterNodeDeps = {
  readonly store: Pick<Store, "leases">;
  readonly duties: Duties;
  readonly name: string;
  readonly clock: Clock;
  readonly monotonicMs: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
};

const NAME_SIGNS = "abcdefghjkmnpqrstvwxyz23456789";

/** Names this run of the program among all nodes: by its machine, for operators, and by chance. */
export function newNodeName(): string {
  const machine = hostname()
    .replaceAll(/[^\w.-]/gu, "")
    .slice(0, 40);
  const chance = Array.from({ length: 8 }, () => NAME_SIGNS[randomInt(NAME_SIGNS.length)]).join("");
  return `${machine}-${chance}`;
}

/** A node that holds nothing yet. */
export function createClusterNode(deps: ClusterNodeDeps): ClusterNode {
  const { store, sleep, log, duties } = deps;
  const { leases } = store;
  const keeper = createLeaseKeeper({ ...deps, leases, holder: deps.name });
  const slices = duties.ingest ? createFeedSlices({ keeper, leases, sleep, log }) : null;
  return {
    keeper,
    slices,
    inTurn: (name, signal, work) =>
      inTurnOfNodes({ keeper, sleep }, name, signal, ({ lease }) => work(lease)),
    readsAlike: (version) => readsAlike(keeper, leases, version),
    run: async (signal) => {
      const sharing = slices?.run(signal);
      await keeper.run(signal);
      await sharing;
    },
  };
}

const READER = "ingest/reader/";

async function readsAlike(
  keeper: LeaseKeeper,
  leases: Store["leases"],
  version: string,
): Promise<boolean> {
  const own = `${READER}${version}/${keeper.holder}`;
  const others = keeper.held().filter(({ name }) => name.startsWith(READER) && name !== own);
  await keeper.giveBack(others);
  if (!keeper.held().some(({ name }) => name === own)) await keeper.take([own]);
  const readers = await leases.held(READER);
  return readers.every(({ name }) => name.startsWith(`${READER}${version}/`));
}
