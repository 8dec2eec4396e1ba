import type { Dossier } from "../../config/dossier.ts";
import type { Institution, Person } from "../mention.ts";
import type { Element } from "./noun-phrase.ts";

/** The gender in which a text speaks of someone. */
export type Gender = "she" | "he";

/** Who says something: a person or institution by name, or someone unnamed of a party. */
export type Speaker = {
  readonly sort: "person" | "institution" | "actor" | "unnamed" | "source";
  readonly speaker: string | null;
  readonly party: string | null;
  readonly gender: Gender | null;
  /** The folded words of the office or noun under which the text named the speaker. */
  readonly nouns: readonly string[];
};

/** What the article has told so far of who speaks; one for each article, changed as it is read. */
export type Memory = {
  readonly dossier: Dossier;
  /** The actor for whom the article's source speaks, if any. */
  readonly side: string | null;
  /** Speakers, the latest last. */
  readonly spoken: Speaker[];
  /** Dossier people named so far. */
  readonly named: Set<Person>;
  /** Dossier institutions named so far, the latest last. */
  readonly institutions: Institution[];
  /** Full names of people the dossier does not know, by their last word. */
  readonly strangers: Map<string, Speaker | null>;
  /** The person whom the latest sentence without speech was about, and in which unit. */
  subject: { readonly speaker: Speaker; readonly unit: number } | null;
  /** The people named in the latest unit that told of nobody's words. */
  unheard: { readonly names: ReadonlySet<string>; readonly unit: number } | null;
};

/** An empty memory. */
export const createMemory = (dossier: Dossier, source: string): Memory => ({
  dossier,
  side:
    [...dossier.feeds, ...dossier.sources].find(
      ({ id, name, also }) => id === source || name === source || also.includes(source),
    )?.side ?? null,
  spoken: [],
  named: new Set(),
  institutions: [],
  strangers: new Map(),
  subject: null,
  unheard: null,
});

/** A dossier person as a speaker. */
export const personSpeaker = (person: Person, more: Partial<Speaker> = {}): Speaker => ({
  sort: "person",
  speaker: person.name,
  party: person.actor,
  gender: null,
  nouns: [],
  ...more,
});

/** A dossier institution as a speaker. */
export const institutionSpeaker = (institution: Institution): Speaker => ({
  sort: "institution",
  speaker: institution.name,
  party: institution.actor,
  gender: null,
  nouns: [],
});

/** Someone unnamed who speaks for a party. */
export const unnamedSpeaker = (
  sort: "unnamed" | "source" | "actor",
  party: string | null,
  more: Partial<Speaker> = {},
): Speaker => ({ sort, speaker: null, party, gender: null, nouns: [], ...more });

/** Keeps in mind whom a noun phrase names, whether or not they speak. */
export function remember(memory: Memory, elements: readonly Element[]): void {
  for (const element of elements) {
    if (element.kind === "person" && element.by === "name") memory.named.add(element.person);
    if (element.kind === "institution") memory.institutions.push(element.institution);
  }
}

/** Keeps in mind who spoke, with the gender that is known of them from before. */
export function rememberSpeaker(memory: Memory, speaker: Speaker): void {
  const known = memory.spoken.findLast((one) => isSame(one, speaker));
  const gender = speaker.gender ?? known?.gender ?? null;
  const nouns = [...new Set([...speaker.nouns, ...(known?.nouns ?? [])])];
  memory.subject = null;
  memory.spoken.push({ ...speaker, gender, nouns });
  if (memory.spoken.length > LONGEST_MEMORY) memory.spoken.shift();
}

const LONGEST_MEMORY = 12;

const isSame = (a: Speaker, b: Speaker): boolean =>
  a.sort === b.sort && a.speaker === b.speaker && a.party === b.party;

/** What a sentence without a speaker of its own tells of the one meant. */
export type Carried = {
  readonly gender: Gender | null;
  /** `he` and `she` are people, `it` is none; null where the language does not tell. */
  readonly person: boolean | null;
  readonly unit: number;
};

/** Whom `he added` or «وأضاف» means: the latest speaker that fits, or null where the text leaves doubt. */
export function carriedSpeaker(memory: Memory, { gender, person, unit }: Carried): Speaker | null {
  const { subject } = memory;
  const fits = (one: Speaker): boolean =>
    (person !== true || one.sort === "person" || one.sort === "unnamed") &&
    (person !== false || one.sort === "institution" || one.sort === "actor") &&
    (gender === null || one.gender === null || one.gender === gender || one.sort === "institution");
  const last = memory.spoken.findLast(fits) ?? null;
  if (subject === null || !fits(subject.speaker))
    return isSomebodyElse(memory, last, unit) ? null : last;
  if (last !== null && isSame(last, subject.speaker)) return last;
  if (last !== null && gender === "she" && last.gender === gender) return last;
  const isNear = unit - subject.unit <= NEAREST;
  if (last === null) return isNear ? subject.speaker : null;
  if (!isNear) return last;
  return person === true ? subject.speaker : null;
}

/** Whether the sentence right before names others alone, any of whom may be meant. */
const isSomebodyElse = ({ unheard }: Memory, last: Speaker | null, unit: number): boolean =>
  unheard !== null &&
  unheard.unit === unit - 1 &&
  unheard.names.size > 0 &&
  !unheard.names.has(last?.speaker ?? "");

/** In units: further on, somebody else may be meant. */
const NEAREST = 2;

/** The latest speaker named by the same noun: `the official`, «المتحدث». */
export const speakerByNoun = (memory: Memory, nouns: readonly string[]): Speaker | null =>
  memory.spoken.findLast((one) =>
    nouns.every((noun) => one.nouns.some((known) => isSameNoun(noun, known))),
  ) ?? null;

/** Words of one noun with and without article or conjunction end alike. */
export const isSameNoun = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= 3 && (a.endsWith(b) || b.endsWith(a)));
