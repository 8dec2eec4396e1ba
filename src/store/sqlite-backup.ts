import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { type Kysely, sql } from "kysely";
import { StoreError } from "./store-error.ts";
import type { Tables } from "./tables.ts";

/**
 * Writes a copy of the database as of one instant, compacted (https://www.sqlite.org/lang_vacuum.html).
 * Other processes go on reading and writing meanwhile. A copy that is cut short is
 * never taken for a backup.
 *
 * @throws {StoreError} when the file exists already or cannot be written.
 */
export async function backUpSqlite(db: Kysely<Tables>, file: string): Promise<void> {
  if (existsSync(file)) throw alreadyThere(file);
  try {
    mkdirSync(dirname(file), { recursive: true });
    await copyWhole(db, file);
  } catch (error) {
    throw toBackupError(file, error);
  }
}

/** The copy takes its name when it is whole; a link, since a move would write over a file made meanwhile. */
async function copyWhole(db: Kysely<Tables>, file: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    await sql`vacuum into ${unfinished}`.execute(db);
    flush(unfinished);
    linkSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function flush(file: string): void {
  const descriptor = openSync(file, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const alreadyThere = (file: string) =>
  new StoreError("exists", `${file} exists already; name a new file`);

function toBackupError(file: string, error: unknown): unknown {
  if (error instanceof StoreError)
    return new StoreError(error.failure, `${file}: no backup was made: ${error.message}`, error);
  if (!(error instanceof Error) || !("code" in error)) return error;
  if (error.code === "EEXIST" && existsSync(file)) return alreadyThere(file);
  return new StoreError("not-writable", `${file}: no backup was made: ${error.message}`, error);
}
