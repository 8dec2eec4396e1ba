import type { Expression, ExpressionBuilder, Kysely, SqlBool } from "kysely";
import { PRIORITIES } from "../deliveries/delivery.ts";
import type { Claim } from "../deliveries/outbox.ts";
import { inRuns } from "./atomically.ts";
import type { DeliveryRow } from "./delivery-tables.ts";
import type { Tables } from "./tables.ts";

/** Leases what a claim asks for, within a transaction, and gives the rows in the order to send them. */
export type ClaimRows = (db: Kysely<Tables>, claim: Claim) => Promise<DeliveryRow[]>;

/** Read beyond what is asked for, since of each channel only the first is taken. */
export const SPARE_ROWS = 16;

/** Leases what a claim asks for; a transaction must be under way that keeps other claims out. */
export const claimRows: ClaimRows = async (db, claim) => {
  const claimed: DeliveryRow[] = [];
  for (const priority of Object.values(PRIORITIES))
    while (claimed.length < claim.limit) {
      const left = claim.limit - claimed.length;
      const page = await readyRows(db, { ...claim, priority }, left + SPARE_ROWS);
      const run = firstOfEachChannel(page).slice(0, left);
      await lease(db, run, claim.leaseEnds);
      claimed.push(...run);
      if (page.length < left + SPARE_ROWS) break;
    }
  return claimed;
};

/** What is looked for; nothing of the channels passed over. */
type Wanted = Pick<Claim, "platform" | "now" | "leavesLapsed"> & {
  readonly priority: number;
  readonly passedOver?: readonly string[];
};

/** Deliveries that may be claimed, those that fell due first before others. */
export function readyRows(
  db: Kysely<Tables>,
  { priority, passedOver = [], ...claim }: Wanted,
  limit: number,
): Promise<DeliveryRow[]> {
  const { platform, now } = claim;
  const query = db
    .selectFrom("deliveries")
    .selectAll()
    .where("platform", "=", platform)
    .where("priority", "=", priority)
    .where("ready_at", "<=", now.getTime())
    .where((eb) => eb.not(inLeasedChannel(eb, claim)))
    .orderBy("ready_at")
    .limit(limit);
  if (passedOver.length === 0) return query.execute();
  return query.where("channel", "not in", passedOver).execute();
}

/** Holds for a delivery of whose channel another is leased. */
export const inLeasedChannel = (
  eb: ExpressionBuilder<Tables, "deliveries">,
  { now, leavesLapsed = false }: Pick<Claim, "now" | "leavesLapsed">,
): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom("deliveries as leased")
      .select("leased.id")
      .whereRef("leased.platform", "=", "deliveries.platform")
      .whereRef("leased.channel", "=", "deliveries.channel")
      .where("leased.lease_ends", ">", leavesLapsed ? 0 : now.getTime()),
  );

/** The first row of each channel, in the order given. */
export function firstOfEachChannel(rows: readonly DeliveryRow[]): DeliveryRow[] {
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
