import type { Kysely } from "kysely";

/**
 * All that counting readings asks for, so that no row is fetched for it: where the talks stand is looked at
 * after each article, and each time the readings of some weeks are counted.
 */
export async function createTotalsOfReadings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex("totals_of_relevant_extractions")
    .on("extractions")
    .columns(["talks", "relevant", "published_at", "revision"])
    .execute();
}
