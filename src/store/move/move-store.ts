import type { Kysely } from "kysely";
import { atomically, inRuns } from "../atomically.ts";
import { StoreError } from "../store-error.ts";
import type { Tables } from "../tables.ts";
import { areSame, sumOf, type TableSum } from "./check-sums.ts";
import { finishMark, makeMark, moveMark, type Place, readMark } from "./move-mark.ts";
import {
  addRows,
  type AnyRow,
  countRows,
  keyOf,
  type MovedTable,
  movedTables,
  rowsAfter,
} from "./moved-tables.ts";

/** How far a move has come with one table. */
export type MoveStep = { readonly table: string; readonly rows: number; readonly of: number };

/** How a move ended. */
export type MoveEnd =
  | { readonly kind: "moved" | "moved-before"; readonly sums: readonly TableSum[] }
  | { readonly kind: "stopped" }
  | { readonly kind: "not-alike"; readonly tables: readonly string[] }
  | { readonly kind: "not-empty"; readonly tables: readonly string[] }
  | { readonly kind: "other-source" }
  | { readonly kind: "source-changed"; readonly movedAt: Date };

export type Move = {
  readonly from: Kysely<Tables>;
  readonly to: Kysely<Tables>;
  /** Tells the store that is moved from others. */
  readonly source: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly onStep: (step: MoveStep) => void;
};

/** Rows of one statement and one transaction. */
const BATCH = 200;

/**
 * Copies all tables of a store into another database that has the schema and no rows, and compares both in
 * the end. Each batch is kept with the place that the copy has come to, so a move that was cut short goes
 * on there. Nobody may write to the source meanwhile.
 *
 * @throws {StoreError} when a database fails, or takes a row of the source for none.
 */
export async function moveStore(move: Move): Promise<MoveEnd> {
  const tables = await movedTables(move.from);
  const mark = await readMark(move.to);
  if (mark === null) {
    const filled = await filledTables(move.to, tables);
    if (filled.length > 0) return { kind: "not-empty", tables: filled };
    await atomically(move.to, (within) => makeMark(within, move.source));
  } else if (mark.source !== move.source) return { kind: "other-source" };
  else if (mark.done !== null) return movedBefore(move, tables, mark.done);
  const whole = await copyAll(move, tables, mark?.place ?? null);
  return whole ? compare(move, tables) : { kind: "stopped" };
}

async function filledTables(
  db: Kysely<Tables>,
  tables: readonly MovedTable[],
): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const table of tables)
    if ((await rowsAfter(db, table, null, 1)).length > 0) filled.push(table.name);
  return filled;
}

async function movedBefore(
  { from }: Move,
  tables: readonly MovedTable[],
  done: { readonly at: number; readonly sums: string },
): Promise<MoveEnd> {
  const sums = await sumsOf(from, tables);
  return JSON.stringify(sums) === done.sums
    ? { kind: "moved-before", sums }
    : { kind: "source-changed", movedAt: new Date(done.at) };
}

/** Copies what comes after a place; tells whether that was all. */
async function copyAll(move: Move, tables: readonly MovedTable[], start: Place): Promise<boolean> {
  let place = start;
  const first = tables.findIndex(({ name }) => name === start?.table);
  for (const table of tables.slice(Math.max(first, 0))) {
    const of = await countRows(move.from, table);
    let rows = place?.table === table.name ? await countRows(move.to, table) : 0;
    for (;;) {
      move.onStep({ table: table.name, rows, of });
      if (move.signal.aborted) return false;
      const last = place?.table === table.name ? place.key : null;
      const batch = await rowsAfter(move.from, table, last, BATCH);
      const end = batch.at(-1);
      if (end === undefined) break;
      const next = { table: table.name, key: keyOf(table, end) };
      await keepBatch(move.to, table, batch, { from: place, to: next });
      place = next;
      rows += batch.length;
    }
  }
  return true;
}

type Going = { readonly from: Place; readonly to: Place };

async function keepBatch(
  db: Kysely<Tables>,
  table: MovedTable,
  batch: readonly AnyRow[],
  { from, to }: Going,
): Promise<void> {
  await atomically(db, async (within) => {
    if (!(await moveMark(within, from, to)))
      throw new StoreError("locked", "another move into this database is under way; wait for it");
    for (const run of inRuns(batch)) await addRun(within, table, run);
  });
}

async function addRun(
  db: Kysely<Tables>,
  table: MovedTable,
  run: readonly AnyRow[],
): Promise<void> {
  try {
    await addRows(db, table, run);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const [first, last] = [run.at(0), run.at(-1)].map((row) => keyOf(table, row ?? {}).join(" "));
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      "damaged",
      `${table.name}: a row from ${first} to ${last} cannot be kept (${reason}); mend or remove it, and run this again`,
      error,
    );
  }
}

async function compare(move: Move, tables: readonly MovedTable[]): Promise<MoveEnd> {
  const sums = await sumsOf(move.from, tables);
  const arrived = await sumsOf(move.to, tables);
  if (areSame(sums, arrived)) {
    await finishMark(move.to, move.now(), JSON.stringify(sums));
    return { kind: "moved", sums };
  }
  const unlike = sums.filter((sum, n) => sum.checksum !== arrived[n]?.checksum);
  return { kind: "not-alike", tables: unlike.map(({ table }) => table) };
}

async function sumsOf(
  db: Kysely<Tables>,
  tables: readonly MovedTable[],
): Promise<readonly TableSum[]> {
  const sums: TableSum[] = [];
  for (const table of tables) sums.push(await sumOf(db, table));
  return sums;
}
