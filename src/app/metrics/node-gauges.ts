import type { Metrics } from "../../lib/metrics.ts";
import type { NodeRun } from "../cluster/node-run.ts";

/** Which node this is, and what it does that no other does. */
export type NodeStanding = Pick<NodeRun, "name" | "role"> & {
  /** The names of the leases that it holds now. */
  readonly leases: () => readonly string[];
};

/** How a node stands. */
export const standingOf = ({ name, role, cluster }: NodeRun): NodeStanding => ({
  name,
  role,
  leases: () => (cluster?.keeper.held() ?? []).map((held) => held.name),
});

/** What a node holds leases of, and how many; empty where it works alone. */
export function leasesByKind({ leases }: NodeStanding): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of leases()) {
    const [of, what = ""] = name.split("/");
    const kind = of === "ingest" ? (what === "slice" ? "feeds" : null) : `${of}/${what}`;
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** Gauges of which node this is and what is its part; each call sets them all. */
export function createNodeGauges(metrics: Metrics): (node: NodeStanding) => void {
  const nodes = metrics.gauge<{ node: string; role: string }>({
    name: "parley_node",
    help: "1, with the node's name for this run and its role.",
    labels: ["node", "role"],
  });
  const leases = metrics.gauge<{ kind: string }>({
    name: "parley_leases_held",
    help: "What this node does and no other, by kind: slices of the feeds, listening on a platform.",
    labels: ["kind"],
  });
  return (node) => {
    nodes([{ labels: { node: node.name, role: node.role }, value: 1 }]);
    leases([...leasesByKind(node)].map(([kind, value]) => ({ labels: { kind }, value })));
  };
}
