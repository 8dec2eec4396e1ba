import type { Meeting } from "../../facts/fact.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { Vote } from "../vote.ts";

/** What is claimed of rounds: of each date, and of meetings without one; in order of publication. */
export type RoundState = {
  readonly dated: ReadonlyMap<CalendarDate, readonly Vote<Meeting>[]>;
  readonly undated: readonly Vote<Meeting>[];
};

/** The state before any meeting is claimed. */
export const NO_ROUNDS: RoundState = { dated: new Map(), undated: [] };

const MOST_VOTES = 80;
const MOST_DATES = 120;

/** Takes one more claim about a meeting in; background is no news of it. */
export function stepRounds(state: RoundState, vote: Vote<Meeting>): RoundState {
  const { date, background } = vote.value;
  if (background) return state;
  if (date === null) return { ...state, undated: [...state.undated, vote].slice(-MOST_VOTES) };
  const dated = new Map(state.dated);
  dated.set(date, [...(dated.get(date) ?? []), vote].slice(-MOST_VOTES));
  if (dated.size > MOST_DATES) dated.delete([...dated.keys()].toSorted()[0] ?? date);
  return { ...state, dated };
}
