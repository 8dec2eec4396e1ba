import { z } from "zod";
import type { QuietHours, Schedule, TimeOfDay } from "../deliveries/schedule.ts";
import {
  ALERT_KINDS,
  ROUND_MOMENTS,
  type Subscription,
  type SubscriptionId,
  type SubscriptionStatus,
} from "../deliveries/subscription.ts";
import { type Language, LanguageSchema } from "../lib/language.ts";
import { readAddressColumns, toAddressColumns } from "./address-columns.ts";
import { type RowReading, readJson, readValue } from "./corrupt-row.ts";
import type { SubscriptionRow } from "./delivery-tables.ts";

type Choices = Pick<
  Subscription,
  | "language"
  | "timeZone"
  | "form"
  | "picture"
  | "schedule"
  | "roundMoments"
  | "alerts"
  | "eventIntensity"
  | "minimumConfidence"
  | "quietHours"
>;

/** The subscription of a row. */
export function readSubscriptionRow(row: SubscriptionRow): RowReading<Subscription> {
  const choices = readChoices(row.choices_json);
  if (choices.kind === "corrupt") return choices;
  const status = row.status === "active" ? ACTIVE : readValue(Status, row);
  if (status.kind === "corrupt") return status;
  const value: Subscription = {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only ids are kept there
    id: row.id as SubscriptionId,
    address: readAddressColumns(row),
    owner: row.owner,
    talks: row.talks,
    ...choices.value,
    status: status.value,
    nextAt: toDate(row.next_at),
    releaseAt: toDate(row.release_at),
    toldDigest: row.told_digest,
    createdAt: new Date(row.created_at),
  };
  return { kind: "read", value };
}

const ACTIVE = { kind: "read", value: { kind: "active" } } as const;

/** Thousands choose the same, so what was read is read once. */
const MOST_CHOICES = 2_000;
const choicesRead = new Map<string, RowReading<Choices>>();

function readChoices(json: string): RowReading<Choices> {
  const known = choicesRead.get(json);
  if (known !== undefined) return known;
  const reading = readJson(ChoicesJson, json);
  if (reading.kind === "corrupt") return reading;
  if (choicesRead.size >= MOST_CHOICES) choicesRead.clear();
  choicesRead.set(json, reading);
  return reading;
}

/** The language that choices name; null where they cannot be read. */
export function languageOf(choicesJson: string): Language | null {
  const choices = readChoices(choicesJson);
  return choices.kind === "read" ? choices.value.language : null;
}

/** The row of a subscription. */
export function toSubscriptionRow(subscription: Subscription): SubscriptionRow {
  const { id, address, owner, talks, status, createdAt } = subscription;
  return {
    id,
    ...toAddressColumns(address),
    owner,
    talks,
    ...toStatusColumns(status),
    ...toProgressColumns(subscription),
    created_at: createdAt.getTime(),
    choices_json: JSON.stringify(choicesOf(subscription)),
  };
}

type ProgressColumns = Pick<SubscriptionRow, "wake_at" | "next_at" | "release_at" | "told_digest">;

/** The columns that change as a subscription is told. */
export const toProgressColumns = (subscription: Subscription): ProgressColumns => ({
  wake_at: wakeAt(subscription),
  next_at: subscription.nextAt?.getTime() ?? null,
  release_at: subscription.releaseAt?.getTime() ?? null,
  told_digest: subscription.toldDigest,
});

/** A pause that is over wakes by itself, so that alerts go on where no briefing is scheduled. */
function wakeAt({ status, nextAt, releaseAt }: Subscription): number | null {
  switch (status.kind) {
    case "active": {
      const moments = [nextAt, releaseAt].flatMap((at) => (at === null ? [] : [at.getTime()]));
      return moments.length === 0 ? null : Math.min(...moments);
    }
    case "paused":
      return status.until?.getTime() ?? null;
    case "ended":
      return null;
  }
}

type StatusColumns = Pick<SubscriptionRow, "status" | "status_at" | "status_reason">;

function toStatusColumns(status: SubscriptionStatus): StatusColumns {
  switch (status.kind) {
    case "active":
      return { status: status.kind, status_at: null, status_reason: null };
    case "paused":
      return {
        status: status.kind,
        status_at: status.until?.getTime() ?? null,
        status_reason: null,
      };
    case "ended":
      return { status: status.kind, status_at: status.at.getTime(), status_reason: status.reason };
  }
}

const toDate = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

const Status = z
  .discriminatedUnion("status", [
    z.object({ status: z.literal("active") }),
    z.object({ status: z.literal("paused"), status_at: z.number().nullable() }),
    z.object({ status: z.literal("ended"), status_at: z.number(), status_reason: z.string() }),
  ])
  .transform((row): SubscriptionStatus => {
    switch (row.status) {
      case "active":
        return { kind: row.status };
      case "paused":
        return { kind: row.status, until: toDate(row.status_at) };
      case "ended":
        return { kind: row.status, at: new Date(row.status_at), reason: row.status_reason };
    }
  });

const choicesOf = ({
  language,
  timeZone,
  form,
  picture,
  schedule,
  roundMoments,
  alerts,
  eventIntensity,
  minimumConfidence,
  quietHours,
}: Subscription): Choices => ({
  language,
  timeZone,
  form,
  picture,
  schedule,
  roundMoments,
  alerts,
  eventIntensity,
  minimumConfidence,
  quietHours,
});

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const TimeJson = z.custom<TimeOfDay>((value) => typeof value === "string" && TIME.test(value), {
  message: "no time of day",
});

const ScheduleJson: z.ZodType<Schedule> = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("daily"), at: TimeJson }),
  z.looseObject({ kind: z.literal("workdays"), at: TimeJson }),
  z.looseObject({
    kind: z.literal("weekly"),
    day: z.literal([1, 2, 3, 4, 5, 6, 7]),
    at: TimeJson,
  }),
  z.looseObject({ kind: z.literal("cron"), expression: z.string() }),
]);

const QuietHoursJson: z.ZodType<QuietHours> = z.looseObject({ from: TimeJson, until: TimeJson });

const ChoicesJson: z.ZodType<Choices> = z.looseObject({
  language: LanguageSchema,
  timeZone: z.string(),
  form: z.enum(["brief", "full"]),
  // Those who subscribed before there were pictures go on without.
  picture: z.boolean().default(false),
  schedule: ScheduleJson.nullable(),
  roundMoments: z.array(z.enum(ROUND_MOMENTS)),
  alerts: z.array(z.enum(ALERT_KINDS)),
  eventIntensity: z.number(),
  minimumConfidence: z.number(),
  quietHours: QuietHoursJson.nullable(),
});
