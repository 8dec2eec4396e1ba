import { cuesOf, type Mention, namesOf } from "../mention.ts";

/** Who sits at the table, as one sentence tells it. */
export type Seats = {
  /** Parties whose delegation or negotiators are told of: "the Iranian delegation". */
  readonly delegations: ReadonlySet<string>;
  /** Parties whose people are told of in a word that fits sport as well: "the American team". */
  readonly teams: ReadonlySet<string>;
  /** Parties of which a person is named. */
  readonly people: ReadonlySet<string>;
};

/** Words that may stand between a party and its team: "delegation of Iran". */
const FURTHEST = 1;

/**
 * The parties that a sentence seats at the table.
 *
 * @param partyOf the party that a mention names, or null.
 */
export function seatsIn(
  mentions: readonly Mention[],
  partyOf: (mention: Mention) => string | null,
): Seats {
  const groups = cuesOf(mentions, "talks.delegation", "talks.team");
  const delegations = new Set<string>();
  const teams = new Set<string>();
  const people = new Set<string>();
  for (const mention of namesOf(mentions)) {
    const party = partyOf(mention);
    if (party === null) continue;
    if (mention.sense.kind === "person") {
      people.add(party);
      continue;
    }
    for (const group of groups) {
      if (distance(mention, group) > FURTHEST) continue;
      (isNamed(group, "talks.delegation") ? delegations : teams).add(party);
    }
  }
  return { delegations, teams, people };
}

/**
 * Whether the place that a mention names is only where a round is: "the Ankara talks", "in Ankara",
 * but not "Tehran and Ankara hold talks".
 */
export function isOnlyVenue(place: Mention, mentions: readonly Mention[]): boolean {
  const beside = (is: (other: Mention) => boolean, furthest: number): boolean =>
    mentions.some((other) => is(other) && distance(place, other) <= furthest);
  if (beside((other) => isOther(place, other), FURTHEST)) return false;
  return beside(isRound, 0);
}

/** Whether a country is named with its city: "Bergen, Norway", "the Norwegian capital". */
export const isCountryOfCity = (place: Mention, mentions: readonly Mention[]): boolean =>
  mentions.some((city) => isCityOf(place, city) && distance(place, city) <= FURTHEST);

const isCityOf = (place: Mention, { sense, from, to }: Mention): boolean =>
  sense.kind === "city" &&
  place.sense.kind === "country" &&
  sense.country === place.sense.code &&
  !(from === place.from && to === place.to);

/** Another actor right beside the place shares in what is told of it. */
const isOther = (place: Mention, { sense, from, to }: Mention): boolean =>
  (sense.kind === "actor" || sense.kind === "country" || sense.kind === "institution") &&
  !(from < place.to && to > place.from);

const isRound = (mention: Mention): boolean =>
  isNamed(mention, "talks.negotiation") ||
  isNamed(mention, "talks.meeting") ||
  isNamed(mention, "meeting.in");

const isNamed = ({ sense }: Mention, cue: string): boolean =>
  sense.kind === "cue" && sense.cue === cue;

/** Tokens between two mentions. */
const distance = (one: Mention, other: Mention): number =>
  Math.max(0, one.from - other.to, other.from - one.to);
