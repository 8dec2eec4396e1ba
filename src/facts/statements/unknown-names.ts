import type { Language } from "../../lib/language.ts";
import type { CueName } from "../cues.ts";
import { type Element, LINKS, NOUN_CUES } from "./noun-phrase.ts";
import { cueAt, quotationAt, type ReadingUnit } from "./reading-unit.ts";

/** Elements that the dossier knows, by the token they begin at. */
export type Entities = ReadonlyMap<number, Element>;

/** Where a name of someone unknown is looked for. */
export type NameContext = {
  readonly language: Language;
  /** A title stands in the phrase, and the name would follow at once. */
  readonly titled: boolean;
  readonly first: boolean;
};
const LONGEST_NAME = 5;

/** A name that the dossier does not know: capitals in English, in the other languages what a title brings. */
export function unknownNameAt(
  unit: ReadingUnit,
  entities: Entities,
  start: number,
  { language, titled, first }: NameContext,
): Element | undefined {
  if (language !== "en" && !titled) return undefined;
  const isWord = (at: number): boolean =>
    isNameWord(unit, entities, at, language) || (at > start && isParticle(unit, at));
  let to = start;
  while (to < unit.to && to - start <= LONGEST_NAME && isWord(to)) to += 1;
  const from = language === "en" ? start : afterAdjectives(unit, start, to);
  const words = to - from;
  const fewest = language === "en" && (start > unit.from || !first) ? 1 : 2;
  if (words < fewest || words > LONGEST_NAME) return undefined;
  if (language !== "en" && isQualifier(unit, from)) return undefined;
  return { kind: "unknown-name", name: textBetween(unit, from, to), from: start, to };
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
  return language !== "en" || token.capital;
}

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

const NOT_NAMES: ReadonlySet<CueName> = new Set([...NOUN_CUES, ...LINKS, ...BREAKS]);

const isTopicAt = ({ mentions }: ReadingUnit, at: number): boolean =>
  mentions.some(
    ({ sense, from, to }) =>
      from <= at && at < to && (sense.kind === "topic" || sense.kind === "city"),
  );

/** `bin`, `al`, `van` stand small between the capitals of a name. */
const isParticle = (unit: ReadingUnit, at: number): boolean =>
  cueAt(unit, at, PARTICLES) !== undefined && unit.tokens[at + 1]?.capital === true;

const PARTICLES: ReadonlySet<CueName> = new Set(["speech.particle"]);

const ARABIC_ARTICLE = "\u0627\u0644";

/** «المحلل السياسي حسن …»: an adjective carries the article, a first name does not. */
function afterAdjectives({ tokens }: ReadingUnit, start: number, to: number): number {
  let from = start;
  while (to - from > 2 && tokens[from]?.text.startsWith(ARABIC_ARTICLE) === true) from += 1;
  return from;
}

/** «لجنة الأمن القومي»: words with the article go on with a title; no first name has it. */
export const isQualifier = (unit: ReadingUnit, at: number): boolean =>
  unit.tokens[at]?.text.startsWith(ARABIC_ARTICLE) === true &&
  cueAt(unit, at, NOT_NAMES) === undefined &&
  quotationAt(unit, at) === undefined;

const textBetween = ({ tokens, read }: ReadingUnit, from: number, to: number): string =>
  read.visible.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
