import type { Dossier } from "../../config/dossier.ts";
import type { CueName } from "../cues.ts";
import { cueNamesOf, type Mention, mentionsOf, namesOf } from "../mention.ts";
import type { ReadArticle, ReadSentence } from "../read-article.ts";
import { isCountryOfCity, isOnlyVenue, seatsIn, type Seats } from "./at-the-table.ts";
import { hostsIn, withHosts } from "./hosts.ts";

/** A sentence with who it names and what it signals. */
export type TalksSentence = ReadSentence & {
  /** Codes of the parties named by country, capital, institution or person. */
  readonly parties: ReadonlySet<string>;
  readonly mediators: ReadonlySet<string>;
  /** Everyone else: other actors of the dossier and other countries. */
  readonly thirds: ReadonlySet<string>;
  /** Parties of which a negotiator is named. */
  readonly negotiating: ReadonlySet<string>;
  readonly cues: ReadonlySet<CueName>;
  /** Third actors but those whose city only tells where a round is. */
  readonly guests: ReadonlySet<string>;
  readonly seats: Seats;
  /** Names talks that are not these. */
  readonly namesOtherTalks: boolean;
  readonly namesTopic: boolean;
  readonly namesVenue: boolean;
};

/** An article as the finders about the talks look at it. */
export type TalksView = {
  readonly read: ReadArticle;
  readonly dossier: Dossier;
  readonly standings: ReadonlyMap<string, Dossier["actors"][number]["standing"]>;
  readonly sentences: readonly TalksSentence[];
};

/** Looks over the mentions of every sentence once. */
export function viewTalks(read: ReadArticle, dossier: Dossier): TalksView {
  const standings = new Map(dossier.actors.map(({ code, standing }) => [code, standing]));
  const venues = new Set(dossier.venues.map(({ city }) => city));
  const sentences = read.sentences.map((sentence) => lookOver(sentence, standings, venues));
  const hosts = hostsIn(sentences);
  return { read, dossier, standings, sentences: sentences.map((one) => withHosts(one, hosts)) };
}

/** The actor that a mention names or speaks for, or null. */
export function actorOf({ sense }: Mention): string | null {
  switch (sense.kind) {
    case "person":
      return sense.person.actor;
    case "institution":
      return sense.institution.actor;
    case "actor":
    case "country":
      return sense.code;
    case "city":
    case "topic":
    case "other-talks":
    case "milestone":
    case "cue":
      return null;
  }
}

function lookOver(
  sentence: ReadSentence,
  standings: TalksView["standings"],
  venues: ReadonlySet<string>,
): TalksSentence {
  const parties = new Set<string>();
  const mediators = new Set<string>();
  const thirds = new Set<string>();
  const negotiating = new Set<string>();
  const guests = new Set<string>();
  const venueAt = venuesIn(sentence, venues);
  for (const mention of namesOf(sentence.mentions)) {
    const { sense } = mention;
    const actor = actorOf(mention);
    if (actor === null) continue;
    const standing = standings.get(actor);
    if (standing === "party") {
      parties.add(actor);
      if (sense.kind === "person" && sense.person.negotiator) negotiating.add(actor);
    } else if (standing === "mediator") mediators.add(actor);
    else {
      thirds.add(actor);
      if (!isWhere(mention, sentence, venueAt)) guests.add(actor);
    }
  }
  return {
    ...sentence,
    parties,
    mediators,
    thirds,
    negotiating,
    cues: new Set(cueNamesOf(sentence.mentions)),
    guests,
    seats: seatsIn(sentence.mentions, (mention) => partyOf(mention, standings)),
    ...subjectsIn(sentence),
    namesVenue: venueAt.size > 0,
  };
}

/** Whether a third actor only says where something is. */
const isWhere = (
  mention: Mention,
  { mentions }: ReadSentence,
  venueAt: ReadonlySet<number>,
): boolean =>
  isCountryOfCity(mention, mentions) ||
  (venueAt.has(mention.from) && isOnlyVenue(mention, mentions));

function subjectsIn({
  mentions,
}: ReadSentence): Pick<TalksSentence, "namesOtherTalks" | "namesTopic"> {
  return {
    namesOtherTalks: mentionsOf(mentions, "other-talks").length > 0,
    namesTopic: mentionsOf(mentions, "topic").length > 0,
  };
}

/** Where venues are named, as the indices of their first tokens. */
const venuesIn = ({ mentions }: ReadSentence, venues: ReadonlySet<string>): ReadonlySet<number> =>
  new Set(
    mentionsOf(mentions, "city")
      .filter(({ sense }) => venues.has(sense.city))
      .map(({ from }) => from),
  );

function partyOf(mention: Mention, standings: TalksView["standings"]): string | null {
  const actor = actorOf(mention);
  return actor !== null && standings.get(actor) === "party" ? actor : null;
}

const TALKS_WORDS: readonly CueName[] = [
  "talks.negotiation",
  "talks.meeting",
  "talks.deal",
  "talks.mediation",
  "talks.delegation",
];

/** Whether a sentence has a word for talks of any kind. */
export const hasTalksWord = ({ cues }: TalksSentence): boolean =>
  TALKS_WORDS.some((cue) => cues.has(cue));

/** Whether a sentence brings the parties together in talks. */
export const linksParties = (sentence: TalksSentence): boolean =>
  sentence.negotiating.size >= 2 || (sentence.parties.size >= 2 && hasTalksWord(sentence));
