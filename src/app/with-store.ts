import type { Config } from "../config/config.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Opens the store for a piece of work and closes it after, however that ends. Rows that cannot be read
 * are named on the terminal, each once.
 *
 * @throws {ConfigError} @throws {StoreError} as `openStore` does, and what `work` throws.
 */
export async function withStore<T>(
  terminal: Terminal,
  { DATABASE_URL }: Pick<Config, "DATABASE_URL">,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const told = new Set<string>();
  const store = await openStore(DATABASE_URL, ({ table, key, reason }) => {
    const line = `left out: the row ${key} of ${table} cannot be read (${reason})`;
    if (!told.has(line)) terminal.err(line);
    told.add(line);
  });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
