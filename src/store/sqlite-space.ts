import { type Kysely, sql } from "kysely";
import type { StoreSize } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** How much a SQLite file takes, without its log of changes. */
export async function sqliteSize(db: Kysely<Tables>): Promise<StoreSize> {
  const { pages, free, pageBytes } = await pagesOf(db);
  return { bytes: pages * pageBytes, freeBytes: free * pageBytes };
}

/** What a night's pruning frees is used again the next day; more than that is given back. */
const KEPT_SHARE = 0.1;
/** Two megabytes, which takes about 5 ms. */
const PAGES_AT_ONCE = 512;

/**
 * Cuts pages that hold nothing off a SQLite file (https://www.sqlite.org/pragma.html#pragma_incremental_vacuum);
 * gives how many bytes. A file that was made before this was looked after gives back nothing until it is copied.
 */
export async function giveBackPages(
  db: Kysely<Tables>,
  exec: (statement: string) => void,
): Promise<number> {
  const { pages, free, pageBytes } = await pagesOf(db);
  const spare = Math.min(Math.floor(free - pages * KEPT_SHARE), PAGES_AT_ONCE);
  if (spare <= 0) return 0;
  // It must be stepped to its end, though it has no columns; in its turn, as every other statement.
  await db.connection().execute(async () => exec(`pragma incremental_vacuum(${spare})`));
  const after = await pagesOf(db);
  return (pages - after.pages) * pageBytes;
}

async function pagesOf(db: Kysely<Tables>) {
  const { rows } = await sql<{ pages: number; free: number; pageBytes: number }>`
    select page_count as pages, freelist_count as free, page_size as "pageBytes"
    from pragma_page_count, pragma_freelist_count, pragma_page_size`.execute(db);
  return rows[0] ?? { pages: 0, free: 0, pageBytes: 0 };
}
