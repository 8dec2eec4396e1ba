import type { Language } from "../../lib/language.ts";
import type { CueName } from "../cues.ts";
import { mentionsOf } from "../mention.ts";
import { type Element, LINKS, NOUN_CUES } from "./noun-phrase.ts";
import { cueAt, isComma, quotationAt, type ReadingUnit } from "./reading-unit.ts";

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
  if (language === "ar") to = beforeObject(unit, start, to);
  const from = language === "ar" ? afterAdjectives(unit, start, to) : start;
  const words = to - from;
  const fewest = language === "en" && (start > unit.from || !first) ? 1 : 2;
  if (words < fewest || words > LONGEST_NAME) return undefined;
  if (language === "ar" && isQualifier(unit, from)) return undefined;
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

const NOT_NAMES: ReadonlySet<CueName> = new Set([
  ...NOUN_CUES,
  ...LINKS,
  ...BREAKS,
  "speech.nameless",
]);

const isTopicAt = ({ mentions }: ReadingUnit, at: number): boolean =>
  mentionsOf(mentions, "topic").some(({ from, to }) => from <= at && at < to) ||
  mentionsOf(mentions, "city").some(({ from, to }) => from <= at && at < to);

/** `bin`, `al`, `van` stand small between the capitals of a name. */
const isParticle = (unit: ReadingUnit, at: number): boolean =>
  cueAt(unit, at, PARTICLES) !== undefined && unit.tokens[at + 1]?.capital === true;

const PARTICLES: ReadonlySet<CueName> = new Set(["speech.particle"]);

const ARABIC_ARTICLE = "\u0627\u0644";

/** «وصفت إيما هارت الإطار بأنه …»: a third word with the article is a surname only where the name ends. */
function beforeObject(unit: ReadingUnit, start: number, to: number): number {
  const last = to - 1;
  if (last - start < 2 || unit.tokens[last]?.text.startsWith(ARABIC_ARTICLE) !== true) return to;
  if (cueAt(unit, last - 1, PARTICLES) !== undefined) return to;
  const isJoined = unit.tokens[last - 2]?.end === (unit.tokens[last - 1]?.start ?? 0) - 1;
  const hyphen = unit.read.visible.charAt((unit.tokens[last - 1]?.start ?? 1) - 1);
  const ends = unit.tokens[to]?.kind === "mark" || cueAt(unit, to, OPENERS) !== undefined;
  return ends && !(isJoined && hyphen === "-") ? to : last;
}

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

/**
 * A name in Arabic or Persian that no title brings: «وقال كارل فوس إن …», «کلارا فوس نیز گفت …». It stands
 * where the verb's subject does, and its words mean nothing that the lexicon knows.
 */
export function bareNameAt(
  unit: ReadingUnit,
  entities: Entities,
  start: number,
  language: Language,
): Element | undefined {
  if (language === "en" || !isSubjectPlace(unit, start, language)) return undefined;
  let to = start;
  while (to < unit.to && to - start < LONGEST_NAME && isBareWord(unit, entities, to, language))
    to += 1;
  const words = to - start;
  if (words < 1 || words >= LONGEST_NAME || (language === "ar" && isQualifier(unit, start)))
    return undefined;
  if (words === 1 && !(language === "fa" && isBrief(unit, to))) return undefined;
  if (language === "ar" ? !opensSpeech(unit, to) : !goesToVerb(unit, to, start)) return undefined;
  return { kind: "unknown-name", name: textBetween(unit, start, to), from: start, to };
}

const isBareWord = (
  unit: ReadingUnit,
  entities: Entities,
  at: number,
  language: Language,
): boolean =>
  isNameWord(unit, entities, at, language) &&
  (meansNothing(unit, at) || cueAt(unit, at, PARTICLES) !== undefined);

/** What marks the words of delegations marks names too. */
const meansNothing = ({ cues }: ReadingUnit, at: number): boolean =>
  (cues.get(at) ?? []).every(
    ({ sense: { cue } }) => cue.startsWith("delegation.") && cue !== "delegation.not-name",
  );

/** An Arabic subject follows its verb; a Persian one begins its clause. */
function isSubjectPlace(unit: ReadingUnit, at: number, language: Language): boolean {
  const before = at - 1;
  if (language === "ar") return endsJustBefore(unit, at, VERBS);
  if (isCited(unit, at)) return true;
  if (at === unit.from || unit.tokens[before]?.kind === "mark") return true;
  return endsJustBefore(unit, at, MARKERS);
}

/** In tokens. */
const LONGEST_CUE = 3;

/** Whether the longest such cue at one of the tokens before ends right before a token. */
function endsJustBefore(unit: ReadingUnit, at: number, names: ReadonlySet<CueName>): boolean {
  for (let start = at - 1; start >= at - LONGEST_CUE; start -= 1)
    if (cueAt(unit, start, names)?.to === at) return true;
  return false;
}

const ACCORDING: ReadonlySet<CueName> = new Set(["speech.according"]);

const isCited = (unit: ReadingUnit, at: number): boolean => endsJustBefore(unit, at, ACCORDING);

const opensSpeech = (unit: ReadingUnit, at: number): boolean =>
  cueAt(unit, at, OPENERS) !== undefined ||
  unit.tokens[at]?.text === ":" ||
  quotationAt(unit, at) !== undefined ||
  (isComma(unit.tokens[at]) && (isOfficeAt(unit, at + 1) || isAsideAt(unit, at + 1)));

/** «، الذي …», «، وهي …». */
const isAsideAt = (unit: ReadingUnit, at: number): boolean => cueAt(unit, at, ASIDES) !== undefined;
const ASIDES: ReadonlySet<CueName> = new Set(["speech.nameless", "speech.pronoun"]);

const isOfficeAt = (unit: ReadingUnit, at: number): boolean =>
  cueAt(unit, at, OFFICES) !== undefined ||
  mentionsOf(unit.mentions, "person").some(
    ({ sense, from }) => from === at && sense.by === "title",
  );

const goesToVerb = (unit: ReadingUnit, at: number, start: number): boolean =>
  (isCited(unit, start) && isComma(unit.tokens[at])) ||
  cueAt(unit, at, VERBS) !== undefined ||
  cueAt(unit, at, AFTER_SUBJECT) !== undefined ||
  (isComma(unit.tokens[at]) && isOfficeAt(unit, at + 1));

/** `کمالی گفت: «…»`: one word is a name only beside the verb and before words in quotation marks. */
const isBrief = (unit: ReadingUnit, at: number): boolean =>
  cueAt(unit, at - 1, DETERMINERS) === undefined &&
  (unit.tokens[at - 1]?.text.length ?? 0) >= SHORTEST_SURNAME &&
  unit.quotations.some(({ open }) => open > at && open - at < FARTHEST_QUOTATION);

const SHORTEST_SURNAME = 3;
const FARTHEST_QUOTATION = 10;

const DETERMINERS: ReadonlySet<CueName> = new Set(["speech.determiner"]);
const MARKERS: ReadonlySet<CueName> = new Set(["speech.marker"]);
const OFFICES: ReadonlySet<CueName> = new Set(["speech.title", "speech.official"]);
const OPENERS: ReadonlySet<CueName> = new Set([
  "speech.that",
  "speech.audience",
  "speech.nameless",
  "speech.saying",
]);
const AFTER_SUBJECT: ReadonlySet<CueName> = new Set([
  "speech.when",
  "speech.audience",
  "speech.nameless",
  "speech.saying",
]);
const VERBS: ReadonlySet<CueName> = new Set([
  "speech.say",
  "speech.stress",
  "speech.tell",
  "speech.warn",
  "speech.confirm",
  "speech.quote",
  "speech.deny",
  "speech.accuse",
]);

const textBetween = ({ tokens, read }: ReadingUnit, from: number, to: number): string =>
  read.visible.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
