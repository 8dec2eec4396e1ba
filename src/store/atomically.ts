import { setTimeout as pause } from "node:timers/promises";
import type { IsolationLevel, Kysely } from "kysely";
import { backoffMs } from "../lib/backoff.ts";
import { StoreError } from "./store-error.ts";
import type { Tables } from "./tables.ts";
import { inTurn } from "./turns.ts";

/**
 * Does all of `work` or none of it, within the transaction that is under way if there is one, and as if
 * all transactions came one after the other. Where another process changed the same meanwhile, `work` is
 * done again from its start.
 */
export function atomically<T>(
  db: Kysely<Tables>,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db);
  return inTurn(db, () => untilItGoes(db, "serializable", work));
}

/**
 * Like {@link atomically}, for work whose every statement holds whatever others change beside it: it waits
 * for no turn, and sees what others commit meanwhile.
 */
export function atOnce<T>(
  db: Kysely<Tables>,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return db.isTransaction ? work(db) : untilItGoes(db, "read committed", work);
}

/** Some seconds of others getting in the way; more than that is no accident. */
const MOST_TRIES = 12;
const WAITS = { firstMs: 5, longestMs: 500 } as const;

async function untilItGoes<T>(
  db: Kysely<Tables>,
  isolation: IsolationLevel,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await db.transaction().setIsolationLevel(isolation).execute(work);
    } catch (error) {
      const contended = error instanceof StoreError && error.failure === "contended";
      if (!contended || tries === MOST_TRIES) throw error;
      await pause(backoffMs(tries, WAITS, Math.random));
    }
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
