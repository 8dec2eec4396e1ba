import type { Dossier } from "../../config/dossier.ts";
import type { RelationCoder } from "../../facts/events/code-relation.ts";
import { type Mention, namesOf } from "../../facts/mention.ts";
import type { PloverType } from "../../facts/plover.ts";
import { actorOf } from "../../facts/relevance/talks-view.ts";
import type { Fault } from "../verdict.ts";
import type { ClaimFact } from "../claim.ts";
import { type Check, faultsIn } from "./check.ts";
import { saidIn } from "./claim-senses.ts";
import type { EvidenceReading, Passage } from "./reading.ts";
import type { SenseReader, SenseWord } from "./sense-reading.ts";

/** What deeds are read with. */
export type EventTools = {
  readonly senses: SenseReader;
  readonly coder: RelationCoder;
  readonly dossier: Dossier;
};

/** Deeds that no claim tells, and deeds told of the wrong side. */
export function createEventCheck({ senses, coder }: EventTools): Check {
  const relations = rememberRelations(coder);
  return (sentence, evidence) => {
    const borne = typesBorne(senses, evidence);
    const isSaid = saidIn(senses, evidence);
    const { words, events } = senses(sentence);
    const isBorne = (phrase: readonly SenseWord[]): boolean =>
      phrase.every((word) => word.plain || isSaid(word)) &&
      (phrase.length === 1 || phrase.some(isSaid));
    const untold = events.flatMap(({ triggers }) =>
      triggers.filter(
        ({ sense, from, to }) =>
          sense.kind === "event" &&
          !sense.remark &&
          !isSoft(sense.type, sense.verb) &&
          !borne.has(sense.type) &&
          !isBorne(words.filter(({ at }) => from <= at && at < to)),
      ),
    );
    return [
      ...faultsIn(
        "event",
        untold.map(({ from, to }) => wordsIn(sentence, from, to)),
      ),
      ...turnedRound(relations(sentence), evidence, relations),
    ];
  };
}

/** Talking with each other and asking for things: the statements and the phase are judged by themselves. */
const isSoft = (type: PloverType, verb: boolean): boolean =>
  type === "CONSULT" || (type === "AGREE" && !verb) || type === "REQUEST";

const wordsIn = ({ text, read }: Passage, from: number, to: number): string =>
  text.slice(read.tokens[from]?.start ?? 0, read.tokens[to - 1]?.end ?? 0);

/**
 * Types that the claims tell: as facts, in the digest's own words, or, of what someone says, in those words.
 * Other sentences that a claim rests on may tell more than is claimed; of them only what is of the same root.
 */
function typesBorne(senses: SenseReader, { claims }: EvidenceReading): ReadonlySet<PloverType> {
  const borne = new Set<PloverType>();
  const typesIn = (passage: Passage): PloverType[] =>
    senses(passage).events.flatMap(({ triggers }) =>
      triggers.flatMap(({ sense }) => (sense.kind === "event" ? [sense.type] : [])),
    );
  for (const { claim, told, originals } of claims) {
    const own = ownTypes(claim.fact);
    const roots = new Set(own.map((type) => ROOT[type]));
    for (const type of [...own, ...typesIn(told)]) borne.add(type);
    for (const type of originals.flatMap(typesIn))
      if (claim.fact.kind === "statement" || roots.has(ROOT[type])) borne.add(type);
  }
  return borne;
}

function ownTypes(fact: ClaimFact): readonly PloverType[] {
  switch (fact.kind) {
    case "event":
      return [fact.event.type];
    case "phase":
    case "next-round":
    case "last-round":
    case "unreported-round":
    case "milestone":
      return ["CONSULT"];
    case "dispute":
      return ["REJECT", "AGREE"];
    case "delegation":
    case "statement":
    case "change":
      return [];
  }
}

/** PLOVER's four root classes. */
const ROOT: Readonly<Record<PloverType, number>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

type Told = {
  readonly type: PloverType;
  readonly source: string;
  readonly target: string;
  readonly words: string;
  /** The doer is named first. */
  readonly forward: boolean;
};

/** What two do together has no direction. */
const MUTUAL: ReadonlySet<PloverType> = new Set(["AGREE", "CONSULT", "COOPERATE"]);

function turnedRound(
  told: readonly Told[],
  { claims }: EvidenceReading,
  relations: (passage: Passage) => readonly Told[],
): readonly Fault[] {
  const facts = claims.flatMap(({ claim: { fact } }) =>
    fact.kind === "event" ? [fact.event] : [],
  );
  const borne = new Set([
    ...facts.map(nameOf),
    ...claims
      .filter(({ claim }) => claim.fact.kind === "statement")
      .flatMap((claim) => [claim.told, ...claim.originals])
      .flatMap((passage) => relations(passage).map(nameOf)),
  ]);
  return faultsIn(
    "role",
    told
      .filter(
        (one) =>
          !MUTUAL.has(one.type) &&
          !borne.has(nameOf(one)) &&
          borne.has(nameOf(turned(one))) &&
          (one.forward || !told.some((other) => isTurned(one, other))),
      )
      .map(({ words }) => words),
  );
}

const isTurned = (one: Told, other: Told): boolean =>
  one.source === other.target && one.target === other.source;

const turned = ({ type, source, target }: Told) => ({ type, source: target, target: source });

const nameOf = ({ type, source, target }: Omit<Told, "words" | "forward">): string =>
  `${type} ${source} ${target}`;

/** In one sentence; more names make no clearer relation. */
const MOST_NAMES = 7;

function rememberRelations(coder: RelationCoder): (passage: Passage) => readonly Told[] {
  const known = new WeakMap<Passage, readonly Told[]>();
  return (passage) => {
    const told =
      known.get(passage) ??
      passage.read.sentences.flatMap(({ mentions, span: [start, end] }) =>
        relationsIn(coder, passage, {
          text: passage.text.slice(start, end),
          start,
          actors: namesOf(mentions)
            .filter((mention) => actorOf(mention) !== null)
            .slice(0, MOST_NAMES),
        }),
      );
    known.set(passage, told);
    return told;
  };
}

function relationsIn(
  coder: RelationCoder,
  { language }: Passage,
  { text, start, actors }: { text: string; start: number; actors: readonly Mention[] },
): Told[] {
  return actors.flatMap((one) =>
    actors.flatMap((other): Told[] => {
      const source = actorOf(one);
      const target = actorOf(other);
      if (source === null || target === null || source === target) return [];
      const { type, modality } = coder({
        lang: language,
        text,
        source: [one.span[0] - start, one.span[1] - start],
        target: [other.span[0] - start, other.span[1] - start],
      });
      if (type === null || modality === "negated") return [];
      const words = text.slice(one.span[0] - start, one.span[1] - start);
      return [{ type, source, target, words, forward: one.from < other.from }];
    }),
  );
}
