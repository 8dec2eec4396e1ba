import { hasCue } from "../../facts/mention.ts";
import type { ClaimFact } from "../claim.ts";
import { type Check, faultsIn } from "./check.ts";
import type { SentenceReading } from "./reading.ts";
import type { SenseReader } from "./sense-reading.ts";

/** A word of someone told as a fact, or one outlet's report as if all had it. */
export const createHedgeCheck =
  (senses: SenseReader): Check =>
  (sentence, { claims }) => {
    const facts = claims.map(({ claim }) => claim.fact);
    const reading = senses(sentence);
    const isAttributed =
      reading.marks.attribution.length > 0 || hasCue(sentence.mentions, ...REPORTING);
    const isDisputed = reading.marks.disputed.length > 0;
    const isHedged =
      isDisputed ||
      reading.marks.hedge.length > 0 ||
      hasCue(sentence.mentions, "modality.hedge", "modality.hypothetical", ...REPORTING);
    const isSaid = facts.some(({ kind }) => kind === "statement");
    const isUnsure = facts.some(isWeak) && !facts.some(isWordOfSomeone);
    const isDispute = facts.some((fact) => fact.kind === "dispute" && !fact.dispute.settled);
    return (isSaid && !(isAttributed && namesSomeone(sentence))) ||
      (isUnsure && !isHedged) ||
      (isDispute && !isDisputed)
      ? faultsIn("hedge", [sentence.text])
      : [];
  };

const REPORTING = ["speech.stress", "speech.warn", "speech.saying", "speech.according"] as const;

/** Somebody whose word it is, if only by a pronoun. */
const namesSomeone = ({ mentions }: SentenceReading): boolean =>
  hasCue(
    mentions,
    "speech.pronoun",
    "speech.official",
    "speech.source",
    "speech.outlet",
    "speech.body",
    "talks.both-sides",
    "talks.team",
    "talks.delegation",
  ) ||
  mentions.some(
    ({ sense: { kind } }) =>
      kind === "person" || kind === "institution" || kind === "actor" || kind === "country",
  );

/** Told with the name of who says it, or as something that sources contradict each other on. */
function isWeak(fact: ClaimFact): boolean {
  switch (fact.kind) {
    case "phase":
      return (
        fact.contested ||
        fact.confirmation === "one-outlet" ||
        typeof fact.phaseAttributedTo === "string"
      );
    case "next-round":
      return fact.round.confirmation === "one-outlet" || fact.round.attributedTo !== null;
    case "event":
      return fact.event.modality === "hypothetical";
    case "last-round":
    case "unreported-round":
    case "milestone":
    case "delegation":
    case "statement":
    case "dispute":
    case "change":
      return false;
  }
}

const isWordOfSomeone = ({ kind }: ClaimFact): boolean => kind === "statement";
