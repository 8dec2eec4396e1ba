import { foldWord } from "../../articles/word-forms.ts";
import type { Language } from "../../lib/language.ts";
import type { CueName } from "../cues.ts";
import type { Person } from "../mention.ts";
import { type Element, isNameElement, isOffice } from "./noun-phrase.ts";
import { cueAt, isComma, type ReadingUnit, wordsIn } from "./reading-unit.ts";
import { isSameNoun } from "./speakers.ts";

/**
 * The name that a noun phrase is about: Witkoff in `Trump's envoy Steve Witkoff`, in «مبعوث ترامب ستيف
 * ويتكوف» and in `Witkoff, Trump's envoy`; nobody in `Trump's envoy`.
 */
export function headName(
  unit: ReadingUnit,
  elements: readonly Element[],
  language: Language,
): Element | undefined {
  const pick = language === "en" ? lastOfSegment : headOfSegment;
  for (const segment of segmentsOf(unit, elements)) {
    const head = pick(unit, segment, language);
    if (head !== undefined) return head;
  }
  return undefined;
}

function segmentsOf({ tokens }: ReadingUnit, elements: readonly Element[]): Element[][] {
  const segments: Element[][] = [[]];
  for (const element of elements) {
    segments.at(-1)?.push(element);
    if (isComma(tokens[element.to])) segments.push([]);
  }
  return segments;
}

/** English puts what belongs to a name before it, so the last name is the head unless a noun follows. */
function lastOfSegment(unit: ReadingUnit, segment: readonly Element[]): Element | undefined {
  const last = segment.findLastIndex((one) => isNameElement(one));
  const head = segment[last];
  if (head === undefined || isPossessive(unit, head) || isObject(unit, segment, last))
    return undefined;
  const after = segment[last + 1];
  return after !== undefined && isOffice(after) && after.from === head.to ? undefined : head;
}

/** `an aide to Trump`, `a spokesman for Prime Minister Netanyahu`: the name belongs to the office before. */
function isObject(unit: ReadingUnit, segment: readonly Element[], name: number): boolean {
  let first = name;
  while (first > 0 && wordsIn(unit, segment[first - 1]?.to ?? 0, segment[first]?.from ?? 0) === 0)
    first -= 1;
  const chain = segment.slice(first, name);
  return chain.every(isOffice) && segment.slice(0, first).some(isOffice);
}

const isPossessive = ({ tokens }: ReadingUnit, { to }: Element): boolean =>
  tokens[to - 1]?.text.endsWith("'s") ?? false;

/** Arabic and Persian begin with the head; after a title, a name may be its genitive or its holder. */
function headOfSegment(
  unit: ReadingUnit,
  segment: readonly Element[],
  language: Language,
): Element | undefined {
  const [first] = segment;
  if (first !== undefined && isNameElement(first)) return first;
  const last = segment.findLastIndex((one) => isNameElement(one));
  const name = segment[last];
  const before = segment[last - 1];
  if (name === undefined) return undefined;
  if (name.kind !== "person" || before === undefined || !isOffice(before)) return name;
  if (language === "ar" && isOfficeOf(unit, segment[last - 2], before, name.person))
    return undefined;
  return before.to < name.from || isOwnOffice(unit, before, name.person, language)
    ? name
    : undefined;
}

/** An Arabic title with the article takes no genitive: the name after it is its holder's. */
const ARTICLE = "\u0627\u0644";

/** «مبعوث الرئيس ترامب»: an office without the article belongs to the one whose title follows. */
function isOfficeOf(
  { tokens }: ReadingUnit,
  office: Element | undefined,
  title: Element,
  { role, titles }: Person,
): boolean {
  if (office === undefined || !isOffice(office) || office.to !== title.from) return false;
  const isOpen = tokens[office.to - 1]?.text.startsWith(ARTICLE) === false;
  const word = tokens[office.to - 1]?.text ?? "";
  const own = [role.ar, ...titles.ar].some((one) =>
    one.split(/[\s|]+/).some((part) => isSameNoun(foldWord(part), word)),
  );
  return isOpen && !own && tokens[title.from]?.text.startsWith(ARTICLE) === true;
}

const HONORIFICS: ReadonlySet<CueName> = new Set(["speech.she", "speech.he"]);

/** Whether the title before a name is the person's own, as in «الرئيس ترامب», not in «مبعوث ترامب». */
function isOwnOffice(
  unit: ReadingUnit,
  office: Element,
  person: Person,
  language: Language,
): boolean {
  if (office.kind === "person") return true;
  if (cueAt(unit, office.from, HONORIFICS) !== undefined) return true;
  if (language === "ar" && unit.tokens[office.to - 1]?.text.startsWith(ARTICLE) === true)
    return true;
  const own = [person.role[language], ...person.titles[language]].flatMap((title) =>
    title.split(/[\s|]+/).map(foldWord),
  );
  return unit.tokens
    .slice(office.from, office.to)
    .every(({ text }) => own.some((word) => isSameNoun(text, word)));
}

/** Whether another office stands right beside this one, as in `the foreign minister's adviser`. */
export const touchesTitle = (
  { tokens }: ReadingUnit,
  elements: readonly Element[],
  office: Element,
): boolean =>
  elements.some(
    (one) =>
      one !== office &&
      one.kind === "noun" &&
      (one.noun === "title" || one.noun === "official") &&
      (one.to === office.from || (one.from === office.to && tokens[office.to - 1] !== undefined)),
  );
