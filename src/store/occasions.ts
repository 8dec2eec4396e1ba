import type { Kysely } from "kysely";
import type { FanOut, Occasion, OccasionId, OccasionStore } from "../deliveries/occasion.ts";
import type { SubscriptionId } from "../deliveries/subscription.ts";
import { atomically, inRuns } from "./atomically.ts";
import type { ReportCorruptRow } from "./corrupt-row.ts";
import type { OccasionRow } from "./delivery-tables.ts";
import { readOccasionRow, toOccasionRow } from "./occasion-rows.ts";
import type { Tables } from "./tables.ts";

type Read = (rows: readonly OccasionRow[]) => FanOut[];

/** Keeps occasions in a database that Kysely speaks; a corrupt one is as one never seen. */
export function createOccasionStore(db: Kysely<Tables>, report: ReportCorruptRow): OccasionStore {
  const read: Read = (rows) =>
    rows.flatMap((row) => {
      const reading = readOccasionRow(row);
      if (reading.kind === "read") return [reading.value];
      report({ table: "occasions", key: row.id, reason: reading.reason });
      return [];
    });
  return {
    ...createQuestions(db, read),
    add: (occasion) => addOccasion(db, occasion),
    advance: async (id, after, done) => {
      const told = { told_until: after, done: done ? 1 : 0 };
      await db.updateTable("occasions").set(told).where("id", "=", id).execute();
    },
    hold: (id, subscriptions) =>
      atomically(db, async (within) => {
        for (const run of inRuns(subscriptions)) await holdRun(within, id, run);
      }),
    release: async (subscription) => {
      const rows = await atomically(db, (within) => releaseRows(within, subscription));
      return read(rows).map(({ occasion }) => occasion);
    },
    prune: async (before) => {
      const pruning = db.deleteFrom("occasions").where("expires_at", "<", before.getTime());
      return Number((await pruning.executeTakeFirst()).numDeletedRows);
    },
  };
}

const createQuestions = (
  db: Kysely<Tables>,
  read: Read,
): Pick<OccasionStore, "find" | "unfinished" | "latest"> => {
  const all = db.selectFrom("occasions").selectAll();
  return {
    find: async (id) => read(await all.where("id", "=", id).execute())[0]?.occasion ?? null,
    unfinished: async () =>
      read(await all.where("done", "=", 0).orderBy("at").orderBy("id").execute()),
    latest: async (talks, limit) => {
      const newest = all.where("talks", "=", talks).orderBy("at", "desc").orderBy("id", "desc");
      return read(await newest.limit(limit).execute()).map(({ occasion }) => occasion);
    },
  };
};

async function addOccasion(db: Kysely<Tables>, occasion: Occasion): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("occasions")
    .values(toOccasionRow(occasion))
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Subscriptions that were removed meanwhile are left out. */
async function holdRun(
  db: Kysely<Tables>,
  id: OccasionId,
  run: readonly SubscriptionId[],
): Promise<void> {
  await db
    .insertInto("held_occasions")
    .columns(["subscription_id", "occasion_id"])
    .expression((eb) =>
      eb
        .selectFrom("subscriptions")
        .innerJoin("occasions", (join) => join.on("occasions.id", "=", id))
        .select(["subscriptions.id", "occasions.id as occasion"])
        .where("subscriptions.id", "in", run),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function releaseRows(
  db: Kysely<Tables>,
  subscription: SubscriptionId,
): Promise<OccasionRow[]> {
  const rows = await db
    .selectFrom("occasions")
    .selectAll()
    .where("id", "in", (eb) =>
      eb
        .selectFrom("held_occasions")
        .select("occasion_id")
        .where("subscription_id", "=", subscription),
    )
    .orderBy("at")
    .orderBy("id")
    .execute();
  await db.deleteFrom("held_occasions").where("subscription_id", "=", subscription).execute();
  return rows;
}
