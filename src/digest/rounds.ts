import type { DigestRound } from "./digest.ts";
import type { TimelineEntry } from "./timeline.ts";
import type { Phase } from "../facts/phase.ts";
import { type CalendarDate, daysBetween, localDate } from "../lib/calendar-date.ts";

/** A round through all that was announced of it. */
export type RoundHistory = {
  /** The last day it was announced for. */
  readonly date: CalendarDate;
  /** As it was announced last; its status is `cancelled` once its day does not hold any more. */
  readonly round: DigestRound;
  /** When that was announced. */
  readonly changedAt: Date;
  readonly sources: TimelineEntry["sources"];
  /** The day it was announced for at first, which names it for good. */
  readonly firstDate: CalendarDate;
  /** Whether it is ahead, was reported to have met, or its day passed with no word of it. */
  readonly came: "ahead" | "met" | "passed";
};

/**
 * The rounds that a timeline tells of, oldest first. A round that is moved or called off stays the same
 * round, so that calendars replace what they keep of it; the next one begins once its day has come.
 */
export function roundsOf(timeline: readonly TimelineEntry[], timeZone: string): RoundHistory[] {
  const over: RoundHistory[] = [];
  let current: RoundHistory | null = null;
  for (const entry of timeline) {
    if (current !== null && hasCome(current, entry, timeZone)) {
      over.push({ ...current, came: hasMet(current, entry) ? "met" : "passed" });
      current = null;
    }
    current = follow(current, entry, over.at(-1) ?? null);
  }
  return current === null ? over : [...over, current];
}

/** A name that calendars know a round by, wherever they have it from and however often it is moved. */
export const uidOf = (talks: string, firstDate: CalendarDate): string =>
  `${talks}-${firstDate}@parley`;

/** Phases that begin with a round's first hour. */
const MET: ReadonlySet<Phase | null> = new Set<Phase>([
  "underway",
  "adjourned",
  "concluded-with-agreement",
  "concluded-without-agreement",
]);

const isOff = ({ status }: DigestRound): boolean =>
  status === "cancelled" || status === "postponed";
const isOn = ({ status }: DigestRound): boolean => status === "underway" || status === "held";

const hasMet = ({ round }: RoundHistory, { phase }: TimelineEntry): boolean =>
  isOn(round) || MET.has(phase);

function hasCome(current: RoundHistory, entry: TimelineEntry, timeZone: string): boolean {
  if (isOff(current.round) || entry.nextRound?.date === current.date) return false;
  const day = localDate(entry.at, current.round.timeZone ?? timeZone);
  return current.date < day || (current.date === day && hasMet(current, entry));
}

function follow(
  current: RoundHistory | null,
  { at, nextRound: round, sources }: TimelineEntry,
  before: RoundHistory | null,
): RoundHistory | null {
  const date = round?.date ?? null;
  if (round !== null && date !== null) {
    // What became other may be the phase alone.
    if (current !== null && isSame(current.round, round)) return current;
    if (current === null && isAnotherDayOf(before, round, date)) return null;
    const firstDate = current?.firstDate ?? date;
    return { date, round, changedAt: at, sources, firstDate, came: "ahead" };
  }
  if (current === null || current.round.status === "cancelled") return current;
  const called = { ...current.round, status: "cancelled" } as const;
  return { ...current, round: called, changedAt: at, sources };
}

/** A round lasts a few days at most. */
const ONE_ROUND_DAYS = 2;

/** Whether what is on now is a further day of the round before, in the same place. */
function isAnotherDayOf(
  before: RoundHistory | null,
  round: DigestRound,
  date: CalendarDate,
): boolean {
  if (before?.came !== "met" || !isOn(round)) return false;
  const [was, is] = [before.round.venue?.city ?? null, round.venue?.city ?? null];
  return (
    daysBetween(before.date, date) <= ONE_ROUND_DAYS && (was === null || is === null || was === is)
  );
}

const isSame = (a: DigestRound, b: DigestRound): boolean => keyOf(a) === keyOf(b);

const keyOf = ({ date, time, timeZone, venue, status, confirmation }: DigestRound): string =>
  JSON.stringify([date, time, timeZone, venue, status, confirmation]);
