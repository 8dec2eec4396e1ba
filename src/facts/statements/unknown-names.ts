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
  let to = start;
  while (to < unit.to && to - start <= LONGEST_NAME && isNameWord(unit, entities, to, language))
    to += 1;
  const words = to - start;
  const fewest = language === "en" && (start > unit.from || !first) ? 1 : 2;
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
function isParticle({ tokens, from }: ReadingUnit, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || at === from || token.end - token.start > 3) return false;
  return tokens[at - 1]?.capital === true && tokens[at + 1]?.capital === true;
}

const textBetween = ({ tokens, read }: ReadingUnit, from: number, to: number): string =>
  read.visible.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
