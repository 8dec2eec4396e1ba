import type { Meeting } from "../../facts/fact.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import { support, type Vote } from "../vote.ts";
import { type Round, roundOf } from "./round.ts";
import type { RoundState } from "./round-state.ts";
import { TOLD } from "./standing.ts";

/** A round that talks were to hold before they stopped. */
export type CalledOffRound = Pick<Round, "venue" | "votes"> & {
  readonly date: CalendarDate;
  readonly status: "cancelled" | "postponed" | "in-doubt";
};

/** How talks stand that stopped: since when, on which day of theirs, and what that makes of a round. */
export type Stop = Pick<CalledOffRound, "status"> & {
  readonly at: Date;
  readonly since: Date;
  readonly day: CalendarDate;
};

/** The nearest round that was planned when the talks stopped, or null where none was. */
export function calledOffRound(
  { dated }: RoundState,
  { at, since, day, status }: Stop,
): CalledOffRound | null {
  const [nearest] = [...dated]
    .filter(([date, votes]) => date >= day && isPlanned(votes, since))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (nearest === undefined) return null;
  const [date, votes] = nearest;
  const { venue } = roundOf(date, votes, [], at);
  return { date, venue, votes, status };
}

/** What was first named afterwards was not called off. */
const isPlanned = (votes: readonly Vote<Meeting>[], since: Date): boolean => {
  const before = votes.filter(({ citation }) => citation.report.published <= since);
  return support(before.filter(({ value }) => value.status !== "proposed")) >= TOLD;
};
