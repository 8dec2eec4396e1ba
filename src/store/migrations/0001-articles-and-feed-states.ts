import type { Kysely } from "kysely";

/**
 * Articles in their latest revision, and where Parley stands with each feed. Long texts come last:
 * SQLite reads a row from its start and stops at the last column asked for.
 */
export async function createArticlesAndFeedStates(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("articles")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("url", "text", (column) => column.notNull())
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("feed", "text")
    .addColumn("published_at", "bigint", (column) => column.notNull())
    .addColumn("fetched_at", "bigint", (column) => column.notNull())
    .addColumn("lang", "text", (column) => column.notNull())
    .addColumn("story", "text")
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("summary", "text")
    .addColumn("body", "text")
    .execute();
  await db.schema
    .createIndex("articles_by_publication")
    .on("articles")
    .columns(["published_at", "id"])
    .execute();
  await db.schema
    .createTable("feed_states")
    .addColumn("address", "text", (column) => column.primaryKey().notNull())
    .addColumn("next_poll_at", "bigint", (column) => column.notNull())
    .addColumn("cursor_json", "text", (column) => column.notNull())
    .execute();
}
