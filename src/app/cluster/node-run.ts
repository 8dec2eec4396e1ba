import type { Config } from "../../config/config.ts";
import { createBossTicker } from "../../jobs/boss-ticker.ts";
import { createCronTicker } from "../../jobs/cron-ticker.ts";
import { createConnectionSharing } from "../../jobs/shared-connections.ts";
import type { Ticker } from "../../jobs/ticker.ts";
import type { HoldingDeps } from "../../jobs/while-holding.ts";
import { type Clock, sleep } from "../../lib/clock.ts";
import type { Log } from "../../lib/log.ts";
import { isPostgresAddress } from "../../store/postgres-address.ts";
import type { Store } from "../../store/store.ts";
import type { SharingOf } from "../bot/platforms.ts";
import { type ClusterNode, createClusterNode, newNodeName } from "./cluster-node.ts";
import { type Duties, dutiesOf, type Role } from "./roles.ts";

/** One run of the program, as others on the same database know it. */
export type NodeRun = {
  readonly name: string;
  readonly role: Role;
  readonly duties: Duties;
  /** Its part among other nodes; null where the database has but one. */
  readonly cluster: ClusterNode | null;
};

/** What a run is made of. */
export type NodeRunDeps = {
  readonly config: Pick<Config, "DATABASE_URL">;
  readonly role: Role;
  readonly store: Pick<Store, "leases">;
  readonly clock: Clock;
  readonly monotonicMs: () => number;
  readonly log: Log;
};

/** A run under a name that no other has or had. */
export function createNodeRun(deps: NodeRunDeps): NodeRun {
  const { config, role, log } = deps;
  const name = newNodeName();
  const duties = dutiesOf(role);
  if (!isPostgresAddress(config.DATABASE_URL)) return { name, role, duties, cluster: null };
  log.info("node of several", { node: name, role });
  return { name, role, duties, cluster: createClusterNode({ ...deps, name, duties, sleep }) };
}

/** Ticks each minute on one of the nodes; on one machine by node-cron, which asks no database. */
export const createTicker = ({ DATABASE_URL }: Pick<Config, "DATABASE_URL">, log: Log): Ticker =>
  isPostgresAddress(DATABASE_URL)
    ? createBossTicker({ databaseUrl: DATABASE_URL, sleep, log })
    : createCronTicker(log);

/** How the nodes take turns in listening. */
export const listeningOf = ({ cluster }: NodeRun): Omit<HoldingDeps, "onWaiting"> | null =>
  cluster === null ? null : { keeper: cluster.keeper, sleep };

/** How the nodes share what a platform opens several of. */
export const sharingOf = (
  { cluster }: NodeRun,
  { store, log }: Pick<NodeRunDeps, "store" | "log">,
): SharingOf | null =>
  cluster === null
    ? null
    : (platform) =>
        createConnectionSharing({ ...cluster, leases: store.leases, sleep, log }, platform);

/** Keeps the node's leases until all of its work has ended, and gives them back then. */
export async function underLeases({ cluster }: NodeRun, work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  const kept = cluster?.run(done.signal);
  try {
    await work;
  } finally {
    done.abort();
    await kept;
  }
}
