import { tidy } from "../../articles/visible-text.ts";
import { foldWord } from "../../articles/word-forms.ts";
import type { Language } from "../../lib/language.ts";
import type { CueName } from "../cues.ts";
import type { Institution, Person } from "../mention.ts";
import { type Element, type Holder, isNameElement, isOffice, type Noun } from "./noun-phrase.ts";
import { headName, touchesTitle } from "./head-name.ts";
import { isJoinedTo, startsJoined } from "./prefixed.ts";
import { cueAt, type ReadingUnit } from "./reading-unit.ts";
import {
  type Gender,
  institutionSpeaker,
  isSameNoun,
  type Memory,
  personSpeaker,
  type Speaker,
  speakerByNoun,
  unnamedSpeaker,
} from "./speakers.ts";

import { strangerOf } from "./strangers.ts";
import { type Context, genderOf, nounWords, partyOf, type Told } from "./told-of.ts";

/** A noun phrase resolved: a speaker, a pronoun that carries on, or `null` where nobody can be named. */
export type Resolved =
  | Speaker
  | { readonly sort: "pronoun"; readonly gender: Gender | null; readonly person: boolean | null }
  | null;

/** Whom a noun phrase means. In doubt it names nobody. */
export function resolveHolder(context: Context, holder: Holder): Resolved {
  const { elements } = holder;
  const gender = genderOf(context.unit, holder);
  const nouns = nounWords(context.unit, elements);
  if (namesSeveral(context.unit, elements)) return null;
  const head = headName(context.unit, elements, context.language);
  if (head?.kind === "person") return personSpeaker(head.person, { gender, nouns });
  if (has(elements, "outlet")) return null;
  if (head?.kind === "unknown-name") return strangerOf(context, holder, head, { gender, nouns });
  if (has(elements, "audience")) return null;
  if (has(elements, "pronoun")) {
    const isThing = cueAt(context.unit, holder.from, THING) !== undefined;
    const person = isThing ? false : gender === null ? null : true;
    return elements.length === 1 ? { sort: "pronoun", gender, person } : null;
  }
  if (has(elements, "source")) return sourceOf(context, holder, nouns);
  if (has(elements, "document")) return issuerOf(context, elements);
  return withoutName(context, holder, { gender, nouns });
}

/** «روبيو وويتكوف»: a second name that the conjunction is written together with. */
const namesSeveral = (unit: ReadingUnit, elements: readonly Element[]): boolean =>
  elements.some((one, index) => {
    const before = elements[index - 1];
    if (before === undefined || !isNameElement(before)) return false;
    if (one.kind === "person" && one.by === "name") return isJoinedTo(unit, one);
    return isOffice(one) && cueAt(unit, one.from, ALONE) === undefined && startsJoined(unit, one);
  });

const has = (elements: readonly Element[], noun: Noun): boolean =>
  elements.some((one) => one.kind === "noun" && one.noun === noun);

const THING: ReadonlySet<CueName> = new Set(["speech.thing"]);
const ALONE: ReadonlySet<CueName> = new Set(["speech.unjoined"]);
const INDEFINITE: ReadonlySet<CueName> = new Set(["speech.indefinite"]);

/** `the sources`: those that spoke before, where the article does not say whose they are now. */
function sourceOf(context: Context, holder: Holder, nouns: readonly string[]): Speaker {
  const party = partyOf(holder.elements);
  const before = isIndefinite(context, holder)
    ? undefined
    : context.memory.spoken.findLast(({ sort }) => sort === "source");
  return unnamedSpeaker("source", party ?? before?.party ?? null, { nouns });
}

/** `a statement by the council`, «بيان المجلس»: whose paper it is, or who was last heard of. */
function issuerOf(context: Context, elements: readonly Element[]): Speaker | null {
  const { spoken, institutions } = context.memory;
  const own = elements.find((one) => one.kind === "institution");
  if (own?.kind === "institution") return institutionSpeaker(own.institution);
  if (has(elements, "body")) return bodyOf(context, elements);
  const party = partyOf(elements);
  if (party !== null) return unnamedSpeaker("unnamed", party);
  const institution = institutions.at(-1);
  const last = spoken.at(-1);
  if (last?.sort === "institution" || last?.sort === "person") return last;
  return institution === undefined ? (last ?? null) : institutionSpeaker(institution);
}

function withoutName(context: Context, holder: Holder, told: Told): Speaker | null {
  const { elements } = holder;
  const office = elements.find((one) => one.kind === "person" && one.by === "title");
  const party = partyOf(elements);
  if (office?.kind === "person") {
    if (has(elements, "former")) return null;
    if (touchesTitle(context.unit, elements, office) || ownerOf(elements, office.person.actor))
      return unnamedSpeaker("unnamed", party, told);
    return personSpeaker(office.person, told);
  }
  if (has(elements, "official") || has(elements, "title"))
    return officeHolder(context, holder, told);
  const institution = elements.find((one) => one.kind === "institution");
  if (institution?.kind === "institution") {
    const owner = ownerOf(elements, institution.institution.actor);
    return owner === undefined
      ? institutionSpeaker(institution.institution)
      : foreignBody(context, holder, owner);
  }
  if (has(elements, "body")) return bodyOf(context, elements);
  if (elements.some(isNameElement) || party === null) return null;
  return unnamedSpeaker("actor", party);
}

/** The actor beside an office or institution that is another's than the dossier's: «وزارت خارجه ازبکستان». */
function ownerOf(elements: readonly Element[], actor: string): string | undefined {
  const owner = elements.find((one) => one.kind === "actor");
  return owner?.kind === "actor" && owner.code !== actor ? owner.code : undefined;
}

/** An institution that the dossier does not know, by its name as written. */
const foreignBody = ({ unit }: Context, { from, to }: Holder, party: string): Speaker => ({
  sort: "institution",
  speaker: tidy(
    unit.read.visible.slice(unit.tokens[from]?.start ?? 0, unit.tokens[to - 1]?.end ?? 0),
  ),
  party,
  gender: null,
  nouns: [],
});

/** `the spokesman`: who was so called before; else someone unnamed of the party. */
function officeHolder(context: Context, holder: Holder, told: Told): Speaker | null {
  const { memory } = context;
  const party = partyOf(holder.elements);
  const unnamed = unnamedSpeaker("unnamed", party, told);
  if (has(holder.elements, "former") || isIndefinite(context, holder)) return unnamed;
  const before = speakerByNoun(memory, told.nouns);
  if (before !== null && (party === null || before.party === party)) return before;
  const person =
    soleHolderOf(memory.named, told.nouns, { party, language: context.language }) ??
    (party === null && memory.side !== null
      ? soleHolderOf(memory.dossier.people, told.nouns, {
          party: memory.side,
          language: context.language,
        })
      : null);
  if (person !== null) return personSpeaker(person, told);
  const last = memory.spoken.at(-1);
  if (party === null && last?.sort === "person" && isDefinite(context, holder)) return last;
  return party === null && !has(holder.elements, "official") && !context.quoted ? null : unnamed;
}

/** `the top diplomat`, «الوزير»: one of whom the text has told. */
function isDefinite({ unit, language }: Context, { from }: Holder): boolean {
  if (language === "en") return cueAt(unit, from - 1, DETERMINER)?.to === from;
  return language === "ar" && startsWithArticle(unit, from);
}

const DETERMINER: ReadonlySet<CueName> = new Set(["speech.determiner"]);
const startsWithArticle = ({ tokens }: ReadingUnit, at: number): boolean =>
  tokens[at]?.text.startsWith("\u0627\u0644") === true;

function isIndefinite({ unit }: Context, { from }: Holder): boolean {
  const before = from - 1;
  return (
    cueAt(unit, from, INDEFINITE) !== undefined ||
    (before >= unit.from && cueAt(unit, before, INDEFINITE) !== undefined)
  );
}

/** The one person named so far whose role has all these words. */
function soleHolderOf(
  people: Iterable<Person>,
  nouns: readonly string[],
  { party, language }: { readonly party: string | null; readonly language: Language },
): Person | null {
  if (nouns.length === 0) return null;
  const fitting = [...people].filter((person) => {
    if (party !== null && person.actor !== party) return false;
    const role = person.role[language].split(/\s+/).map(foldWord);
    return nouns.every((noun) => role.some((word) => isSameNoun(noun, word)));
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** «الوزارة», `the ministry`: the institution last mentioned that is called so. */
function bodyOf({ unit, memory, language }: Context, elements: readonly Element[]): Speaker | null {
  const party = partyOf(elements);
  const words = elements
    .filter((one) => one.kind === "noun" && one.noun === "body")
    .flatMap(({ from, to }) => unit.tokens.slice(from, to).map(({ text }) => text));
  const institution = memory.institutions.findLast(
    (one) =>
      (party === null || one.actor === party) &&
      words.every((word) => namesOf(one, language).some((name) => isSameNoun(word, name))),
  );
  const known = institution ?? ownInstitution(memory, words, language);
  if (known !== undefined) return institutionSpeaker(known);
  return party === null ? null : unnamedSpeaker("unnamed", party);
}

/** What an official voice calls `the ministry` is its own side's. */
function ownInstitution(
  { dossier, side }: Memory,
  words: readonly string[],
  language: Language,
): Institution | undefined {
  const fitting = dossier.institutions.filter(
    (one) =>
      one.actor === side &&
      words.every((word) => namesOf(one, language).some((name) => isSameNoun(word, name))),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

const namesOf = (institution: Institution, language: Language): string[] =>
  [
    language === "en" ? institution.name : institution.names[language],
    ...institution.aliases[language],
  ].flatMap((name) => name.split(/[\s|]+/).map(foldWord));
