import type { Kysely } from "kysely";

/** What a language model wrote, and what it used of each day's budget. */
export async function createNarrationsAndModelTokens(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("narrations")
    .addColumn("key", "text", (column) => column.primaryKey().notNull())
    .addColumn("model", "text", (column) => column.notNull())
    .addColumn("prompts", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("narration_json", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("narrations_by_creation")
    .on("narrations")
    .column("created_at")
    .execute();
  await db.schema
    .createTable("model_tokens")
    .addColumn("day", "text", (column) => column.notNull())
    .addColumn("model", "text", (column) => column.notNull())
    .addColumn("input", "bigint", (column) => column.notNull())
    .addColumn("output", "bigint", (column) => column.notNull())
    .addColumn("calls", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("model_tokens_key", ["day", "model"])
    .execute();
}
