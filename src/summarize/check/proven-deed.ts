import type { Mention } from "../../facts/mention.ts";
import type { Stance } from "../../facts/fact.ts";
import type { ClaimFact } from "../claim.ts";
import { type Check, faultsIn } from "./check.ts";
import { type Deed, deedOfFact } from "./deeds-of-fact.ts";
import { type DeedKind, TYPES_OF } from "./frame-words.ts";
import type { Filled, FrameReader } from "./frames.ts";
import type { ClaimReading, EvidenceReading, SentenceReading } from "./reading.ts";

/**
 * Who does a deed, and to whom, is so in one of the claims: in the fields of an event, by whoever speaks, or
 * in the speaker's own words in the same frame.
 */
export const createProvenDeed =
  (frames: FrameReader): Check =>
  (sentence, evidence) =>
    faultsIn(
      "role",
      unproven(sentence, evidence, frames).map(({ span }) => sentence.text.slice(...span)),
    );

function unproven(
  sentence: SentenceReading,
  { claims }: EvidenceReading,
  frames: FrameReader,
): readonly Mention[] {
  const all = frames(sentence).filled;
  const deeds = claims.flatMap(({ claim }) => deedOfFact(claim.fact) ?? []);
  const spoken = claims.filter(({ claim }) => claim.fact.kind === "statement");
  const heard = spoken.flatMap(({ voiced, told }) =>
    [told, ...voiced].flatMap((passage) => frames(passage).filled),
  );
  const mediators = claims.flatMap(({ claim }) => mediatorsOf(claim.fact));
  const isProven = (one: Filled): boolean => {
    if (one.slot === "aside") return true;
    if (one.kind === "mediate") return isMediating(one, mediators, heard);
    if (heard.some((other) => isSameSlot(one, other))) return true;
    if (one.slot === "source" && spoken.some((claim) => isOwnDeed(one, claim, frames))) return true;
    const partners = all.filter((other) => other.at === one.at && other.slot !== one.slot);
    const isBorne = (other: Filled): boolean =>
      deeds.some((deed) => isOf(one, deed) && isOf(other, deed));
    if (isBorne(one) && partners.filter(({ slot }) => slot !== "aside").every(isBorne)) return true;
    return (
      one.slot === "target" &&
      isOfOwnDeed(one, all, (doer) => spoken.some((claim) => isOwnDeed(doer, claim, frames)))
    );
  };
  return all.filter((one) => !isProven(one)).map(({ name }) => name);
}

/** Of countries a claim says what they do; that a man or a ministry did it, only one that names them. */
const isOf = ({ kind, slot, actor, name }: Filled, deed: Deed): boolean => {
  if (slot === "aside") return true;
  if (!TYPES_OF[kind].includes(deed.type)) return false;
  if (slot === "target") return deed.target === actor;
  return deed.source === actor && name.sense.kind !== "person" && name.sense.kind !== "institution";
};

const isSameSlot = (one: Filled, other: Filled): boolean =>
  one.kind === other.kind && one.slot === other.slot && one.actor === other.actor;

/** What a speaker's stance has him do. */
const STANCES: Readonly<Partial<Record<DeedKind, readonly Stance[]>>> = {
  demand: ["demands"],
  reject: ["rejects", "denies"],
  accuse: ["accuses"],
  threaten: ["threatens"],
};

/** What a speaker demands, refuses, or says of another, is his and his side's. */
function isOwnDeed(
  { kind, name, actor }: Filled,
  { claim: { fact }, originals }: ClaimReading,
  frames: FrameReader,
): boolean {
  const stances = STANCES[kind];
  if (fact.kind !== "statement" || stances === undefined) return false;
  if (
    !stances.includes(fact.statement.stance) &&
    !originals.some((passage) => frames(passage).kinds.has(kind))
  )
    return false;
  const { speaker } = fact.statement;
  switch (name.sense.kind) {
    case "person":
      return name.sense.person.name === speaker;
    case "institution":
      return name.sense.institution.name === speaker;
    case "actor":
    case "country":
    case "city":
    case "topic":
    case "other-talks":
    case "milestone":
    case "cue":
      return fact.party === actor;
  }
}

/** Whom a speaker's demand is of is told by his own words, which other checks read. */
const isOfOwnDeed = (
  one: Filled,
  all: readonly Filled[],
  isOwn: (doer: Filled) => boolean,
): boolean => {
  const doers = all.filter(({ at, slot }) => at === one.at && slot === "source");
  return doers.length > 0 && doers.every(isOwn) && STANCES[one.kind] !== undefined;
};

/** Nobody but the mediator mediates, and not between itself and another. */
const isMediating = (
  { slot, actor }: Filled,
  mediators: readonly string[],
  heard: readonly Filled[],
): boolean =>
  slot !== "source" ||
  mediators.includes(actor) ||
  heard.some((other) => other.kind === "mediate" && other.actor === actor && other.slot === slot);

function mediatorsOf(fact: ClaimFact): readonly string[] {
  if (fact.kind === "next-round") return fact.round.mediator === null ? [] : [fact.round.mediator];
  return [];
}
