import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { toStoreError } from "./sqlite-errors.ts";
import { withinTransaction } from "./turns.ts";

/**
 * Kysely's dialect for Node's built-in SQLite (https://nodejs.org/docs/latest-v24.x/api/sqlite.html),
 * over one open connection, which it closes in the end. Who asks waits for the transaction under way;
 * `isWithin` tells whether that would be the asker's own, which is refused.
 */
export const createSqliteDialect = (
  database: DatabaseSync,
  isWithin: () => boolean = () => false,
): Dialect => ({
  createDriver: () => createSqliteDriver(database, isWithin),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new BuiltInSqliteAdapter(),
  createIntrospector: (db) => new SqliteIntrospector(db),
});

class BuiltInSqliteAdapter extends SqliteAdapter {
  /** SQLite undoes schema changes with their transaction; Kysely leaves that unused unless told. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** Kysely's own queue would let a transaction wait for itself; the driver has one that does not. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

function createSqliteDriver(database: DatabaseSync, isWithin: () => boolean): Driver {
  const connection = connectionTo(database);
  const queue = createQueue();
  const run = async (sql: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: () => Promise.resolve(),
    acquireConnection: async () => {
      if (isWithin()) throw withinTransaction();
      await queue.enter();
      return connection;
    },
    /** Takes the write lock at once: a transaction that reads first could not wait for it later. */
    beginTransaction: () => run("begin immediate"),
    commitTransaction: () => run("commit"),
    /** A full disk has ended the transaction already. */
    rollbackTransaction: async () => {
      if (database.isTransaction) await run("rollback");
    },
    releaseConnection: async () => queue.leave(),
    destroy: async () => {
      await queue.enter();
      database.close();
    },
  };
}

/** Lets one in after the other, in the order they came. */
function createQueue(): { enter(): Promise<void>; leave(): void } {
  const waiting: (() => void)[] = [];
  let taken = false;
  return {
    enter() {
      if (taken) return new Promise((resolve) => waiting.push(resolve));
      taken = true;
      return Promise.resolve();
    },
    leave() {
      const next = waiting.shift();
      if (next === undefined) taken = false;
      else next();
    },
  };
}

/** As many different statements as the stores have, those for full runs of rows included. */
const STATEMENTS_KEPT = 100;
const LONGEST_KEPT = 20_000;

type Prepared = { readonly statement: StatementSync; readonly givesRows: boolean };

function connectionTo(database: DatabaseSync): DatabaseConnection {
  const known = new Map<string, Prepared>();

  const prepare = (sql: string): Prepared => {
    const kept = known.get(sql);
    if (kept !== undefined) return kept;
    const statement = database.prepare(sql);
    const prepared = { statement, givesRows: statement.columns().length > 0 };
    if (sql.length > LONGEST_KEPT) return prepared;
    if (known.size >= STATEMENTS_KEPT) known.clear();
    known.set(sql, prepared);
    return prepared;
  };

  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      try {
        return execute<R>(prepare(sql), parameters.map(toSqliteValue));
      } catch (error) {
        throw toStoreError(error);
      }
    },
    streamQuery: () => {
      throw new Error("One connection cannot stream and serve others: read in pages.");
    },
  };
}

function execute<R>({ statement, givesRows }: Prepared, values: SQLInputValue[]): QueryResult<R> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Kysely types what it asks for
  if (givesRows) return { rows: statement.all(...values) as R[] };
  const { changes, lastInsertRowid } = statement.run(...values);
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}

function toSqliteValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  throw new TypeError(`No column takes a ${typeof value}`);
}
