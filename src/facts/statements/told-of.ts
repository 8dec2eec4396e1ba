import type { Language } from "../../lib/language.ts";
import type { CueName } from "../cues.ts";
import { type Element, type Holder, isOffice } from "./noun-phrase.ts";
import { cueAt, type ReadingUnit } from "./reading-unit.ts";
import type { Gender, Memory } from "./speakers.ts";

/** What a noun phrase is resolved in. */
export type Context = {
  readonly unit: ReadingUnit;
  readonly language: Language;
  readonly memory: Memory;
  /** The words are in quotation marks, so a bare name is a speaker's. */
  readonly quoted: boolean;
};

/** What a noun phrase tells of the one it means: gender and the folded words of the office. */
export type Told = { readonly gender: Gender | null; readonly nouns: readonly string[] };

/** The gender that the words of a noun phrase tell. */
export function genderOf(unit: ReadingUnit, { from, to }: Holder): Gender | null {
  for (let at = from; at < to; at += 1) {
    if (cueAt(unit, at, SHE) !== undefined) return "she";
    if (cueAt(unit, at, HE) !== undefined) return "he";
  }
  return null;
}

const SHE: ReadonlySet<CueName> = new Set(["speech.she"]);
const HE: ReadonlySet<CueName> = new Set(["speech.he"]);
/** The folded words of titles and offices. */
export function nounWords({ tokens }: ReadingUnit, elements: readonly Element[]): string[] {
  return elements
    .filter(isOffice)
    .flatMap(({ from, to }) => tokens.slice(from, to).map(({ text }) => text));
}

/** The actor whom a noun phrase speaks of: of several, the last. */
export function partyOf(elements: readonly Element[]): string | null {
  const own = elements.find((one, index) => {
    const next = elements[index + 1];
    return one.kind === "actor" && next !== undefined && isOffice(next) && next.from === one.to;
  });
  for (const element of own === undefined ? elements.toReversed() : [own]) {
    if (element.kind === "actor") return element.code;
    if (element.kind === "institution") return element.institution.actor;
    if (element.kind === "person") return element.person.actor;
  }
  return null;
}
