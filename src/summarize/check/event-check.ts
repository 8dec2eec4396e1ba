import type { TokenRange } from "../../articles/token-range.ts";
import { hasCue, mentionsOf } from "../../facts/mention.ts";
import type { CueName } from "../../facts/cues.ts";
import type { FoundWords } from "../../facts/events/triggers.ts";
import type { Course } from "../../facts/phase-claims/claims.ts";
import type { PloverType } from "../../facts/plover.ts";
import type { ClaimFact } from "../claim.ts";
import { type Check, faultsIn } from "./check.ts";
import { saidIn } from "./claim-senses.ts";
import { coursesOfFact } from "./courses-of-fact.ts";
import { deedOfFact, ROOT } from "./deeds-of-fact.ts";
import type { PredicateReader } from "./predicates.ts";
import { type EvidenceReading, type Passage, textOfTokens } from "./reading.ts";
import type { SenseReader, SenseWord } from "./sense-reading.ts";

/** Deeds that no claim tells. */
export const createEventCheck =
  (senses: SenseReader, predicates: PredicateReader): Check =>
  (sentence, evidence) => {
    const borne = typesBorne(senses, evidence, sentence);
    const isSaid = saidIn(senses, evidence);
    const { words, events } = senses(sentence);
    const isBorne = (phrase: readonly SenseWord[]): boolean =>
      phrase.every((word) => word.plain || isSaid(word)) &&
      (phrase.length === 1 || phrase.some(isSaid));
    const isAsserted = ({ from, to }: TokenRange): boolean =>
      predicates(sentence).some(
        ({ word: { at }, modality, attempted }) =>
          from <= at && at < to && modality === "asserted" && !attempted,
      );
    const untold = events.flatMap((found) =>
      found.triggers.filter((trigger) => {
        const { sense, from, to } = trigger;
        if (sense.kind !== "event" || sense.remark) return false;
        if (sense.type === "AGREE" && isOffDispute(sentence, evidence)) return true;
        if (isSoft(sense.type, sense.verb)) return false;
        if (!sense.verb && isOfTopic(sentence, evidence, trigger)) return false;
        if (ROOT[sense.type] >= 3 && isCourse(sentence, evidence, trigger)) return false;
        if (
          sense.verb &&
          isAsserted(trigger) &&
          !isDetermined(trigger, found) &&
          borne.nouns.has(sense.type)
        )
          return !borne.verbs.has(sense.type);
        return (
          !borne.nouns.has(sense.type) &&
          !borne.verbs.has(sense.type) &&
          !isBorne(words.filter(({ at }) => from <= at && at < to))
        );
      }),
    );
    return faultsIn(
      "event",
      untold.map(({ from, to }) => textOfTokens(sentence, from, to)),
    );
  };

/** In words from "a" to the noun that it stands for: "a limited strike". */
const DETERMINER_REACH = 3;

/** Some words are verbs and nouns; behind a determiner they are nouns. */
const isDetermined = ({ from }: TokenRange, found: FoundWords): boolean =>
  found.marks("determiner").some(({ to }) => to <= from && from - to < DETERMINER_REACH);

/** "Talks were halted": where the claims tell of the talks' course, another check judges it. */
const isCourse = (
  { mentions }: Passage,
  { claims }: EvidenceReading,
  trigger: TokenRange,
): boolean =>
  claims.some(({ claim: { fact } }) => coursesOfFact(fact).length > 0) &&
  mentions.some(
    ({ sense, from, to }) =>
      sense.kind === "cue" &&
      sense.cue.startsWith("phase.") &&
      from < trigger.to &&
      to > trigger.from,
  );

/** Talking with each other and asking for things: the statements and the phase are judged by themselves. */
const isSoft = (type: PloverType, verb: boolean): boolean =>
  type === "CONSULT" || (type === "AGREE" && !verb) || type === "REQUEST";

/** Types of deeds that are told to have been done, and those that are only named. */
type Borne = {
  readonly verbs: ReadonlySet<PloverType>;
  readonly nouns: ReadonlySet<PloverType>;
};

/**
 * Types that the claims tell: as facts, in the digest's own words, or, of what someone says, in those words,
 * where a noun tells of no deed. The label of a topic names what is talked of and tells nothing.
 */
function typesBorne(senses: SenseReader, { claims }: EvidenceReading, sentence: Passage): Borne {
  const verbs = new Set<PloverType>();
  const nouns = new Set<PloverType>();
  for (const { claim, told, originals } of claims) {
    const label = typesIn(told, senses);
    for (const { type } of label) nouns.add(type);
    for (const type of ownTypes(claim.fact, sentence)) verbs.add(type);
    if (deedOfFact(claim.fact) === null)
      for (const { type } of label.filter(({ isTopic }) => !isTopic)) verbs.add(type);
    for (const { type, isVerb } of originals.flatMap((one) => typesIn(one, senses)))
      (isVerb ? verbs : nouns).add(type);
  }
  return { verbs, nouns };
}

type TypeTold = {
  readonly type: PloverType;
  readonly isVerb: boolean;
  readonly isTopic: boolean;
};

function typesIn(passage: Passage, senses: SenseReader): readonly TypeTold[] {
  const topics = mentionsOf(passage.mentions, "topic");
  return senses(passage).events.flatMap(({ triggers }) =>
    triggers.flatMap(({ sense, from, to }) => {
      if (sense.kind !== "event") return [];
      const isTopic = topics.some((topic) => from < topic.to && topic.from < to);
      return [{ type: sense.type, isVerb: sense.verb, isTopic }];
    }),
  );
}

function ownTypes(fact: ClaimFact, { mentions }: Passage): readonly PloverType[] {
  const deed = deedOfFact(fact);
  if (deed !== null) return [deed.type];
  switch (fact.kind) {
    case "phase":
      return coursesOfFact(fact).some(isOfAgreement) ? ["CONSULT", "AGREE"] : ["CONSULT"];
    case "next-round":
    case "last-round":
    case "unreported-round":
    case "milestone":
      return ["CONSULT"];
    case "dispute":
      return hasCue(mentions, ...DISPUTED) || coursesOfFact(fact).some(isOfAgreement)
        ? ["REJECT", "AGREE"]
        : ["REJECT"];
    case "delegation":
    case "statement":
    case "change":
    case "event":
      return [];
  }
}

const isOfAgreement = (course: Course): boolean => course === "concluded-with-agreement";

/** A noun for what the claims' events are about. */
const isOfTopic = (
  { mentions }: Passage,
  { claims }: EvidenceReading,
  trigger: TokenRange,
): boolean =>
  mentionsOf(mentions, "topic").some(
    ({ sense, from, to }) =>
      from <= trigger.from &&
      trigger.to <= to &&
      claims.some(
        ({ claim: { fact } }) => fact.kind === "event" && fact.event.topics.includes(sense.id),
      ),
  );

/** A deal, where all that was argued over is where and how to meet. */
const isOffDispute = ({ mentions }: Passage, { claims }: EvidenceReading): boolean =>
  !hasCue(mentions, ...DISPUTED) &&
  claims.every(({ claim: { fact } }) => fact.kind === "dispute" && fact.dispute.about !== "phase");

/** What a round is disputed on: to agree on it is no deal. */
const DISPUTED: readonly CueName[] = [
  "talks.about-venue",
  "talks.about-format",
  "talks.about-agenda",
  "talks.about-date",
];
