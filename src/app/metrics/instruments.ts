import type { ModelStanding } from "../../commands/desk.ts";
import type { CommandEvent } from "../../commands/command-event.ts";
import type { DispatchEvent } from "../../deliveries/dispatch-event.ts";
import type { Planned } from "../../deliveries/planning.ts";
import type { Metrics } from "../../lib/metrics.ts";
import type { ArticleEvent } from "../article-events.ts";
import type { OnAlert } from "../bot/delivery-trail.ts";
import type { ModelObserver } from "../model/used-model.ts";
import { createCommandMetrics } from "./command-metrics.ts";
import { createDeliveryMetrics } from "./delivery-metrics.ts";
import { createHandover } from "./handover.ts";
import { createIngestMetrics, type IngestMetrics } from "./ingest-metrics.ts";
import { createModelGauges, createModelMetrics } from "./model-metrics.ts";
import { createPlanningMetrics } from "./planning-metrics.ts";
import type { UpkeepObserver } from "../upkeep/upkeep.ts";
import { createStandingGauges, type Standings } from "./standing-gauges.ts";
import { createUpkeepMetrics } from "./upkeep-metrics.ts";

/** All that measures the program, for those who tell what happens. */
export type Instruments = IngestMetrics &
  ModelObserver & {
    readonly delivery: (event: DispatchEvent) => void;
    readonly planned: (planned: Planned) => void;
    readonly command: (event: CommandEvent) => void;
    readonly alert: OnAlert;
    readonly standings: (standings: Standings) => void;
    readonly upkeep: UpkeepObserver;
    readonly model: (standing: ModelStanding | null) => void;
  };

/** Makes every metric there is, but for those of troubles and of readiness. */
export function createInstruments(metrics: Metrics): Instruments {
  const ingest = createIngestMetrics(metrics);
  const handover = createHandover(metrics);
  metrics.observeProcess();
  return {
    ...ingest,
    article(event: ArticleEvent) {
      ingest.article(event);
      handover.kept(event);
    },
    delivery: createDeliveryMetrics(metrics),
    planned: createPlanningMetrics(metrics),
    command: createCommandMetrics(metrics),
    alert: handover.sent,
    standings: createStandingGauges(metrics),
    upkeep: createUpkeepMetrics(metrics),
    ...createModelMetrics(metrics),
    model: createModelGauges(metrics),
  };
}
