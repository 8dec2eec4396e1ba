import type { Dossier } from "../../config/dossier.ts";
import type { CueName } from "../cues.ts";
import type { Mention } from "../mention.ts";
import type { ReadArticle, ReadSentence } from "../read-article.ts";

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
  return { read, dossier, standings, sentences };
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
  const cues = new Set<CueName>();
  const kinds = new Set<string>();
  let namesVenue = false;
  for (const mention of sentence.mentions) {
    const { sense } = mention;
    kinds.add(sense.kind);
    if (sense.kind === "cue") cues.add(sense.cue);
    if (sense.kind === "city") namesVenue ||= venues.has(sense.city);
    const actor = actorOf(mention);
    if (actor === null) continue;
    const standing = standings.get(actor);
    if (standing === "party") parties.add(actor);
    else if (standing === "mediator") mediators.add(actor);
    else thirds.add(actor);
    if (standing === "party" && sense.kind === "person" && sense.person.negotiator)
      negotiating.add(actor);
  }
  return {
    ...sentence,
    parties,
    mediators,
    thirds,
    negotiating,
    cues,
    namesOtherTalks: kinds.has("other-talks"),
    namesTopic: kinds.has("topic"),
    namesVenue,
  };
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
