import type { CueName } from "../cues.ts";
import { andAt, complementAt, holderEndingAt, type Reading, relativeAt, whenAt } from "./frames.ts";
import type { Element, Holder } from "./noun-phrase.ts";
import { cueAt, isComma, quotationAt, type ReadingUnit } from "./reading-unit.ts";

/** The token after an article or number word, or the token itself. */
export function afterDeterminer(unit: ReadingUnit, at: number): number {
  return isDeterminer(unit, at) ? at + 1 : at;
}

/** Where a subject begins with the articles, conjunctions and circumstances before it. */
export function startOfSubject(unit: ReadingUnit, from: number): number {
  let start = from;
  while (start > unit.from) {
    const before = startOfDeterminers(unit, start);
    if (before < start) start = before;
    else if (isLeading(unit, start - 1)) start -= 1;
    else break;
  }
  return start;
}

const DETERMINERS: ReadonlySet<CueName> = new Set(["speech.place-word", "speech.indefinite"]);

const isDeterminer = (unit: ReadingUnit, at: number): boolean =>
  cueAt(unit, at, DETERMINERS) !== undefined;

/** Words that stand before a subject and belong to its clause. */
const isLeading = (unit: ReadingUnit, at: number): boolean =>
  isDeterminer(unit, at) || andAt(unit, at) !== undefined || whenAt(unit, at) !== undefined;

const MOST_ADVERBS = 5;

/** The noun phrase before a verb, over adverbs and over an aside between commas. */
export function subjectBefore({ unit, holders }: Reading, verb: number): Holder | undefined {
  let at = verb;
  for (let skipped = 0; skipped <= MOST_ADVERBS; skipped += 1) {
    const holder = holderEndingAt(holders, at);
    if (holder !== undefined) return isSubject(unit, holder) ? holder : undefined;
    const relative = relativeSubject(unit, holders, at - 1);
    if (relative !== undefined) return relative;
    if (whenAt(unit, at - 1) === undefined || andAt(unit, at - 1) !== undefined) break;
    at -= 1;
  }
  if (!isComma(unit.tokens[at - 1])) return describedBefore(unit, holders, verb);
  return overAside(unit, holders, at - 1);
}

/** `…, who called the plan "…"`, `a statement by the council, which said …`. */
function relativeSubject(
  unit: ReadingUnit,
  holders: readonly Holder[],
  at: number,
): Holder | undefined {
  if (relativeAt(unit, at) === undefined) return undefined;
  const end = isComma(unit.tokens[at - 1]) ? at - 1 : at;
  return end === at && unit.tokens[at]?.text === "that" ? undefined : holderEndingAt(holders, end);
}

const LONGEST_DESCRIPTION = 8;

/** `a source familiar with the talks said`: what describes someone unnamed stands between. */
function describedBefore(
  unit: ReadingUnit,
  holders: readonly Holder[],
  verb: number,
): Holder | undefined {
  const holder = holders.findLast(({ to, elements }) => to < verb && elements.some(isUnnamed));
  if (holder === undefined || verb - holder.to > LONGEST_DESCRIPTION) return undefined;
  const between = unit.tokens.slice(holder.to, verb);
  const start = startOfDeterminers(unit, holder.from);
  const begins = start === unit.from || unit.tokens[start - 1]?.kind === "mark";
  return begins && between.every(({ kind }) => kind !== "mark") ? holder : undefined;
}

const isUnnamed = (element: Element): boolean =>
  element.kind === "noun" && (element.noun === "source" || element.noun === "official");

const LONGEST_ASIDE = 18;

function overAside(unit: ReadingUnit, holders: readonly Holder[], end: number): Holder | undefined {
  const whole = holderEndingAt(holders, end);
  const isJoined = whole?.elements.slice(0, -1).some(({ to }) => isComma(unit.tokens[to])) === true;
  if (whole !== undefined && isJoined && isSubject(unit, whole)) return whole;
  for (let at = end - 1; at > Math.max(unit.from, end - LONGEST_ASIDE); at -= 1) {
    if (quotationAt(unit, at) !== undefined) return undefined;
    if (!isComma(unit.tokens[at])) continue;
    const comma = at;
    const holder = holders.find(({ elements }) => elements.some(({ to }) => to === comma));
    return holder !== undefined && isSubject(unit, holder) ? holder : undefined;
  }
  return undefined;
}

/** Not one of several, and not the object of a preposition. */
export function isSubject(unit: ReadingUnit, holder: Holder): boolean {
  const before = startOfDeterminers(unit, holder.from) - 1;
  if (before < unit.from) return true;
  if (andAt(unit, before) !== undefined) return !isCoordinated(unit, before);
  if (complementAt(unit, before) !== undefined) return false;
  const isGoverned = whenAt(unit, before) !== undefined && unit.tokens[before]?.capital === false;
  return !(isGoverned && holder.elements.every(({ kind }) => kind === "actor"));
}

/** `Witkoff and Kushner said`: a noun before `and`, with no comma between. */
const isCoordinated = (unit: ReadingUnit, and: number): boolean => {
  const token = unit.tokens[and - 1];
  return token !== undefined && and > unit.from && token.kind === "word" && token.capital;
};

/** In words: `one of the`. */
const LONGEST_DETERMINER = 3;

/** Where a noun phrase begins with its articles and number words. */
export function startOfDeterminers(unit: ReadingUnit, from: number): number {
  let start = from;
  for (let back = 1; back <= LONGEST_DETERMINER && start - back >= unit.from; back += 1) {
    if ((cueAt(unit, start - back, DETERMINERS)?.to ?? 0) < start) continue;
    start -= back;
    back = 0;
  }
  return start;
}
