import type { Language } from "../../lib/language.ts";
import type { CueName } from "../cues.ts";
import type { Institution, Mention, Person } from "../mention.ts";
import { cueAt, isComma, quotationAt, type ReadingUnit } from "./reading-unit.ts";

/** One element of a noun phrase that may name who speaks. */
export type Element = { readonly from: number; readonly to: number } & (
  | { readonly kind: "person"; readonly person: Person; readonly by: "name" | "title" }
  | { readonly kind: "unknown-name"; readonly name: string }
  | { readonly kind: "institution"; readonly institution: Institution }
  | { readonly kind: "actor"; readonly code: string }
  | { readonly kind: "noun"; readonly noun: Noun }
);

/** What a common noun of a noun phrase stands for. */
export type Noun =
  | "title"
  | "official"
  | "source"
  | "document"
  | "body"
  | "outlet"
  | "audience"
  | "pronoun"
  | "former";

/** A noun phrase that may name who speaks: tokens `[from, to)` and what they stand for. */
export type Holder = {
  readonly from: number;
  readonly to: number;
  readonly elements: readonly Element[];
};

const NOUNS: readonly (readonly [cue: CueName, noun: Noun])[] = [
  ["speech.pronoun", "pronoun"],
  ["speech.outlet", "outlet"],
  ["speech.audience", "audience"],
  ["speech.former", "former"],
  ["speech.source", "source"],
  ["speech.document", "document"],
  ["speech.title", "title"],
  ["speech.official", "official"],
  ["speech.body", "body"],
];
const NOUN_OF: ReadonlyMap<CueName, Noun> = new Map(NOUNS);
const NOUN_CUES: ReadonlySet<CueName> = new Set(NOUN_OF.keys());
const LINKS: ReadonlySet<CueName> = new Set(["speech.place-word"]);
const BREAKS: ReadonlySet<CueName> = new Set([
  "speech.when",
  "speech.that",
  "speech.and",
  "speech.say",
  "speech.stress",
  "speech.warn",
  "speech.deny",
  "speech.demand",
  "speech.confirm",
  "speech.accuse",
  "speech.reject",
  "speech.quote",
  "speech.saying",
  "speech.according",
]);

/** The noun phrases of a unit outside its quotations, in their order. */
export function holdersOf(unit: ReadingUnit, language: Language): Holder[] {
  const entities = entitiesOf(unit);
  const holders: Holder[] = [];
  let at = unit.from;
  while (at < unit.to) {
    const quotation = quotationAt(unit, at);
    if (quotation !== undefined) {
      at = Math.max(at + 1, quotation.close ?? quotation.to);
      continue;
    }
    const holder = holderAt(unit, entities, at, language);
    if (holder !== undefined) holders.push(holder);
    at = holder?.to ?? at + 1;
  }
  return joinAppositions(unit, holders);
}

type Entities = ReadonlyMap<number, Element>;

const RANK = { person: 3, institution: 2, actor: 1 } as const;

function entitiesOf({ mentions }: ReadingUnit): Entities {
  const entities = new Map<number, Element>();
  for (const mention of mentions) {
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
    const element = elementAt(unit, entities, at, { language, first: elements[0] });
    if (element !== undefined) {
      elements.push(element);
      at = end = element.to;
    } else if (elements.length > 0 && cueAt(unit, at, LINKS) !== undefined) at += 1;
    else break;
  }
  return elements.length === 0 ? undefined : { from: start, to: end, elements };
}

function elementAt(
  unit: ReadingUnit,
  entities: Entities,
  at: number,
  context: { readonly language: Language; readonly first: Element | undefined },
): Element | undefined {
  const entity = entities.get(at);
  const noun = cueAt(unit, at, NOUN_CUES);
  const nounKind = noun === undefined ? undefined : NOUN_OF.get(noun.sense.cue);
  if (noun !== undefined && nounKind !== undefined && noun.to > (entity?.to ?? at))
    return { kind: "noun", noun: preferredNoun(unit, at, noun.to) ?? nounKind, from: at, to: noun.to };
  if (entity !== undefined) return entity;
  return unknownNameAt(unit, entities, at, context);
}

/** Of nouns that end at the same word, the one that comes first in {@link NOUNS}. */
function preferredNoun(unit: ReadingUnit, at: number, to: number): Noun | undefined {
  const here = unit.cues.get(at) ?? [];
  return NOUNS.find(([cue]) => here.some((one) => one.to === to && one.sense.cue === cue))?.[1];
}

const LONGEST_NAME = 5;

function unknownNameAt(
  unit: ReadingUnit,
  entities: Entities,
  start: number,
  { language, first }: { readonly language: Language; readonly first: Element | undefined },
): Element | undefined {
  const needsTitle = language !== "en";
  if (needsTitle && (first?.kind !== "noun" && first?.kind !== "person")) return undefined;
  let to = start;
  while (to < unit.to && to - start <= LONGEST_NAME && isNameWord(unit, entities, to, language))
    to += 1;
  const words = to - start;
  const fewest = language === "en" && (start > unit.from || first !== undefined) ? 1 : 2;
  if (words < fewest || words > LONGEST_NAME) return undefined;
  return { kind: "unknown-name", name: textBetween(unit, start, to), from: start, to };
}

function isNameWord(
  unit: ReadingUnit,
  entities: Entities,
  at: number,
  language: Language,
): boolean {
  const token = unit.tokens[at];
  if (token?.kind !== "word" || entities.has(at)) return false;
  if (at > unit.from && token.afterBreak) return false;
  if (quotationAt(unit, at) !== undefined || cueAt(unit, at, NOT_NAMES) !== undefined) return false;
  if (isTopicAt(unit, at)) return false;
  return language !== "en" || token.capital || isParticle(unit, at);
}

const NOT_NAMES: ReadonlySet<CueName> = new Set([...NOUN_CUES, ...LINKS, ...BREAKS]);

const isTopicAt = ({ mentions }: ReadingUnit, at: number): boolean =>
  mentions.some(
    ({ sense, from, to }) =>
      from <= at && at < to && (sense.kind === "topic" || sense.kind === "city"),
  );

/** `bin`, `al`, `van` stand small between the capitals of a name. */
function isParticle({ tokens, from }: ReadingUnit, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || at === from || token.end - token.start > 3) return false;
  return tokens[at - 1]?.capital === true && tokens[at + 1]?.capital === true;
}

const textBetween = ({ tokens, read }: ReadingUnit, from: number, to: number): string =>
  read.visible.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);

/** `the ministry's spokesman, Esmail Baghaei`: a title and a name with a comma between are one phrase. */
function joinAppositions(unit: ReadingUnit, holders: readonly Holder[]): Holder[] {
  const joined: Holder[] = [];
  for (const holder of holders) {
    const before = joined.at(-1);
    if (before !== undefined && isApposition(unit, before, holder))
      joined[joined.length - 1] = {
        from: before.from,
        to: holder.to,
        elements: [...before.elements, ...holder.elements],
      };
    else joined.push(holder);
  }
  return joined;
}

function isApposition({ tokens, cues }: ReadingUnit, before: Holder, holder: Holder): boolean {
  if (!isComma(tokens[before.to]) || tokens[before.to]?.text === ";") return false;
  const between = [...Array(Math.max(0, holder.from - before.to - 1)).keys()].map((i) => before.to + 1 + i);
  const linked = between.length <= 2 && between.every((at) => (cues.get(at) ?? []).some(({ sense }) => LINKS.has(sense.cue)));
  if (!linked) return false;
  return (hasTitle(before) && startsWithName(holder)) || (isName(before) && hasTitle(holder));
}

const startsWithName = ({ elements }: Holder): boolean => {
  const head = elements.find((one) => one.kind !== "noun" || one.noun !== "title");
  return head !== undefined && isNameElement(head);
};

const isName = ({ elements }: Holder): boolean => {
  const last = elements.at(-1);
  return last !== undefined && isNameElement(last);
};

/** Whether the element is a person's own name. */
export const isNameElement = (element: Element): boolean =>
  element.kind === "unknown-name" || (element.kind === "person" && element.by === "name");

const hasTitle = ({ elements }: Holder): boolean =>
  elements.some(
    (one) =>
      (one.kind === "person" && one.by === "title") ||
      (one.kind === "noun" && (one.noun === "title" || one.noun === "official")),
  );
