import type { DigestRound } from "../../digest/digest.ts";
import type { TimelineEntry } from "../../digest/timeline.ts";
import type { Phase } from "../../facts/phase.ts";
import { type CalendarDate, localDate } from "../../lib/calendar-date.ts";

/** A round through all that was announced of it. */
export type RoundHistory = {
  /** The last day it was announced for. */
  readonly date: CalendarDate;
  /** As it was announced last; its status is `cancelled` once its day does not hold any more. */
  readonly round: DigestRound;
  /** When that was announced. */
  readonly changedAt: Date;
  readonly sources: TimelineEntry["sources"];
  /** The day of the round before. */
  readonly after: CalendarDate | null;
  readonly isOver: boolean;
};

/**
 * The rounds that a timeline tells of, oldest first. A round that is moved or called off stays the same
 * round, so that calendars replace what they keep of it; the next one begins once its day has come.
 */
export function roundsOf(timeline: readonly TimelineEntry[], timeZone: string): RoundHistory[] {
  const over: RoundHistory[] = [];
  let current: RoundHistory | null = null;
  for (const entry of timeline) {
    if (current !== null && hasTakenPlace(current, entry, timeZone)) {
      over.push({ ...current, isOver: true });
      current = null;
    }
    current = follow(current, entry, over.at(-1)?.date ?? null);
  }
  return current === null ? over : [...over, current];
}

/** Phases that begin with a round's first hour. */
const MET: ReadonlySet<Phase | null> = new Set<Phase>([
  "underway",
  "adjourned",
  "concluded-with-agreement",
  "concluded-without-agreement",
]);

function hasTakenPlace(current: RoundHistory, entry: TimelineEntry, timeZone: string): boolean {
  if (current.round.status === "cancelled" || current.round.status === "postponed") return false;
  if (entry.nextRound?.date === current.date) return false;
  const day = localDate(entry.at, current.round.timeZone ?? timeZone);
  return current.date < day || (current.date === day && MET.has(entry.phase));
}

function follow(
  current: RoundHistory | null,
  { at, nextRound: round, sources }: TimelineEntry,
  after: CalendarDate | null,
): RoundHistory | null {
  if (round !== null && round.date !== null) {
    // What became other may be the phase alone.
    if (current !== null && isSame(current.round, round)) return current;
    return { date: round.date, round, changedAt: at, sources, after, isOver: false };
  }
  if (current === null || current.round.status === "cancelled") return current;
  return {
    ...current,
    round: { ...current.round, status: "cancelled" },
    changedAt: at,
    sources,
  };
}

const isSame = (a: DigestRound, b: DigestRound): boolean => keyOf(a) === keyOf(b);

const keyOf = ({ date, time, timeZone, venue, status, confirmation }: DigestRound): string =>
  JSON.stringify([date, time, timeZone, venue, status, confirmation]);
