import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ConfigError } from "../config/env.ts";
import { toStoreError } from "./sqlite-errors.ts";
import { StoreError } from "./store-error.ts";

/** A database that is gone when it is closed. */
export const IN_MEMORY = ":memory:";

/** Long enough for another process to end its transaction, short enough to be told. */
const LOCK_WAIT_MS = 5_000;
const LOCK_RETRY_MS = 20;

/**
 * `synchronous = normal` keeps every commit when the process is killed; a power cut may undo the last
 * seconds, always whole commits from the end (https://www.sqlite.org/pragma.html#pragma_synchronous).
 * Articles and the state of their feed are undone together then, so the next poll brings them again.
 * `full` would wait for the disk at each commit, and all of Parley with it, since this API blocks.
 *
 * `secure_delete = on` writes zeros over what is deleted, so that nothing of a person who is forgotten
 * stays in the file. `fast` would leave whole pages that became free as they are, and saves nothing that
 * owing and settling 100,000 deliveries could measure.
 */
const SETTINGS = `
  pragma synchronous = normal;
  pragma secure_delete = on;
  pragma cache_size = -8000;
  pragma foreign_keys = on;
  pragma trusted_schema = off;
`;

/**
 * Opens a SQLite file, made with its folder when there is none.
 *
 * @throws {ConfigError} when it cannot be opened, or is something else.
 * @throws {StoreError} when another process holds it, or the disk is full.
 */
export function openSqliteDatabase(file: string, lockWaitMs: number = LOCK_WAIT_MS): DatabaseSync {
  makeFolder(file);
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { timeout: lockWaitMs });
    prepareFile(database, lockWaitMs);
    database.exec(SETTINGS);
    return database;
  } catch (error) {
    database?.close();
    throw toOpenError(file, error);
  }
}

/**
 * While another process makes the same change, or recovers the log of one that was killed, SQLite
 * answers at once that the file is locked, whatever its timeout is
 * (https://www.sqlite.org/rescode.html#busy_recovery), so the waiting is done here.
 */
function prepareFile(database: DatabaseSync, lockWaitMs: number): void {
  const until = performance.now() + lockWaitMs;
  for (;;) {
    try {
      // Takes effect in a new file alone, and would wait for whoever writes in any other.
      if (isNew(database)) database.exec("pragma auto_vacuum = incremental");
      database.exec("pragma journal_mode = wal");
      return;
    } catch (error) {
      const named = toStoreError(error);
      const locked = named instanceof StoreError && named.failure === "locked";
      if (!locked || performance.now() >= until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_RETRY_MS);
    }
  }
}

const isNew = (database: DatabaseSync): boolean =>
  database.prepare("pragma page_count").get()?.["page_count"] === 0;

function makeFolder(file: string): void {
  if (file === IN_MEMORY) return;
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([`DATABASE_URL: the folder of ${file} cannot be made (${reason})`]);
  }
}

function toOpenError(file: string, error: unknown): unknown {
  const named = toStoreError(error);
  if (!(named instanceof StoreError)) return named;
  if (named.failure === "not-writable" || named.failure === "damaged")
    return new ConfigError([`DATABASE_URL: ${file}: ${named.message}`]);
  return new StoreError(named.failure, `${file}: ${named.message}`, error);
}
