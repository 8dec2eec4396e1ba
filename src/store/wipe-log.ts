import { type Kysely, sql } from "kysely";
import type { Stores } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Stores that tell when something of a person was erased. */
export const tellingErasures = (stores: Stores, onErased: () => void): Stores => ({
  ...stores,
  outbox: {
    ...stores.outbox,
    forget: async (address) => {
      await stores.outbox.forget(address);
      onErased();
    },
  },
});

/**
 * Writes the log of changes into the database and empties it, since it keeps what pages held before
 * (https://www.sqlite.org/pragma.html#pragma_wal_checkpoint). While another process reads, the rest of it
 * stays until the next time.
 */
export async function wipeLog(db: Kysely<Tables>): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
