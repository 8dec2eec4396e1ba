import { randomUUID } from "node:crypto";
import { Kysely, PostgresDialect, sql } from "kysely";
import { ConfigError } from "../config/env.ts";
import type { Engine, IsWithin, StoreSize } from "./engine.ts";
import { readPostgresAddress } from "./postgres-address.ts";
import { claimRowsAmongOthers } from "./postgres-claims.ts";
import { createCollationPlugin } from "./postgres-collation.ts";
import { hastenRowsAmongOthers } from "./hasten-deliveries.ts";
import { insertRowsAsDocument } from "./postgres-inserts.ts";
import { createPostgresPaceBook } from "./postgres-pace.ts";
import { createGuardedPool, type GuardedPool } from "./postgres-pool.ts";
import { createPostgresSearch } from "./postgres-search.ts";
import { StoreError } from "./store-error.ts";
import type { Tables } from "./tables.ts";
import { inTurn, takeTurns } from "./turns.ts";

/**
 * Connects to a PostgreSQL database.
 *
 * @throws {ConfigError} when the server refuses the address, or its database cannot hold every language.
 * @throws {StoreError} when the server cannot be reached.
 */
export async function openPostgresEngine(databaseUrl: string, isWithin: IsWithin): Promise<Engine> {
  const pool = createGuardedPool(readPostgresAddress(databaseUrl), isWithin);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  takeTurns(db, isWithin);
  await checkServer(db);
  const node = randomUUID();
  return {
    db,
    schema: db.withPlugin(createCollationPlugin()),
    claimRows: claimRowsAmongOthers,
    hastenRows: hastenRowsAmongOthers,
    insertRows: insertRowsAsDocument,
    holdReadings,
    nowOf: () => serverNow,
    paceBook: (platform, nowMs) =>
      createPostgresPaceBook(db, { platform, node, ...(nowMs === undefined ? {} : { nowMs }) }),
    search: (words, report) => createPostgresSearch(db, words, report),
    backup: () => Promise.reject(useDump()),
    size: () => postgresSize(db),
    // The server gives room back by itself, as its autovacuum finds it
    // (https://www.postgresql.org/docs/17/routine-vacuuming.html).
    giveBack: () => Promise.resolve(0),
    // The server's own log of changes is not this program's to empty.
    wipeTraces: () => Promise.resolve(),
    close: () => closeWhenIdle(db, pool),
  };
}

/** As it is when the row is looked at, however long the transaction, or a wait for another, has taken. */
const serverNow = () => sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`;

/**
 * A transaction sees what was kept before its first question, and to lock is none
 * (https://www.postgresql.org/docs/17/sql-lock.html): so it sees what whoever had the lock before has kept.
 */
async function holdReadings(within: Kysely<Tables>): Promise<void> {
  await sql`lock table extractions in share row exclusive mode`.execute(within);
}

async function checkServer(db: Kysely<Tables>): Promise<void> {
  try {
    const { rows } = await sql<{ encoding: string }>`
      select current_setting('server_encoding') as encoding`.execute(db);
    if (rows[0]?.encoding === "UTF8") return;
    throw new ConfigError([
      "DATABASE_URL: the database is not in UTF-8; make one with: create database parley encoding 'UTF8' template template0",
    ]);
  } catch (error) {
    await db.destroy();
    if (error instanceof StoreError && error.failure === "refused")
      throw new ConfigError([`DATABASE_URL: ${error.message}`]);
    throw error;
  }
}

async function postgresSize(db: Kysely<Tables>): Promise<StoreSize> {
  const { rows } = await sql<{ bytes: number }>`
    select pg_database_size(current_database()) as bytes`.execute(db);
  return { bytes: rows[0]?.bytes ?? 0, freeBytes: 0 };
}

async function closeWhenIdle(db: Kysely<Tables>, pool: GuardedPool): Promise<void> {
  await inTurn(db, () => pool.idle());
  await db.destroy();
}

const useDump = () =>
  new StoreError(
    "unsupported",
    'PostgreSQL is copied with its own tools: pg_dump --format=custom --file=parley.dump "$DATABASE_URL"',
  );
