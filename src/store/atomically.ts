import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Does all of `work` or none of it, within the transaction that is under way if there is one. */
export function atomically<T>(
  db: Kysely<Tables>,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/**
 * Few enough rows for one statement of any database, and for the statement to be kept: longer ones are
 * no faster, and hold megabytes outside the heap until it is collected.
 */
const ROWS_AT_ONCE = 50;

/** Cuts a list into runs that one statement can take. */
export function inRuns<T>(items: readonly T[]): T[][] {
  const runs: T[][] = [];
  for (let start = 0; start < items.length; start += ROWS_AT_ONCE)
    runs.push(items.slice(start, start + ROWS_AT_ONCE));
  return runs;
}
