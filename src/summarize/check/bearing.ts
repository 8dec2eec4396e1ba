import { foldWord } from "../../articles/word-forms.ts";
import type { Dossier } from "../../config/dossier.ts";
import type { Person, Sense } from "../../facts/mention.ts";
import { LANGUAGES } from "../../lib/language.ts";
import { type NamedFinder, valuesOf, venuesOf } from "./named.ts";
import type { EvidenceReading } from "./reading.ts";

/** Whom and what the evidence names, in words or in the fields of its facts. */
export type Bearing = {
  /** Canonical names. */
  readonly people: ReadonlySet<string>;
  readonly institutions: ReadonlySet<string>;
  /** Codes of actors and countries: named, or whom somebody named stands for. */
  readonly codes: ReadonlySet<string>;
  readonly cities: ReadonlySet<string>;
  readonly milestones: ReadonlySet<string>;
  readonly otherTalks: ReadonlySet<string>;
  /** Folded offices of the people, in every language. */
  readonly offices: string;
};

/** Gathers what the evidence names; once for each evidence. */
export type BearingFinder = (evidence: EvidenceReading) => Bearing;

/** Makes what gathers it, for the people and institutions of a dossier. */
export function createBearingFinder(dossier: Dossier, namedIn: NamedFinder): BearingFinder {
  const known = new WeakMap<EvidenceReading, Bearing>();
  return (evidence) => {
    const bearing = known.get(evidence) ?? gather(evidence, dossier, namedIn);
    known.set(evidence, bearing);
    return bearing;
  };
}

function gather(evidence: EvidenceReading, dossier: Dossier, namedIn: NamedFinder): Bearing {
  const values = valuesOf(evidence);
  const senses = evidence.passages.flatMap((passage) =>
    namedIn(passage).flatMap((named) => named.senses),
  );
  const people = [
    ...dossier.people.filter(({ name }) => values.has(name)),
    ...senses.flatMap((sense) => (sense.kind === "person" ? [sense.person] : [])),
  ];
  const institutions = [
    ...dossier.institutions.filter(({ name }) => values.has(name)),
    ...senses.flatMap((sense) => (sense.kind === "institution" ? [sense.institution] : [])),
  ];
  const venues = evidence.claims.flatMap(({ claim }) => venuesOf(claim.fact));
  const ids = (kind: "milestone" | "other-talks"): Set<string> =>
    new Set([...values, ...senses.flatMap((sense) => (sense.kind === kind ? [sense.id] : []))]);
  return {
    people: new Set(people.map(({ name }) => name)),
    institutions: new Set(institutions.map(({ name }) => name)),
    codes: new Set([
      ...values,
      ...[...people, ...institutions].map(({ actor }) => actor),
      ...senses.flatMap(codeOf),
      ...venues.flatMap(({ country }) => country ?? []),
    ]),
    cities: new Set([
      ...values,
      ...senses.flatMap((sense) => (sense.kind === "city" ? [sense.city] : [])),
    ]),
    milestones: ids("milestone"),
    otherTalks: ids("other-talks"),
    offices: people.map(officesOf).join(" | "),
  };
}

/** The actor or country that a name stands for, or that a city lies in. */
const codeOf = (sense: Sense): string[] => {
  if (sense.kind === "actor" || sense.kind === "country") return [sense.code];
  return sense.kind === "city" ? [sense.country] : [];
};

const officesOf = ({ role, titles }: Person): string =>
  LANGUAGES.flatMap((language) => [role[language], ...titles[language]])
    .map(foldWord)
    .join(" | ");
