/** Where a page ended: rows are ordered by publication, then by article id. */
export type PageEnd = { readonly publishedAt: number; readonly id: string };

/** Enough rows to make the question cheap, few enough to hold even when articles are long. */
export const PAGE_ROWS = 250;

/**
 * Gives the rows of one page after the other. Each page is a query of its own, so that others may read
 * and write between them.
 */
export async function* inPages<Row>(
  readPage: (after: PageEnd | null) => Promise<readonly Row[]>,
  endOf: (row: Row) => PageEnd,
): AsyncGenerator<Row> {
  let after: PageEnd | null = null;
  for (;;) {
    const rows: readonly Row[] = await readPage(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return;
    after = endOf(last);
  }
}
