import type { Phase } from "../facts/phase.ts";

/** How much support a change of phase needs: the usual next step, a turn of events, or a leap. */
const NEEDED = { natural: 0.4, turn: 0.6, leap: 0.72 } as const;

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
  adjourned: ["scheduled", "in-doubt", "underway"],
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

/** The support, 0 to 1, at which `to` replaces `from`. */
export function supportNeeded(from: Phase, to: Phase): number {
  if (NATURAL[from].includes(to) && !LEAPS.has(to)) return NEEDED.natural;
  if (LEAPS.has(to) && !NATURAL[from].includes(to)) return NEEDED.leap;
  return NEEDED.turn;
}

/** Whether `claimed` only repeats, more weakly, what `current` says already. */
export const isWeaker = (current: Phase, claimed: Phase): boolean =>
  WEAKER[current]?.includes(claimed) ?? false;
