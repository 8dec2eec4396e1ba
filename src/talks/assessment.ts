import type { Dossier } from "../config/dossier.ts";
import type { Phase } from "../facts/phase.ts";
import type { Disagreement, Event, Milestone, Statement } from "../facts/fact.ts";
import { type CalendarDate, localDate, toCalendarDate } from "../lib/calendar-date.ts";
import { type DelegationReading, readDelegations } from "./delegations.ts";
import { type PhaseReading, readPhase } from "./phase-fold.ts";
import { newestOf, within } from "./recent.ts";
import { type CalledOffRound, calledOffRound } from "./rounds/called-off-round.ts";
import { heldSince, lastRound } from "./rounds/held-rounds.ts";
import { nextCalledOff, nextRound } from "./rounds/next-round.ts";
import { type Round, roundOf } from "./rounds/round.ts";
import { FIRM } from "./rounds/standing.ts";
import { afterSilence, unreportedRound } from "./rounds/unreported-round.ts";
import type { Cited, ReadingRecord, TalksState } from "./talks-state.ts";
import { support } from "./vote.ts";
import { needsBegunRound } from "./transitions.ts";
import { tensionOn, tensionSeries } from "./tension.ts";

/** The state of the talks at an instant: what is known, how surely, and what is disputed. */
export type Assessment = {
  readonly talks: string;
  readonly at: Date;
  readonly today: CalendarDate;
  readonly phase: PhaseReading;
  readonly nextRound: Round | null;
  /** Other coming dates or places still claimed, strongest first. */
  readonly rivalRounds: readonly Round[];
  readonly lastRound: Round | null;
  /** The round that the talks are still said to wait for though its day has passed, with no word of it. */
  readonly unreportedRound: Round | null;
  /** The round that was to come when the talks stopped, while none is ahead. */
  readonly calledOffRound: CalledOffRound | null;
  readonly delegations: readonly DelegationReading[];
  readonly statements: readonly Cited<Statement>[];
  readonly events: readonly Cited<Event>[];
  readonly disagreements: readonly Cited<Disagreement>[];
  readonly milestones: readonly Cited<Milestone>[];
  readonly tension: {
    readonly now: number | null;
    readonly weekAgo: number | null;
    readonly series: readonly { readonly date: CalendarDate; readonly value: number }[];
    /** The days of the rounds that took place since the series begins, oldest first. */
    readonly rounds: readonly CalendarDate[];
  };
  readonly read: readonly ReadingRecord[];
  /** Publication of the newest report about the talks, however old; null where none was ever read. */
  readonly newestReport: Date | null;
  /** When we last learnt of a report about the talks. */
  readonly learntAt: Date | null;
  readonly copies: ReadonlyMap<string, number>;
};

const DAY_MS = 86_400_000;
/** How far back each kind of fact still tells where the talks stand. */
const WINDOW_MS = {
  statements: 14 * DAY_MS,
  events: 14 * DAY_MS,
  disagreements: 7 * DAY_MS,
  milestones: 10 * DAY_MS,
  read: DAY_MS,
};

/** As many articles as weeks of news bring; copies of older stories are not counted. */
const MOST_READ = 3_000;

/** Phases in which no round lies ahead, whatever dates were named before. */
const NO_ROUND_AHEAD: ReadonlySet<Phase> = new Set(["cancelled", "suspended", "collapsed"]);

/** Reads the state at an instant; the cost does not grow with the archive. */
export function assess(dossier: Dossier, state: TalksState, at: Date): Assessment {
  const today = localDate(at, dossier.timeZone);
  const weekAgo = localDate(new Date(at.getTime() - 7 * DAY_MS), dossier.timeZone);
  const { phase, ahead } = standingAt(state, { at, today });
  const last = lastRound(state.rounds, at, today);
  const unreported = ahead === null ? silenceIn(state, phase, { at, today }) : null;
  const read = newestOf(state.read, MOST_READ);
  const series = tensionSeries(state.deeds, today);
  return {
    talks: dossier.id,
    at,
    today,
    phase:
      unreported === null
        ? phase
        : { ...phase, confidence: phase.confidence * afterSilence(unreported, at) },
    nextRound: ahead?.round ?? null,
    rivalRounds: ahead?.rivals ?? [],
    lastRound: last,
    unreportedRound: unreported,
    calledOffRound: ahead === null ? offRound(dossier, state, phase, { at, today }) : null,
    delegations: readDelegations(state.members, at, last?.date ?? null),
    statements: within(state.statements, at, WINDOW_MS.statements),
    events: within(state.events, at, WINDOW_MS.events),
    disagreements: within(state.disagreements, at, WINDOW_MS.disagreements),
    milestones: within(state.milestones, at, WINDOW_MS.milestones),
    tension: {
      now: tensionOn(state.deeds, today),
      weekAgo: tensionOn(state.deeds, weekAgo),
      series,
      rounds: heldSince(state.rounds, at, { from: series[0]?.date ?? today, today }),
    },
    read: read.filter(({ published }) => at.getTime() - published.getTime() <= WINDOW_MS.read),
    newestReport: state.newestReport,
    learntAt: state.learntAt,
    copies: countCopies(read),
  };
}

/** The round that talks which stopped were to hold, or that is off on its day, whatever becomes of them. */
const offRound = (
  dossier: Dossier,
  state: TalksState,
  phase: PhaseReading,
  moment: Moment,
): CalledOffRound | null =>
  stoppedRound(dossier, state, phase, moment.at) ?? calledOffAhead(state, moment);

function stoppedRound(
  { timeZone }: Dossier,
  { rounds }: TalksState,
  { current }: PhaseReading,
  at: Date,
): CalledOffRound | null {
  const status = current === null ? undefined : STOPPED.get(current.phase);
  if (current === null || status === undefined) return null;
  const { since } = current;
  return calledOffRound(rounds, { at, since, day: localDate(since, timeZone), status });
}

function calledOffAhead({ rounds }: TalksState, { at, today }: Moment): CalledOffRound | null {
  const off = nextCalledOff(rounds, at, today);
  if (off === null) return null;
  const { venue } = roundOf(off.date, rounds.dated.get(off.date) ?? [], [], at);
  return { date: off.date, venue, votes: off.votes, status: "cancelled" };
}

/** What becomes of the round ahead when the talks come to stand so. */
const STOPPED: ReadonlyMap<Phase, CalledOffRound["status"]> = new Map([
  ["cancelled", "cancelled"],
  ["suspended", "cancelled"],
  ["collapsed", "cancelled"],
  ["postponed", "postponed"],
  ["in-doubt", "in-doubt"],
]);

/** The round that is still called scheduled after its day; a plan made since is of another one. */
function silenceIn(
  { rounds }: TalksState,
  { current }: PhaseReading,
  { at, today }: Moment,
): Round | null {
  if (current === null || current.phase !== "scheduled") return null;
  const round = unreportedRound(rounds, at, today);
  const isOlder = round !== null && toCalendarDate(current.since) <= (round.date ?? "");
  return isOlder ? round : null;
}

/** An instant, and the day it is where the talks are held. */
export type Moment = { readonly at: Date; readonly today: CalendarDate };

/** The phase and the next round, with rivals of each. */
export function standingAt(
  state: TalksState,
  moment: Moment,
): { readonly phase: PhaseReading; readonly ahead: ReturnType<typeof nextRound> } {
  const phase = readPhase(state.phase, moment.at);
  return { phase, ahead: roundAhead(state, phase.current?.phase ?? null, moment) };
}

/** After a round, one outlet does not name the day of the next: that takes as much as a new schedule. */
function roundAhead(
  { rounds }: TalksState,
  phase: Phase | null,
  { at, today }: Moment,
): ReturnType<typeof nextRound> {
  if (phase !== null && NO_ROUND_AHEAD.has(phase)) return null;
  const ahead = nextRound(rounds, at, today);
  const isAnother = ahead?.round.date !== today && phase !== null && needsBegunRound(phase);
  return ahead !== null && isAnother && support(ahead.round.votes) < FIRM ? null : ahead;
}

/** Articles of each recent story, its first included. */
function countCopies(read: readonly ReadingRecord[]): ReadonlyMap<string, number> {
  const copies = new Map<string, number>();
  for (const { story } of read) copies.set(story, (copies.get(story) ?? 0) + 1);
  return copies;
}
