import type { SendOutcome } from "../platform/outcome.ts";
import type { DeliveryId, DeliveryKind, DeliveryStatus, MessageId } from "./delivery.ts";
import type { OccasionId } from "./occasion.ts";

/** What happens while deliveries go out, for metrics. */
export type DispatchEvent =
  /** A part came to an outcome; `waitedMs` is how long after the delivery fell due, `tookMs` how long the platform took. */
  | {
      readonly kind: "settled";
      readonly id: DeliveryId;
      readonly message: MessageId;
      readonly occasion: OccasionId | null;
      readonly platform: string;
      readonly outcome: SendOutcome["kind"];
      readonly delivery: DeliveryKind;
      readonly status: DeliveryStatus["kind"];
      readonly waitedMs: number;
      readonly tookMs: number;
    }
  /** It was sent after an attempt that may have arrived too. */
  | { readonly kind: "maybe-repeated"; readonly platform: string; readonly delivery: DeliveryKind }
  /** Put off until the channel may be written to again. */
  | { readonly kind: "deferred"; readonly platform: string; readonly ms: number }
  | { readonly kind: "expired"; readonly count: number }
  | { readonly kind: "subscriptions-ended"; readonly platform: string; readonly count: number };

/** Why a dispatcher ended. */
export type DispatchEnd =
  | { readonly kind: "stopped" }
  | { readonly kind: "unauthorized"; readonly reason: string };
