import type { Meeting } from "../../facts/fact.ts";
import { addDays, type CalendarDate, daysBetween } from "../../lib/calendar-date.ts";
import { support, type Vote } from "../vote.ts";
import { type Round, roundFade, roundOf, statusOf } from "./round.ts";
import type { RoundState } from "./round-state.ts";
import { FIRM, TOLD } from "./standing.ts";

/** A day for which a round is claimed, and the claims of it in order of publication. */
export type ClaimedDay = { readonly date: CalendarDate; readonly votes: readonly Vote<Meeting>[] };

/** The next round at `at` (`today` is its local day) with rival days, or null where no claim of one stands. */
export function nextRound(
  state: RoundState,
  at: Date,
  today: CalendarDate,
): { readonly round: Round; readonly rivals: readonly Round[] } | null {
  const undated = state.undated.filter((vote) => isFresh(vote, at));
  const [best, ...rivals] = daysAhead(state, at, today).map(({ date, votes }) =>
    roundOf(date, votes, spokenOf(date, votes, undated), at),
  );
  return best === undefined ? null : { round: best, rivals };
}

/** The day of the next round with its claims, or null; cheaper than the round itself. */
export const nextDay = (state: RoundState, at: Date, today: CalendarDate): ClaimedDay | null =>
  daysAhead(state, at, today)[0] ?? null;

/** The days for which a coming round is claimed and not called off, the best first. */
function daysAhead(state: RoundState, at: Date, today: CalendarDate): readonly ClaimedDay[] {
  const undated = state.undated.filter((vote) => isFresh(vote, at));
  const days = [...state.dated]
    .filter(([date, votes]) => date >= today && !isOver(votes, date, today))
    .map(([date, all]) => ({ date, votes: all.filter((vote) => isFresh(vote, at)) }))
    .filter((day) => day.votes.length > 0 && !isCalledOff(day, undated, at));
  const fade = roundFade(at);
  const firm = days.filter((day) => support(day.votes) >= FIRM && !isOnlyOffered(day));
  return days
    .map((day) => ({
      day,
      overtaken: firm.some((other) => overtakes(other, day)),
      offered: isOnlyOffered(day),
      strength: support(day.votes, fade),
    }))
    .toSorted(
      (a, b) =>
        Number(a.offered) - Number(b.offered) ||
        Number(a.overtaken) - Number(b.overtaken) ||
        b.strength - a.strength,
    )
    .map(({ day }) => day);
}

/** The nearest day ahead whose planned round is called off, with the claims that it is; null where none is. */
export function nextCalledOff(state: RoundState, at: Date, today: CalendarDate): ClaimedDay | null {
  const undated = state.undated.filter((vote) => isFresh(vote, at));
  const [off] = [...state.dated]
    .map(([date, all]) => ({ date, votes: all.filter((vote) => isFresh(vote, at)) }))
    .filter((day) => day.date >= today && !isOnlyOffered(day) && isCalledOff(day, undated, at))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  if (off === undefined) return null;
  const claims = [...off.votes, ...spokenOf(off.date, off.votes, undated)].filter(isCancelled);
  return { date: off.date, votes: claims };
}

/** Whether a day's round is cancelled: what nobody says needs no weighing. */
function isCalledOff(
  { date, votes }: ClaimedDay,
  undated: readonly Vote<Meeting>[],
  at: Date,
): boolean {
  if (!votes.some(isCancelled) && !undated.some(isCancelled)) return false;
  return statusOf(votes, spokenOf(date, votes, undated), at) === "cancelled";
}

const isCancelled = ({ value }: Vote<Meeting>): boolean => value.status === "cancelled";

/** A day that someone would host them on, or hopes for, is no date of a round. */
export const isOnlyOffered = ({ votes }: ClaimedDay): boolean =>
  votes.every(({ value }) => value.status === "proposed");

const DAY_MS = 86_400_000;
/** Claims of a coming date older than this are forgotten unless repeated. */
const STALE_MS = 21 * DAY_MS;

const isFresh = ({ citation }: Vote<Meeting>, at: Date): boolean =>
  at.getTime() - citation.report.published.getTime() <= STALE_MS;

/** Today's round is next until its end is told. */
const isOver = (
  votes: readonly Vote<Meeting>[],
  date: CalendarDate,
  today: CalendarDate,
): boolean =>
  date === today && support(votes.filter(({ value }) => value.status === "held")) >= TOLD;

/** Days within which two dates are rather one round that was moved than two rounds. */
const MOVED_DAYS = 8;

/** A day that was firmly given replaces an earlier one that nobody firm has repeated since. */
function overtakes(newer: ClaimedDay, older: ClaimedDay): boolean {
  const since = newer.votes[0]?.citation.report.published;
  const before = older.votes[0]?.citation.report.published;
  if (since === undefined || before === undefined || before >= since) return false;
  if (Math.abs(daysBetween(older.date, newer.date)) > MOVED_DAYS) return false;
  return support(votesAfter(older.votes, since.getTime())) < FIRM;
}

/** The claims published after an instant, out of claims in the order of publication. */
function votesAfter(votes: readonly Vote<Meeting>[], instant: number): readonly Vote<Meeting>[] {
  const last = votes.findLastIndex(
    ({ citation }) => citation.report.published.getTime() <= instant,
  );
  return last === votes.length - 1 ? NO_VOTES : votes.slice(last + 1);
}

const NO_VOTES: readonly Vote<Meeting>[] = [];

/** The claims without a day that were made while this round was the one to come. */
function spokenOf(
  date: CalendarDate,
  votes: readonly Vote<Meeting>[],
  undated: readonly Vote<Meeting>[],
): readonly Vote<Meeting>[] {
  const from = Date.parse(votes[0] === undefined ? addDays(date, -7) : dayOf(votes[0]));
  const until = Date.parse(date) + DAY_MS;
  return undated.filter(({ citation }) => {
    const published = citation.report.published.getTime();
    return published >= from && published < until;
  });
}

const dayOf = ({ citation }: Vote<Meeting>): string =>
  citation.report.published.toISOString().slice(0, 10);
