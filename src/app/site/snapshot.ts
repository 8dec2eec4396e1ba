import { createHash } from "node:crypto";
import type { Digest } from "../../digest/digest.ts";
import type { RoundHistory } from "../../digest/rounds.ts";
import type { TimelineEntry } from "../../digest/timeline.ts";
import { localDate } from "../../lib/calendar-date.ts";
import type { Names } from "../../messages/digest/wording.ts";
import { beginningOfDay, createPastDays, type PastDay } from "./days.ts";
import type { SiteTalks } from "./site-talks.ts";

/** All that pages and documents of one set of talks are written from. */
export type Snapshot = {
  readonly names: Names;
  /** With what changed in the last day. */
  readonly digest: Digest;
  /** The same instant, with what changed since the day began where the talks are. */
  readonly today: Digest;
  readonly days: readonly PastDay[];
  /** Oldest first. */
  readonly timeline: readonly TimelineEntry[];
  /** Oldest first. */
  readonly rounds: readonly RoundHistory[];
  /** Changes only with what is known, not as time passes. */
  readonly standing: string;
};

/** Takes snapshots, seldom: thousands who ask within a second cost one. */
export type Snapshots = {
  /** The one in force; the one before where the store fails. */
  at(now: Date): Promise<Snapshot>;
  /** Something was read: the next asker gets a new one. */
  forget(): void;
};

/** Whatever is known is looked at again after so long. */
const STANDS_MS = 1_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

type Taken = { readonly snapshot: Snapshot; readonly lookedAtMs: number };

/** Snapshots of one set of talks; a new one each minute, and whenever what is known changed. */
export function createSnapshots(talks: SiteTalks): Snapshots {
  const pastDays = createPastDays(talks.desk.names.dossier.timeZone);
  let taken: Taken | null = null;
  let isFresh = false;
  let taking: Promise<Snapshot> | null = null;

  const look = async (now: Date): Promise<Snapshot> => {
    isFresh = true;
    try {
      const digest = await talks.desk.digest(now, new Date(minuteOf(now) * MINUTE_MS - DAY_MS));
      const last = taken?.snapshot ?? null;
      const snapshot =
        last !== null && isAlike(last, digest) ? last : await take(talks, digest, pastDays);
      taken = { snapshot, lookedAtMs: now.getTime() };
      return snapshot;
    } catch (error) {
      isFresh = false;
      // What was known a moment ago is worth more to a reader than nothing.
      if (taken !== null) return taken.snapshot;
      throw error;
    } finally {
      taking = null;
    }
  };

  return {
    at(now) {
      if (taken !== null && isFresh && isRecent(taken, now)) return Promise.resolve(taken.snapshot);
      taking ??= look(now);
      return taking;
    },
    forget() {
      isFresh = false;
    },
  };
}

const isRecent = ({ lookedAtMs }: Taken, now: Date): boolean =>
  Math.abs(now.getTime() - lookedAtMs) < STANDS_MS;

const minuteOf = (at: Date): number => Math.floor(at.getTime() / MINUTE_MS);

/** Within a minute, only what is known makes a difference. */
const isAlike = (last: Snapshot, digest: Digest): boolean =>
  minuteOf(new Date(last.digest.at)) === minuteOf(new Date(digest.at)) &&
  last.standing === standingOf(digest) &&
  last.digest.coverage.newest === digest.coverage.newest &&
  last.digest.coverage.learntAt === digest.coverage.learntAt;

async function take(
  { desk, past }: SiteTalks,
  digest: Digest,
  pastDays: ReturnType<typeof createPastDays>,
): Promise<Snapshot> {
  const { names } = desk;
  const { timeZone } = names.dossier;
  const now = new Date(digest.at);
  const today = await desk.digest(now, beginningOfDay(localDate(now, timeZone), timeZone));
  const days = await pastDays(await past(now), now);
  const timeline = await desk.timeline(new Date(0), now);
  const rounds = await desk.rounds(now);
  return { names, digest, today, days, timeline, rounds, standing: standingOf(digest) };
}

/** What drifts as time passes is left out: the instant, what was read of late, and the tension's decay. */
function standingOf(digest: Digest): string {
  const { phase, phaseSince, confirmation, confidence, contested } = digest;
  const { nextRound, lastRound, delegations, positions, events, disputes, milestones } = digest;
  return hashOf([
    [phase, phaseSince, confirmation, Math.floor(confidence * 10), contested],
    [nextRound, lastRound, delegations, positions, events, disputes, milestones],
    digest.sources.map(({ n, url, copies }) => [n, url, copies]),
  ]);
}

/** A short name of what can be written as JSON: the same for the same content. */
export const hashOf = (content: unknown): string => versionOf(JSON.stringify(content));

/** A short name of a document: the same for the same bytes. */
export const versionOf = (body: string | Uint8Array): string =>
  createHash("sha256").update(body).digest("base64url").slice(0, 22);
