import type { Dossier } from "../../config/dossier.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { Span } from "../../lib/span.ts";
import type { Modality } from "../fact.ts";
import type { PloverType } from "../plover.ts";
import type { ReadSentence } from "../read-article.ts";
import type { Use } from "./uses.ts";

/** One thing that a sentence says one actor did to another. */
export type Told = {
  readonly use: Use;
  readonly source: string;
  readonly target: string;
  readonly date: CalendarDate | null;
  /** Where the day is told. */
  readonly dateSpan: Span | null;
  readonly modality: Modality;
  /** Told as history or context. */
  readonly history: boolean;
  /** Dated to the last days. */
  readonly recent: boolean;
  readonly sentence: ReadSentence;
  readonly evidence: Span;
  /** Ids of the dossier's topics that the evidence names. */
  readonly topics: readonly string[];
  readonly inQuotes: boolean;
  /** An event noun that opens the headline and so tells the news: "New sanctions on …". */
  readonly headline: boolean;
};

/** Types that are worth telling as history; of the others only news counts. */
const HISTORY: ReadonlySet<PloverType> = new Set(["ASSAULT", "SANCTION", "COERCE", "MOBILIZE"]);

/** Whether it is an event at all: asserted or history, a deed and not a comment, and of a party. */
export function isNews(told: Told, { actors }: Dossier): boolean {
  const { use, source, target, modality, history, inQuotes } = told;
  const ofParty = actors.some(
    ({ code, standing }) => standing === "party" && (code === source || code === target),
  );
  if (!ofParty || inQuotes || use.infinitive || use.governed !== null) return false;
  const isDeed = (isAccusation(use) || isNominalDeed(told)) && areParties(actors, source, target);
  if (isComment(use) && !isDeed) return false;
  if (use.coded.type === "AGREE" && !areParties(actors, source, target)) return false;
  if (BETWEEN.has(use.coded.type) && !areParties(actors, target)) return false;
  if (use.coded.type === "CONSULT" && !use.sense.verb) return false;
  if (modality !== "asserted" && modality !== "historical") return false;
  if (history && !HISTORY.has(use.coded.type)) return false;
  return use.verbal || isTellingNoun(told) || isNominalDeed(told);
}

/** What a party does to a third state is another story. */
const BETWEEN: ReadonlySet<PloverType> = new Set([
  "REJECT",
  "SANCTION",
  "COERCE",
  "COOPERATE",
  "RETREAT",
  "CONCEDE",
  "AID",
  "SUPPORT",
]);

/** What is alleged, left undone or only possible is no deed. */
const NO_NEWS: ReadonlySet<string> = new Set(["accuse", "not", "may"]);

/** Only the parties agree with each other; whom else they agree with is another story. */
const areParties = (actors: Dossier["actors"], ...codes: readonly string[]): boolean =>
  codes.every((code) => actors.some((actor) => actor.code === code && actor.standing === "party"));

function isComment({ sense, coded, aside }: Use): boolean {
  if (aside) return true;
  if (sense.remark) return true;
  if (sense.kind === "operator" && NO_NEWS.has(sense.operator)) return true;
  if (coded.type === "PROTEST" || coded.mode === "visit") return true;
  return (coded.type === "SUPPORT" || coded.type === "ACCUSE") && !sense.verb;
}

/** One party accuses the other: the one comment that is a deed. */
const isAccusation = ({ sense, verbal }: Use): boolean =>
  verbal && sense.kind === "operator" && sense.operator === "accuse";

/** What a headline tells by its noun alone. */
const NOMINAL: ReadonlySet<PloverType> = new Set([
  "SANCTION",
  "COERCE",
  "RETREAT",
  "COOPERATE",
  "CONCEDE",
  "ACCUSE",
  "THREATEN",
  "REJECT",
  "REQUEST",
]);

const isNominalDeed = ({ headline, use: { coded, verbal, aside } }: Told): boolean =>
  headline && !verbal && !aside && NOMINAL.has(coded.type);

/** "The American build-up" is news, "the attack" refers back, unless it is the headline. */
const isTellingNoun = ({ use }: Told): boolean =>
  use.coded.type === "MOBILIZE" || use.coded.type === "ASSAULT";
