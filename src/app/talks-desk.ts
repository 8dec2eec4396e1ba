import type { SearchWords } from "../articles/article-search.ts";
import type { FeedHealth, TalksDesk } from "../commands/desk.ts";
import type { Digest } from "../digest/digest.ts";
import { findStatements } from "../digest/find-statements.ts";
import { type Grounds, groundsOf } from "../digest/grounds.ts";
import { roundsOf } from "../digest/rounds.ts";
import { timelineOf, type TimelineEntry } from "../digest/timeline.ts";
import { joinRounds, type ToldRoundStore } from "../digest/told-rounds.ts";
import type { FeedAddress } from "../feeds/feed-address.ts";
import type { FeedStateStore } from "../feeds/feed-state-store.ts";
import { localDate } from "../lib/calendar-date.ts";
import type { Clock } from "../lib/clock.ts";
import type { Names } from "../messages/digest/wording.ts";
import { assess } from "../talks/assessment.ts";
import type { Report } from "../talks/report.ts";
import type { TalksLog } from "../talks/talks-log.ts";
import { bearingOn } from "./bearing-on.ts";
import type { Core } from "./core.ts";
import { coverageOf, type FeedStanding, standingsOf } from "./feed-standing.ts";
import { digestAt } from "./tell.ts";

/** What is known of some talks at present; another session may know more. */
export type DeskSource = {
  readonly core: Core;
  readonly addresses: readonly FeedAddress[];
  readonly log: (now: Date) => Promise<TalksLog>;
};

/** What a desk works with. */
export type DeskDeps = {
  readonly names: Names;
  /** The source in force. */
  readonly source: () => DeskSource;
  readonly feedStates: FeedStateStore;
  /** Rounds that were told before; none where nothing is kept of them. */
  readonly toldRounds?: Pick<ToldRoundStore, "of">;
  readonly searchWords: () => SearchWords;
  readonly clock: Clock;
};

/** Answers what commands ask about one set of talks; what many ask at once is worked out once. */
export function createTalksDesk(deps: DeskDeps): TalksDesk {
  const { names, source, clock } = deps;
  const fresh = createMemory();
  const known = async (now: Date): Promise<Known> => fresh(await source().log(now), now);
  const digest: TalksDesk["digest"] = async (now, since) => {
    const { digests, log } = await known(now);
    const key = since === null ? "" : since.toISOString();
    return shared(digests, key, () => tellDigest(deps, log, { now, since }));
  };
  const timeline: TalksDesk["timeline"] = async (from, to) => {
    const memory = await known(to);
    memory.timeline.entries ??= timelineOf(names.dossier, memory.log, BEGINNING, END);
    return memory.timeline.entries.filter(({ at }) => at > from && at <= to);
  };
  const rounds: TalksDesk["rounds"] = async (now) =>
    roundsWith(deps, await timeline(BEGINNING, now), now);
  return {
    names,
    digest,
    timeline,

    bearing: (words, language, now) =>
      bearingOn({ ...deps, desk: { digest, timeline, rounds } }, { words, language, now }),

    grounds: async (now) => {
      const memory = await known(now);
      const { dossier } = names;
      memory.once.grounds ??= groundsOf(assess(dossier, memory.log.stateAt(now), now), dossier);
      return memory.once.grounds;
    },

    rounds,

    statements: async (wanted) => {
      const now = clock.now();
      const published = publishedBy((await source().log(now)).reports(), now);
      return findStatements(published, wanted, deps.searchWords());
    },

    feeds: async (now) => (await standings(deps, now)).flatMap(healthOf),
  };
}

/** What the timeline tells of rounds, with what was told before. */
async function roundsWith(
  { names, source, toldRounds }: DeskDeps,
  timeline: readonly TimelineEntry[],
  now: Date,
): ReturnType<TalksDesk["rounds"]> {
  const { id, timeZone } = names.dossier;
  const kept = (await toldRounds?.of(id)) ?? [];
  const [oldest] = (await source().log(now)).reports();
  const reach = { since: oldest?.published ?? now, today: localDate(now, timeZone) };
  return joinRounds(kept, roundsOf(timeline, timeZone), reach);
}

const publishedBy = (reports: readonly Report[], now: Date): readonly Report[] =>
  reports.filter(({ published }) => published <= now);

const BEGINNING = new Date(0);
const END = new Date(8.64e15);

/** What was worked out of one log as it was. */
type Known = {
  readonly log: TalksLog;
  readonly digests: Map<string, Promise<Digest>>;
  readonly once: { grounds: Grounds | null };
  readonly timeline: { entries: readonly TimelineEntry[] | null };
};

/** How long an answer stands while nothing new comes in, in milliseconds. */
const STANDS_MS = 5_000;

function createMemory(): (log: TalksLog, now: Date) => Known {
  let known: (Known & { readonly changes: number; readonly stretch: number }) | null = null;
  return (log, now) => {
    const changes = log.changes();
    const stretch = Math.floor(now.getTime() / STANDS_MS);
    const isSameLog = known?.log === log && known.changes === changes;
    if (known === null || !isSameLog || known.stretch !== stretch) {
      const timeline = known !== null && isSameLog ? known.timeline : { entries: null };
      known = { log, changes, stretch, digests: new Map(), once: { grounds: null }, timeline };
    }
    return known;
  };
}

/** So many changes since different instants are asked for in some seconds. */
const MOST_DIGESTS = 50;

function shared(
  digests: Map<string, Promise<Digest>>,
  key: string,
  tell: () => Promise<Digest>,
): Promise<Digest> {
  const found = digests.get(key);
  if (found !== undefined) return found;
  if (digests.size >= MOST_DIGESTS) digests.clear();
  const told = tell();
  digests.set(key, told);
  told.catch(() => digests.delete(key));
  return told;
}

type Wanted = { readonly now: Date; readonly since: Date | null };

async function tellDigest(deps: DeskDeps, log: TalksLog, { now, since }: Wanted): Promise<Digest> {
  const feeds = coverageOf(await standings(deps, now), now);
  return digestAt(deps.source().core, log, now, { since, feeds });
}

async function standings(
  { source, feedStates }: DeskDeps,
  now: Date,
): Promise<readonly FeedStanding[]> {
  const { addresses } = source();
  const cursors = await feedStates.load(addresses.map(({ address }) => address));
  return standingsOf(addresses, cursors, now);
}

/** A feed that has gone silent for far longer than it ever does counts as failing. */
const STANDING = {
  lively: "fresh",
  quiet: "quiet",
  dead: "failing",
  failed: "failing",
  new: "unread",
} as const satisfies Record<FeedStanding["state"], FeedHealth["standing"]>;

const healthOf = ({ feed, cursor, state, reason }: FeedStanding): FeedHealth[] =>
  feed.feeds.map(({ name, url, tier, lang }) => ({
    name,
    url,
    tier,
    lang,
    standing: STANDING[state],
    newest: cursor.lastItemAt,
    problem: STANDING[state] === "failing" ? reason : null,
  }));
