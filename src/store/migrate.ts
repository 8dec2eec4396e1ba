import { type Kysely, PostgresAdapter, sql, type TableMetadata } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { ConfigError } from "../config/env.ts";
import { createArticlesAndFeedStates } from "./migrations/0001-articles-and-feed-states.ts";
import { createExtractionsAndDigests } from "./migrations/0002-extractions-and-digests.ts";
import { createChatsAndDeliveries } from "./migrations/0003-chats-and-deliveries.ts";
import { createToldOccasions } from "./migrations/0004-told-occasions.ts";
import { createNarrationsAndModelTokens } from "./migrations/0005-narrations-and-model-tokens.ts";
import { createLeases } from "./migrations/0006-leases.ts";
import { createPrunedArticlesAndToldRounds } from "./migrations/0007-pruned-articles-and-told-rounds.ts";
import { createSharedLimits } from "./migrations/0008-shared-limits.ts";
import type { Tables } from "./tables.ts";

/** Every step of the schema, oldest first. A step that was released is never edited; a new one follows. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-articles-and-feed-states": { up: createArticlesAndFeedStates },
  "0002-extractions-and-digests": { up: createExtractionsAndDigests },
  "0003-chats-and-deliveries": { up: createChatsAndDeliveries },
  "0004-told-occasions": { up: createToldOccasions },
  "0005-narrations-and-model-tokens": { up: createNarrationsAndModelTokens },
  "0006-leases": { up: createLeases },
  "0007-pruned-articles-and-told-rounds": { up: createPrunedArticlesAndToldRounds },
  "0008-shared-limits": { up: createSharedLimits },
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
  const migrationTableSchema = await schemaOf(db);
  const done = await stepsDone(db, migrationTableSchema);
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
    ...(migrationTableSchema === null ? {} : { migrationTableSchema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error) throw error;
  if (error !== undefined)
    throw new Error("the schema was not brought up to date", { cause: error });
}

/** The schema that unqualified names mean; null where a database has but one. Hosts keep their own beside it. */
async function schemaOf(db: Kysely<Tables>): Promise<string | null> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return null;
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  const name = rows[0]?.name ?? null;
  if (name !== null) return name;
  throw new ConfigError(["DATABASE_URL: the user has no schema to keep tables in; give him one"]);
}

/** Asked first, so that a database that is up to date is opened without writing. */
async function stepsDone(db: Kysely<Tables>, schema: string | null): Promise<string[]> {
  const all: readonly TableMetadata[] = await db.introspection.getTables();
  const tables = all.filter((table) => schema === null || table.schema === schema);
  if (tables.length === 0) return [];
  if (!tables.some(({ name }) => name === "migrations"))
    throw new ConfigError([
      "DATABASE_URL: the database belongs to another program; name a new file or database",
    ]);
  const rows = await db
    .withTables<MigrationTable>()
    .selectFrom("migrations")
    .select("name")
    .execute();
  return rows.map(({ name }) => name);
}
