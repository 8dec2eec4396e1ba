import type { Lease, Leases } from "../../lib/lease.ts";
import type { Log } from "../../lib/log.ts";
import { EXTRACTIVE_REASONS, type ExtractiveReason } from "../../summarize/narration-event.ts";
import { nothingForMs } from "../../summarize/once.ts";
import type { WritingTurn, WritingTurns } from "../../summarize/writing-turns.ts";

/** What turns over several nodes take. */
export type SharedTurnsDeps = {
  readonly leases: Leases;
  /** The node's name, which no other has. */
  readonly node: string;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
  /** How long a node that is gone keeps its turn from others. */
  readonly leaseMs?: number;
};

const LEASE_MS = 30_000;
/** A lease is renewed this often before it would run out. */
const RENEWALS = 3;

/**
 * Turns at writing that all nodes on a database share: who writes holds a lease, and renews it until he ends.
 * That nothing was written stands in the lease's place for as long as it is not to be tried again, unless it
 * was a node's own limits that forbade it.
 */
export function createSharedTurns(deps: SharedTurnsDeps): WritingTurns {
  const { leases, node, leaseMs = LEASE_MS } = deps;
  return {
    async take(key) {
      const name = nameOf(key);
      const [lease] = await leases.acquire([name], { holder: node, ms: leaseMs });
      if (lease !== undefined) return ownTurn(deps, lease);
      const holder = (await leases.held(name)).find((one) => one.name === name)?.holder;
      const reason = EXTRACTIVE_REASONS.find((one) => holder === nothingFor(one));
      return reason === undefined ? { kind: "other" } : { kind: "nothing", reason };
    },
  };
}

const nameOf = (key: string): string => `narration/${key}`;

/** In the place of a node's name: no node is called so. */
const nothingFor = (reason: ExtractiveReason): string => `nothing: ${reason}`;

function ownTurn(deps: SharedTurnsDeps, lease: Lease): WritingTurn {
  const ended = new AbortController();
  const renewing = renewUntil(deps, lease, ended.signal);
  return {
    kind: "own",
    async end(outcome) {
      ended.abort();
      await renewing;
      try {
        await deps.leases.release([lease]);
        if (outcome !== "written" && !isOwnLimit(outcome))
          await deps.leases.acquire([lease.name], {
            holder: nothingFor(outcome),
            ms: nothingForMs(outcome),
          });
      } catch (err) {
        deps.log.warn("turn at writing not given back", { err });
      }
    },
  };
}

async function renewUntil(
  { leases, sleep, log, leaseMs = LEASE_MS }: SharedTurnsDeps,
  lease: Lease,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    await sleep(leaseMs / RENEWALS, signal);
    if (signal.aborted) return;
    try {
      await leases.renew([lease], leaseMs);
    } catch (err) {
      log.warn("turn at writing not renewed", { err });
    }
  }
}

/** What stands in the way of one node may not stand in that of another. */
const isOwnLimit = (reason: ExtractiveReason): boolean =>
  reason === "over-budget" || reason === "busy" || reason === "circuit-open" || reason === "bug";
