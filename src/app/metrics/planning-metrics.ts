import type { SkipReason } from "../../deliveries/decide.ts";
import type { DeliveryKind } from "../../deliveries/delivery.ts";
import type { OccasionKind } from "../../deliveries/occasion.ts";
import type { Planned } from "../../deliveries/planning.ts";
import type { Metrics } from "../../lib/metrics.ts";

/** Measures what is found worth telling, and to how many. */
export function createPlanningMetrics(metrics: Metrics): (planned: Planned) => void {
  const occasions = metrics.counter<{ occasion: OccasionKind["kind"] }>({
    name: "parley_occasions_total",
    help: "Occasions to tell people something.",
    labels: ["occasion"],
  });
  const owed = metrics.counter<{ delivery: DeliveryKind }>({
    name: "parley_deliveries_owed_total",
    help: "Deliveries put into the outbox.",
    labels: ["delivery"],
  });
  const held = metrics.counter({
    name: "parley_deliveries_held_total",
    help: "Times something was held back by quiet hours.",
    labels: [],
  });
  const skipped = metrics.counter<{ reason: SkipReason }>({
    name: "parley_deliveries_skipped_total",
    help: "Times a subscription was not told, by reason.",
    labels: ["reason"],
  });
  return (planned) => {
    switch (planned.kind) {
      case "occasion":
        return occasions({ occasion: planned.what });
      case "owed":
        return owed({ delivery: planned.delivery }, planned.count);
      case "held":
        return held({}, planned.count);
      case "skipped":
        return skipped({ reason: planned.reason }, planned.count);
    }
  };
}
