import type { Metrics } from "../../lib/metrics.ts";
import { PRUNED, type UpkeepObserver } from "../upkeep/upkeep.ts";

/** Measures what is let go, and what the database takes. */
export function createUpkeepMetrics(metrics: Metrics): UpkeepObserver {
  const pruned = metrics.counter<{ what: (typeof PRUNED)[number] }>(
    {
      name: "parley_pruned_total",
      help: "What was let go for its age: texts of articles, deliveries that ended, occasions, digests, narrations.",
      labels: ["what"],
    },
    PRUNED.map((what) => ({ what })),
  );
  const bytes = metrics.gauge({
    name: "parley_store_bytes",
    help: "What the database takes on its disk, each hour; on SQLite without the log of changes.",
    labels: [],
  });
  const free = metrics.gauge({
    name: "parley_store_free_bytes",
    help: "How much of a SQLite file holds nothing and waits to be used again.",
    labels: [],
  });
  return {
    pruned: (what, count) => pruned({ what }, count),
    size(size) {
      bytes([{ labels: {}, value: size.bytes }]);
      free([{ labels: {}, value: size.freeBytes }]);
    },
  };
}
