import { z } from "zod";
import type { Alert } from "../digest/alert.ts";
import {
  type FanOut,
  type Occasion,
  type OccasionId,
  type OccasionKind,
} from "../deliveries/occasion.ts";
import { ROUND_MOMENTS, type SubscriptionId } from "../deliveries/subscription.ts";
import { LanguageSchema } from "../lib/language.ts";
import { type RowReading, readJson } from "./corrupt-row.ts";
import type { OccasionRow } from "./delivery-tables.ts";
import { EventJson, RoundJson } from "./digest-json.ts";
import { PhaseJson } from "./fact-json.ts";

/** The occasion of a row, and how far it was told. */
export function readOccasionRow(row: OccasionRow): RowReading<FanOut> {
  const what = readJson(WhatJson, row.what_json);
  if (what.kind === "corrupt") return what;
  const occasion: Occasion = {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only ids are kept there
    id: row.id as OccasionId,
    talks: row.talks,
    at: new Date(row.at),
    expiresAt: new Date(row.expires_at),
    what: what.value,
    digest: row.digest,
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only ids are kept there
  return { kind: "read", value: { occasion, after: row.told_until as SubscriptionId | null } };
}

/** The row of an occasion that nobody was told yet. */
export const toOccasionRow = (occasion: Occasion): OccasionRow => ({
  id: occasion.id,
  talks: occasion.talks,
  at: occasion.at.getTime(),
  expires_at: occasion.expiresAt.getTime(),
  digest: occasion.digest,
  told_until: null,
  done: 0,
  what_json: JSON.stringify(occasion.what),
});

const AlertJson: z.ZodType<Alert> = z.discriminatedUnion("kind", [
  z.looseObject({
    kind: z.literal("phase"),
    from: PhaseJson.nullable(),
    to: PhaseJson.nullable(),
  }),
  z.looseObject({
    kind: z.literal("round"),
    from: RoundJson.nullable(),
    to: RoundJson.nullable(),
  }),
  z.looseObject({
    kind: z.literal("delegation"),
    party: z.string(),
    joined: z.array(z.string()),
  }),
  z.looseObject({ kind: z.literal("event"), event: EventJson }),
]);

const OccasionIdJson = z.custom<OccasionId>((value) => typeof value === "string", "no id");

const WhatJson: z.ZodType<OccasionKind> = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("alert"), alerts: z.tuple([AlertJson], AlertJson) }),
  z.looseObject({
    kind: z.literal("round-moment"),
    moment: z.enum(ROUND_MOMENTS),
    round: RoundJson,
  }),
  z.looseObject({ kind: z.literal("correction"), of: OccasionIdJson, alert: AlertJson }),
  z.looseObject({
    kind: z.literal("broadcast"),
    words: z.partialRecord(LanguageSchema, z.string()),
  }),
]);
