import type { Dossier } from "../../config/dossier.ts";
import type { ClaimFact } from "../claim.ts";
import type { EvidenceReading } from "./reading.ts";
import type { SenseKey } from "./sense-key.ts";
import type { SenseReader, SenseWord } from "./sense-reading.ts";

/** What a claim's structured fact says, in the keys that words are read to. */
export function sensesOfFact(fact: ClaimFact, dossier: Dossier): readonly SenseKey[] {
  switch (fact.kind) {
    case "phase":
    case "unreported-round":
    case "dispute":
    case "change":
      return [];
    case "milestone":
      return [`milestone ${fact.since}`];
    case "next-round":
      return [...venueKeys(fact.round.venue), ...actorKeys(fact.round.mediator)];
    case "last-round":
      return venueKeys(fact.round.venue);
    case "delegation":
      return [
        `actor ${fact.delegation.party}`,
        ...fact.delegation.members.map(({ person }) => `person ${person}`),
      ];
    case "statement":
      return [
        ...actorKeys(fact.party),
        ...personKeys(fact.statement.speaker, dossier),
        ...(fact.statement.topic === null ? [] : [`topic ${fact.statement.topic}`]),
      ];
    case "event":
      return [
        `actor ${fact.event.source}`,
        `actor ${fact.event.target}`,
        ...fact.event.topics.map((topic) => `topic ${topic}`),
        `event ${fact.event.type}`,
        ...(fact.event.mode === null ? [] : [`event ${fact.event.type}.${fact.event.mode}`]),
      ];
  }
}

type Venue = { readonly city: string | null; readonly country: string | null };

const venueKeys = (venue: Venue | null): readonly SenseKey[] => [
  ...(typeof venue?.city === "string" ? [`city ${venue.city}`] : []),
  ...actorKeys(venue?.country ?? null),
];

const actorKeys = (code: string | null): readonly SenseKey[] =>
  code === null ? [] : [`actor ${code}`];

/** A speaker is a person or an institution; either brings the actor it speaks for. */
function personKeys(
  speaker: string | null,
  { people, institutions }: Dossier,
): readonly SenseKey[] {
  if (speaker === null) return [];
  const person = people.find(({ name }) => name === speaker);
  const institution = institutions.find(({ name }) => name === speaker);
  return [
    `person ${speaker}`,
    `institution ${speaker}`,
    ...actorKeys(person?.actor ?? null),
    ...actorKeys(institution?.actor ?? null),
  ];
}

/** What words of the sentence the speakers' own words bear out, by meaning in any language or by stem. */
export function saidIn(
  senses: SenseReader,
  { claims }: EvidenceReading,
): (word: SenseWord | undefined) => boolean {
  const readings = claims
    .filter(({ claim }) => claim.fact.kind === "statement")
    .flatMap(({ told, originals }) => [told, ...originals])
    .map(senses);
  return (word) =>
    word !== undefined &&
    readings.some(
      ({ keys, stems }) =>
        [...word.keys].some((key) => key.startsWith("meaning ") && keys.has(key)) ||
        word.stems.some((stem) => stems.has(stem)),
    );
}
