import type { Meeting, MeetingFormat, MeetingStatus, Outcome, Venue } from "../facts/fact.ts";
import { addDays, type CalendarDate, daysBetween } from "../lib/calendar-date.ts";
import { fading, support, type Vote } from "./vote.ts";

/** What is claimed of rounds: of each date, and of meetings without one. */
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

/** One round as the claims together give it; each slot is the best supported version. */
export type Round = {
  readonly date: CalendarDate | null;
  readonly time: string | null;
  readonly timeZone: string | null;
  readonly venue: Venue | null;
  readonly format: MeetingFormat | null;
  readonly mediator: string | null;
  readonly status: MeetingStatus;
  readonly outcome: Outcome;
  readonly votes: readonly Vote<Meeting>[];
};

const HALF_LIFE_MS = 24 * 3_600_000;
/** Claims of a coming date older than this are forgotten unless repeated. */
const STALE_MS = 21 * 86_400_000;
const OFF: ReadonlySet<MeetingStatus> = new Set(["cancelled"]);

/** The next round at `at` (`today` is its local day), or null where no claim of one stands. */
export function nextRound(
  state: RoundState,
  at: Date,
  today: CalendarDate,
): { readonly round: Round; readonly rivals: readonly Round[] } | null {
  const undated = state.undated.filter((vote) => isFresh(vote, at));
  const [best, ...rivals] = daysAhead(state, at, today)
    .filter(({ votes }) => isOn(votes, at))
    .map(({ date, votes }) => roundOf(date, votes, undated, at));
  return best === undefined ? null : { round: best, rivals };
}

/** A day for which a round is claimed, and the claims of it. */
export type ClaimedDay = { readonly date: CalendarDate; readonly votes: readonly Vote<Meeting>[] };

/** The day of the next round with its claims, or null; cheaper than the round itself. */
export const nextDay = (state: RoundState, at: Date, today: CalendarDate): ClaimedDay | null =>
  daysAhead(state, at, today).find(({ votes }) => isOn(votes, at)) ?? null;

/** The days for which a coming round is claimed, or was before it was called off; the best supported first. */
function daysAhead(state: RoundState, at: Date, today: CalendarDate): readonly ClaimedDay[] {
  const fade = fading(at, HALF_LIFE_MS);
  return [...state.dated]
    .filter(([date, votes]) => date >= today && !isOver(votes, date, today))
    .map(([date, all]) => ({ date, votes: all.filter((vote) => isFresh(vote, at)) }))
    .filter(({ votes }) => votes.length > 0)
    .map((day) => ({ day, strength: support(day.votes, fade) }))
    .toSorted((a, b) => b.strength - a.strength)
    .map(({ day }) => day);
}

const isOn = (votes: readonly Vote<Meeting>[], at: Date): boolean => !OFF.has(statusOf(votes, at));

const isFresh = ({ citation }: Vote<Meeting>, at: Date): boolean =>
  at.getTime() - citation.report.published.getTime() <= STALE_MS;

const statusOf = (votes: readonly Vote<Meeting>[], at: Date): MeetingStatus =>
  bestOf(votes, ({ status }) => status, at) ?? "scheduled";

/** Today's round is next until its end is told. */
function isOver(votes: readonly Vote<Meeting>[], date: CalendarDate, today: CalendarDate): boolean {
  return date === today && support(votes.filter(({ value }) => value.status === "held")) >= 0.4;
}

/** The latest day by `today` on which a round was held or under way, or null. */
export function latestHeld(state: RoundState, today: CalendarDate): CalendarDate | null {
  const past = [...state.dated.keys()].filter((date) => date <= today).toSorted();
  return (
    past.findLast((date) => tookPlace(state.dated.get(date) ?? [], comingAfter(state, date))) ??
    null
  );
}

/** Days within which two dates of one round may differ by mistake. */
const NEAR_DAYS = 3;

/** The claims that a round was still to come within days after `date`. */
const comingAfter = (state: RoundState, date: CalendarDate): readonly Vote<Meeting>[] =>
  [...state.dated]
    .filter(([other]) => other > date && daysBetween(date, other) <= NEAR_DAYS)
    .flatMap(([, votes]) => votes.filter(({ value }) => value.status === "scheduled"));

/** The latest round that took place by `today`, or null. */
export function lastRound(state: RoundState, at: Date, today: CalendarDate): Round | null {
  const date = latestHeld(state, today);
  return date === null ? null : roundOf(date, state.dated.get(date) ?? [], [], at);
}

/**
 * A round took place when sources say so; a date that passed in silence proves nothing. Where others
 * still expect it days later, one outlet's word that it was held is not enough.
 */
function tookPlace(
  votes: readonly Vote<Meeting>[],
  expectedLater: readonly Vote<Meeting>[],
): boolean {
  const held = votes.filter(({ value }) => value.status === "held" || value.status === "underway");
  const [first] = held;
  if (first === undefined) return false;
  const since = first.citation.report.published;
  const doubters = expectedLater.filter(({ citation }) => citation.report.published > since);
  return support(held) >= (support(doubters) >= FIRM ? SURE : TOLD);
}

/** Support at which something is told, firmly known, and sure against what is firmly known. */
const TOLD = 0.4;
const FIRM = 0.6;
const SURE = 0.85;

function roundOf(
  date: CalendarDate,
  dated: readonly Vote<Meeting>[],
  undated: readonly Vote<Meeting>[],
  at: Date,
): Round {
  const from = dated[0] === undefined ? addDays(date, -7) : dayOf(dated[0]);
  const spokenOf = undated.filter((vote) => dayOf(vote) <= date && dayOf(vote) >= from);
  const about = [...dated, ...spokenOf];
  const pick = <V>(slot: (meeting: Meeting) => V | null): V | null => bestOf(about, slot, at);
  const time = pick(({ time: clock, timeZone }) => (clock === null ? null : { clock, timeZone }));
  return {
    date,
    time: time?.clock ?? null,
    timeZone: time?.timeZone ?? pick(({ timeZone }) => timeZone),
    venue: bestVenue(about, at),
    format: pick(({ format }) => format),
    mediator: pick(({ mediator }) => mediator),
    status: statusOf(dated, at),
    outcome: pick(({ outcome }) => outcome) ?? "unknown",
    votes: dated,
  };
}

/** The day of publication: a claim without a date speaks of a round in the days before it. */
const dayOf = ({ citation }: Vote<Meeting>): string =>
  citation.report.published.toISOString().slice(0, 10);

/** A city beats its bare country; the best supported city wins. */
function bestVenue(votes: readonly Vote<Meeting>[], at: Date): Venue | null {
  const withCity = bestOf(
    votes,
    ({ venue }) => (venue === null || venue.city === null ? null : venue),
    at,
  );
  return withCity ?? bestOf(votes, ({ venue }) => venue, at);
}

/** The version of a slot with the most support, newer claims weighing more; null where none is given. */
function bestOf<V>(
  votes: readonly Vote<Meeting>[],
  slot: (meeting: Meeting) => V | null,
  at: Date,
): V | null {
  const versions = new Map<string, { value: V; votes: Vote<Meeting>[] }>();
  for (const vote of votes) {
    const value = slot(vote.value);
    if (value === null) continue;
    const key = typeof value === "string" ? value : JSON.stringify(value);
    const version = versions.get(key) ?? { value, votes: [] };
    version.votes.push(vote);
    versions.set(key, version);
  }
  if (versions.size <= 1) return versions.values().next().value?.value ?? null;
  const fade = fading(at, HALF_LIFE_MS);
  let best: { readonly value: V; readonly strength: number } | null = null;
  for (const { value, votes: given } of versions.values()) {
    const strength = support(given, fade);
    if (best === null || strength > best.strength) best = { value, strength };
  }
  return best?.value ?? null;
}
