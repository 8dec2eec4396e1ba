import type { Kysely } from "kysely";

/**
 * Who is told what, and what waits to be sent. Addresses stand in columns of their own everywhere, so
 * that all of one can be moved or erased; a thread is the empty text where there is none, since a key
 * takes no null. Where instants are often the same, no id follows them in an index: ids are drawn by
 * chance, and so many scattered writes are slow. Partial indexes hold only what waits, so what was sent costs nothing.
 */
export async function createChatsAndDeliveries(db: Kysely<unknown>): Promise<void> {
  await createChats(db);
  await createSubscriptions(db);
  await createOccasions(db);
  await createHeldOccasions(db);
  await createMessages(db);
  await createDeliveries(db);
  await createDeliveryIndexes(db);
}

async function createChats(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("chats")
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("thread", "text", (column) => column.notNull())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("language", "text")
    .addColumn("time_zone", "text")
    .addColumn("talks", "text")
    .addPrimaryKeyConstraint("chats_key", ["platform", "channel", "thread"])
    .execute();
}

async function createSubscriptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("subscriptions")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("thread", "text", (column) => column.notNull())
    .addColumn("owner", "text")
    .addColumn("talks", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("status_at", "bigint")
    .addColumn("status_reason", "text")
    .addColumn("wake_at", "bigint")
    .addColumn("next_at", "bigint")
    .addColumn("release_at", "bigint")
    .addColumn("told_digest", "text")
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("choices_json", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("subscriptions_by_address")
    .on("subscriptions")
    .columns(["platform", "channel", "thread"])
    .execute();
  await db.schema
    .createIndex("subscriptions_by_wake")
    .on("subscriptions")
    .columns(["wake_at"])
    .where("wake_at", "is not", null)
    .execute();
  await db.schema
    .createIndex("subscriptions_by_talks")
    .on("subscriptions")
    .columns(["talks", "status", "id"])
    .execute();
}

async function createOccasions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("digest_archive")
    .addColumn("name", "text", (column) => column.primaryKey().notNull())
    .addColumn("kept_at", "bigint", (column) => column.notNull())
    .addColumn("digest_json", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("occasions")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("talks", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .addColumn("digest", "text", (column) => column.notNull())
    .addColumn("told_until", "text")
    .addColumn("done", "smallint", (column) => column.notNull())
    .addColumn("what_json", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("occasions_by_progress")
    .on("occasions")
    .columns(["done", "at", "id"])
    .execute();
  await db.schema
    .createIndex("occasions_by_talks")
    .on("occasions")
    .columns(["talks", "at", "id"])
    .execute();
}

async function createHeldOccasions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("held_occasions")
    .addColumn("subscription_id", "text", (column) =>
      column.notNull().references("subscriptions.id").onDelete("cascade"),
    )
    .addColumn("occasion_id", "text", (column) =>
      column.notNull().references("occasions.id").onDelete("cascade"),
    )
    .addPrimaryKeyConstraint("held_occasions_key", ["subscription_id", "occasion_id"])
    .execute();
  await db.schema
    .createIndex("held_occasions_by_occasion")
    .on("held_occasions")
    .column("occasion_id")
    .execute();
}

async function createMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("outgoing_messages")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("message_json", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("renderings")
    .addColumn("message_id", "text", (column) =>
      column.notNull().references("outgoing_messages.id").onDelete("cascade"),
    )
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("style", "text", (column) => column.notNull())
    .addColumn("parts_json", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("renderings_key", ["message_id", "platform", "style"])
    .execute();
}

async function createDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("deliveries")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("priority", "smallint", (column) => column.notNull())
    .addColumn("message_id", "text", (column) => column.notNull())
    .addColumn("subscription", "text")
    .addColumn("occasion", "text")
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("thread", "text", (column) => column.notNull())
    .addColumn("edits", "text")
    .addColumn("due_at", "bigint", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("style", "text", (column) => column.notNull())
    .addColumn("sent_ids_json", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("settled_at", "bigint")
    .addColumn("ready_at", "bigint")
    .addColumn("lease_ends", "bigint")
    .execute();
}

async function createDeliveryIndexes(db: Kysely<unknown>): Promise<void> {
  const index = (name: string, columns: string[]) =>
    db.schema.createIndex(name).on("deliveries").columns(columns);
  await index("deliveries_ready", ["platform", "priority", "ready_at"])
    .where("ready_at", "is not", null)
    .execute();
  await index("deliveries_leased", ["platform", "channel", "lease_ends"])
    .where("lease_ends", "is not", null)
    .execute();
  await index("deliveries_by_expiry", ["expires_at"]).where("ready_at", "is not", null).execute();
  await index("deliveries_by_occasion", ["occasion", "id"])
    .where("occasion", "is not", null)
    .execute();
  await index("deliveries_by_address", ["platform", "channel", "thread"]).execute();
  await index("deliveries_settled", ["settled_at"]).where("settled_at", "is not", null).execute();
}
