import { z } from "zod";
import {
  type Delivery,
  type DeliveryId,
  type DeliveryStatus,
  type MessageId,
  type OwedDelivery,
  PRIORITIES,
} from "../deliveries/delivery.ts";
import type { OccasionId } from "../deliveries/occasion.ts";
import type { SubscriptionId } from "../deliveries/subscription.ts";
import { readAddressColumns, toAddressColumns } from "./address-columns.ts";
import { type RowReading, readJson, readValue } from "./corrupt-row.ts";
import type { DeliveryRow } from "./delivery-tables.ts";

/** The delivery of a row. */
export function readDeliveryRow(row: DeliveryRow): RowReading<Delivery> {
  const columns = readValue(Columns, row);
  if (columns.kind === "corrupt") return columns;
  const sentIds = readJson(SentIdsJson, row.sent_ids_json);
  if (sentIds.kind === "corrupt") return sentIds;
  const { id, kind, message_id: messageId, subscription, occasion, edits, style } = columns.value;
  const value: Delivery = {
    id,
    kind,
    messageId,
    subscription,
    occasion,
    to: readAddressColumns(row),
    edits,
    dueAt: new Date(row.due_at),
    expiresAt: new Date(row.expires_at),
    attempts: row.attempts,
    style,
    sentIds: sentIds.value,
    status: columns.value.status,
  };
  return { kind: "read", value };
}

/** The row of a delivery as it is first owed. */
export const toDeliveryRow = (owed: OwedDelivery): DeliveryRow => ({
  id: owed.id,
  kind: owed.kind,
  priority: PRIORITIES[owed.kind],
  message_id: owed.messageId,
  subscription: owed.subscription,
  occasion: owed.occasion,
  ...toAddressColumns(owed.to),
  edits: owed.edits,
  due_at: owed.dueAt.getTime(),
  expires_at: owed.expiresAt.getTime(),
  attempts: 0,
  style: "rich",
  sent_ids_json: "[]",
  status: "due",
  reason: null,
  settled_at: null,
  ready_at: owed.dueAt.getTime(),
  lease_ends: null,
});

/** The columns that sending changes. Where it goes is not among them: it may have moved meanwhile. */
export const toSettledColumns = (delivery: Delivery) => ({
  due_at: delivery.dueAt.getTime(),
  attempts: delivery.attempts,
  style: delivery.style,
  sent_ids_json: JSON.stringify(delivery.sentIds),
  ...toStatusColumns(delivery),
  lease_ends: null,
});

type StatusColumns = Pick<DeliveryRow, "status" | "reason" | "settled_at" | "ready_at">;

function toStatusColumns({ status, dueAt }: Delivery): StatusColumns {
  switch (status.kind) {
    case "due":
      return { status: status.kind, reason: null, settled_at: null, ready_at: dueAt.getTime() };
    case "sent":
    case "expired":
      return {
        status: status.kind,
        reason: null,
        settled_at: status.at.getTime(),
        ready_at: null,
      };
    case "dead":
      return {
        status: status.kind,
        reason: status.reason.toWellFormed(),
        settled_at: status.at.getTime(),
        ready_at: null,
      };
  }
}

const KINDS = [
  "correction",
  "alert",
  "round",
  "briefing",
  "broadcast",
] as const satisfies readonly (keyof typeof PRIORITIES)[];

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const SentIdsJson = z.array(z.string());

const Status = z
  .discriminatedUnion("status", [
    z.object({ status: z.literal("due") }),
    z.object({ status: z.enum(["sent", "expired"]), settled_at: z.number() }),
    z.object({ status: z.literal("dead"), settled_at: z.number(), reason: z.string() }),
  ])
  .transform((row): DeliveryStatus => {
    switch (row.status) {
      case "due":
        return { kind: row.status };
      case "sent":
      case "expired":
        return { kind: row.status, at: new Date(row.settled_at) };
      case "dead":
        return { kind: row.status, at: new Date(row.settled_at), reason: row.reason };
    }
  });

const Columns = z
  .object({
    id: z.custom<DeliveryId>(isText, "no id"),
    kind: z.enum(KINDS),
    message_id: z.custom<MessageId>(isText, "no id"),
    subscription: z.custom<SubscriptionId>(isText, "no id").nullable(),
    occasion: z.custom<OccasionId>(isText, "no id").nullable(),
    edits: z.custom<DeliveryId>(isText, "no id").nullable(),
    style: z.enum(["rich", "simple"]),
  })
  .and(Status.transform((status) => ({ status })));
