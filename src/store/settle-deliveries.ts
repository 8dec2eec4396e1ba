import { type Kysely, sql } from "kysely";
import { type Delivery, type DeliveryId, PRIORITIES } from "../deliveries/delivery.ts";
import type { Leased, Outbox, Withdrawal } from "../deliveries/outbox.ts";
import type { SubscriptionId } from "../deliveries/subscription.ts";
import type { Address } from "../platform/address.ts";
import { isInChannel, isWithin } from "./address-columns.ts";
import { atomically, atOnce, inRuns } from "./atomically.ts";
import { toSettledColumns } from "./delivery-rows.ts";
import type { Tables } from "./tables.ts";

/** The changes that end the waiting of deliveries, or let it go on. */
export const createSettlement = (
  db: Kysely<Tables>,
): Pick<
  Outbox,
  | "settle"
  | "renew"
  | "letGo"
  | "expire"
  | "turnBack"
  | "bringForward"
  | "move"
  | "withdraw"
  | "withdrawEach"
  | "handOver"
> => ({
  settle: (deliveries, leases = new Map()) =>
    atOnce(db, async (within) => {
      for (const run of inRuns(deliveries)) await settleRun(within, run, leases);
    }),
  renew: (leased, leaseEnds) =>
    atOnce(db, async (within) => {
      const kept: string[] = [];
      for (const run of inRuns(leased))
        kept.push(...(await renewRun(within, run, leaseEnds.getTime())));
      const ids = new Set(kept);
      return new Set(leased.map(({ delivery }) => delivery.id).filter((id) => ids.has(id)));
    }),
  letGo: (platform, now) => letGo(db, platform, now),
  expire: (now) => expire(db, now),
  turnBack: (platform, now, byMs) => turnBack(db, platform, now, byMs),
  bringForward: (platform, now, farthest) => bringForward(db, platform, now, farthest),
  move: (from, to) => atomically(db, (within) => move(within, from, to)),
  withdraw: (address, at, reason) => withdraw(db, address, at, reason),
  withdrawEach: (ids, withdrawal) =>
    atomically(db, (within) => withdrawEach(within, ids, withdrawal)),
  handOver: (id, to) => handOver(db, id, to),
});

/** One statement for many: each would be a way to the server and back. */
async function settleRun(
  db: Kysely<Tables>,
  run: readonly Delivery[],
  leases: ReadonlyMap<DeliveryId, Date>,
): Promise<void> {
  const rows = run.map((delivery) => {
    const columns = toSettledColumns(delivery);
    // What was sent was sent, whoever has it now.
    const lease = delivery.status.kind === "sent" ? undefined : leases.get(delivery.id)?.getTime();
    const { due_at, attempts, style, sent_ids_json, status, reason, settled_at, ready_at } =
      columns;
    return sql`(${delivery.id}, ${sent_ids_json}, ${style}, ${status}, ${reason},
      cast(${attempts} as integer), cast(${due_at} as bigint), cast(${ready_at} as bigint),
      cast(${settled_at} as bigint), cast(${lease ?? null} as bigint))`;
  });
  await sql`
    update deliveries
    set sent_ids_json = settled.column2, style = settled.column3, status = settled.column4,
      reason = settled.column5, attempts = settled.column6, due_at = settled.column7,
      ready_at = settled.column8, settled_at = settled.column9, lease_ends = null
    from (values ${sql.join(rows)}) as settled
    where deliveries.id = settled.column1 and deliveries.ready_at is not null
      and (settled.column10 is null or deliveries.lease_ends = settled.column10)`.execute(db);
}

async function renewRun(
  db: Kysely<Tables>,
  run: readonly Leased[],
  leaseEnds: number,
): Promise<readonly string[]> {
  const leases = run.map(({ delivery, leaseEnds: held }) => {
    const { id, sentIds } = delivery;
    return sql`(${id}, ${JSON.stringify(sentIds)}, cast(${held.getTime()} as bigint))`;
  });
  const { rows } = await sql<{ id: string }>`
    update deliveries
    set sent_ids_json = renewed.column2, lease_ends = ${leaseEnds}, ready_at = ${leaseEnds}
    from (values ${sql.join(leases)}) as renewed
    where deliveries.id = renewed.column1 and deliveries.ready_at is not null
      and deliveries.lease_ends = renewed.column3
    returning deliveries.id`.execute(db);
  return rows.map(({ id }) => id);
}

async function letGo(db: Kysely<Tables>, platform: string, now: Date): Promise<void> {
  await db
    .updateTable("deliveries")
    .set((eb) => ({
      ready_at: eb
        .case()
        .when("due_at", "<", now.getTime())
        .then(eb.ref("due_at"))
        .else(now.getTime())
        .end(),
      lease_ends: null,
    }))
    .where("platform", "=", platform)
    .where("lease_ends", "is not", null)
    .where("ready_at", "is not", null)
    .execute();
}

async function expire(db: Kysely<Tables>, now: Date): Promise<number> {
  const at = now.getTime();
  const { numUpdatedRows } = await db
    .updateTable("deliveries")
    .set({ status: "expired", settled_at: at, ready_at: null, lease_ends: null })
    .where("expires_at", "<=", at)
    .where("ready_at", "is not", null)
    .where((eb) => eb.or([eb("lease_ends", "is", null), eb("lease_ends", "<=", at)]))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

async function turnBack(
  db: Kysely<Tables>,
  platform: string,
  now: Date,
  byMs: number,
): Promise<void> {
  await db
    .updateTable("deliveries")
    .set((eb) => ({
      ready_at: eb("ready_at", "-", byMs),
      due_at: eb("due_at", "-", byMs),
      lease_ends: eb("lease_ends", "-", byMs),
    }))
    .where("platform", "=", platform)
    .where("ready_at", ">", now.getTime())
    .where((eb) =>
      eb.or([
        eb("kind", "<>", "broadcast"),
        eb("attempts", ">", 0),
        eb("lease_ends", "is not", null),
      ]),
    )
    .execute();
}

async function bringForward(
  db: Kysely<Tables>,
  platform: string,
  now: Date,
  farthest: Date,
): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ ready_at: now.getTime(), due_at: now.getTime(), lease_ends: null })
    .where("platform", "=", platform)
    .where("priority", "in", Object.values(PRIORITIES))
    .where("ready_at", ">", farthest.getTime())
    .execute();
}

async function handOver(
  db: Kysely<Tables>,
  id: DeliveryId,
  subscription: SubscriptionId,
): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ subscription })
    .where("id", "=", id)
    .where("ready_at", "is not", null)
    .execute();
}

/** What was sent moves too, so that all of an address can be erased; its messages have other ids there. */
async function move(
  db: Kysely<Tables>,
  from: Address,
  { platform, channel }: Address,
): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ platform, channel, sent_ids_json: "[]" })
    .where(isInChannel(from))
    .where("ready_at", "is", null)
    .execute();
  await db.updateTable("deliveries").set({ platform, channel }).where(isInChannel(from)).execute();
}

async function withdraw(
  db: Kysely<Tables>,
  address: Address,
  at: Date,
  reason: string,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("deliveries")
    .set(deadColumns(reason, at))
    .where(isWithin(address))
    .where("ready_at", "is not", null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

async function withdrawEach(
  db: Kysely<Tables>,
  ids: readonly DeliveryId[],
  { at, reason, untouched }: Withdrawal,
): Promise<ReadonlySet<DeliveryId>> {
  const withdrawn: string[] = [];
  for (const run of inRuns(ids)) {
    const waiting = db
      .updateTable("deliveries")
      .set(deadColumns(reason, at))
      .where("id", "in", run)
      .where("ready_at", "is not", null);
    const which = untouched
      ? waiting
          .where("sent_ids_json", "=", "[]")
          .where((eb) =>
            eb.or([eb("lease_ends", "is", null), eb("lease_ends", "<=", at.getTime())]),
          )
      : waiting;
    withdrawn.push(...(await which.returning("id").execute()).map(({ id }) => id));
  }
  const taken = new Set(withdrawn);
  return new Set(ids.filter((id) => taken.has(id)));
}

const deadColumns = (reason: string, at: Date) => ({
  status: "dead",
  reason: reason.toWellFormed(),
  settled_at: at.getTime(),
  ready_at: null,
  lease_ends: null,
});
