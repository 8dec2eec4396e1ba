import type { Kysely } from "kysely";
import type { Address } from "../platform/address.ts";
import { isWithin } from "./address-columns.ts";
import { inRuns } from "./atomically.ts";
import type { Tables } from "./tables.ts";

/** Removes what was settled before an instant, and then messages that nothing refers to; gives how many deliveries. */
export async function pruneDeliveries(db: Kysely<Tables>, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("deliveries")
    .where("settled_at", "<", before.getTime())
    .executeTakeFirst();
  await db
    .deleteFrom("outgoing_messages")
    .where("id", "not in", (eb) => eb.selectFrom("deliveries").select("message_id").distinct())
    .execute();
  return Number(numDeletedRows);
}

/** Erases what was or is owed to an address, and messages that only it was owed: they may speak of it. */
export async function eraseDeliveries(db: Kysely<Tables>, address: Address): Promise<void> {
  const erased = await db
    .deleteFrom("deliveries")
    .where(isWithin(address))
    .returning("message_id")
    .execute();
  const messages = [...new Set(erased.map((row) => row.message_id))];
  for (const run of inRuns(messages))
    await db
      .deleteFrom("outgoing_messages")
      .where("id", "in", run)
      .where("id", "not in", (eb) =>
        eb.selectFrom("deliveries").select("message_id").where("message_id", "in", run),
      )
      .execute();
}
