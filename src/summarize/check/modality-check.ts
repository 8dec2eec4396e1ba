import type { Extractor } from "../../facts/extract.ts";
import type { Meeting, MeetingStatus, Modality } from "../../facts/fact.ts";
import { hasCue } from "../../facts/mention.ts";
import type { ClaimFact } from "../claim.ts";
import { type Check, faultsIn } from "./check.ts";
import { isSame, type Predicate, type PredicateReader } from "./predicates.ts";
import type { EvidenceReading, SentenceReading } from "./reading.ts";

/** What may be or will be, told as what is; a condition left out; a round to come, told as held. */
export const createModalityCheck =
  (predicates: PredicateReader, extractor: Extractor): Check =>
  (sentence, evidence) => {
    const borne = evidence.passages.flatMap(predicates);
    const told = predicates(sentence);
    return faultsIn("modality", [
      ...tooSure(told, borne),
      ...unconditional(sentence, told, borne),
      ...metTooSoon(sentence, evidence, extractor),
      ...doneTooSoon(sentence, told, evidence),
    ]);
  };

const STRENGTH: Readonly<Record<Modality, number>> = {
  hypothetical: 0,
  future: 1,
  negated: 2,
  historical: 2,
  asserted: 2,
};

const written = ({ passage: { text, read }, word: { at } }: Predicate): string => {
  const token = read.tokens[at];
  return token === undefined ? "" : text.slice(token.start, token.end);
};

/** Verbs that every source tells less surely. */
const tooSure = (told: readonly Predicate[], borne: readonly Predicate[]): readonly string[] =>
  told
    .filter(({ verb, modality }) => verb && modality === "asserted")
    .filter((one) => {
      const same = borne.filter((other) => other.verb && isSame(one, other));
      return same.length > 0 && same.every(({ modality }) => STRENGTH[modality] < 2);
    })
    .map(written);

/** So many words shared with a condition's sentence and with no other make it the one told. */
const SHARED_WITH_CONDITION = 2;

function unconditional(
  { mentions }: SentenceReading,
  told: readonly Predicate[],
  borne: readonly Predicate[],
): readonly string[] {
  if (hasCue(mentions, "modality.condition", "modality.hypothetical", "modality.obligation"))
    return [];
  const only = told.filter((one) => {
    const same = borne.filter((other) => isSame(one, other));
    return same.length > 0 && same.every(({ conditional }) => conditional);
  });
  return only.length >= SHARED_WITH_CONDITION ? only.map(written) : [];
}

/** A meeting told as held or under way that the claims only plan. */
function metTooSoon(
  sentence: SentenceReading,
  { claims }: EvidenceReading,
  extractor: Extractor,
): readonly string[] {
  const facts = claims.map(({ claim }) => claim.fact);
  if (!facts.every(isAboutAhead)) return [];
  const { meetings } = extractor.extractFrom(sentence.read);
  return meetings.filter(hasBegun).map(({ evidence }) => sentence.text.slice(...evidence));
}

const BEGUN: ReadonlySet<MeetingStatus> = new Set(["held", "underway"]);

const hasBegun = ({ status, background }: Meeting): boolean => BEGUN.has(status) && !background;

const PHASES_AHEAD: ReadonlySet<string | null> = new Set([
  "rumoured",
  "proposed",
  "agreed-in-principle",
  "scheduled",
  "in-doubt",
  "postponed",
  "cancelled",
]);

/** Claims of a round to come, and of who is to come to it. */
function isAboutAhead(fact: ClaimFact): boolean {
  switch (fact.kind) {
    case "next-round":
      return !BEGUN.has(fact.round.status);
    case "phase":
      return PHASES_AHEAD.has(fact.phase);
    case "unreported-round":
      return true;
    case "delegation":
    case "milestone":
      return true;
    case "last-round":
    case "statement":
    case "event":
    case "dispute":
    case "change":
      return false;
  }
}

/** An event that is only planned, feared or denied, told as done. */
function doneTooSoon(
  { mentions }: SentenceReading,
  told: readonly Predicate[],
  { claims }: EvidenceReading,
): readonly string[] {
  const planned = claims.flatMap(({ claim: { fact } }) =>
    fact.kind === "event" &&
    fact.event.modality !== "asserted" &&
    fact.event.modality !== "historical"
      ? [fact.event]
      : [],
  );
  if (planned.length === 0) return [];
  if (
    hasCue(
      mentions,
      "modality.condition",
      "modality.hypothetical",
      "modality.future",
      "modality.obligation",
      "modality.hedge",
      "modality.negation",
      "modality.denial",
    )
  )
    return [];
  return told
    .filter(({ modality, word }) =>
      planned.some(({ type }) => modality === "asserted" && hasType(word.keys, type)),
    )
    .map(written);
}

const hasType = (keys: ReadonlySet<string>, type: string): boolean =>
  [...keys].some((key) => key === `event ${type}` || key.startsWith(`event ${type}.`));
