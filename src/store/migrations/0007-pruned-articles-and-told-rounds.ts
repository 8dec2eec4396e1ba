import { type Kysely, sql } from "kysely";

/**
 * What stays of articles whose texts are let go, and the rounds that were told; and a way to see that nothing
 * refers to a message any more. What an older version adds has its texts, and it reads no more columns than it knows.
 */
export async function createPrunedArticlesAndToldRounds(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("articles").addColumn("pruned_at", "bigint").execute();
  await db.schema.alterTable("articles").addColumn("pruned_json", "text").execute();
  await sql`create index articles_with_texts_by_fetching
    on articles (fetched_at) where pruned_at is null`.execute(db);
  await sql`create index articles_with_texts_by_publication
    on articles (published_at, id) where pruned_at is null`.execute(db);
  await db.schema
    .createIndex("deliveries_by_message")
    .on("deliveries")
    .column("message_id")
    .execute();
  await db.schema
    .createTable("told_rounds")
    .addColumn("talks", "text", (column) => column.notNull())
    .addColumn("first_date", "text", (column) => column.notNull())
    .addColumn("date", "text", (column) => column.notNull())
    .addColumn("round_json", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("told_rounds_key", ["talks", "first_date"])
    .execute();
}
