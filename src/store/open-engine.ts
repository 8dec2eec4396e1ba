import { ConfigError } from "../config/env.ts";
import type { Engine, IsWithin } from "./engine.ts";
import { isPostgresAddress } from "./postgres-address.ts";
import { IN_MEMORY } from "./sqlite-database.ts";
import { openSqliteEngine } from "./sqlite-engine.ts";

/**
 * Opens the database that an address names, as it is; see `openStore`. The packages that speak with a server
 * are loaded only where there is one.
 *
 * @throws {ConfigError} @throws {StoreError} when it cannot be opened.
 */
export async function openEngine(databaseUrl: string, isWithin: IsWithin): Promise<Engine> {
  if (!isPostgresAddress(databaseUrl)) return openSqliteEngine(fileOf(databaseUrl), isWithin);
  const { openPostgresEngine } = await import("./postgres-engine.ts");
  return openPostgresEngine(databaseUrl, isWithin);
}

function fileOf(databaseUrl: string): string {
  const [, path] = /^file:(.+)$/.exec(databaseUrl) ?? [];
  if (path === IN_MEMORY) return IN_MEMORY;
  if (path !== undefined) return path.startsWith("//") ? path.slice(2) : path;
  throw new ConfigError([
    "DATABASE_URL: must be a file address, such as file:data/parley.db, or postgres://user:password@host/database",
  ]);
}
