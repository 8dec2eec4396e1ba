import { Kysely, sql } from "kysely";
import { claimRows } from "./claim-deliveries.ts";
import { hastenRows } from "./hasten-deliveries.ts";
import { insertRows } from "./insert-deliveries.ts";
import type { Engine, IsWithin } from "./engine.ts";
import { backUpSqlite } from "./sqlite-backup.ts";
import { openSqliteDatabase } from "./sqlite-database.ts";
import { createSqliteDialect } from "./sqlite-dialect.ts";
import { createSqliteSearch } from "./sqlite-search.ts";
import { giveBackPages, sqliteSize } from "./sqlite-space.ts";
import type { Tables } from "./tables.ts";
import { wipeLog } from "./wipe-log.ts";

/**
 * Opens a SQLite file. Its transactions come one after the other, in all processes, so a claim needs no
 * lock of its own.
 *
 * @throws {ConfigError} @throws {StoreError} as `openSqliteDatabase` does.
 */
export function openSqliteEngine(file: string, isWithin: IsWithin): Engine {
  const database = openSqliteDatabase(file);
  const dialect = createSqliteDialect(database, isWithin);
  const db = new Kysely<Tables>({ dialect });
  return {
    db,
    schema: db,
    claimRows,
    hastenRows,
    insertRows,
    holdReadings: () => Promise.resolve(),
    nowOf: (clock) => () => sql<number>`${clock.now().getTime()}`,
    paceBook: null,
    search: (words, report) => createSqliteSearch(db, words, report),
    backup: (target) => backUpSqlite(db, target),
    size: () => sqliteSize(db),
    giveBack: () => giveBackPages(db, (statement) => database.exec(statement)),
    wipeTraces: () => wipeLog(db),
    close: () => db.destroy(),
  };
}
