import type { Modality } from "../../facts/fact.ts";
import type { PloverType } from "../../facts/plover.ts";
import type { Language } from "../../lib/language.ts";
import type { Fault } from "../verdict.ts";
import { type Check, faultsIn } from "./check.ts";
import { type Deed, deedOfFact, ROOT } from "./deeds-of-fact.ts";
import type { ClaimReading, EvidenceReading, SentenceReading } from "./reading.ts";
import type { Relation, RelationReader } from "./relations.ts";
import { namesOf } from "../../facts/mention.ts";
import { actorOf } from "../../facts/relevance/talks-view.ts";

/**
 * Words and deeds of one actor against another, told the other way round, of another, or of two whom no
 * claim brings together. A noun in somebody's words tells of no doer.
 */
export const createDeedCheck =
  (relations: RelationReader): Check =>
  (sentence, evidence) =>
    wrongDeeds(sentence, evidence, relations);

/** Talk and work together have no direction, and what helps is told in too many ways. */
const isJudged = ({ type }: Deed): boolean => ROOT[type] >= 3;

function wrongDeeds(
  sentence: SentenceReading,
  evidence: EvidenceReading,
  relations: RelationReader,
): readonly Fault[] {
  const all = relations(sentence);
  if (!all.some(isJudged)) return [];
  const borne = deedsOf(evidence, relations);
  const told = all.filter(
    (one) => isJudged(one) && !isShadow(one, { all, borne, language: sentence.language }),
  );
  const right = told.filter((one) => borne.some((other) => isSame(one, other)));
  const near = told.filter((one) => borne.some((other) => isAkin(one, other)));
  const settled = new Set([...right, ...near].flatMap(({ doer, other }) => [doer, other]));
  const isWrong = (one: Relation): boolean => {
    if (right.includes(one)) return false;
    if (settledElsewhere(one, right) || (!near.includes(one) && isSettled(one, settled)))
      return false;
    if (borne.some((other) => isTurned(one, other))) return true;
    return !near.includes(one) && isStrange(one, evidence);
  };
  const wordsOf = (some: readonly Relation[]): readonly string[] =>
    some.map(({ doer }) => sentence.text.slice(...doer.span));
  const done = right.filter((one) => isDone(one, evidence));
  return [
    ...faultsIn("role", wordsOf(told.filter(isWrong))),
    ...faultsIn("negation", wordsOf(done.filter(({ modality }) => modality === "negated"))),
    ...faultsIn("modality", wordsOf(done.filter(({ modality }) => NOT_YET.has(modality)))),
    ...faultsIn("modality", wordsOf(near.filter((one) => isWeakened(one, evidence)))),
  ];
}

const NOT_YET: ReadonlySet<Modality> = new Set(["future", "hypothetical"]);

/** "May attack" of an attack that there was. */
const isWeakened = (one: Relation, { claims }: EvidenceReading): boolean =>
  one.type === "THREATEN" &&
  claims.some(({ claim: { fact } }) => deedOfFact(fact)?.type === "ASSAULT") &&
  claims.every(
    ({ claim: { fact } }) => fact.kind !== "statement" && deedOfFact(fact)?.type !== "THREATEN",
  );

/** Told by a claim as something that was done, and by no speaker in his own way. */
const isDone = (one: Relation, { claims }: EvidenceReading): boolean =>
  claims.every(({ claim: { fact } }) => {
    const deed = deedOfFact(fact);
    if (deed === null) return fact.kind !== "statement";
    return !isSame(one, deed) || fact.kind !== "event" || fact.event.modality === "asserted";
  });

const isSettled = ({ doer, other }: Relation, names: ReadonlySet<unknown>): boolean =>
  names.has(doer) && names.has(other);

/** "A asks B, and C asks A": B and the second A are no pair. */
const settledElsewhere = (one: Relation, right: readonly Relation[]): boolean =>
  isSettled(one, new Set(right.flatMap(({ doer, other }) => [doer, other])));

type Told = {
  readonly all: readonly Relation[];
  readonly borne: readonly Deed[];
  readonly language: Language;
};

/**
 * Of two actors whom a verb may take either way, the way that is not meant: the doer comes first, but where
 * the claims have it the other way and the language may, too.
 */
function isShadow(one: Relation, { all, borne, language }: Told): boolean {
  const back = all.find(({ doer, other }) => doer === one.other && other === one.doer);
  if (back === undefined) return false;
  if (one.byAgent !== back.byAgent) return back.byAgent;
  const isBorne = borne.some((other) => isSame(one, other));
  if (one.doer.from > one.other.from) return language === "ar" || !isBorne;
  return language !== "ar" && !isBorne && borne.some((other) => isSame(back, other));
}

/** Every deed that the claims tell of, and that speakers tell of with both their names. */
const deedsOf = ({ claims }: EvidenceReading, relations: RelationReader): readonly Deed[] =>
  claims.flatMap(({ claim, told, voiced }): readonly Deed[] => {
    const deed = deedOfFact(claim.fact);
    if (deed !== null) return [deed];
    return claim.fact.kind === "statement"
      ? [told, ...voiced].flatMap((passage) =>
          passage.language === "ar" ? forwardIn(relations(passage)) : relations(passage),
        )
      : [];
  });

/** Arabic names the doer first, and the speaker stands before what is said. */
const forwardIn = (all: readonly Relation[]): readonly Relation[] =>
  all.filter(
    ({ doer, other }) =>
      doer.from < other.from || !all.some((one) => one.doer === other && one.other === doer),
  );

const isPair = (one: Deed, other: Deed): boolean =>
  one.source === other.source && one.target === other.target;

const isSame = (one: Deed, other: Deed): boolean =>
  isPair(one, other) && isAlike(one.type, other.type);

/** The same two and much the same: whether it is the very deed, its own words tell. */
const isAkin = (one: Deed, other: Deed): boolean =>
  isPair(one, other) &&
  (ROOT[one.type] === ROOT[other.type] || (one.type === "THREATEN" && FORCE.has(other.type)));

/** Verbs of force go for one another. */
const isAlike = (one: PloverType, other: PloverType): boolean =>
  one === other || (ROOT[one] === 4 && ROOT[other] === 4);

/** Whoever is threatened does not attack. */
const isTurned = (one: Deed, other: Deed): boolean =>
  one.source === other.target &&
  one.target === other.source &&
  (isAlike(one.type, other.type) || (FORCE.has(one.type) && FORCE.has(other.type)));

const FORCE: ReadonlySet<PloverType> = new Set([
  "THREATEN",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
]);

/** Told of two of whom the claims have no such thing. */
function isStrange({ type, source, target }: Deed, { claims }: EvidenceReading): boolean {
  const spoken = claims.filter(({ claim }) => claim.fact.kind === "statement");
  const isOwnWord = spoken.some(
    ({ claim: { fact } }) => fact.kind === "statement" && fact.party === source,
  );
  if (ROOT[type] === 3 && isOwnWord) return false;
  if (spoken.length === 0) return claims.some(({ claim }) => deedOfFact(claim.fact) !== null);
  if (ROOT[type] === 3) return false;
  const named = new Set(spoken.flatMap(actorsOf));
  return !named.has(source) || !named.has(target);
}

/** Whom a statement names, and whom it is made for. */
const actorsOf = ({ claim: { fact }, voiced }: ClaimReading): readonly (string | null)[] => [
  fact.kind === "statement" ? fact.party : null,
  ...voiced.flatMap(({ mentions }) => namesOf(mentions).map(actorOf)),
];
