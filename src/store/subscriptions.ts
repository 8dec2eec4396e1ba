import { type Kysely, sql } from "kysely";
import type { Subscription } from "../deliveries/subscription.ts";
import type { SubscriptionStore } from "../deliveries/subscription-store.ts";
import { type Address, formatAddress } from "../platform/address.ts";
import { isAt, isInChannel, isWithin } from "./address-columns.ts";
import { atomically, inRuns } from "./atomically.ts";
import type { ReportCorruptRow } from "./corrupt-row.ts";
import type { SubscriptionRow } from "./delivery-tables.ts";
import { readersDue } from "./readers-due.ts";
import { readSubscriptionRow, toProgressColumns, toSubscriptionRow } from "./subscription-rows.ts";
import type { Tables } from "./tables.ts";

type Read = (rows: readonly SubscriptionRow[]) => Subscription[];

/** Keeps subscriptions in a database that Kysely speaks; a corrupt one is as one never kept. */
export function createSubscriptionStore(
  db: Kysely<Tables>,
  report: ReportCorruptRow,
): SubscriptionStore {
  const read: Read = (rows) =>
    rows.flatMap((row) => {
      const reading = readSubscriptionRow(row);
      if (reading.kind === "read") return [reading.value];
      report({ table: "subscriptions", key: row.id, reason: reading.reason });
      return [];
    });
  return {
    ...createQuestions(db, read),
    keep: (subscription) => keepAll(db, [subscription]),
    keepAll: (subscriptions) => keepAll(db, subscriptions),
    advanceAll: (subscriptions) => advanceAll(db, subscriptions),
    remove: async (id) => {
      await db.deleteFrom("subscriptions").where("id", "=", id).execute();
    },
    end: (address, at, reason) =>
      atomically(db, async (within) => read(await end(within, address, at, reason))),
    move: async (from, { platform, channel }) => {
      const moving = db.updateTable("subscriptions").set({ platform, channel });
      await moving.where(isInChannel(from)).execute();
    },
    forget: (address) => atomically(db, (within) => forget(within, address)),
  };
}

const createQuestions = (
  db: Kysely<Tables>,
  read: Read,
): Pick<
  SubscriptionStore,
  "find" | "all" | "of" | "within" | "due" | "readersDue" | "following" | "counts"
> => {
  const all = db.selectFrom("subscriptions").selectAll();
  return {
    find: async (id) => read(await all.where("id", "=", id).execute())[0] ?? null,
    all: async (after, limit) =>
      read(
        await all
          .where("id", ">", after ?? "")
          .orderBy("id")
          .limit(limit)
          .execute(),
      ),
    of: async (address) =>
      read(await all.where(isAt(address)).orderBy("created_at").orderBy("id").execute()),
    within: async (address) =>
      read(await all.where(isWithin(address)).where("status", "<>", "ended").execute()),
    due: async (now, limit) => {
      const due = all.where("wake_at", "<=", now.getTime());
      return read(await due.orderBy("wake_at").limit(limit).execute());
    },
    readersDue: (until) => readersDue(db, until),
    following: async (talks, after, limit) => {
      const active = all.where("talks", "=", talks).where("status", "=", "active");
      return read(
        await active
          .where("id", ">", after ?? "")
          .orderBy("id")
          .limit(limit)
          .execute(),
      );
    },
    counts: () => countSubscriptions(db),
  };
};

async function countSubscriptions(db: Kysely<Tables>): ReturnType<SubscriptionStore["counts"]> {
  const rows = await db
    .selectFrom("subscriptions")
    .select(["platform", "status", (eb) => eb.fn.countAll<number>().as("count")])
    .groupBy(["platform", "status"])
    .orderBy("platform")
    .orderBy("status")
    .execute();
  return rows.flatMap(({ platform, status, count }) =>
    status === "active" || status === "paused" || status === "ended"
      ? [{ platform, status, count }]
      : [],
  );
}

async function end(
  db: Kysely<Tables>,
  address: Address,
  at: Date,
  reason: string,
): Promise<SubscriptionRow[]> {
  const active = await db
    .selectFrom("subscriptions")
    .selectAll()
    .where(isWithin(address))
    .where("status", "=", "active")
    .execute();
  await db
    .updateTable("subscriptions")
    .set({
      status: "ended",
      status_at: at.getTime(),
      status_reason: reason.toWellFormed(),
      wake_at: null,
    })
    .where(isWithin(address))
    .where("status", "<>", "ended")
    .execute();
  return active;
}

/** A private chat has the id of its person, who may have made subscriptions elsewhere. */
async function forget(db: Kysely<Tables>, address: Address): Promise<void> {
  await db.deleteFrom("subscriptions").where(isWithin(address)).execute();
  await db
    .updateTable("subscriptions")
    .set({ owner: null })
    .where("owner", "=", formatAddress(address))
    .execute();
}

const REPLACED = [
  "platform",
  "channel",
  "thread",
  "owner",
  "talks",
  "status",
  "status_at",
  "status_reason",
  "wake_at",
  "next_at",
  "release_at",
  "told_digest",
  "created_at",
  "choices_json",
] as const satisfies readonly (keyof SubscriptionRow)[];

async function keepAll(db: Kysely<Tables>, subscriptions: readonly Subscription[]): Promise<void> {
  await atomically(db, async (within) => {
    for (const run of inRuns(subscriptions))
      await within
        .insertInto("subscriptions")
        .values(run.map((one) => toSubscriptionRow(one)))
        .onConflict((conflict) =>
          conflict
            .column("id")
            .doUpdateSet((eb) =>
              Object.fromEntries(REPLACED.map((column) => [column, eb.ref(`excluded.${column}`)])),
            ),
        )
        .execute();
  });
}

/** Leaves the columns alone that indexes of chats and talks are made of, and so those indexes. */
async function advanceAll(
  db: Kysely<Tables>,
  subscriptions: readonly Subscription[],
): Promise<void> {
  await atomically(db, async (within) => {
    for (const run of inRuns(subscriptions)) {
      const rows = run.map((one) => {
        const { wake_at, next_at, release_at, told_digest } = toProgressColumns(one);
        return sql`(${one.id}, cast(${wake_at} as bigint), cast(${next_at} as bigint),
          cast(${release_at} as bigint), ${told_digest})`;
      });
      await sql`
        update subscriptions
        set wake_at = moved.column2, next_at = moved.column3, release_at = moved.column4,
          told_digest = moved.column5
        from (values ${sql.join(rows)}) as moved
        where subscriptions.id = moved.column1`.execute(within);
    }
  });
}
