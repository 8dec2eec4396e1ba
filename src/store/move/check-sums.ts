import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";
import { type AnyRow, keyOf, type MovedTable, rowsAfter } from "./moved-tables.ts";

/** What a table holds: how many rows, and the SHA-256 of them all in the order of their key. */
export type TableSum = {
  readonly table: string;
  readonly rows: number;
  readonly checksum: string;
};

const PAGE = 500;

/** Reads a whole table, a page at a time. */
export async function sumOf(db: Kysely<Tables>, table: MovedTable): Promise<TableSum> {
  const hash = createHash("sha256");
  let rows = 0;
  let last: readonly unknown[] | null = null;
  for (;;) {
    const page: readonly AnyRow[] = await rowsAfter(db, table, last, PAGE);
    for (const row of page)
      hash.update(`${JSON.stringify(table.columns.map((name) => plain(row[name])))}\n`);
    rows += page.length;
    const end = page.at(-1);
    if (end === undefined || page.length < PAGE)
      return { table: table.name, rows, checksum: hash.digest("hex") };
    last = keyOf(table, end);
  }
}

/** PostgreSQL keeps neither NUL nor halves of characters in a text; a mark stands in for each. */
const plain = (value: unknown): unknown =>
  typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\ufffd") : value;

/** Whether two databases hold the same. */
export const areSame = (some: readonly TableSum[], others: readonly TableSum[]): boolean =>
  JSON.stringify(some) === JSON.stringify(others);
