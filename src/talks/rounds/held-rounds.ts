import type { Meeting } from "../../facts/fact.ts";
import {
  addDays,
  type CalendarDate,
  daysBetween,
  toCalendarDate,
} from "../../lib/calendar-date.ts";
import { isOnRecord, isVouchedFor, support, type Vote } from "../vote.ts";
import { type Round, roundOf } from "./round.ts";
import type { RoundState } from "./round-state.ts";
import { FIRM, SURE, TOLD } from "./standing.ts";

/** The latest day by `today` on which a round was held or under way, or null. */
export function latestHeld(state: RoundState, today: CalendarDate): CalendarDate | null {
  const past = [...state.dated.keys()].filter((date) => date <= today).toSorted();
  return (
    past.findLast((date) => tookPlace(claimsOf(state, date), comingAfter(state, date))) ?? null
  );
}

/** The latest round that took place by `today`, or null; days next to each other are one round. */
export function lastRound(state: RoundState, at: Date, today: CalendarDate): Round | null {
  const last = latestHeld(state, today);
  if (last === null) return null;
  const days = [...state.dated.keys()]
    .filter((date) => date <= last && daysBetween(date, last) <= ONE_ROUND_DAYS)
    .filter((date) => date === last || isOneRound(state, date, last))
    .toSorted();
  const votes = days
    .flatMap((date) => claimsOf(state, date))
    .toSorted(
      (a, b) => a.citation.report.published.getTime() - b.citation.report.published.getTime(),
    );
  const date = bestDay(state, days) ?? last;
  return { ...roundOf(date, votes, [], at), votes: heldBy(votes, date) };
}

/** The days of the rounds that took place from one day to another, both included, oldest first. */
export function heldSince(
  state: RoundState,
  at: Date,
  { from, today }: { readonly from: CalendarDate; readonly today: CalendarDate },
): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  let until = today;
  while (until >= from) {
    const date = lastRound(state, at, until)?.date ?? null;
    if (date === null || date < from) break;
    days.unshift(date);
    // The rest of a round of several days is not another one.
    until = addDays(date, -1);
  }
  return days;
}

/** The claims that it was held or begun; those made before its day bear out nothing. */
function heldBy(votes: readonly Vote<Meeting>[], date: CalendarDate): readonly Vote<Meeting>[] {
  const held = heldIn(votes);
  const since = held.filter(({ citation }) => toCalendarDate(citation.report.published) >= date);
  return since.length > 0 ? since : held;
}

/** A round lasts a few days at most, and late reports may be a day out. */
const ONE_ROUND_DAYS = 2;

/** Two days are of one round unless they name two cities. */
function isOneRound(state: RoundState, earlier: CalendarDate, later: CalendarDate): boolean {
  const held = heldIn(claimsOf(state, earlier));
  if (support(held) < TOLD) return false;
  const cities = new Set(
    [...held, ...heldIn(claimsOf(state, later))].flatMap(({ value }) => value.venue?.city ?? []),
  );
  return cities.size <= 1;
}

/** The best supported day, the first of equals: a two-day round bears the day it began. */
function bestDay(state: RoundState, days: readonly CalendarDate[]): CalendarDate | null {
  let best: { readonly date: CalendarDate; readonly strength: number } | null = null;
  for (const date of days) {
    const strength = support(heldIn(claimsOf(state, date)));
    if (best === null || strength > best.strength) best = { date, strength };
  }
  return best?.date ?? null;
}

const claimsOf = (state: RoundState, date: CalendarDate): readonly Vote<Meeting>[] =>
  state.dated.get(date) ?? [];

const heldIn = (votes: readonly Vote<Meeting>[]): readonly Vote<Meeting>[] =>
  votes.filter(({ value }) => value.status === "held" || value.status === "underway");

/** Days within which two dates of one round may differ by mistake. */
const NEAR_DAYS = 3;

/** The claims that a round was still to come within days after `date`. */
const comingAfter = (state: RoundState, date: CalendarDate): readonly Vote<Meeting>[] =>
  [...state.dated]
    .filter(([other]) => other > date && daysBetween(date, other) <= NEAR_DAYS)
    .flatMap(([, votes]) => votes.filter(({ value }) => value.status === "scheduled"));

/** As many sources, each of its own, that gave a day for a round or told of it there. */
const MANY = 4;

/** Sources, each of its own, of which one carries the word of a party or host that it was held. */
const SEVERAL = 3;

const isNamed = (votes: readonly Vote<Meeting>[]): boolean =>
  votes.some(({ attribution }) => isOnRecord(attribution));

/**
 * Two that nothing is known of say that it was held, on a day that others had given it besides, or that
 * a party or host gave it or names now; one does that carries such a word, where two others had given it.
 */
function bearOut(held: readonly Vote<Meeting>[], all: readonly Vote<Meeting>[]): boolean {
  if (originsOf(held) > 1) return originsOf(all) >= MANY || isNamed(all);
  return isNamed(held) && originsOf(all) >= SEVERAL;
}

const originsOf = (votes: readonly Vote<Meeting>[]): number =>
  new Set(votes.map(({ citation }) => citation.report.origin)).size;

/**
 * A round took place when sources say so; a date that passed in silence proves nothing. Where others
 * still expect it days later, one outlet's word that it was held is not enough.
 */
function tookPlace(
  votes: readonly Vote<Meeting>[],
  expectedLater: readonly Vote<Meeting>[],
): boolean {
  const held = heldIn(votes);
  const [first] = held;
  if (first === undefined || !(isVouchedFor(held) || bearOut(held, votes))) return false;
  const since = first.citation.report.published;
  const doubters = expectedLater.filter(({ citation }) => citation.report.published > since);
  return support(held) >= (support(doubters) >= FIRM ? SURE : TOLD);
}
