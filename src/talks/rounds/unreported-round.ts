import { addDays, type CalendarDate, daysBetween } from "../../lib/calendar-date.ts";
import { support } from "../vote.ts";
import { latestHeld } from "./held-rounds.ts";
import { type Round, roundOf } from "./round.ts";
import type { RoundState } from "./round-state.ts";
import { TOLD } from "./standing.ts";

const DAY_MS = 86_400_000;
/** Hours after the end of its day within which reports of a round still come in. */
const GRACE_MS = 12 * 3_600_000;
/** Two days this near each other are of one round. */
const ONE_ROUND_DAYS = 2;
/** Confidence loses half in this time of silence. */
const HALF_LIFE_MS = 3 * DAY_MS;

/** The latest round whose day has passed with no report of whether it was held, or null. */
export function unreportedRound(state: RoundState, at: Date, today: CalendarDate): Round | null {
  const held = latestHeld(state, today);
  const date = [...state.dated.keys()]
    .filter((day) => endOf(day) + GRACE_MS <= at.getTime())
    .filter((day) => held === null || daysBetween(held, day) > ONE_ROUND_DAYS)
    .toSorted()
    .findLast((day) => isPlanned(state, day));
  if (date === undefined) return null;
  const votes = state.dated.get(date) ?? [];
  const round = roundOf(date, votes, [], at);
  return round.status === "scheduled" ? round : null;
}

const isPlanned = ({ dated }: RoundState, day: CalendarDate): boolean =>
  support((dated.get(day) ?? []).filter(({ value }) => value.status === "scheduled")) >= TOLD;

const endOf = (day: CalendarDate): number => Date.parse(addDays(day, 1));

/** What silence since the day of a round leaves of the confidence that it is still to come, 0 to 1. */
export const afterSilence = ({ date }: Round, at: Date): number =>
  date === null ? 1 : 2 ** (-Math.max(0, at.getTime() - endOf(date)) / HALF_LIFE_MS);
