import { dirname, join } from "node:path";

/** Where a file that belongs to the database lies: beside it. */
export function besideDatabase(databaseUrl: string, name: string): string {
  const file = databaseFile(databaseUrl);
  return join(file === null ? "data" : dirname(file), name);
}

/** The file of a database address; null for one in memory or on a server. */
export function databaseFile(databaseUrl: string): string | null {
  const [, path] = /^file:(.+)$/.exec(databaseUrl) ?? [];
  if (path === undefined || path === ":memory:") return null;
  return path.startsWith("//") ? path.slice(2) : path;
}
