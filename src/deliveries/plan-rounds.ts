import type { Digest, DigestRound } from "../digest/digest.ts";
import type { Phase } from "../facts/phase.ts";
import { addDays } from "../lib/calendar-date.ts";
import { occasionIdOf } from "./identify.ts";
import { localInstant } from "./local-instant.ts";
import type { OccasionKind } from "./occasion.ts";
import type { PlanningDeps } from "./planning.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A round whose hour nobody has told is counted from the usual beginning of a morning's session. */
const NOMINAL_HOUR = "09:00";
/** A round that was set less than a day ahead is still told of the day before, down to this. */
const LATEST_DAY_BEFORE_MS = 12 * HOUR_MS;
const LATEST_HOUR_BEFORE_MS = 10 * MINUTE_MS;

/**
 * Finds the moments before a round that have come. Nothing is planned ahead: each is reckoned from the
 * round as it stands this minute, so one that moved or was called off takes its moments with it.
 */
export async function planRounds(deps: PlanningDeps, now: Date): Promise<void> {
  const { store, followed, digestOf, observe } = deps;
  for (const { dossier } of followed) {
    const talks = dossier.id;
    const digest = await digestOf(talks, now);
    const due = momentsDue(digest, dossier.timeZone, now);
    if (due.length === 0) continue;
    const isNew = await store.transaction(async ({ archive, occasions }) => {
      const name = await archive.keep(digest);
      let added = false;
      for (const { what, expiresAt } of due) {
        const { moment, round } = what;
        const id = occasionIdOf(
          talks,
          moment,
          round.date,
          moment === "hour-before" ? round.time : null,
        );
        const each = { id, talks, at: now, expiresAt, what, digest: name };
        added = (await occasions.add(each)) || added;
      }
      return added;
    });
    if (isNew) observe({ kind: "occasion", what: "round-moment" });
  }
}

/** When a round begins, by its own hour or the usual one; never for one without a day. */
export const nominalBeginning = ({ date, time, timeZone }: DigestRound, home: string): Date =>
  date === null ? new Date(0) : localInstant(date, time ?? NOMINAL_HOUR, timeZone ?? home);

type Moment = {
  readonly what: Extract<OccasionKind, { kind: "round-moment" }>;
  readonly expiresAt: Date;
};

/** Phases in which a round that is still named will hardly be held. */
const OFF: ReadonlySet<Phase> = new Set(["postponed", "cancelled", "suspended", "collapsed"]);

/** The moments before the next round that have come at an instant and are still worth telling. */
function momentsDue(digest: Digest, home: string, now: Date): readonly Moment[] {
  const { phase, nextRound: round } = digest;
  if (round === null || round.date === null) return [];
  if (phase === null || OFF.has(phase) || isOff(round)) return [];
  const timeZone = round.timeZone ?? home;
  const starts = nominalBeginning(round, home);
  const dayBefore = localInstant(addDays(round.date, -1), round.time ?? NOMINAL_HOUR, timeZone);
  const leftMs = starts.getTime() - now.getTime();
  const moments: Moment[] = [];
  if (dayBefore <= now && leftMs > LATEST_DAY_BEFORE_MS)
    moments.push({
      what: { kind: "round-moment", moment: "day-before", round },
      expiresAt: new Date(starts.getTime() - LATEST_DAY_BEFORE_MS / 2),
    });
  const isHourKnown = round.time !== null && round.timeZone !== null;
  if (isHourKnown && leftMs <= HOUR_MS && leftMs > LATEST_HOUR_BEFORE_MS)
    moments.push({
      what: { kind: "round-moment", moment: "hour-before", round },
      expiresAt: starts,
    });
  return moments;
}

const isOff = ({ status }: DigestRound): boolean =>
  status === "cancelled" || status === "postponed" || status === "held" || status === "underway";
