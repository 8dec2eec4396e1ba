import type { Language } from "../../lib/language.ts";
import type { CueName } from "../cues.ts";
import { type Mention, namesOf } from "../mention.ts";
import { joinAppositions } from "./appositions.ts";
import {
  type Element,
  type Holder,
  isNameElement,
  isOffice,
  LINKS,
  type Noun,
  NOUN_CUES,
  NOUN_OF,
  NOUNS,
} from "./noun-phrase.ts";
import { isPrefixedElement } from "./prefixed.ts";
import { cueAt, isComma, quotationAt, type ReadingUnit } from "./reading-unit.ts";
import { afterParticles, isObject } from "./phrase-ends.ts";
import { endingAt, type NameEndings, NO_NAMES } from "./full-names.ts";
import {
  bareNameAt,
  type Entities,
  isQualifier,
  type NameContext,
  unknownNameAt,
} from "./unknown-names.ts";

/** The noun phrases of a unit outside its quotations, in their order. */
export function holdersOf(
  unit: ReadingUnit,
  language: Language,
  endings: NameEndings = NO_NAMES,
): Holder[] {
  const entities = entitiesOf(unit, endings, language);
  const holders: Holder[] = [];
  let at = unit.from;
  while (at < unit.to) {
    const quotation = quotationAt(unit, at);
    if (quotation !== undefined) {
      at = Math.max(at + 1, quotation.close ?? quotation.to);
      continue;
    }
    const holder =
      holderAt(unit, entities, at, language) ??
      leadingName(unit, entities, at, language) ??
      namedAt(unit, entities, at, { language, before: holders.at(-1) });
    if (holder !== undefined) holders.push(holder);
    at = holder?.to ?? at + 1;
  }
  return joinAppositions(unit, holders);
}

/** «ولودیمیر زلنسکی، رئیس‌جمهور اوکراین، …»: words before a comma that a title explains are a name. */
function leadingName(
  unit: ReadingUnit,
  entities: Entities,
  start: number,
  language: Language,
): Holder | undefined {
  if (language === "en" || start !== unit.from) return undefined;
  const name = unknownNameAt(unit, entities, start, { language, titled: true, first: true });
  if (name === undefined || !isComma(unit.tokens[name.to])) return undefined;
  const title = holderAt(unit, entities, name.to + 1, language);
  const [first] = title?.elements ?? [];
  return first !== undefined && isOffice(first)
    ? { from: start, to: name.to, elements: [name] }
    : undefined;
}

/** A name without a title of its own: after the office and a comma, or in the place of a subject. */
function namedAt(
  unit: ReadingUnit,
  entities: Entities,
  at: number,
  { language, before }: { readonly language: Language; readonly before: Holder | undefined },
): Holder | undefined {
  const isAfterOffice =
    before !== undefined &&
    at - 1 - before.to <= LONGEST_PLACE &&
    isComma(unit.tokens[at - 1]) &&
    isTitle(before.elements, language) &&
    unit.tokens.slice(before.to, at - 1).every(({ kind }) => kind === "word");
  const name = isAfterOffice
    ? closedName(unit, entities, at, language)
    : bareNameAt(unit, entities, at, language);
  return name === undefined ? undefined : { from: at, to: name.to, elements: [name] };
}

/** In tokens: «رئيس الإدارة في أوديسا، …». */
const LONGEST_PLACE = 4;

/** «رئیس هیئت سوئیس، کلارا فوس، …»: the name between two commas, or right before the verb. */
function closedName(
  unit: ReadingUnit,
  entities: Entities,
  at: number,
  language: Language,
): Element | undefined {
  const name = unknownNameAt(unit, entities, at, { language, titled: true, first: true });
  if (name === undefined) return undefined;
  const after = unit.tokens[name.to];
  return after?.kind === "mark" || unit.cues.has(name.to) ? name : undefined;
}

const RANK = { person: 3, institution: 2, actor: 1 } as const;

function entitiesOf(unit: ReadingUnit, endings: NameEndings, language: Language): Entities {
  const entities = new Map<number, Element>();
  if (endings.size > 0)
    for (let at = unit.from; at < unit.to; at += 1) {
      const element = endingAt(unit, endings, at, language);
      if (element === undefined) continue;
      entities.set(at, element);
      at = element.to - 1;
    }
  for (const mention of namesOf(unit.mentions)) {
    const element = entityOf(mention);
    if (element === undefined) continue;
    const known = entities.get(element.from);
    if (known === undefined || isBetter(element, known)) entities.set(element.from, element);
  }
  return entities;
}

function isBetter(a: Element, b: Element): boolean {
  if (a.to !== b.to) return a.to > b.to;
  return rankOf(a) > rankOf(b);
}

const rankOf = ({ kind }: Element): number =>
  kind === "person" || kind === "institution" || kind === "actor" ? RANK[kind] : 0;

function entityOf({ sense, from, to }: Mention): Element | undefined {
  if (sense.kind === "person")
    return { kind: "person", person: sense.person, by: sense.by, from, to };
  if (sense.kind === "institution")
    return { kind: "institution", institution: sense.institution, from, to };
  if (sense.kind === "actor" || sense.kind === "country")
    return { kind: "actor", code: sense.code, from, to };
  return undefined;
}

function holderAt(
  unit: ReadingUnit,
  entities: Entities,
  start: number,
  language: Language,
): Holder | undefined {
  const elements: Element[] = [];
  let at = start;
  let end = start;
  while (at < unit.to && quotationAt(unit, at) === undefined) {
    const isRank = at > end && language !== "en" && whenAt(unit, at - 1) === undefined;
    const before = at === end || isRank ? elements.at(-1) : undefined;
    const titled = before !== undefined && elements.some(isOffice) && !elements.some(isWholeName);
    const element = elementAt(unit, entities, at, {
      language,
      titled,
      first: elements.length === 0,
    });
    if (element !== undefined && isHearer(unit, element, elements, language)) break;
    if (element?.kind === "actor" && language !== "en" && isObject(unit, element, elements)) break;
    if (element !== undefined) {
      const to = afterParticles(unit, element);
      elements.push({ ...element, to });
      at = end = to;
    } else if (goesOn(unit, elements, at, { language, end })) at += 1;
    else break;
  }
  return elements.length === 0 ? undefined : { from: start, to: end, elements };
}

/** A name of two words or more: what follows it is no other name. */
const isWholeName = (element: Element): boolean =>
  isNameElement(element) && element.to - element.from > 1;

/** Whether a word that names nobody still belongs to the phrase. */
function goesOn(
  unit: ReadingUnit,
  elements: readonly Element[],
  at: number,
  { language, end }: { readonly language: Language; readonly end: number },
): boolean {
  if (language === "ar" && isTitle(elements, language) && isQualifier(unit, at)) return true;
  if (isAbbreviated(unit, elements, at)) return true;
  if (at === end && isDocument(elements.at(-1)) && whenAt(unit, at) !== undefined) return true;
  return mayLink(elements, language) && isLink(unit, at, end);
}

/** `a statement by`, `a letter from`: whose it is follows. */
const isDocument = (element: Element | undefined): boolean =>
  element?.kind === "noun" && element.noun === "document";

const whenAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, WHEN);
const WHEN: ReadonlySet<CueName> = new Set(["speech.when"]);

/** Those spoken to follow who speaks: «مسؤول إيراني لوكالة …». */
function isHearer(
  unit: ReadingUnit,
  element: Element,
  before: readonly Element[],
  language: Language,
): boolean {
  if (language === "en" || !before.some((one) => isOffice(one) || isNameElement(one))) return false;
  if (element.kind === "person") return isPrefixedElement(unit, element);
  return element.kind === "noun" && (element.noun === "outlet" || element.noun === "audience");
}

const LONGEST_ABBREVIATION = 4;

/** `Gen.`, `Sen.` before a name. */
function isAbbreviated({ tokens }: ReadingUnit, elements: readonly Element[], at: number): boolean {
  const title = tokens[at - 1];
  return (
    tokens[at]?.text === "." &&
    elements.at(-1)?.to === at &&
    elements.at(-1)?.kind === "noun" &&
    title !== undefined &&
    title.end - title.start <= LONGEST_ABBREVIATION
  );
}

const DETERMINERS: ReadonlySet<CueName> = new Set(["speech.determiner"]);

/** `the` right after a noun begins another phrase; after `of` it goes on with this one. */
const isLink = (unit: ReadingUnit, at: number, end: number): boolean =>
  cueAt(unit, at, LINKS) !== undefined &&
  !(at === end && cueAt(unit, at, DETERMINERS) !== undefined);

/** A title in Arabic or Persian whose name is still to come. */
const isTitle = (elements: readonly Element[], language: Language): boolean =>
  language !== "en" && elements.some(isOffice) && !elements.some(isNameElement);

/** In Arabic and Persian a name ends its phrase; what a preposition brings after it is another. */
const mayLink = (elements: readonly Element[], language: Language): boolean =>
  elements.length > 0 && (language === "en" || !elements.some(isNameElement));

function elementAt(
  unit: ReadingUnit,
  entities: Entities,
  at: number,
  context: NameContext,
): Element | undefined {
  const entity = entities.get(at);
  const noun = cueAt(unit, at, NOUN_CUES);
  const nounKind = noun === undefined ? undefined : NOUN_OF.get(noun.sense.cue);
  if (noun !== undefined && nounKind !== undefined && noun.to > (entity?.to ?? at)) {
    const to = entityWithin(entities, at + 1, noun.to) ?? noun.to;
    return { kind: "noun", noun: preferredNoun(unit, at, to) ?? nounKind, from: at, to };
  }
  if (entity !== undefined) return withOwner(entity, entities);
  return unknownNameAt(unit, entities, at, context);
}

/** «سخنگوی وزارت خارجه سوئیس»: an office of another's institution is not the dossier's. */
function withOwner(entity: Element, entities: Entities): Element {
  if (entity.kind !== "person" || entity.by === "name") return entity;
  for (let at = entity.from + 1; at < entity.to; at += 1) {
    const inner = entities.get(at);
    if (inner?.kind !== "institution" || inner.to <= entity.to) continue;
    return inner.institution.actor === entity.person.actor
      ? { ...entity, to: inner.to }
      : { kind: "noun", noun: "title", from: entity.from, to: at };
  }
  return entity;
}

/** «معاون وزیر خارجه ایران»: the name of an office that begins inside a noun and goes on beyond it. */
function entityWithin(entities: Entities, from: number, to: number): number | undefined {
  for (let at = from; at < to; at += 1) if ((entities.get(at)?.to ?? 0) > to) return at;
  return undefined;
}

/** Of nouns that end at the same word, the one that comes first in {@link NOUNS}. */
function preferredNoun(unit: ReadingUnit, at: number, to: number): Noun | undefined {
  const here = unit.cues.get(at) ?? [];
  return NOUNS.find(([cue]) => here.some((one) => one.to === to && one.sense.cue === cue))?.[1];
}
