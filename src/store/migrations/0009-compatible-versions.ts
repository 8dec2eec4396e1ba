import type { Kysely } from "kysely";

/** Which older programs may use the schema, by its steps; there is no row for this step and those before. */
export async function createCompatibleVersions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("compatible_versions")
    .addColumn("step", "text", (column) => column.primaryKey().notNull())
    .addColumn("compatible_from", "text", (column) => column.notNull())
    .execute();
}
