import { foldWord } from "../../articles/word-forms.ts";
import type { Person, Sense } from "../../facts/mention.ts";
import { LANGUAGES } from "../../lib/language.ts";
import type { NamedFinder } from "./named.ts";
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

/** Makes what gathers it. */
export function createBearingFinder(namedIn: NamedFinder): BearingFinder {
  const known = new WeakMap<EvidenceReading, Bearing>();
  return (evidence) => {
    const bearing = known.get(evidence) ?? gather(evidence, namedIn);
    known.set(evidence, bearing);
    return bearing;
  };
}

function gather(evidence: EvidenceReading, namedIn: NamedFinder): Bearing {
  const senses = evidence.passages.flatMap((passage) =>
    namedIn(passage).flatMap((named) => named.senses),
  );
  const people = senses.flatMap((sense) => (sense.kind === "person" ? [sense.person] : []));
  const institutions = senses.flatMap((sense) =>
    sense.kind === "institution" ? [sense.institution] : [],
  );
  const ids = (kind: "milestone" | "other-talks"): Set<string> =>
    new Set(senses.flatMap((sense) => (sense.kind === kind ? [sense.id] : [])));
  return {
    people: new Set(people.map(({ name }) => name)),
    institutions: new Set(institutions.map(({ name }) => name)),
    codes: new Set([
      ...[...people, ...institutions].map(({ actor }) => actor),
      ...senses.flatMap(codeOf),
    ]),
    cities: new Set(senses.flatMap((sense) => (sense.kind === "city" ? [sense.city] : []))),
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

/** What somebody is called by office in any language, folded, as one text. */
export const officesOf = ({ role, titles }: Person): string =>
  LANGUAGES.flatMap((language) => [role[language], ...titles[language]])
    .map(foldWord)
    .join(" | ");
