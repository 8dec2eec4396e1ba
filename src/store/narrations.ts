import type { Kysely } from "kysely";
import { z } from "zod";
import type { Citations } from "../digest/digest.ts";
import type { NarratedSentence, Narration } from "../digest/narration.ts";
import type { Clock } from "../lib/clock.ts";
import { LanguageSchema } from "../lib/language.ts";
import type { NarrationCache } from "../summarize/narration-cache.ts";
import { type ReportCorruptRow, readJson } from "./corrupt-row.ts";
import type { NarrationRow, Tables } from "./tables.ts";

/** Keeps narrations, and lets go of old ones. */
export type NarrationStore = NarrationCache & {
  /** Removes what was kept before an instant, and says how many. */
  prune(before: Date): Promise<number>;
};

/** Keeps narrations in a database that Kysely speaks; a corrupt one is as one never kept. */
export const createNarrationStore = (
  db: Kysely<Tables>,
  report: ReportCorruptRow,
  clock: Clock,
): NarrationStore => ({
  async find(key) {
    const row = await db
      .selectFrom("narrations")
      .select("narration_json")
      .where("key", "=", key)
      .executeTakeFirst();
    if (row === undefined) return null;
    const reading = readJson(NarrationJson, row.narration_json);
    if (reading.kind === "read") return reading.value;
    report({ table: "narrations", key, reason: reading.reason });
    return null;
  },

  async keep(key, narration) {
    const row: NarrationRow = {
      key,
      model: narration.by.model,
      prompts: narration.by.prompts,
      created_at: clock.now().getTime(),
      narration_json: JSON.stringify(narration),
    };
    await db
      .insertInto("narrations")
      .values(row)
      .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
      .execute();
  },

  async prune(before) {
    const { numDeletedRows } = await db
      .deleteFrom("narrations")
      .where("created_at", "<", before.getTime())
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
});

const Count = z.int().min(0);
const citations: z.ZodType<Citations> = z.tuple([Count], Count);
const sentences: z.ZodType<NarratedSentence[]> = z.array(
  z.looseObject({ text: z.string(), citations }),
);

const NarrationJson: z.ZodType<Narration> = z.looseObject({
  language: LanguageSchema,
  lead: sentences,
  positions: z.array(z.looseObject({ party: z.string(), sentences })),
  changes: sentences,
  translations: z.array(
    z.looseObject({ original: z.string(), lang: LanguageSchema, text: z.string() }),
  ),
  by: z.looseObject({ model: z.string(), prompts: z.string() }),
});
