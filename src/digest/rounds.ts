import type { DigestRound } from "./digest.ts";
import { hasBegun } from "./has-begun.ts";
import type { TimelineEntry } from "./timeline.ts";
import { type CalendarDate, daysBetween, localDate } from "../lib/calendar-date.ts";

/** A round through all that was announced of it. */
export type RoundHistory = {
  /** The last day it was announced for. */
  readonly date: CalendarDate;
  /** As it was announced last; its status is `cancelled` or `postponed` once its day does not hold any more. */
  readonly round: DigestRound;
  /** When that was announced, or its end told. */
  readonly changedAt: Date;
  /** When it was announced at first, as far as is known. */
  readonly announcedAt: Date;
  readonly sources: TimelineEntry["sources"];
  /** The day it was announced for at first, which names it for good. */
  readonly firstDate: CalendarDate;
  /** Whether it is ahead, was reported to have met, its day passed with no word of it, or it was off then. */
  readonly came: "ahead" | "met" | "passed" | "off";
};

/**
 * The rounds that a timeline tells of, oldest first. A round that is moved or called off stays the same
 * round, so that calendars replace what they keep of it; the next one begins once its day has come. What is
 * announced after the day of a round that was called off is another one; one that was put off waits for its
 * new day.
 */
export function roundsOf(timeline: readonly TimelineEntry[], timeZone: string): RoundHistory[] {
  const over: RoundHistory[] = [];
  let current: RoundHistory | null = null;
  for (const entry of timeline) {
    if (current !== null && hasCome(current, entry, timeZone)) {
      over.push({ ...current, changedAt: entry.at, came: endOf(current, entry) });
      current = null;
    }
    current = follow(current, entry, over.at(-1) ?? null);
  }
  return current === null ? over : [...over, current];
}

/** A name that calendars know a round by, wherever they have it from and however often it is moved. */
export const uidOf = (talks: string, firstDate: CalendarDate): string =>
  `${talks}-${firstDate}@parley`;

/** Whether it does not take place on its day, as far as is known. */
export const isOff = ({ status }: Pick<DigestRound, "status">): boolean =>
  status === "cancelled" || status === "postponed";
const isOn = ({ status }: DigestRound): boolean => status === "underway" || status === "held";

function hasMet({ date, round }: RoundHistory, { phase, ended }: TimelineEntry): boolean {
  return ended?.date === date ? ended.held : hasBegun(round.status, phase);
}

function endOf(current: RoundHistory, entry: TimelineEntry): "met" | "passed" | "off" {
  if (isOff(current.round)) return "off";
  return hasMet(current, entry) ? "met" : "passed";
}

/** So long a round that was put off waits for its new day. */
const PUT_OFF_DAYS = 30;

function hasCome(current: RoundHistory, entry: TimelineEntry, timeZone: string): boolean {
  const { round, date } = current;
  if (entry.nextRound?.date === date) return false;
  const day = localDate(entry.at, round.timeZone ?? timeZone);
  if (round.status === "postponed") return daysBetween(date, day) > PUT_OFF_DAYS;
  return date < day || (date === day && !isOff(round) && hasMet(current, entry));
}

function follow(
  current: RoundHistory | null,
  { at, phase, nextRound: round, sources }: TimelineEntry,
  before: RoundHistory | null,
): RoundHistory | null {
  const date = round?.date ?? null;
  if (round !== null && date !== null) {
    // What became other may be the phase alone.
    if (current !== null && isSame(current.round, round)) return current;
    if (current === null && isAnotherDayOf(before, round, date)) return null;
    const firstDate = current?.firstDate ?? date;
    const announcedAt = current?.announcedAt ?? at;
    return { date, round, changedAt: at, announcedAt, sources, firstDate, came: "ahead" };
  }
  if (current === null || isOff(current.round)) return current;
  const status = phase === "postponed" ? "postponed" : "cancelled";
  const called = { ...current.round, status } as const;
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
