import type { Kysely } from "kysely";
import { inRuns } from "./atomically.ts";
import type { DeliveryRow } from "./delivery-tables.ts";
import type { Tables } from "./tables.ts";

/** Inserts deliveries within a transaction; those already there by id are left alone. Gives how many are new. */
export type InsertRows = (db: Kysely<Tables>, rows: readonly DeliveryRow[]) => Promise<number>;

/** As any database takes them. */
export const insertRows: InsertRows = async (db, rows) => {
  let added = 0n;
  for (const run of inRuns(rows)) {
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto("deliveries")
      .values(run)
      .onConflict((conflict) => conflict.column("id").doNothing())
      .executeTakeFirst();
    added += numInsertedOrUpdatedRows;
  }
  return Number(added);
};
