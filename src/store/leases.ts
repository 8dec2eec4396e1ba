import { type Expression, type Kysely, type RawBuilder, sql } from "kysely";
import type { Lease, Leases, LeaseTerm } from "../lib/lease.ts";
import { inRuns } from "./atomically.ts";
import type { LeaseRow, Tables } from "./tables.ts";

/** The instant that leases are measured by, in milliseconds since 1970, as an expression of the engine. */
export type NowOf = () => RawBuilder<number>;

/** Leases in a database that Kysely speaks; each call is one statement a run of names, whole by itself. */
export const createLeaseStore = (db: Kysely<Tables>, now: NowOf): Leases => ({
  acquire: async (names, term) => {
    const got: Lease[] = [];
    // Two nodes that ask for the same at once lock rows in the same order, and so never wait in a ring.
    for (const run of inRuns([...new Set(names)].toSorted()))
      got.push(...(await acquireRun(db, now, run, term)));
    return got;
  },

  renew: async (leases, ms) => {
    const kept: Lease[] = [];
    for (const run of inRuns(inOrder(leases))) kept.push(...(await endAt(db, now, run, ms)));
    return inOrder(kept);
  },

  release: async (leases) => {
    for (const run of inRuns(inOrder(leases))) await endAt(db, now, run, 0);
  },

  prune: async (ms) => {
    const { numDeletedRows } = await db
      .deleteFrom("leases")
      .where("ends_at", "<=", sql<number>`${now()} - cast(${ms} as bigint)`)
      .where("token", "<", greatestToken())
      .executeTakeFirst();
    return Number(numDeletedRows);
  },

  ...createLeaseQuestions(db, now),
});

const createLeaseQuestions = (db: Kysely<Tables>, now: NowOf): Pick<Leases, "holds" | "held"> => ({
  holds: async ({ name, holder, token }) => {
    const row = await db
      .selectFrom("leases")
      .select("name")
      .where("name", "=", name)
      .where("holder", "=", holder)
      .where("token", "=", token)
      .where("ends_at", ">", now())
      .executeTakeFirst();
    return row !== undefined;
  },

  held: async (prefix) => {
    const rows = await db
      .selectFrom("leases")
      .selectAll()
      .where(sql<string>`substr(name, 1, ${prefix.length})`, "=", prefix)
      .where("ends_at", ">", now())
      .orderBy("name")
      .execute();
    return rows.map(toLease);
  },
});

const inOrder = (leases: readonly Lease[]): readonly Lease[] =>
  leases.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/**
 * The greatest of all tokens is never forgotten, and a name that has none gets a greater one. So a name that was
 * forgotten gets a greater one than it had, whatever the clock says.
 */
const greatestToken = (): RawBuilder<number> =>
  sql<number>`(select coalesce(max(known.token), 0) from leases as known)`;

async function acquireRun(
  db: Kysely<Tables>,
  now: NowOf,
  names: readonly string[],
  { holder, ms }: LeaseTerm,
): Promise<readonly Lease[]> {
  const ends = sql<number>`${now()} + cast(${ms} as bigint)`;
  const token = sql<number>`${greatestToken()} + 1`;
  const rows = await db
    .insertInto("leases")
    .values(names.map((name) => ({ name, holder, ends_at: ends, token })))
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet({ holder, ends_at: ends, token: sql`leases.token + 1` })
        .where((eb) =>
          eb.or([eb("leases.ends_at", "<=", now()), eb("leases.holder", "=", holder)]),
        ),
    )
    .returningAll()
    .execute();
  return rows.map(toLease);
}

/** Lets those of some leases that are still held end so long from now. */
async function endAt(
  db: Kysely<Tables>,
  now: NowOf,
  leases: readonly Lease[],
  ms: number,
): Promise<readonly Lease[]> {
  const wanted = leases.map(
    ({ name, holder, token }) => sql`(${name}, ${holder}, cast(${token} as bigint))`,
  );
  const still: Expression<boolean> = sql`
    (name, holder, token) in (values ${sql.join(wanted)}) and ends_at > ${now()}`;
  const rows = await db
    .updateTable("leases")
    .set({ ends_at: sql<number>`${now()} + cast(${ms} as bigint)` })
    .where(still)
    .returningAll()
    .execute();
  return rows.map(toLease);
}

const toLease = ({ name, holder, token, ends_at }: LeaseRow): Lease => ({
  name,
  holder,
  token,
  endsAt: new Date(ends_at),
});
