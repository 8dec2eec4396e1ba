import type { Meeting, MeetingFormat, MeetingStatus, Outcome, Venue } from "../../facts/fact.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import { fading, support, type Vote } from "../vote.ts";
import { FIRM } from "./standing.ts";

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
  /** All claims that the slots are taken from, those without a day among them. */
  readonly about: readonly Vote<Meeting>[];
};

const HALF_LIFE_MS = 24 * 3_600_000;

/** Weighs a claim about a round by its age: half for every day. */
export const roundFade = (at: Date): ((vote: Vote<unknown>) => number) => fading(at, HALF_LIFE_MS);

/** Puts a round together from the claims of its day and those that name no day but speak of it. */
export function roundOf(
  date: CalendarDate,
  dated: readonly Vote<Meeting>[],
  undated: readonly Vote<Meeting>[],
  at: Date,
): Round {
  const about = [...dated, ...undated];
  const pick = <V>(slot: (meeting: Meeting) => V | null): V | null => bestOf(about, slot, at);
  const time = pick(({ time: clock, timeZone }) => (clock === null ? null : { clock, timeZone }));
  return {
    date,
    time: time?.clock ?? null,
    timeZone: time?.timeZone ?? pick(({ timeZone }) => timeZone),
    venue: bestVenue(about, at),
    format: pick(({ format }) => format),
    mediator: pick(({ mediator }) => mediator),
    status: statusOf(dated, undated, at),
    outcome: outcomeOf(
      about,
      pick(({ outcome }) => outcome),
    ),
    votes: dated,
    about,
  };
}

const OFF: ReadonlySet<MeetingStatus> = new Set(["cancelled", "postponed", "in-doubt"]);

/** The claims that bear a round out as it stands: one that it is off bears out no round that is on. */
export function bearersOf({ status, votes }: Pick<Round, "status" | "votes">): Round["votes"] {
  if (OFF.has(status)) return votes;
  const on = votes.filter(({ value }) => !OFF.has(value.status));
  return on.length > 0 ? on : votes;
}

/**
 * Where a round stands. News that it is off is an answer to what was claimed before, so it is weighed
 * against what was claimed since; it may name no day, as "pulls out of the talks".
 */
export function statusOf(
  dated: readonly Vote<Meeting>[],
  undated: readonly Vote<Meeting>[],
  at: Date,
): MeetingStatus {
  const off = [...dated, ...undated].filter(({ value }) => OFF.has(value.status));
  const since = off[0]?.citation.report.published;
  if (since !== undefined && support(off) >= FIRM) {
    const later = dated.filter(
      ({ value, citation }) => !OFF.has(value.status) && citation.report.published > since,
    );
    if (support(off) > support(later)) return bestOf(off, ({ status }) => status, at) ?? "in-doubt";
  }
  const on = dated.filter(({ value }) => !OFF.has(value.status));
  return bestOf(on.length > 0 ? on : dated, ({ status }) => status, at) ?? "scheduled";
}

/** An agreement is told only where it is firmly known; a lone report of one is no outcome. */
function outcomeOf(votes: readonly Vote<Meeting>[], best: Outcome | null): Outcome {
  if (best !== "agreement") return best ?? "unknown";
  return support(votes.filter(({ value }) => value.outcome === best)) >= FIRM ? best : "unknown";
}

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
  const fade = roundFade(at);
  let best: { readonly value: V; readonly strength: number } | null = null;
  for (const { value, votes: given } of versions.values()) {
    const strength = support(given, fade);
    if (best === null || strength > best.strength) best = { value, strength };
  }
  return best?.value ?? null;
}
