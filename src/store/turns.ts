import type { Kysely } from "kysely";
import type { IsWithin } from "./engine.ts";
import type { Tables } from "./tables.ts";

type Turns = { readonly isWithin: IsWithin; last: Promise<unknown> };

const turnsOf = new WeakMap<Kysely<Tables>, Turns>();

/** What is thrown when a transaction asks what would wait for itself. */
export const withinTransaction = (): Error =>
  new Error("Within a transaction, use the stores that it hands in.");

/**
 * Lets the transactions of a database come one after the other in this process, as those of SQLite do:
 * what is kept in memory beside them relies on it, and they need not be done again because of each other.
 */
export function takeTurns(db: Kysely<Tables>, isWithin: IsWithin): void {
  turnsOf.set(db, { isWithin, last: Promise.resolve() });
}

/** Does `work` in its turn; at once where a database takes none. */
export async function inTurn<T>(db: Kysely<Tables>, work: () => Promise<T>): Promise<T> {
  const turns = turnsOf.get(db);
  if (turns === undefined) return work();
  if (turns.isWithin()) throw withinTransaction();
  const done = turns.last.then(work);
  turns.last = done.catch(() => undefined);
  return done;
}
