import { addDays, type CalendarDate } from "../lib/calendar-date.ts";
import type { RoundHistory } from "./rounds.ts";

/** Keeps the rounds of each set of talks as they were told last. */
export type ToldRoundStore = {
  /** Oldest first. */
  of(talks: string): Promise<readonly RoundHistory[]>;
  /** In place of all that were kept of these talks. */
  keep(talks: string, rounds: readonly RoundHistory[]): Promise<void>;
};

/** What a round is joined by. */
export type Reach = {
  /** Publication of the oldest report that is still known: what was announced before it is told by nobody else. */
  readonly since: Date;
  /** The day it is where the talks are held. */
  readonly today: CalendarDate;
};

/** A year, and some weeks for whoever looks at the last one. */
const KEPT_DAYS = 400;

/**
 * The rounds that were told before with those that a timeline tells of now, oldest first. A round is named by the day
 * that it was announced for at first, also once those reports are too old to be known. One that the timeline tells of
 * no more was either announced before it begins, and stays, or reports told otherwise since, and it goes.
 */
export function joinRounds(
  kept: readonly RoundHistory[],
  told: readonly RoundHistory[],
  { since, today }: Reach,
): readonly RoundHistory[] {
  const known = new Set<RoundHistory>();
  const now = told.map((round) => {
    const before = kept.find(
      (each) => each.firstDate === round.firstDate || isGoingOn(each, round, since),
    );
    if (before === undefined) return round;
    known.add(before);
    if (isOver(before, round, { since, today })) return { ...before, came: endOf(before, round) };
    const { firstDate } = before;
    return { ...round, firstDate, announcedAt: earlier(before.announcedAt, round.announcedAt) };
  });
  const left = kept.filter((each) => !known.has(each) && each.announcedAt < since);
  const oldest = addDays(today, -KEPT_DAYS);
  return [...left.map((round) => asOf(round, today)), ...now]
    .filter(({ date }) => date >= oldest)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** Whether a round that was told before is the one whose beginning is no longer known. */
const isGoingOn = (before: RoundHistory, round: RoundHistory, since: Date): boolean =>
  before.announcedAt < since && before.date === round.date;

/** What was announced of a round whose day is over is known best from when all of it was known. */
const isOver = (before: RoundHistory, round: RoundHistory, { since, today }: Reach): boolean =>
  before.announcedAt < since && before.date === round.date && before.date < today;

/** That it met may be told late. */
function endOf(before: RoundHistory, round: RoundHistory): RoundHistory["came"] {
  if (round.came === "met") return "met";
  return before.came === "ahead" ? "passed" : before.came;
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** Its day passed, and nothing more was heard. */
const asOf = (round: RoundHistory, today: CalendarDate): RoundHistory =>
  round.came === "ahead" && round.date < today ? { ...round, came: "passed" } : round;
