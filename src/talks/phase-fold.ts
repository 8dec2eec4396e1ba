import type { Phase } from "../facts/phase.ts";
import {
  areOpposed,
  isLeap,
  isWeaker,
  needsBegunRound,
  type RoundDay,
  supportForOneParty,
  supportNeeded,
} from "./transitions.ts";
import { fading, isOnRecord, isVouchedFor, support, type Vote } from "./vote.ts";

/** A stretch of time in one phase, with what moved the talks into it. */
export type PhasePeriod = {
  readonly phase: Phase;
  readonly since: Date;
  readonly votes: readonly Vote<Phase>[];
};

/** How the phase came about, and what is claimed against it. */
export type PhaseState = {
  /** Oldest first; the last one is current. Empty before anything is known. */
  readonly periods: readonly PhasePeriod[];
  /** Claims of other phases, not yet strong enough, newest last. */
  readonly challengers: readonly Vote<Phase>[];
};

/** The state before anything is known. */
export const NO_PHASE: PhaseState = { periods: [], challengers: [] };

/** Claims older than this no longer add up with new ones. */
const CHALLENGE_MS = 48 * 3_600_000;
/** Within this time, claims with standing that contradict each other are both still open. */
const FRESH_MS = 12 * 3_600_000;
/** Weight of a claim that another's word does not settle. */
const STRONG = 0.7;
/** A claim loses half its weight in this time. */
const HALF_LIFE_MS = 24 * 3_600_000;
/** Votes kept for the current phase: enough for every voice that matters. */
const MOST_VOTES = 60;
/** Periods kept: years of talks. */
const MOST_PERIODS = 200;

type Circumstances = {
  /** Costly to find, and seldom needed. */
  readonly round: () => RoundDay;
  /** Whether the round had its day by then, as far as its day is known. */
  readonly isSinceRound: (published: Date) => boolean;
  readonly passing: boolean;
};

/**
 * What one more claim makes of the phase: it confirms the current one, challenges it, or replaces it. A
 * claim made in passing only confirms, unless nothing is known yet.
 */
export function stepPhase(
  state: PhaseState,
  vote: Vote<Phase>,
  { round, isSinceRound, passing }: Circumstances,
): PhaseState {
  const current = state.periods.at(-1);
  const at = vote.citation.report.published;
  if (current === undefined) return found(state, vote);
  if (vote.value === current.phase) return confirm(state, current, vote);
  if (passing || isWeaker(current.phase, vote.value)) return state;

  const recent = [...state.challengers, vote].filter(
    ({ citation }) => at.getTime() - citation.report.published.getTime() <= CHALLENGE_MS,
  );
  const isPremature = ({ citation }: Vote<Phase>): boolean =>
    needsBegunRound(vote.value) && !isSinceRound(citation.report.published);
  // Who told of a beginning before its day was wrong, whatever came to be.
  const backers = recent.filter((one) => one.value === vote.value && !isPremature(one));
  const fade = fading(at, HALF_LIFE_MS);
  const strength = support(
    backers,
    isLeap(vote.value) && !takesBack(vote, current)
      ? (backer) => fade(backer) * trustIn(backer, backers)
      : fade,
  );
  const needed = isOnePartysWord(backers) ? supportForOneParty : supportNeeded;
  const isEnough = (day: RoundDay): boolean => strength >= needed(current.phase, vote.value, day);
  if (isSettled(isEnough, round)) return enter(state, vote.value, at, backers);
  return { ...state, challengers: recent.slice(-MOST_VOTES) };
}

const ROUND_DAYS: readonly RoundDay[] = ["none", "today", "ahead"];

/** The day of the round is looked for only where the answer hangs on it. */
function isSettled(isEnough: (day: RoundDay) => boolean, round: () => RoundDay): boolean {
  if (ROUND_DAYS.every(isEnough)) return true;
  return ROUND_DAYS.some(isEnough) && isEnough(round());
}

/** A round that no known source ever told of is called off on the word of those who decide on it. */
const takesBack = ({ value, attribution }: Vote<Phase>, current: PhasePeriod): boolean =>
  value === "cancelled" && isOnRecord(attribution) && !isVouchedFor(current.votes);

/** What one source that nothing is known of leaves of the words it carries. */
const UNKNOWN = 0.5;

/** Words that a known source carries, or that several carry independently, were surely spoken. */
function trustIn({ voice, citation }: Vote<unknown>, backers: readonly Vote<Phase>[]): number {
  if (citation.report.source.known) return 1;
  const same = backers.filter((backer) => backer.voice === voice);
  return originsOf(same) > 1 ? 1 : UNKNOWN;
}

/** Whether nobody but one party stands behind a claim. */
const isOnePartysWord = (votes: readonly Vote<Phase>[]): boolean =>
  votes.every(({ attribution }) => attribution.kind === "party") &&
  new Set(votes.map(({ voice }) => voice)).size === 1;

/** Weight under which the first word heard of the talks is a rumour, whatever it says. */
const RUMOUR = 0.25;

function found(state: PhaseState, vote: Vote<Phase>): PhaseState {
  const value = vote.weight < RUMOUR && BEFORE_A_ROUND.has(vote.value) ? "rumoured" : vote.value;
  return enter(state, value, vote.citation.report.published, [{ ...vote, value }]);
}

const BEFORE_A_ROUND: ReadonlySet<Phase> = new Set([
  "proposed",
  "agreed-in-principle",
  "scheduled",
]);

/** What was said for an opposed phase in the last hours stays a challenge to the new one. */
function enter(
  state: PhaseState,
  phase: Phase,
  since: Date,
  votes: readonly Vote<Phase>[],
): PhaseState {
  const period = { phase, since, votes };
  const opposed = [...(state.periods.at(-1)?.votes ?? []), ...state.challengers].filter(
    (vote) =>
      areOpposed(vote.value, phase) &&
      since.getTime() - vote.citation.report.published.getTime() <= FRESH_MS,
  );
  return {
    periods: [...state.periods, period].slice(-MOST_PERIODS),
    challengers: opposed.toSorted(byPublication).slice(-MOST_VOTES),
  };
}

const byPublication = (a: Vote<Phase>, b: Vote<Phase>): number =>
  a.citation.report.published.getTime() - b.citation.report.published.getTime();

function confirm(state: PhaseState, current: PhasePeriod, vote: Vote<Phase>): PhaseState {
  const votes = [...current.votes, vote].slice(-MOST_VOTES);
  return { ...state, periods: [...state.periods.slice(0, -1), { ...current, votes }] };
}

/** Where the talks stand at an instant, as far as claims tell. */
export type PhaseReading = {
  readonly current: PhasePeriod | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly contested: boolean;
  /** The rival phases with the claims for them, strongest first. */
  readonly rivals: readonly { readonly phase: Phase; readonly votes: readonly Vote<Phase>[] }[];
};

/** The least support at which a rival claim is worth telling. */
const RIVAL = 0.2;
const LONG_HALF_LIFE_MS = 10 * 86_400_000;
/** However official the words, one source may have them wrong. */
const ONE_SOURCE = 0.6;
const CERTAIN = 0.99;
/** What nobody known tells is never more than likely. */
const UNVOUCHED = 0.45;

const originsOf = (votes: readonly Vote<Phase>[]): number =>
  new Set(votes.map(({ citation }) => citation.report.origin)).size;

const mostBy = (origins: number): number => (origins === 1 ? ONE_SOURCE : CERTAIN);

/** What contradiction leaves of confidence. */
const CONTESTED_SHARE = 0.6;

/** Reads the state at `at`: the current phase, how sure it is, and what speaks against it. */
export function readPhase(state: PhaseState, at: Date): PhaseReading {
  const current = state.periods.at(-1) ?? null;
  if (current === null) return { current, confidence: 0, contested: false, rivals: [] };
  const rivals = rivalsOf(state, current, at);
  const strength = support(current.votes, fading(at, LONG_HALF_LIFE_MS));
  const confidence = rivals.length > 0 ? strength * CONTESTED_SHARE : strength;
  const most = isVouchedFor(current.votes) ? mostBy(originsOf(current.votes)) : UNVOUCHED;
  return { current, confidence: Math.min(most, confidence), contested: rivals.length > 0, rivals };
}

/**
 * A rumour that someone with standing has answered since is settled; a claim with standing of its own
 * stays open for some hours, whoever speaks next.
 */
function rivalsOf(state: PhaseState, current: PhasePeriod, at: Date): PhaseReading["rivals"] {
  const answeredAt = Math.max(
    0,
    ...current.votes
      .filter(({ attribution }) => isOnRecord(attribution))
      .map(({ citation }) => citation.report.published.getTime()),
  );
  const open = state.challengers.filter(({ citation, weight, value }) => {
    const published = citation.report.published.getTime();
    const age = at.getTime() - published;
    if (!areOpposed(value, current.phase) && !isSurprise(value)) return false;
    return (published > answeredAt && age <= CHALLENGE_MS) || (weight >= STRONG && age <= FRESH_MS);
  });
  return [...new Set(open.map(({ value }) => value))]
    .map((phase) => ({ phase, votes: open.filter(({ value }) => value === phase) }))
    .filter(({ votes }) => support(votes, fading(at, HALF_LIFE_MS)) >= RIVAL)
    .toSorted((a, b) => support(b.votes) - support(a.votes));
}

/** An ending that only some report must be told as such. */
const isSurprise = (phase: Phase): boolean => phase.startsWith("concluded");
