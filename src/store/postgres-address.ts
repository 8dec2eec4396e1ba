import type { PoolConfig } from "pg";
import { ConfigError } from "../config/env.ts";

/** Whether an address names a PostgreSQL server. */
export const isPostgresAddress = (databaseUrl: string): boolean =>
  /^postgres(?:ql)?:/u.test(databaseUrl);

const CONNECTIONS = { least: 2, usual: 8, most: 100 } as const;

/**
 * How long a connection, a statement, a wait for others and a pause within a transaction may take. The last
 * frees what a node holds that is frozen; the client's own limit, of one whose network went away.
 */
const LIMITS = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 10_000,
  query_timeout: 40_000,
} as const;

/**
 * How to connect to the server that an address names: `postgres://user:password@host:5432/database`, with
 * `?pool=8` for how many connections at most, and libpq's `sslmode`
 * (https://www.postgresql.org/docs/17/libpq-connect.html).
 *
 * @throws {ConfigError} when it is no such address; the address is not repeated, as it may hold a password.
 */
export function readPostgresAddress(databaseUrl: string): PoolConfig {
  const address = URL.parse(databaseUrl);
  if (address === null || address.pathname.length < 2)
    throw new ConfigError([
      "DATABASE_URL: must be like postgres://user:password@host:5432/database",
    ]);
  const pool = address.searchParams.get("pool");
  const max = pool === null ? CONNECTIONS.usual : Number(pool);
  if (!Number.isInteger(max) || max < CONNECTIONS.least || max > CONNECTIONS.most)
    throw new ConfigError([
      `DATABASE_URL: pool must be a number from ${CONNECTIONS.least} to ${CONNECTIONS.most}`,
    ]);
  address.searchParams.delete("pool");
  return {
    application_name: "parley",
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    idleTimeoutMillis: 30_000,
    ...LIMITS,
    connectionString: address.href,
    max,
  };
}
