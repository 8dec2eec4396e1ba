import { type Kysely, type RawBuilder, sql } from "kysely";
import type { PaceAnswer, PaceEntry } from "../deliveries/pace-book.ts";
import { MARGIN } from "../deliveries/send-windows.ts";
import type { Window } from "../platform/pace.ts";
import type { PaceTables } from "./pace-tables.ts";

type Now = () => RawBuilder<number>;

/** Messages of different channels that a node wants to send, or has sent `regardless`. */
export type Taking = {
  readonly platform: string;
  readonly entries: readonly PaceEntry[];
  readonly slackMs: number;
  readonly now: Now;
  readonly regardless?: boolean;
};

/** Writes down the messages whose channels allow them, those of like windows in one statement. */
export async function takeChannels(db: Kysely<PaceTables>, taking: Taking): Promise<PaceAnswer> {
  const granted = new Set<string>();
  const waits = new Map<string, number>();
  let [allWaitMs, suspicion] = [0, false];
  for (const entries of alike(taking.entries)) {
    const answer = await takeAlike(db, { ...taking, entries });
    for (const channel of answer.granted) granted.add(channel);
    allWaitMs = Math.max(allWaitMs, answer.allWaitMs);
    suspicion ||= answer.suspicion;
    const denied = entries.filter(({ channel }) => !granted.has(channel));
    if (denied.length > 0 && answer.allWaitMs === 0)
      for (const [channel, ms] of await waitsOf(db, { ...taking, entries: denied }))
        waits.set(channel, ms);
  }
  return { granted, waits, allWaitMs, suspicion };
}

/** Entries by their windows. */
function alike(entries: readonly PaceEntry[]): readonly (readonly PaceEntry[])[] {
  const groups = Map.groupBy(entries, ({ windows }) => JSON.stringify(windows));
  return [...groups.values()];
}

type Alike = { granted: readonly string[]; allWaitMs: number; suspicion: boolean };

/**
 * One statement, and so all or nothing of a channel's check and entry, in the order of channels, which keeps
 * two nodes from waiting for each other in a ring. A crash of the server may lose it: the windows are short,
 * and waiting for its disk would hold up every message. Where its clock went back, what was written later is void.
 */
async function takeAlike(db: Kysely<PaceTables>, taking: Taking): Promise<Alike> {
  const { platform, entries, slackMs, now, regardless = false } = taking;
  const windows = entries[0]?.windows ?? [];
  const longest = Math.max(1, ...windows.map(({ messages }) => messages));
  const { rows } = await sql<Alike>`
    with clock as materialized (
      select ${now()} as at, set_config('synchronous_commit', 'off', true) as quick),
    rest as materialized (
      select at, quick, coalesce(greatest(0, p.paused_until - at), 0) as ms,
        coalesce(p.suspected_until > at, false) as suspicion
      from clock left join pace_platforms p on p.platform = ${platform}),
    taken as (
      insert into pace_channels as held
        (platform, channel, sent_at, paused_until, noted_at, idle_at)
      select ${platform}, channel, array[at + ${slackMs}], 0, at,
        at + ${slackMs + reachOf(windows)}
      from rest, unnest(cast(${channelsOf(entries)} as text[])) as channel
      where rest.ms = 0 or ${regardless}
      order by channel
      on conflict (platform, channel) do update set
        sent_at = (array[case when ${isVoid()} then excluded.sent_at[1]
            else greatest(excluded.sent_at[1], held.sent_at[1]) end]
          || held.sent_at)[1:${longest}],
        noted_at = excluded.noted_at,
        idle_at = greatest(excluded.idle_at, held.paused_until)
      where ${regardless} or (held.paused_until <= excluded.noted_at
        and (${isVoid()} or ${allows(windows)}))
      returning channel)
    select ms as "allWaitMs", suspicion, array(select channel from taken) as granted, quick
    from rest`.execute(db);
  return rows[0] ?? { granted: [], allWaitMs: 0, suspicion: false };
}

const channelsOf = (entries: readonly PaceEntry[]): string[] =>
  entries.map(({ channel }) => channel).toSorted();

/** For how long a message may count. */
const reachOf = (windows: readonly Window[]): number =>
  Math.max(0, ...windows.map(({ ms }) => ms * MARGIN));

/** Two nodes' statements overtake each other by less than this; more is a clock that was set back. */
const OVERTAKING_MS = 60_000;

const isVoid = () => sql`held.noted_at > excluded.noted_at + ${OVERTAKING_MS}`;

/** Holds where the message before which each window has room was sent long enough ago. */
const allows = (windows: readonly Window[]) =>
  sql.join(
    [
      sql`true`,
      ...windows.map(
        ({ messages, ms }) => sql`
      coalesce(held.sent_at[${messages}] + ${ms * MARGIN}, 0) <= excluded.noted_at`,
      ),
    ],
    sql` and `,
  );

/** For how long each of some channels of like windows has to wait. */
async function waitsOf(
  db: Kysely<PaceTables>,
  { platform, entries, now }: Taking,
): Promise<readonly (readonly [string, number])[]> {
  const windows = entries[0]?.windows ?? [];
  const from = sql.join([
    sql`paused_until`,
    ...windows.map(({ messages, ms }) => sql`sent_at[${messages}] + ${ms * MARGIN}`),
  ]);
  const rows = await db
    .selectFrom("pace_channels")
    .select(["channel", sql<number>`greatest(0, greatest(${from}) - ${now()})`.as("ms")])
    .where("platform", "=", platform)
    .where("channel", "in", channelsOf(entries))
    .execute();
  return rows.map(({ channel, ms }) => [channel, ms]);
}

/** Forgets channels that have nothing to tell any more, and those of a clock that was set back. */
export async function pruneChannels(db: Kysely<PaceTables>, now: Now): Promise<void> {
  await sql`
    delete from pace_channels where (platform, channel) in (
      select platform, channel from pace_channels
      where idle_at <= ${now()} or noted_at > ${now()} + ${OVERTAKING_MS}
      for update skip locked)`.execute(db);
}
