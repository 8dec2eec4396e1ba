import type { PhaseClaim } from "../facts/fact.ts";
import type { CalendarDate } from "../lib/calendar-date.ts";
import type { Phase } from "../facts/phase.ts";
import type { Report } from "./report.ts";
import { latestHeld } from "./rounds/held-rounds.ts";
import { roundDue } from "./rounds/round-due.ts";
import type { TalksState } from "./talks-state.ts";
import { needsBegunRound } from "./transitions.ts";

/** Before a round, that the talks "have not collapsed" adjourns nothing. */
function hasBegun(
  { extraction }: Report,
  { phase, rounds }: TalksState,
  today: CalendarDate,
): boolean {
  const current = phase.periods.at(-1)?.phase;
  if (current === undefined || !AWAITS_ROUND.has(current)) return true;
  const isTold = extraction.meetings.some(
    ({ background, status }) => !background && (status === "held" || status === "underway"),
  );
  return isTold || roundDue(rounds, today) !== null;
}

const AWAITS_ROUND: ReadonlySet<Phase> = new Set(["scheduled", "in-doubt", "postponed"]);

type Circumstances = {
  readonly report: Report;
  readonly state: TalksState;
  /** The local day of publication. */
  readonly today: CalendarDate;
};

/**
 * Whether a claim can move the phase at all. "Scheduled" needs a day that has not passed, and once a
 * round has begun, a later day: a leader who only says "next week" gives his word, not a schedule.
 */
export function isStandingClaim(
  claim: PhaseClaim,
  { report, state, today }: Circumstances,
): boolean {
  if (claim.phase === "adjourned") return hasBegun(report, state, today);
  if (claim.phase !== "scheduled") return true;
  const coming = report.extraction.meetings.filter(
    ({ background, status }) => !background && status === "scheduled",
  );
  const days = coming.flatMap(({ date }) => (date === null ? [] : [date]));
  const phase = state.phase.periods.at(-1)?.phase;
  if (phase !== undefined && needsBegunRound(phase)) {
    // Without a known day of that round, only a day after today is surely another round's.
    const begun = latestHeld(state.rounds, today) ?? today;
    return days.some((day) => day > begun);
  }
  return days.length > 0 ? days.some((day) => day >= today) : claim.attribution.kind !== "party";
}
