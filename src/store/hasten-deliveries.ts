import type { ExpressionBuilder, Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** See `Outbox.hasten`. The lease stays written, run out as it is: its holder may still take it up again. */
export type HastenRows = (db: Kysely<Tables>, platform: string, now: Date) => Promise<void>;

/** Where one process at a time writes. */
export const hastenRows: HastenRows = async (db, platform, now) => {
  await db
    .updateTable("deliveries")
    .set((eb) => ({ ready_at: eb.ref("due_at") }))
    .where("id", "in", (eb) => lapsedIds(eb, platform, now))
    .execute();
};

/** Where others write, too: what a frozen node holds in its transaction is left for a later time. */
export const hastenRowsAmongOthers: HastenRows = async (db, platform, now) => {
  await db
    .updateTable("deliveries")
    .set((eb) => ({ ready_at: eb.ref("due_at") }))
    .where("id", "in", (eb) => lapsedIds(eb, platform, now).forUpdate().skipLocked())
    .execute();
};

const lapsedIds = (
  eb: Pick<ExpressionBuilder<Tables, "deliveries">, "selectFrom">,
  platform: string,
  now: Date,
) =>
  eb
    .selectFrom("deliveries")
    .select("id")
    .where("platform", "=", platform)
    .where("lease_ends", "<=", now.getTime())
    .whereRef("due_at", "<", "ready_at");
