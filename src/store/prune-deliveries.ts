import type { Kysely } from "kysely";
import type { Address } from "../platform/address.ts";
import { isWithin } from "./address-columns.ts";
import { inRuns } from "./atomically.ts";
import type { Tables } from "./tables.ts";

/** Removes what was settled before an instant, and messages that nothing refers to then; gives how many deliveries. */
export async function pruneDeliveries(
  db: Kysely<Tables>,
  before: Date,
  limit: number,
): Promise<number> {
  const removed = await db
    .deleteFrom("deliveries")
    .where("id", "in", (eb) =>
      eb
        .selectFrom("deliveries")
        .select("id")
        .where("settled_at", "<", before.getTime())
        .orderBy("settled_at")
        .limit(limit),
    )
    .returning("message_id")
    .execute();
  await dropUnused(
    db,
    removed.map((row) => row.message_id),
  );
  return removed.length;
}

/** Erases what was or is owed to an address, and messages that only it was owed: they may speak of it. */
export async function eraseDeliveries(db: Kysely<Tables>, address: Address): Promise<void> {
  const erased = await db
    .deleteFrom("deliveries")
    .where(isWithin(address))
    .returning("message_id")
    .execute();
  await dropUnused(
    db,
    erased.map((row) => row.message_id),
  );
}

async function dropUnused(db: Kysely<Tables>, messages: readonly string[]): Promise<void> {
  for (const run of inRuns([...new Set(messages)]))
    await db
      .deleteFrom("outgoing_messages")
      .where("id", "in", run)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("deliveries")
              .select("deliveries.id")
              .whereRef("deliveries.message_id", "=", "outgoing_messages.id"),
          ),
        ),
      )
      .execute();
}
