import type { PostgresPool, PostgresPoolClient } from "kysely";
import { type CustomTypesConfig, Pool, type PoolClient, type PoolConfig, types } from "pg";
import type { IsWithin } from "./engine.ts";
import { breaksConnection, toStoreError } from "./postgres-errors.ts";
import { withinTransaction } from "./turns.ts";

/** Connections to a server, as Kysely asks for them. */
export type GuardedPool = PostgresPool & {
  /** Settles when nobody uses a connection or waits for one. */
  idle(): Promise<void>;
};

/**
 * Connections whose failures have names. Those that broke are left behind, so that all goes on by itself
 * once the server is back; whoever would wait for his own transaction is refused.
 */
export function createGuardedPool(config: PoolConfig, isWithin: IsWithin): GuardedPool {
  const pool = new Pool({ ...config, types: NUMBERS });
  pool.on("error", hush);
  pool.on("connect", (client) => client.on("error", hush));
  const users = createUsers();
  return {
    options: {},
    async connect() {
      if (isWithin()) throw withinTransaction();
      users.enter();
      try {
        return guard(await pool.connect(), users.leave);
      } catch (error) {
        users.leave();
        throw toStoreError(error);
      }
    },
    end: () => pool.end(),
    idle: users.gone,
  };
}

/** Whoever asks next hears of it; an error that nobody listens to would end the process. */
const hush = () => undefined;

/** Instants in milliseconds and counts fit a number; `pg` gives 64 bits as text. */
const NUMBERS: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format),
};

function guard(client: PoolClient, leave: () => void): PostgresPoolClient {
  let broken = false;
  const query = async (sql: string, values: readonly unknown[]) => {
    try {
      return await client.query(sql, values.map(toPostgresValue));
    } catch (error) {
      const named = toStoreError(error);
      broken ||= breaksConnection(named);
      throw named;
    }
  };
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Kysely types what it asks for
    query: query as unknown as PostgresPoolClient["query"],
    release(destroy) {
      client.release(destroy === true || broken);
      leave();
    },
  };
}

/** PostgreSQL keeps no NUL in a text; a mark of the same length stands in. */
const toPostgresValue = (value: unknown): unknown =>
  typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\ufffd") : value;

function createUsers() {
  let present = 0;
  let waiting: (() => void)[] = [];
  return {
    enter: () => {
      present += 1;
    },
    leave: () => {
      present -= 1;
      if (present > 0) return;
      for (const tell of waiting) tell();
      waiting = [];
    },
    gone: () =>
      present === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve)),
  };
}
