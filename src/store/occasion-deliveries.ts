import type { Kysely } from "kysely";
import type { DeliveryId, OwedDelivery } from "../deliveries/delivery.ts";
import type { OccasionId } from "../deliveries/occasion.ts";
import type { Address } from "../platform/address.ts";
import { isAt } from "./address-columns.ts";
import { inRuns } from "./atomically.ts";
import type { DeliveryRow } from "./delivery-tables.ts";
import type { Tables } from "./tables.ts";

/** Notes what deliveries tell of beside their own occasions. */
export async function noteTold(db: Kysely<Tables>, owed: readonly OwedDelivery[]): Promise<void> {
  const rows = owed.flatMap(({ id, alsoTells = [] }) =>
    alsoTells.map((occasion) => ({ occasion, delivery: id })),
  );
  for (const run of inRuns(rows))
    await db
      .insertInto("told_occasions")
      .values(run)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** The deliveries that tell an occasion, alone or among others, in the order of their ids. */
export async function tellingRows(
  db: Kysely<Tables>,
  occasion: OccasionId,
  after: DeliveryId | null,
  limit: number,
): Promise<DeliveryRow[]> {
  const alone = await db
    .selectFrom("deliveries")
    .selectAll()
    .where("occasion", "=", occasion)
    .where("id", ">", after ?? "")
    .orderBy("id")
    .limit(limit)
    .execute();
  const among = await db
    .selectFrom("told_occasions")
    .innerJoin("deliveries", "deliveries.id", "told_occasions.delivery")
    .selectAll("deliveries")
    .where("told_occasions.occasion", "=", occasion)
    .where("told_occasions.delivery", ">", after ?? "")
    .orderBy("told_occasions.delivery")
    .limit(limit)
    .execute();
  return [...alone, ...among].toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit);
}

/** Which of some occasions an address was told, or is still to be told. */
export async function toldAt(
  db: Kysely<Tables>,
  address: Address,
  occasions: readonly OccasionId[],
): Promise<ReadonlySet<OccasionId>> {
  const known = new Set<string>();
  for (const run of inRuns(occasions)) {
    const there = db
      .selectFrom("deliveries")
      .where(isAt(address))
      .where("status", "in", ["due", "sent"]);
    const alone = await there.select("occasion").where("occasion", "in", run).execute();
    const among = await there
      .innerJoin("told_occasions", "told_occasions.delivery", "deliveries.id")
      .select("told_occasions.occasion")
      .where("told_occasions.occasion", "in", run)
      .execute();
    for (const { occasion } of [...alone, ...among]) if (occasion !== null) known.add(occasion);
  }
  return new Set(occasions.filter((id) => known.has(id)));
}
