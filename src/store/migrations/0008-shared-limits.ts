import { type Kysely, PostgresAdapter, sql } from "kysely";

/**
 * What nodes that share a PostgreSQL write down of what they send; a file has one node, which counts by itself.
 * Instants are fractions of milliseconds since 1970.
 */
export async function createSharedLimits(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  await createShares(db);
  await createChannels(db);
  await createPlatforms(db);
}

async function createShares(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("pace_shares")
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("node", "text", (column) => column.notNull())
    .addColumn("messages", "integer", (column) => column.notNull())
    .addColumn("ends_at", "double precision", (column) => column.notNull())
    .addPrimaryKeyConstraint("pace_shares_key", ["platform", "node"])
    .execute();
}

async function createChannels(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("pace_channels")
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("sent_at", sql`double precision[]`, (column) => column.notNull())
    .addColumn("paused_until", "double precision", (column) => column.notNull())
    .addColumn("noted_at", "double precision", (column) => column.notNull())
    .addColumn("idle_at", "double precision", (column) => column.notNull())
    .addPrimaryKeyConstraint("pace_channels_key", ["platform", "channel"])
    .execute();
}

async function createPlatforms(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("pace_platforms")
    .addColumn("platform", "text", (column) => column.primaryKey().notNull())
    .addColumn("paused_until", "double precision", (column) => column.notNull())
    .addColumn("suspect", "text")
    .addColumn("suspected_at", "double precision", (column) => column.notNull())
    .addColumn("suspected_until", "double precision", (column) => column.notNull())
    .execute();
}
