import type { Kysely } from "kysely";

/** What a delivery tells of beside its own occasion, as one message for all that was held back does. */
export async function createToldOccasions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("told_occasions")
    .addColumn("occasion", "text", (column) => column.notNull())
    .addColumn("delivery", "text", (column) =>
      column.notNull().references("deliveries.id").onDelete("cascade"),
    )
    .addPrimaryKeyConstraint("told_occasions_key", ["occasion", "delivery"])
    .execute();
  await db.schema
    .createIndex("told_occasions_by_delivery")
    .on("told_occasions")
    .column("delivery")
    .execute();
}
