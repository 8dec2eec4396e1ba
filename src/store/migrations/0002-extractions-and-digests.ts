import type { Kysely } from "kysely";

/**
 * What articles assert about each set of talks, and what each reader was told last. The key begins with
 * the article, so that the database finds what refers to one.
 */
export async function createExtractionsAndDigests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("extractions")
    .addColumn("talks", "text", (column) => column.notNull())
    .addColumn("article_id", "text", (column) =>
      column.notNull().references("articles.id").onDelete("cascade"),
    )
    .addColumn("published_at", "bigint", (column) => column.notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("extractor", "text", (column) => column.notNull())
    .addColumn("relevant", "smallint", (column) => column.notNull())
    .addColumn("reading_json", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("extractions_key", ["article_id", "talks"])
    .execute();
  await db.schema
    .createIndex("extractions_by_publication")
    .on("extractions")
    .columns(["talks", "published_at", "article_id"])
    .execute();
  await db.schema
    .createIndex("relevant_extractions_by_publication")
    .on("extractions")
    .columns(["talks", "relevant", "published_at", "article_id"])
    .execute();
  await db.schema
    .createTable("digests")
    .addColumn("talks", "text", (column) => column.notNull())
    .addColumn("reader", "text", (column) => column.notNull())
    .addColumn("told_at", "bigint", (column) => column.notNull())
    .addColumn("digest_json", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("digests_key", ["talks", "reader"])
    .execute();
}
