import type { Log, LogFields } from "../../lib/log.ts";
import type { Metrics } from "../../lib/metrics.ts";
import { StoreError, type StoreFailure } from "../../store/store-error.ts";

const IS_FAILURE: Readonly<Record<StoreFailure, true>> = {
  contended: true,
  damaged: true,
  "disk-failed": true,
  "disk-full": true,
  exists: true,
  locked: true,
  "not-writable": true,
  refused: true,
  "timed-out": true,
  unreachable: true,
  unsupported: true,
};
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of the line above
const STORE_FAILURES = Object.keys(IS_FAILURE) as StoreFailure[];

/** The log, with its warnings and errors counted by their events, and failures of the store by their kind. */
export function countTrouble(log: Log, metrics: Metrics): Log {
  const problems = metrics.counter<{ level: "warn" | "error"; event: string }>(
    {
      name: "parley_log_problems_total",
      help: "Warnings and errors logged, by event.",
      labels: ["level", "event"],
    },
    [{ level: "error", event: "stray error" }],
  );
  const failures = metrics.counter<{ failure: StoreFailure }>(
    {
      name: "parley_store_failures_total",
      help: "Failures of the database that were logged, by kind.",
      labels: ["failure"],
    },
    STORE_FAILURES.map((failure) => ({ failure })),
  );
  const count = (level: "warn" | "error", event: string, fields?: LogFields) => {
    problems({ level, event });
    const error = fields?.["err"];
    if (error instanceof StoreError) failures({ failure: error.failure });
  };
  return {
    ...log,
    warn(event, fields) {
      count("warn", event, fields);
      log.warn(event, fields);
    },
    error(event, fields) {
      count("error", event, fields);
      log.error(event, fields);
    },
  };
}
