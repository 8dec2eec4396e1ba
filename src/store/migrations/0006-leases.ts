import type { Kysely } from "kysely";

/** What one node does at a time, and which. */
export async function createLeases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("leases")
    .addColumn("name", "text", (column) => column.primaryKey().notNull())
    .addColumn("holder", "text", (column) => column.notNull())
    .addColumn("ends_at", "bigint", (column) => column.notNull())
    .addColumn("token", "bigint", (column) => column.notNull())
    .execute();
}
