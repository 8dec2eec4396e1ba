import { type Kysely, PostgresAdapter } from "kysely";

/** As how many messages a node has use for; null where the program that wrote the share does not say so. */
export async function createWantedShares(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  await db.schema.alterTable("pace_shares").addColumn("wanted", "integer").execute();
}
