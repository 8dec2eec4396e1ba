import { StoreError, type StoreFailure } from "./store-error.ts";

type Named = readonly [StoreFailure, string];

const BUSY: Named = [
  "contended",
  "others changed the same meanwhile; it was given up after some tries",
];
const AWAY: Named = [
  "unreachable",
  "the database server cannot be reached; see that it runs and that DATABASE_URL names it",
];
const REFUSED: Named = [
  "refused",
  "the database server refuses the user, the password or the database that DATABASE_URL names",
];
const READ_ONLY: Named = [
  "not-writable",
  "the database may only be read; give the user the right to write, and name the primary server",
];
const DAMAGED: Named = ["damaged", "the database is damaged; restore a backup"];

/** What PostgreSQL reports by SQLSTATE (https://www.postgresql.org/docs/17/errcodes-appendix.html). */
const STATES: Readonly<Record<string, Named>> = {
  "25006": READ_ONLY,
  "25P03": AWAY,
  "28000": REFUSED,
  "28P01": REFUSED,
  "3D000": REFUSED,
  "40001": BUSY,
  "40P01": BUSY,
  "42501": READ_ONLY,
  "53100": ["disk-full", "the disk of the database server is full; make room"],
  "53300": [
    "unreachable",
    "the database server has no connection left; allow it more, or ask for fewer",
  ],
  "55P03": ["locked", "another process holds what was asked of the database; end it, or wait"],
  "57014": ["timed-out", "the database took too long; see what keeps its server busy"],
  "57P01": AWAY,
  "57P02": AWAY,
  "57P03": AWAY,
  "57P05": AWAY,
  "58030": ["disk-failed", "the disk of the database server failed; look at it"],
  XX001: DAMAGED,
  XX002: DAMAGED,
};

/** Class 08 is all of connections that broke. */
const CONNECTION = /^08/u;

/** What Node says when a connection fails or breaks (https://nodejs.org/api/errors.html). */
const NETWORK =
  /^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOENT)$/u;

/** What the `pg` package says in words alone. */
const SAID: readonly (readonly [RegExp, Named])[] = [
  [/^Connection terminated|^timeout exceeded when trying to connect|^timeout expired/u, AWAY],
  [/not queryable$|^Client was closed/u, AWAY],
  [/^Query read timeout/u, ["timed-out", "the database server did not answer in time"]],
  [/SSL/u, ["refused", "the connection could not be secured as DATABASE_URL asks (sslmode)"]],
  [/password/iu, REFUSED],
];

/**
 * Names what PostgreSQL or the way to it reports; other errors are bugs and stay as they are. Neither the
 * words nor the cause hold the address, which may have a password in it.
 */
export function toStoreError(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const named = namedByCode(error) ?? SAID.find(([words]) => words.test(error.message))?.[1];
  return named === undefined ? error : new StoreError(named[0], named[1], error);
}

function namedByCode(error: Error): Named | undefined {
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  if (!(inner instanceof Error) || !("code" in inner) || typeof inner.code !== "string")
    return undefined;
  if (CONNECTION.test(inner.code) || NETWORK.test(inner.code)) return AWAY;
  return STATES[inner.code];
}

/** After which failures a connection is of no more use. */
export const breaksConnection = (error: unknown): boolean =>
  error instanceof StoreError && (error.failure === "unreachable" || error.failure === "timed-out");
