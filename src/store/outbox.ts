import type { Kysely } from "kysely";
import {
  type Delivery,
  type OutgoingMessage,
  type OwedDelivery,
  PRIORITIES,
} from "../deliveries/delivery.ts";
import type { Outbox } from "../deliveries/outbox.ts";
import { isOwedFor } from "./address-columns.ts";
import { atomically, atOnce } from "./atomically.ts";
import { type ClaimRows, claimRows } from "./claim-deliveries.ts";
import type { ReportCorruptRow } from "./corrupt-row.ts";
import { readDeliveryRow, toDeliveryRow } from "./delivery-rows.ts";
import type { DeliveryRow } from "./delivery-tables.ts";
import { type HastenRows, hastenRows } from "./hasten-deliveries.ts";
import { type InsertRows, insertRows } from "./insert-deliveries.ts";
import { noteTold, tellingRows, toldAt } from "./occasion-deliveries.ts";
import { countDeliveries, countWaiting } from "./outbox-counts.ts";
import { addMessages, createMessageShelf } from "./outbox-messages.ts";
import { eraseDeliveries, pruneDeliveries } from "./prune-deliveries.ts";
import { createSettlement } from "./settle-deliveries.ts";
import type { Tables } from "./tables.ts";

type Read = (rows: readonly DeliveryRow[]) => Delivery[];

/** What each engine does in its own way. */
export type OutboxWays = {
  readonly claimRows: ClaimRows;
  readonly hastenRows: HastenRows;
  readonly insertRows: InsertRows;
};

/** An outbox in a database that Kysely speaks; a corrupt delivery is left out, and holds up no other. */
export function createOutbox(
  db: Kysely<Tables>,
  report: ReportCorruptRow,
  ways: OutboxWays = { claimRows, hastenRows, insertRows },
): Outbox {
  const read: Read = (rows) =>
    rows.flatMap((row) => {
      const reading = readDeliveryRow(row);
      if (reading.kind === "read") return [reading.value];
      report({ table: "deliveries", key: row.id, reason: reading.reason });
      return [];
    });
  return {
    ...createMessageShelf(db, report),
    ...createSettlement(db),
    ...createQuestions(db, read),
    add: (messages, owed) =>
      atomically(db, (within) => add(within, { messages, owed }, ways.insertRows)),
    claim: (claim) =>
      atOnce(db, async (within) => {
        const rows = await ways.claimRows(within, claim);
        const claimed = read(rows);
        if (claimed.length < rows.length) await buryCorrupt(within, rows, claim.now);
        return claimed;
      }),
    hasten: (platform, now) => ways.hastenRows(db, platform, now),
    forget: (address) => atomically(db, (within) => eraseDeliveries(within, address)),
    prune: (before, limit) => atomically(db, (within) => pruneDeliveries(within, before, limit)),
  };
}

const createQuestions = (
  db: Kysely<Tables>,
  read: Read,
): Pick<
  Outbox,
  "find" | "waitingFor" | "telling" | "toldAt" | "nextDueAt" | "counts" | "waiting"
> => {
  const all = db.selectFrom("deliveries").selectAll();
  return {
    find: async (id) => read(await all.where("id", "=", id).execute())[0] ?? null,
    waitingFor: async (owner) =>
      read(await all.where(isOwedFor(owner)).where("ready_at", "is not", null).execute()),
    telling: async (occasion, after, limit) => read(await tellingRows(db, occasion, after, limit)),
    toldAt: (address, occasions) => toldAt(db, address, occasions),
    nextDueAt: (platform, after) => nextDueAt(db, platform, after),
    counts: (now) => countDeliveries(db, now),
    waiting: (now) => countWaiting(db, now),
  };
};

type Owed = {
  readonly messages: readonly OutgoingMessage[];
  readonly owed: readonly OwedDelivery[];
};

async function add(
  db: Kysely<Tables>,
  { messages, owed }: Owed,
  insert: InsertRows,
): Promise<number> {
  await addMessages(db, messages);
  const added = await insert(
    db,
    owed.map((one) => toDeliveryRow(one)),
  );
  await noteTold(db, owed);
  return added;
}

async function buryCorrupt(
  db: Kysely<Tables>,
  rows: readonly DeliveryRow[],
  now: Date,
): Promise<void> {
  for (const row of rows) {
    const reading = readDeliveryRow(row);
    if (reading.kind === "read") continue;
    const dead = {
      status: "dead",
      reason: `corrupt: ${reading.reason}`,
      settled_at: now.getTime(),
    };
    await db
      .updateTable("deliveries")
      .set({ ...dead, ready_at: null, lease_ends: null })
      .where("id", "=", row.id)
      .execute();
  }
}

/** Asked of each priority by itself, each of which is one look into the index. */
async function nextDueAt(db: Kysely<Tables>, platform: string, after: Date): Promise<Date | null> {
  const moments = await Promise.all(
    Object.values(PRIORITIES).map(async (priority) => {
      const row = await db
        .selectFrom("deliveries")
        .select("ready_at")
        .where("platform", "=", platform)
        .where("priority", "=", priority)
        .where("ready_at", ">", after.getTime())
        .orderBy("ready_at")
        .limit(1)
        .executeTakeFirst();
      return row?.ready_at ?? null;
    }),
  );
  const known = moments.filter((at) => at !== null);
  return known.length === 0 ? null : new Date(Math.min(...known));
}
