import { hasCue } from "../../facts/mention.ts";
import type { ClaimFact } from "../claim.ts";
import { type Check, faultsIn } from "./check.ts";
import type { EvidenceReading, Passage } from "./reading.ts";
import type { SenseReader } from "./sense-reading.ts";
import { borneBy, isSame, type Predicate, type PredicateReader } from "./predicates.ts";

/** A "not" that no claim has, or one that was dropped. */
export const createNegationCheck =
  (predicates: PredicateReader, senses: SenseReader): Check =>
  (sentence, evidence) => {
    const borne = borneBy(predicates, evidence);
    const told = predicates(sentence);
    return faultsIn("negation", [
      ...addedNo(told, borne, evidence),
      ...droppedNo(told, borne),
      ...everyForNone(sentence, evidence, senses),
    ]);
  };

/** "Everything else" for "nothing else". */
function everyForNone(
  sentence: Passage,
  { passages }: EvidenceReading,
  senses: SenseReader,
): readonly string[] {
  const borne = passages.map((passage) => senses(passage).marks);
  const isTurned =
    borne.some(({ none }) => none.length > 0) && borne.every(({ every }) => every.length === 0);
  if (!isTurned) return [];
  const { tokens } = sentence.read;
  return senses(sentence).marks.every.map(({ from, to }) =>
    sentence.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0),
  );
}

const isNo = ({ modality }: Predicate): boolean => modality === "negated";

/** Of what is denied, something must be denied in the evidence too. */
function addedNo(
  told: readonly Predicate[],
  borne: readonly Predicate[],
  { passages, claims }: EvidenceReading,
): readonly string[] {
  const denied = told.filter(isNo);
  if (denied.length === 0) return [];
  if (claims.some(({ claim }) => isNegative(claim.fact))) return [];
  const shared = denied.filter((one) => borne.some((other) => isSame(one, other)));
  const isBorne =
    shared.length === 0
      ? passages.some(saysNo) || borne.some(({ nearNo }) => nearNo)
      : shared.some((one) => borne.some((other) => isSame(one, other) && mayBeNo(other)));
  return isBorne ? [] : wordsOf(shared.length === 0 ? denied : shared);
}

const mayBeNo = (predicate: Predicate): boolean => isNo(predicate) || predicate.nearNo;

const saysNo = ({ mentions }: Passage): boolean =>
  hasCue(mentions, "modality.negation", "modality.absence", "modality.denial");

/** What the evidence denies wherever it has it, and the sentence asserts. */
function droppedNo(told: readonly Predicate[], borne: readonly Predicate[]): readonly string[] {
  return wordsOf(
    told.filter((one) => {
      if (isNo(one)) return false;
      const mayBeBorne =
        one.nearNo || told.some((other) => other.sentence === one.sentence && isNo(other));
      const same = borne.filter((other) => isSame(one, other));
      return (
        same.length > 0 &&
        same.every(isNo) &&
        (!mayBeBorne || same.every(({ noes }) => noes > one.noes))
      );
    }),
  );
}

const wordsOf = (predicates: readonly Predicate[]): readonly string[] =>
  predicates.map(({ passage: { text, read }, word: { at } }) => {
    const token = read.tokens[at];
    return token === undefined ? "" : text.slice(token.start, token.end);
  });

/** Facts that say of themselves that something is not so. */
function isNegative(fact: ClaimFact): boolean {
  switch (fact.kind) {
    case "phase":
      return fact.phase !== null && NEGATIVE_PHASES.has(fact.phase);
    case "next-round":
      return NEGATIVE_PHASES.has(fact.round.status) || fact.round.date === null;
    case "last-round":
      return fact.round.outcome === "no-agreement";
    case "statement":
      return fact.statement.stance === "rejects" || fact.statement.stance === "denies";
    case "event":
      return fact.event.type === "REJECT" || fact.event.modality === "negated";
    case "unreported-round":
    case "dispute":
      return true;
    case "change":
    case "delegation":
    case "milestone":
      return false;
  }
}

const NEGATIVE_PHASES: ReadonlySet<string> = new Set([
  "in-doubt",
  "postponed",
  "cancelled",
  "concluded-without-agreement",
  "suspended",
  "collapsed",
]);
