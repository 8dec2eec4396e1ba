import type { Message } from "../messages/message.ts";
import type { Address } from "../platform/address.ts";
import type { RenderStyle } from "../platform/adapter.ts";
import type { OccasionId } from "./occasion.ts";
import type { SubscriptionId } from "./subscription.ts";

/** Names a delivery: made of what it is owed for, so that owing it again adds nothing. */
export type DeliveryId = string & { readonly __brand: "DeliveryId" };

/** Names a message that deliveries share: a hash of all it says. */
export type MessageId = string & { readonly __brand: "MessageId" };

/** What goes first when not all may go at once; lower numbers first. */
export const PRIORITIES = { correction: 0, alert: 1, round: 2, briefing: 3, broadcast: 4 } as const;
export type DeliveryKind = keyof typeof PRIORITIES;
/** Every kind of delivery. */
export const DELIVERY_KINDS = [
  "correction",
  "alert",
  "round",
  "briefing",
  "broadcast",
] as const satisfies readonly DeliveryKind[];

/** One message owed to one subscription, or to one address for other reasons. */
export type Delivery = {
  readonly id: DeliveryId;
  readonly kind: DeliveryKind;
  readonly messageId: MessageId;
  readonly subscription: SubscriptionId | null;
  /** What it tells of; null for scheduled briefings and notices. */
  readonly occasion: OccasionId | null;
  readonly to: Address;
  /** A delivery whose message this one takes the place of, where it was sent; else it is sent anew. */
  readonly edits: DeliveryId | null;
  readonly dueAt: Date;
  /** Worth nothing after this. */
  readonly expiresAt: Date;
  readonly attempts: number;
  readonly style: RenderStyle;
  /** The platform's ids of the parts that were sent, in order. */
  readonly sentIds: readonly string[];
  readonly status: DeliveryStatus;
};

export type DeliveryStatus =
  | { readonly kind: "due" }
  | { readonly kind: "sent"; readonly at: Date }
  | { readonly kind: "dead"; readonly at: Date; readonly reason: string }
  | { readonly kind: "expired"; readonly at: Date };

/** A delivery as it is first owed. */
export type OwedDelivery = Pick<
  Delivery,
  "id" | "kind" | "messageId" | "subscription" | "occasion" | "to" | "edits" | "dueAt" | "expiresAt"
> & {
  /** What else it tells of, beside its occasion. */
  readonly alsoTells?: readonly OccasionId[];
};

/** A message that deliveries refer to. */
export type OutgoingMessage = { readonly id: MessageId; readonly message: Message };
