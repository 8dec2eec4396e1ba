import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Client, type QueryResult } from "pg";
import { afterAll, inject, vi } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

/** An engine that stores may lie in. */
export type EngineName = "SQLite" | "PostgreSQL";

/** Both engines, for `it.each` and `describe.each`. */
export const ENGINES = ["SQLite", "PostgreSQL"] as const satisfies readonly EngineName[];

/** Databases of both engines for the tests of a file, gone after them. */
export type Databases = {
  /** The address of a database with nothing in it, not even tables. */
  fresh(engine: EngineName): Promise<string>;
  /** The address of a database that holds nothing; of PostgreSQL always the same, which is quicker than a new one. */
  emptied(engine: EngineName): Promise<string>;
};

/** Makes databases of both engines for the tests of a file. */
export function testDatabases(): Databases {
  // A server beside the tests takes its share of a machine that may be busy.
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  const folder = temporaryFolder();
  const made: string[] = [];
  let count = 0;
  let emptied: string | null = null;

  const create = async (): Promise<string> => {
    count += 1;
    const name = `test_${process.pid}_${process.hrtime.bigint()}_${count}`;
    made.push(name);
    await ask(inject("postgres"), `create database ${name}`);
    const url = new URL(inject("postgres"));
    url.pathname = `/${name}`;
    return url.href;
  };

  afterAll(async () => {
    for (const name of made)
      await ask(inject("postgres"), `drop database if exists ${name} with (force)`);
  });
  const fresh = (engine: EngineName): Promise<string> => {
    count += 1;
    return engine === "SQLite" ? Promise.resolve(`file:${folder()}/${count}/parley.db`) : create();
  };
  return {
    fresh,
    async emptied(engine) {
      if (engine === "SQLite") return fresh(engine);
      if (emptied === null) emptied = await create();
      else await empty(emptied);
      return emptied;
    },
  };
}

async function empty(url: string): Promise<void> {
  const tables = await ask(url, "select tablename from pg_tables where schemaname = 'public'");
  const kept = tables
    .map((row) => String(row["tablename"]))
    .filter((name) => !name.startsWith("migration"));
  if (kept.length > 0) await ask(url, `truncate ${kept.join(", ")}`);
}

/** Runs statements in a database past its store, as an operator might; gives the rows of the last. */
export async function ask(url: string, statements: string): Promise<Record<string, unknown>[]> {
  if (url.startsWith("file:")) return askSqlite(url.slice("file:".length), statements);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const result: QueryResult | QueryResult[] = await client.query(statements);
    return (Array.isArray(result) ? (result.at(-1)?.rows ?? []) : result.rows) as Record<
      string,
      unknown
    >[];
  } finally {
    await client.end();
  }
}

function askSqlite(file: string, statement: string): Record<string, unknown>[] {
  if (!existsSync(file)) throw new Error(`there is no ${file}`);
  const database = new DatabaseSync(file);
  try {
    if (/^\s*(?:select|pragma)\b/iu.test(statement)) return database.prepare(statement).all();
    database.exec(statement);
    return [];
  } finally {
    database.close();
  }
}
