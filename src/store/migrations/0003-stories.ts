import type { Kysely } from "kysely";

/** The story that each article belongs to; those kept before have not been looked at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("articles").addColumn("story", "text").execute();
  await db.schema.createIndex("articles_by_story").on("articles").column("story").execute();
}
