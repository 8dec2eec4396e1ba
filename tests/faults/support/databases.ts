import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { type PostgresServer, startPostgres } from "../../support/postgres-server.ts";

/** Which engine a run keeps its store in. */
export type EngineName = "sqlite" | "postgres";

/** New databases of one engine. */
export type Databases = {
  readonly engine: EngineName;
  /** The server, where the engine has one. */
  readonly server: PostgresServer | null;
  /** The address of a database with nothing in it. */
  fresh(): Promise<string>;
  close(): Promise<void>;
};

/** Databases in a folder, or on a PostgreSQL server of their own that keeps what it said it kept. */
export async function openDatabases(engine: EngineName, folder: string): Promise<Databases> {
  let count = 0;
  if (engine === "sqlite")
    return {
      engine,
      server: null,
      fresh: () => Promise.resolve(`file:${join(folder, `${(count += 1)}`, "parley.db")}`),
      close: () => Promise.resolve(),
    };
  const server = await startPostgres();
  return {
    engine,
    server,
    async fresh() {
      count += 1;
      const name = `faults_${process.pid}_${count}`;
      await ask(server.url("postgres"), `create database ${name}`);
      return server.url(name);
    },
    close: () => server.stop(),
  };
}

/** The rows that a question past the store comes to; none where there is no file yet. */
export async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  if (url.startsWith("file:")) return askFile(url.slice("file:".length), question);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- rows are objects
    return (await client.query(question)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** Changes rows past the program. */
export async function change(url: string, statement: string): Promise<void> {
  if (!url.startsWith("file:")) {
    await ask(url, statement);
    return;
  }
  const database = new DatabaseSync(url.slice("file:".length), { timeout: 5_000 });
  database.exec(statement);
  database.close();
}

function askFile(file: string, question: string): Record<string, unknown>[] {
  if (!existsSync(file)) return [];
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    return database.prepare(question).all();
  } finally {
    database.close();
  }
}

/** Stops every process of the server where it is; gives what lets them go on. */
export async function freeze(url: string): Promise<() => void> {
  const [row] = await ask(url, "show data_directory");
  const file = join(String(row?.["data_directory"]), "postmaster.pid");
  const main = Number(readFileSync(file, "utf8").split("\n")[0]);
  const children = readFileSync(`/proc/${main}/task/${main}/children`, "utf8");
  const all = [main, ...children.trim().split(/\s+/u).map(Number)];
  for (const pid of all)
    try {
      process.kill(pid, "SIGSTOP");
    } catch {
      // It ended meanwhile.
    }
  return () => {
    for (const pid of all.toReversed())
      try {
        process.kill(pid, "SIGCONT");
      } catch {
        // It ended before it was stopped.
      }
  };
}

/** Waits until nobody else uses a database: what a killed process asked last has come to its end. */
export async function untilAlone(url: string): Promise<void> {
  if (url.startsWith("file:")) return;
  const others = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  while (Number((await ask(url, others))[0]?.["n"]) > 0) await pause(20);
}
