import { type Kysely, PostgresAdapter, sql, type TableMetadata } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { ConfigError } from "../config/env.ts";
import { type Step, STEPS, type Steps, TELLS_SINCE } from "./steps.ts";
import type { Tables } from "./tables.ts";

type BookkeepingTables = {
  migrations: { name: string };
  compatible_versions: { step: string; compatible_from: string };
};

/**
 * Brings the schema up to date: all of the missing steps or, when one fails, none; of several nodes that begin
 * at once, one does it. A schema of a newer version that this one may use is left as it is. Gives the steps that
 * it is ahead.
 *
 * @throws {ConfigError} when a newer version that breaks with this one, or another program, has written the database.
 */
export async function migrate(
  db: Kysely<Tables>,
  steps: Steps = STEPS,
): Promise<readonly string[]> {
  const schema = await schemaOf(db);
  const standing = await standingOf(db, schema, steps);
  if (standing.kind !== "behind") return standing.ahead;
  const error = await takeSteps(db, schema, steps);
  if (error === undefined) return [];
  // A node of a newer version may have done it meanwhile, with steps that the library does not know.
  const since = await standingOf(db, schema, steps);
  if (since.kind !== "behind") return since.ahead;
  if (error instanceof Error) throw error;
  throw new Error("the schema was not brought up to date", { cause: error });
}

type Standing =
  | { readonly kind: "behind" }
  | { readonly kind: "usable"; readonly ahead: readonly string[] };

/** How a schema stands to this program; asked first, so that one that is up to date is opened without writing. */
async function standingOf(
  db: Kysely<Tables>,
  schema: string | null,
  steps: Steps,
): Promise<Standing> {
  const done = await stepsDone(db, schema);
  const ahead = done.filter((name) => !Object.hasOwn(steps, name));
  const isBehind = Object.keys(steps).some((name) => !done.includes(name));
  if (ahead.length === 0) return isBehind ? { kind: "behind" } : { kind: "usable", ahead };
  const breaks = await breakingSteps(db, done, ahead, steps);
  if (isBehind || breaks.length > 0) throw tooNew(isBehind ? ahead : breaks);
  return { kind: "usable", ahead };
}

const tooNew = (names: readonly string[]) =>
  new ConfigError([
    `DATABASE_URL: the database was written by a newer version of Parley (step ${names.join(", ")}), ` +
      "which this version cannot work beside; update Parley, or restore a backup made before the update",
  ]);

/** Of the steps that a schema is ahead, those after which this program may not use it. */
async function breakingSteps(
  db: Kysely<Tables>,
  done: readonly string[],
  ahead: readonly string[],
  steps: Steps,
): Promise<readonly string[]> {
  if (!done.includes(TELLS_SINCE)) return ahead;
  const rows = await db
    .withTables<BookkeepingTables>()
    .selectFrom("compatible_versions")
    .selectAll()
    .execute();
  const from = new Map(rows.map((row) => [row.step, row.compatible_from]));
  return ahead.filter((name) => !Object.hasOwn(steps, from.get(name) ?? name));
}

/** Undefined, or why nothing was done. The library lets one node at a time in, and looks again then. */
async function takeSteps(
  db: Kysely<Tables>,
  schema: string | null,
  steps: Steps,
): Promise<unknown> {
  const migrations = Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [name, telling(name, step)]),
  );
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: "migrations",
    migrationLockTableName: "migration_lock",
    ...(schema === null ? {} : { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  return error;
}

/** Does a step, and writes down which older programs may use what comes of it. */
const telling = (name: string, { up, compatibleFrom }: Step): Migration => ({
  async up(db: Kysely<BookkeepingTables>) {
    await up(db);
    if (name <= TELLS_SINCE) return;
    const row = { step: name, compatible_from: compatibleFrom };
    await db.insertInto("compatible_versions").values(row).execute();
  },
});

/** The schema that unqualified names mean; null where a database has but one. Hosts keep their own beside it. */
async function schemaOf(db: Kysely<Tables>): Promise<string | null> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return null;
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  const name = rows[0]?.name ?? null;
  if (name !== null) return name;
  throw new ConfigError(["DATABASE_URL: the user has no schema to keep tables in; give him one"]);
}

async function stepsDone(db: Kysely<Tables>, schema: string | null): Promise<string[]> {
  const all: readonly TableMetadata[] = await db.introspection.getTables();
  const tables = all.filter((table) => schema === null || table.schema === schema);
  if (tables.length === 0) return [];
  if (!tables.some(({ name }) => name === "migrations"))
    throw new ConfigError([
      "DATABASE_URL: the database belongs to another program; name a new file or database",
    ]);
  const rows = await db
    .withTables<BookkeepingTables>()
    .selectFrom("migrations")
    .select("name")
    .execute();
  return rows.map(({ name }) => name);
}
