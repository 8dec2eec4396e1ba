import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { Tables } from "../tables.ts";

/** Where a move stands: behind which row of which table; at the start there is none. */
export type Place = { readonly table: string; readonly key: readonly unknown[] } | null;

/** What a database knows of the store that is moved into it. */
export type Mark = {
  /** Tells the store that it comes from. */
  readonly source: string;
  readonly place: Place;
  /** When it was whole, in ms since 1970, and what it held then; null before. */
  readonly done: { readonly at: number; readonly sums: string } | null;
};

/** What a move has left in a database; null when there was none. */
export async function readMark(db: Kysely<Tables>): Promise<Mark | null> {
  const { rows: there } = await sql<{ oid: string | null }>`
    select cast(to_regclass('store_move') as text) as oid`.execute(db);
  if ((there[0]?.oid ?? null) === null) return null;
  const { rows } = await sql<MarkRow>`select * from store_move`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  const done = row.done_at === null ? null : { at: row.done_at, sums: row.sums_json ?? "" };
  return { source: row.source, place: PlaceJson.parse(JSON.parse(row.place_json)), done };
}

type MarkRow = {
  readonly source: string;
  readonly place_json: string;
  readonly done_at: number | null;
  readonly sums_json: string | null;
};

const PlaceJson: z.ZodType<Place> = z
  .object({ table: z.string(), key: z.array(z.unknown()) })
  .nullable();

/** Begins a move. */
export async function makeMark(db: Kysely<Tables>, source: string): Promise<void> {
  await sql`create table if not exists store_move (one integer primary key check (one = 1),
    source text not null, place_json text not null, done_at bigint, sums_json text)`.execute(db);
  await sql`insert into store_move (one, source, place_json)
    values (1, ${source}, 'null')`.execute(db);
}

/** Goes on to another place; tells whether nobody else has gone on meanwhile. */
export async function moveMark(db: Kysely<Tables>, from: Place, to: Place): Promise<boolean> {
  const { numAffectedRows } = await sql`update store_move set place_json = ${JSON.stringify(to)}
    where place_json = ${JSON.stringify(from)} and done_at is null`.execute(db);
  return numAffectedRows === 1n;
}

/** Ends a move. */
export async function finishMark(db: Kysely<Tables>, at: Date, sums: string): Promise<void> {
  await sql`update store_move set done_at = ${at.getTime()}, sums_json = ${sums}`.execute(db);
}
