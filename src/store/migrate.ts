import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { ConfigError } from "../config/env.ts";
import { createArticlesAndFeedStates } from "./migrations/0001-articles-and-feed-states.ts";
import { createExtractionsAndDigests } from "./migrations/0002-extractions-and-digests.ts";
import { createChatsAndDeliveries } from "./migrations/0003-chats-and-deliveries.ts";
import { createToldOccasions } from "./migrations/0004-told-occasions.ts";
import { createNarrationsAndModelTokens } from "./migrations/0005-narrations-and-model-tokens.ts";
import type { Tables } from "./tables.ts";

/** Every step of the schema, oldest first. A step that was released is never edited; a new one follows. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-articles-and-feed-states": { up: createArticlesAndFeedStates },
  "0002-extractions-and-digests": { up: createExtractionsAndDigests },
  "0003-chats-and-deliveries": { up: createChatsAndDeliveries },
  "0004-told-occasions": { up: createToldOccasions },
  "0005-narrations-and-model-tokens": { up: createNarrationsAndModelTokens },
};

type MigrationTable = { migrations: { name: string } };

/**
 * Brings the schema up to date: all of the missing steps or, when one fails, none.
 *
 * @throws {ConfigError} when a newer version, or another program, has written the database.
 */
export async function migrate(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
): Promise<void> {
  const done = await stepsDone(db);
  const unknown = done.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0)
    throw new ConfigError([
      `DATABASE_URL: the database was written by a newer version of Parley (step ${unknown.join(", ")}); ` +
        "update Parley, or restore a backup made before the update",
    ]);
  if (done.length === Object.keys(migrations).length) return;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableName: "migrations",
    migrationLockTableName: "migration_lock",
  });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error) throw error;
  if (error !== undefined)
    throw new Error("the schema was not brought up to date", { cause: error });
}

/** Asked first, so that a database that is up to date is opened without writing. */
async function stepsDone(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables();
  if (tables.length === 0) return [];
  if (!tables.some(({ name }) => name === "migrations"))
    throw new ConfigError([
      "DATABASE_URL: the database belongs to another program; name a new file",
    ]);
  const rows = await db
    .withTables<MigrationTable>()
    .selectFrom("migrations")
    .select("name")
    .execute();
  return rows.map(({ name }) => name);
}
