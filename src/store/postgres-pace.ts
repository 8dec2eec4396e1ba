import { type Kysely, type RawBuilder, sql } from "kysely";
import type { PaceBook } from "../deliveries/pace-book.ts";
import {
  type GrantedShare,
  grantShare,
  SHARE_MS,
  type ShareRequest,
  stillCounts,
} from "../deliveries/pace-share.ts";
import { atOnce } from "./atomically.ts";
import type { PaceTables } from "./pace-tables.ts";
import { noteWait, tellArrival } from "./postgres-bans.ts";
import { pruneChannels, takeChannels } from "./postgres-pace-channels.ts";
import type { Tables } from "./tables.ts";

/** Whose book it is, and what time it is there; without `nowMs` the server's clock is asked. */
export type PaceNode = {
  readonly platform: string;
  readonly node: string;
  readonly nowMs?: () => number;
};

/** The book in a PostgreSQL database that all nodes share. What it writes while it takes is lost with a crash of the server. */
export function createPostgresPaceBook(store: Kysely<Tables>, node: PaceNode): PaceBook {
  const db = store.withTables<PaceTables>();
  const now = nowOf(node);
  let shares = 0;
  return {
    async share(overall, asked) {
      shares += 1;
      if (shares % PRUNE_EVERY === 0) await pruneChannels(db, now);
      const { messages, fair } = await atOnce(store, (trx) =>
        renewShare(trx.withTables<PaceTables>(), { ...node, ...asked, now, overall }),
      );
      return { messages, fair, forMs: SHARE_MS };
    },
    take: (entries, slackMs) => takeChannels(db, { ...node, now, entries, slackMs }),
    async note(entries) {
      await takeChannels(db, { ...node, now, entries, slackMs: 0, regardless: true });
    },
    waits: (channel, ms) =>
      atOnce(store, (trx) =>
        noteWait(trx.withTables<PaceTables>(), { platform: node.platform, channel, ms, now }),
      ),
    arrived: (agoMs) => tellArrival(db, { platform: node.platform, agoMs, now }),
  };
}

const PRUNE_EVERY = 10;

/** The clock as it stands when a statement looks, not when its transaction began. */
const nowOf =
  ({ nowMs }: PaceNode) =>
  (): RawBuilder<number> =>
    nowMs === undefined
      ? sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as double precision)`
      : sql<number>`cast(${nowMs()} as double precision)`;

type Renewal = Omit<ShareRequest, "nowMs"> & {
  readonly platform: string;
  readonly now: () => RawBuilder<number>;
};

/** One node at a time, so that what nobody holds is given once. */
async function renewShare(
  db: Kysely<PaceTables>,
  { platform, now, ...asked }: Renewal,
): Promise<GrantedShare> {
  const { node, overall, wanted } = asked;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pace ${platform}`}, 0))`.execute(db);
  const rows = await db
    .selectFrom("pace_shares")
    .select(["node", "messages", "wanted", "ends_at as endsAtMs", now().as("nowMs")])
    .where("platform", "=", platform)
    .execute();
  const nowMs = rows[0]?.nowMs ?? 0;
  const others = rows.filter((row) => row.node !== node);
  const granted = grantShare(others, { ...asked, nowMs });
  const gone = others.filter((row) => !stillCounts(row, overall, nowMs)).map((row) => row.node);
  if (gone.length > 0)
    await db
      .deleteFrom("pace_shares")
      .where("platform", "=", platform)
      .where("node", "in", gone)
      .execute();
  const row = { messages: granted.held, wanted, ends_at: sql<number>`${now()} + ${SHARE_MS}` };
  await db
    .insertInto("pace_shares")
    .values({ platform, node, ...row })
    .onConflict((conflict) => conflict.columns(["platform", "node"]).doUpdateSet(row))
    .execute();
  return granted;
}
