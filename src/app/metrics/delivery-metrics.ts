import {
  DELIVERY_KINDS,
  type DeliveryKind,
  type DeliveryStatus,
} from "../../deliveries/delivery.ts";
import type { DispatchEvent } from "../../deliveries/dispatch-event.ts";
import type { Metrics } from "../../lib/metrics.ts";
import type { SendOutcome } from "../../platform/outcome.ts";
import { PLATFORMS } from "../bot/platforms.ts";

/** Seconds; an alert should be handed over within five. */
const WAIT_BUCKETS = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 1_800, 7_200];
const CALL_BUCKETS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];

type Settled = Extract<DispatchEvent, { kind: "settled" }>;

/** Measures what becomes of deliveries. */
export function createDeliveryMetrics(metrics: Metrics): (event: DispatchEvent) => void {
  const settled = createSettledMetrics(metrics);
  const deferred = byPlatform(metrics, {
    name: "parley_deliveries_deferred_total",
    help: "Deliveries put off until their chat may be written to again.",
  });
  const repeated = byPlatform(metrics, {
    name: "parley_deliveries_maybe_repeated_total",
    help: "Deliveries sent after an attempt that may have arrived too.",
  });
  const ended = byPlatform(metrics, {
    name: "parley_subscriptions_ended_total",
    help: "Subscriptions that ended because their chat is gone.",
  });
  const expired = metrics.counter({
    name: "parley_deliveries_expired_total",
    help: "Deliveries dropped because they were past their worth.",
    labels: [],
  });
  return (event) => {
    switch (event.kind) {
      case "settled":
        return settled(event);
      case "deferred":
        return deferred({ platform: event.platform });
      case "maybe-repeated":
        return repeated({ platform: event.platform });
      case "subscriptions-ended":
        return ended({ platform: event.platform }, event.count);
      case "expired":
        return expired({}, event.count);
    }
  };
}

/** Every kind of delivery on every platform, whether it is connected or not. */
const onEach = (): readonly { platform: string; delivery: DeliveryKind }[] =>
  PLATFORMS.flatMap(({ platform }) => DELIVERY_KINDS.map((delivery) => ({ platform, delivery })));

function createSettledMetrics(metrics: Metrics): (event: Settled) => void {
  const outcomes = createOutcomeMetrics(metrics);
  const deliveries = metrics.counter<{
    platform: string;
    delivery: DeliveryKind;
    status: Exclude<DeliveryStatus["kind"], "due">;
  }>(
    {
      name: "parley_deliveries_total",
      help: "Deliveries that a send brought to their end, by status.",
      labels: ["platform", "delivery", "status"],
    },
    onEach().map((labels) => ({ ...labels, status: "dead" })),
  );
  const waited = metrics.histogram<{ platform: string; delivery: DeliveryKind }>(
    {
      name: "parley_delivery_wait_seconds",
      help: "From when a delivery fell due until it was sent.",
      labels: ["platform", "delivery"],
    },
    WAIT_BUCKETS,
  );
  const took = createCallMetrics(metrics);
  return ({ platform, delivery, outcome, status, waitedMs, tookMs }) => {
    outcomes({ platform, delivery, outcome });
    took({ platform }, tookMs / 1_000);
    if (status !== "due") deliveries({ platform, delivery, status });
    if (status === "sent") waited({ platform, delivery }, waitedMs / 1_000);
  };
}

const createOutcomeMetrics = (metrics: Metrics) =>
  metrics.counter<{ platform: string; delivery: DeliveryKind; outcome: SendOutcome["kind"] }>(
    {
      name: "parley_send_outcomes_total",
      help: "Parts handed to a platform, by what it answered; wait is flood control (429).",
      labels: ["platform", "delivery", "outcome"],
    },
    onEach().map((labels) => ({ ...labels, outcome: "wait" })),
  );

const createCallMetrics = (metrics: Metrics) =>
  metrics.histogram<{ platform: string }>(
    {
      name: "parley_platform_call_seconds",
      help: "Time a platform took to answer a send.",
      labels: ["platform"],
    },
    CALL_BUCKETS,
  );

const byPlatform = (metrics: Metrics, named: { readonly name: string; readonly help: string }) =>
  metrics.counter<{ platform: string }>({ ...named, labels: ["platform"] });
