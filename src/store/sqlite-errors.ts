import { StoreError, type StoreFailure } from "./store-error.ts";

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html) that an operator can mend. */
const FAILURES: Readonly<Record<number, readonly [StoreFailure, string]>> = {
  5: ["locked", "the database is locked by another process; end it, or wait until it is done"],
  6: ["locked", "the database is locked by another process; end it, or wait until it is done"],
  8: ["not-writable", "the database may only be read; make the file and its folder writable"],
  10: ["disk-failed", "the disk failed while reading or writing the database; look at the disk"],
  11: ["damaged", "the database is damaged; restore a backup"],
  13: ["disk-full", "the disk is full and nothing more can be kept; make room"],
  14: ["not-writable", "the database cannot be opened; make its folder exist and be writable"],
  26: ["damaged", "the file is not a database"],
};

/** Ten or more further bits tell the kinds of a primary code apart. */
const PRIMARY = 0xff;

/** Names what SQLite reports; other errors are bugs and stay as they are. */
export function toStoreError(error: unknown): unknown {
  const code = sqliteCode(error);
  const known = code === null ? undefined : FAILURES[code & PRIMARY];
  return known === undefined ? error : new StoreError(known[0], known[1], error);
}

/** The extended result code of an error that SQLite reported; null for any other error. */
function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("errcode" in error)) return null;
  return typeof error.errcode === "number" ? error.errcode : null;
}
