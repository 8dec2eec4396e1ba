import { type Kysely, type RawBuilder, sql } from "kysely";
import { LONG_WAIT_MS } from "../deliveries/ban-watch.ts";
import type { PaceTables } from "./pace-tables.ts";

type Now = () => RawBuilder<number>;

/** That a platform asked to wait with what goes to a channel. */
export type NotedWait = {
  readonly platform: string;
  readonly channel: string;
  readonly ms: number;
  readonly now: Now;
};

/** Writes down a wait, within a transaction; gives for how long nothing may go anywhere. See `createBanWatch`. */
export async function noteWait(db: Kysely<PaceTables>, wait: NotedWait): Promise<number> {
  const { platform, channel, ms, now } = wait;
  const until = sql<number>`${now()} + ${ms}`;
  await db
    .insertInto("pace_channels")
    .values({
      platform,
      channel,
      sent_at: sql<number[]>`cast(array[] as double precision[])`,
      paused_until: until,
      noted_at: now(),
      idle_at: until,
    })
    .onConflict((conflict) =>
      conflict.columns(["platform", "channel"]).doUpdateSet({
        paused_until: sql`greatest(pace_channels.paused_until, excluded.paused_until)`,
        noted_at: sql`excluded.noted_at`,
        idle_at: sql`greatest(pace_channels.idle_at, excluded.idle_at)`,
      }),
    )
    .execute();
  if (ms < LONG_WAIT_MS) return 0;
  return suspect(db, wait);
}

/** The second channel, while the first still waits, tells that it is all of them. */
async function suspect(
  db: Kysely<PaceTables>,
  { platform, channel, ms, now }: NotedWait,
): Promise<number> {
  const isSecond = sql`pace_platforms.suspect <> excluded.suspect
    and pace_platforms.suspected_until > excluded.suspected_at`;
  const first = (column: string) =>
    sql`case when ${isSecond} then pace_platforms.${sql.ref(column)} else excluded.${sql.ref(column)} end`;
  const { rows } = await sql<{ waitMs: number }>`
    insert into pace_platforms (platform, paused_until, suspect, suspected_at, suspected_until)
    values (${platform}, 0, ${channel}, ${now()}, ${now()} + ${ms})
    on conflict (platform) do update set
      paused_until = case when ${isSecond}
        then greatest(pace_platforms.paused_until,
          least(pace_platforms.suspected_until, excluded.suspected_until))
        else pace_platforms.paused_until end,
      suspect = ${first("suspect")},
      suspected_at = ${first("suspected_at")},
      suspected_until = ${first("suspected_until")}
    returning greatest(0, paused_until - ${now()}) as "waitMs"`.execute(db);
  return rows[0]?.waitMs ?? 0;
}

/** That a message arrived which was sent after the suspicion arose: it was wrong. */
export async function tellArrival(
  db: Kysely<PaceTables>,
  { platform, agoMs, now }: { platform: string; agoMs: number; now: Now },
): Promise<void> {
  await db
    .updateTable("pace_platforms")
    .set({ suspect: null, suspected_until: 0 })
    .where("platform", "=", platform)
    .where("suspected_at", "<=", sql<number>`${now()} - ${agoMs}`)
    .execute();
}
