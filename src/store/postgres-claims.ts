import { type Kysely, sql } from "kysely";
import { PRIORITIES } from "../deliveries/delivery.ts";
import type { Claim } from "../deliveries/outbox.ts";
import { firstOfEachChannel, inLeasedChannel, readyRows, SPARE_ROWS } from "./claim-deliveries.ts";
import type { DeliveryRow } from "./delivery-tables.ts";
import type { Tables } from "./tables.ts";

/**
 * Leases what a claim asks for while other nodes claim, too. Of a channel only who holds its advisory lock
 * leases, and he looks once more after he got it: a lease that another gave meanwhile is committed by then.
 * What others are at is passed over, never waited for.
 */
export async function claimRowsAmongOthers(
  db: Kysely<Tables>,
  claim: Claim,
): Promise<DeliveryRow[]> {
  const claimed: DeliveryRow[] = [];
  const passedOver: string[] = [];
  for (const priority of Object.values(PRIORITIES))
    while (claimed.length < claim.limit) {
      const left = claim.limit - claimed.length;
      const page = await readyRows(db, { ...claim, priority, passedOver }, left + SPARE_ROWS);
      const wanted = firstOfEachChannel(page).slice(0, left);
      const leased = await leaseFree(db, wanted, claim);
      claimed.push(...wanted.flatMap(({ id }) => leased.get(id) ?? []));
      passedOver.push(...wanted.filter(({ id }) => !leased.has(id)).map(({ channel }) => channel));
      if (page.length < left + SPARE_ROWS) break;
    }
  return claimed;
}

async function leaseFree(
  db: Kysely<Tables>,
  wanted: readonly DeliveryRow[],
  claim: Claim,
): Promise<ReadonlyMap<string, DeliveryRow>> {
  const held = await holdChannels(
    db,
    claim.platform,
    wanted.map(({ channel }) => channel),
  );
  const ids = wanted.filter(({ channel }) => held.has(channel)).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const [now, ends] = [claim.now.getTime(), claim.leaseEnds.getTime()];
  const rows = await db
    .updateTable("deliveries")
    .set({ lease_ends: ends, ready_at: ends })
    .where("id", "in", (eb) =>
      eb
        .selectFrom("deliveries")
        .select("id")
        .where("id", "in", ids)
        .where("ready_at", "<=", now)
        .where((free) => free.not(inLeasedChannel(free, claim)))
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of some channels, those that nobody else is claiming of; they stay so until the transaction ends. */
async function holdChannels(
  db: Kysely<Tables>,
  platform: string,
  channels: readonly string[],
): Promise<ReadonlySet<string>> {
  if (channels.length === 0) return new Set();
  const { rows } = await sql<{ channel: string }>`
    select channel from unnest(cast(${channels} as text[])) as channel
    where pg_try_advisory_xact_lock(hashtextextended(${`claim ${platform} `} || channel, 0))`.execute(
    db,
  );
  return new Set(rows.map(({ channel }) => channel));
}
