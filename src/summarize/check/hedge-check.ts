import { foldWord } from "../../articles/word-forms.ts";
import { hasCue } from "../../facts/mention.ts";
import type { ClaimFact } from "../claim.ts";
import { type Check, faultsIn } from "./check.ts";
import type { ClaimReading, SentenceReading } from "./reading.ts";
import type { PredicateReader } from "./predicates.ts";
import type { SenseReader } from "./sense-reading.ts";

/** A word of someone told as a fact, or one outlet's report as if all had it. */
export const createHedgeCheck =
  (senses: SenseReader, predicates: PredicateReader): Check =>
  (sentence, { claims }) => {
    const facts = claims.map(({ claim }) => claim.fact);
    const reading = senses(sentence);
    const isAttributed =
      reading.marks.attribution.length > 0 || hasCue(sentence.mentions, ...REPORTING);
    const denied = predicates(sentence).filter(({ modality }) => modality === "negated");
    const [agreed, disputed] = partition(reading.marks.disputed, ({ from, to }) =>
      // A phrase has its own "not".
      denied.some(({ word: { at } }) => to === from + 1 && at === from),
    );
    const isDisputed = disputed.length > 0;
    const isHedged =
      isDisputed ||
      reading.marks.hedge.length > 0 ||
      hasCue(sentence.mentions, "modality.hedge", "modality.hypothetical", ...REPORTING);
    const isSaid = facts.some(({ kind }) => kind === "statement");
    const isUnsure = facts.some(isWeak) && !facts.some(isWordOfSomeone);
    const isDispute = facts.some((fact) => fact.kind === "dispute" && !fact.dispute.settled);
    return (isSaid &&
      !(isAttributed && (namesSomeone(sentence) || namesSpeaker(sentence, claims)))) ||
      (isUnsure && !isHedged) ||
      (!isDisputed &&
        agreed.length > 0 &&
        facts.some((fact) => fact.kind === "phase" && fact.contested)) ||
      (isDispute && !isDisputed)
      ? faultsIn("hedge", [sentence.text])
      : [];
  };

function partition<T>(all: readonly T[], is: (one: T) => boolean): readonly [T[], T[]] {
  const { yes = [], no = [] } = Object.groupBy(all, (one) => (is(one) ? "yes" : "no"));
  return [yes, no];
}

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

/** A speaker whom no dossier knows, by a name as the evidence writes it. */
function namesSpeaker({ read }: SentenceReading, claims: readonly ClaimReading[]): boolean {
  const names = claims.flatMap(({ claim: { fact } }) =>
    fact.kind === "statement" && fact.statement.speaker !== null
      ? foldWord(fact.statement.speaker).split(/[^\p{L}\p{M}\u200c]+/u)
      : [],
  );
  const known = new Set(names.filter((name) => name.length >= SHORTEST_NAME));
  return read.tokens.some(({ kind, text }) => kind === "word" && known.has(text));
}

const SHORTEST_NAME = 4;

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
