import type { Phase } from "../facts/phase.ts";

/**
 * How much support a change of phase needs: the usual next step, a turn of events, a leap, or what the
 * known date of the round says cannot be yet.
 */
const NEEDED = { natural: 0.4, turn: 0.6, leap: 0.72, premature: 0.9 } as const;

/** The phases that usually follow each one. */
const NATURAL: Readonly<Record<Phase, readonly Phase[]>> = {
  rumoured: ["proposed", "agreed-in-principle", "scheduled"],
  proposed: ["agreed-in-principle", "scheduled"],
  "agreed-in-principle": ["scheduled", "in-doubt"],
  scheduled: ["underway", "in-doubt", "postponed"],
  "in-doubt": ["scheduled", "agreed-in-principle", "cancelled", "postponed"],
  postponed: ["scheduled", "in-doubt"],
  cancelled: ["proposed", "agreed-in-principle", "scheduled"],
  underway: ["adjourned", "concluded-with-agreement", "concluded-without-agreement", "suspended"],
  adjourned: ["underway"],
  "concluded-with-agreement": ["scheduled"],
  "concluded-without-agreement": ["proposed", "agreed-in-principle", "scheduled"],
  suspended: ["proposed", "agreed-in-principle", "scheduled"],
  collapsed: ["proposed", "agreed-in-principle", "scheduled"],
};

/** Changes that a weak or early report must not bring about by itself. */
const LEAPS: ReadonlySet<Phase> = new Set([
  "cancelled",
  "collapsed",
  "concluded-with-agreement",
  "concluded-without-agreement",
]);

/** Phases that say less than what is already known and so change nothing: "proposed" once a date is set. */
const WEAKER: Readonly<Partial<Record<Phase, readonly Phase[]>>> = {
  proposed: ["rumoured"],
  "agreed-in-principle": ["rumoured", "proposed"],
  scheduled: ["rumoured", "proposed", "agreed-in-principle"],
  underway: ["rumoured", "proposed", "agreed-in-principle"],
  adjourned: ["rumoured", "proposed", "agreed-in-principle"],
};

/** Phases that a round must have begun for. */
const AFTER_THE_START: ReadonlySet<Phase> = new Set([
  "underway",
  "adjourned",
  "concluded-with-agreement",
  "concluded-without-agreement",
]);

/** Whether a phase ends the talks one way or the other: nobody unknown brings that about alone. */
export const isLeap = (phase: Phase): boolean => LEAPS.has(phase);

/** Whether a phase can only be once a round has begun. */
export const needsBegunRound = (phase: Phase): boolean => AFTER_THE_START.has(phase);

/** Whether the awaited round is due on the day of a claim, firmly known to be still ahead, or neither. */
export type RoundDay = "today" | "ahead" | "none";

/** Whether one phase usually follows another. */
export const isNaturalStep = (from: Phase, to: Phase): boolean => NATURAL[from].includes(to);

/** The support, 0 to 1, at which `to` replaces `from`, given how the day stands to the round's. */
export function supportNeeded(from: Phase, to: Phase, round: RoundDay): number {
  if (round === "ahead" && AFTER_THE_START.has(to)) return NEEDED.premature;
  if (round === "today" && to === "underway") return NEEDED.natural;
  // A round that nobody announced, right after one that ended, needs more than one outlet's word.
  if (from === "adjourned" && to === "underway") return NEEDED.leap;
  const natural = isNaturalStep(from, to);
  if (LEAPS.has(to)) return natural ? NEEDED.turn : NEEDED.leap;
  return natural ? NEEDED.natural : NEEDED.turn;
}

/**
 * The same where one party alone says so. After a round, the day of the next one is its word until a
 * second voice gives it too.
 */
export const supportForOneParty = (from: Phase, to: Phase, round: RoundDay): number =>
  to === "scheduled" && AFTER_THE_START.has(from)
    ? NEEDED.premature
    : supportNeeded(from, to, round);

/** Whether `claimed` only repeats, more weakly, what `current` says already. */
export const isWeaker = (current: Phase, claimed: Phase): boolean =>
  WEAKER[current]?.includes(claimed) ?? false;

const OFF: ReadonlySet<Phase> = new Set([
  "in-doubt",
  "postponed",
  "cancelled",
  "suspended",
  "collapsed",
]);

/** Whether two phases cannot both be right at one time: the one says that the talks go on, the other not. */
export const areOpposed = (a: Phase, b: Phase): boolean => a !== b && (OFF.has(a) || OFF.has(b));
