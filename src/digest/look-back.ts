import type { Dossier } from "../config/dossier.ts";
import { addDays, type CalendarDate, localDate } from "../lib/calendar-date.ts";
import { startOfDay } from "../lib/zone-offset.ts";
import { assess } from "../talks/assessment.ts";
import type { TalksLog } from "../talks/talks-log.ts";
import { type AskedDays, isAskedAbout } from "./asked-days.ts";
import type { Digest } from "./digest.ts";
import type { RoundHistory } from "./rounds.ts";
import { summarize } from "./summarize.ts";
import type { TimelineEntry } from "./timeline.ts";

/** What is known of the talks, and how they went until now. */
export type Course = {
  readonly dossier: Dossier;
  readonly log: TalksLog;
  readonly timeline: readonly TimelineEntry[];
  readonly rounds: readonly RoundHistory[];
  readonly now: Date;
};

/** A digest of an earlier instant, and why it is looked at. */
export type Then = {
  readonly of: "phase" | "round";
  readonly date: CalendarDate;
  readonly digest: Digest;
};

const MOST_PHASES = 6;
const MOST_ROUNDS = 3;

/**
 * How it stood whenever, on the days asked about, the talks came into a phase, and after each round that
 * took place on them; oldest first, and the last few of many.
 */
export function lookBack(course: Course, days: AskedDays): readonly Then[] {
  if (days.spans.length === 0) return [];
  return [...phasesOn(course, days), ...roundsOn(course, days)];
}

function phasesOn(
  { timeline, ...course }: Omit<Course, "rounds">,
  days: AskedDays,
): readonly Then[] {
  return timeline
    .filter(({ phase }, at) => phase !== null && phase !== timeline[at - 1]?.phase)
    .map(({ at }) => ({ at, date: localDate(at, days.timeZone) }))
    .filter(({ date }) => isAskedAbout(days, date))
    .slice(-MOST_PHASES)
    .map(({ at, date }) => ({ of: "phase", date, digest: digestOf(course, at) }));
}

/** Reports of a round, and of how it ended, come in for a day after it. */
const KNOWN_AFTER_DAYS = 2;

function roundsOn(
  { rounds, ...course }: Omit<Course, "timeline">,
  days: AskedDays,
): readonly Then[] {
  return rounds
    .filter(({ came, date }) => came === "met" && isAskedAbout(days, date))
    .slice(-MOST_ROUNDS)
    .map(({ date }): Then => {
      const known = startOfDay(addDays(date, KNOWN_AFTER_DAYS), days.timeZone);
      const at = known < course.now ? known : course.now;
      return { of: "round", date, digest: digestOf(course, at) };
    })
    .filter(({ date, digest }) => digest.lastRound?.date === date);
}

const digestOf = ({ dossier, log }: Pick<Course, "dossier" | "log">, at: Date): Digest =>
  summarize(dossier, assess(dossier, log.stateAt(at), at), NO_FEEDS, null);

/** How feeds fared then is told nowhere. */
const NO_FEEDS = { read: 0, stale: 0, failed: 0 };
