import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Tables } from "../tables.ts";

/** A row of any table, by its columns. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** A table that is moved: its primary key, and all its columns in a fixed order. */
export type MovedTable = {
  readonly name: Moved;
  readonly key: readonly string[];
  readonly columns: readonly string[];
};

/** Leases are of those who run on a database, and stay with it. */
type Moved = Exclude<keyof Tables, "leases">;

/** The key of each table; a table comes after those that it refers to. */
const KEYS = {
  articles: ["id"],
  feed_states: ["address"],
  extractions: ["article_id", "talks"],
  digests: ["talks", "reader"],
  narrations: ["key"],
  model_tokens: ["day", "model"],
  told_rounds: ["talks", "first_date"],
  chats: ["platform", "channel", "thread"],
  subscriptions: ["id"],
  digest_archive: ["name"],
  occasions: ["id"],
  held_occasions: ["subscription_id", "occasion_id"],
  outgoing_messages: ["id"],
  renderings: ["message_id", "platform", "style"],
  deliveries: ["id"],
  told_occasions: ["occasion", "delivery"],
} as const satisfies Record<Moved, readonly string[]>;

/** The tables of a store, in the order to fill them, with the columns that a database has. */
export async function movedTables(db: Kysely<Tables>): Promise<readonly MovedTable[]> {
  const found = await db.introspection.getTables();
  return Object.entries(KEYS).map(([table, key]) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these are the names above
    const name = table as Moved;
    const columns = found.find((each) => each.name === name)?.columns ?? [];
    return { name, key, columns: columns.map((column) => column.name).toSorted() };
  });
}

/** Rows of a table in the order of its key, which is the same in every engine, after one of them. */
export async function rowsAfter(
  db: Kysely<Tables>,
  { name, key, columns }: MovedTable,
  last: readonly unknown[] | null,
  limit: number,
): Promise<readonly AnyRow[]> {
  const after = last === null ? sql`` : sql`where (${refs(key)}) > (${sql.join(last)})`;
  const { rows } = await sql<AnyRow>`select ${refs(columns)} from ${sql.table(name)} ${after}
    order by ${refs(key)} limit ${limit}`.execute(db);
  return rows;
}

/** Adds rows to a table. */
export async function addRows(
  db: Kysely<Tables>,
  { name, columns }: MovedTable,
  rows: readonly AnyRow[],
): Promise<void> {
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`insert into ${sql.table(name)} (${refs(columns)}) values ${sql.join(values)}`.execute(
    db,
  );
}

/** How many rows a table has. */
export async function countRows(db: Kysely<Tables>, { name }: MovedTable): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(name)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The key of a row. */
export const keyOf = ({ key }: MovedTable, row: AnyRow): readonly unknown[] =>
  key.map((column) => row[column]);

const refs = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(column)));
