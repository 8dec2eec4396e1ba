import type { Kysely } from "kysely";
import { PRIORITIES } from "../deliveries/delivery.ts";
import type { Claim } from "../deliveries/outbox.ts";
import { inRuns } from "./atomically.ts";
import type { DeliveryRow } from "./delivery-tables.ts";
import type { Tables } from "./tables.ts";

/** Read beyond what is asked for, since of each channel only the first is taken. */
const SPARE_ROWS = 16;

/** Leases what a claim asks for; a transaction must be under way that keeps other claims out. */
export async function claimRows(db: Kysely<Tables>, claim: Claim): Promise<DeliveryRow[]> {
  const claimed: DeliveryRow[] = [];
  for (const priority of Object.values(PRIORITIES))
    while (claimed.length < claim.limit) {
      const left = claim.limit - claimed.length;
      const page = await readyRows(db, claim, priority, left + SPARE_ROWS);
      const run = firstOfEachChannel(page).slice(0, left);
      await lease(db, run, claim.leaseEnds);
      claimed.push(...run);
      if (page.length < left + SPARE_ROWS) break;
    }
  return claimed;
}

const readyRows = (
  db: Kysely<Tables>,
  { platform, now }: Claim,
  priority: number,
  limit: number,
): Promise<DeliveryRow[]> =>
  db
    .selectFrom("deliveries")
    .selectAll()
    .where("platform", "=", platform)
    .where("priority", "=", priority)
    .where("ready_at", "<=", now.getTime())
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("deliveries as leased")
            .select("leased.id")
            .whereRef("leased.platform", "=", "deliveries.platform")
            .whereRef("leased.channel", "=", "deliveries.channel")
            .where("leased.lease_ends", ">", now.getTime()),
        ),
      ),
    )
    .orderBy("ready_at")
    .limit(limit)
    .execute();

function firstOfEachChannel(rows: readonly DeliveryRow[]): DeliveryRow[] {
  const first = new Map<string, DeliveryRow>();
  for (const row of rows) if (!first.has(row.channel)) first.set(row.channel, row);
  return [...first.values()];
}

async function lease(
  db: Kysely<Tables>,
  rows: readonly DeliveryRow[],
  leaseEnds: Date,
): Promise<void> {
  const ends = leaseEnds.getTime();
  for (const run of inRuns(rows))
    await db
      .updateTable("deliveries")
      .set({ lease_ends: ends, ready_at: ends })
      .where(
        "id",
        "in",
        run.map(({ id }) => id),
      )
      .execute();
}
