import { hash } from "node:crypto";
import type { Message } from "../messages/message.ts";
import { type Address, formatAddress } from "../platform/address.ts";
import type { DeliveryId, MessageId, OutgoingMessage } from "./delivery.ts";
import type { OccasionId } from "./occasion.ts";

/** The name of an occasion, made of what happened. */
export const occasionIdOf = (...what: readonly unknown[]): OccasionId =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place that makes them
  named("occasion", what) as OccasionId;

/** The name of a delivery, made of what it is owed for: the same for the same, so that nothing is owed twice. */
export const deliveryIdOf = (...owedFor: readonly unknown[]): DeliveryId =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place that makes them
  named("delivery", owedFor) as DeliveryId;

/** The name of what tells an address of an occasion: the same for all subscriptions of the address. */
export const tellingIdOf = (occasion: OccasionId, address: Address): DeliveryId =>
  deliveryIdOf(occasion, formatAddress(address));

/** A message under its name. */
export const outgoing = (message: Message): OutgoingMessage => ({
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place that makes them
  id: named("message", message) as MessageId,
  message,
});

/** As long as is safe from chance, and short enough for a platform's own key of a part. */
const LENGTH = 22;

const named = (kind: string, what: unknown): string =>
  hash("sha256", JSON.stringify([kind, what]), "base64url").slice(0, LENGTH);
