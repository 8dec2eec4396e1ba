import {
  anaphorAt,
  askedAt,
  beforeMarker,
  complementAt,
  contrastAt,
  holderEndingAt,
  prepositionAt,
  quotationEndingBefore,
  type Reading,
  thatAt,
  whenAt,
} from "./frames.ts";
import { type Holder, LINKS } from "./noun-phrase.ts";
import { endOfOpening, endsSubordinate } from "./opening-clause.ts";
import { cueAt, isColon, isComma, isDash, quotationAt, type ReadingUnit } from "./reading-unit.ts";

/** «أن», not «أنه»: a pronoun leaves room for a verb. */
const isBareThat = (unit: ReadingUnit, at: number): boolean => {
  const token = unit.tokens[at];
  return thatAt(unit, at) !== undefined && token !== undefined && token.end - token.start <= 2;
};

/** Where the next reporting clause begins: «، وأضاف أن …», «، مشيرا إلى أن …». */
export function endOfClause(reading: Reading, index: number): number {
  return Math.min(nextClause(reading, index), endOfOpening(reading, index));
}

function nextClause({ unit, reporters, holders }: Reading, index: number): number {
  const begun = reporters[index]?.cue.to ?? unit.from;
  for (const next of reporters.slice(index + 1)) {
    const { from } = next.cue;
    if (next.kind === "saying" && from > begun + 1)
      return isComma(unit.tokens[from - 1]) ? from - 1 : from;
    if (next.kind === "according" && isComma(unit.tokens[from - 1])) return from - 1;
    if (next.kind !== "verb") continue;
    const contrast = contrastBefore(unit, begun, from);
    if (contrast !== undefined) return contrast;
    const quotation = quotationEndingBefore(unit, from);
    if (quotation !== undefined && quotation.open >= begun) return from;
    if (isComma(unit.tokens[from - 1]) && holderEndingAt(holders, from) === undefined)
      return from - 1;
  }
  return unit.to;
}

/** In tokens: «، أما نظيره الأميركي ماركو روبيو فشدد» fits. */
const LONGEST_CONTRAST = 14;

/** The comma before «بينما», «أما» and the like, when nothing but a subject stands between it and the verb. */
function contrastBefore(unit: ReadingUnit, begun: number, verb: number): number | undefined {
  for (let at = verb - 1; at > Math.max(begun, verb - LONGEST_CONTRAST); at -= 1) {
    if (quotationAt(unit, at) !== undefined) return undefined;
    if (isComma(unit.tokens[at]) && contrastAt(unit, at + 1) !== undefined) return at;
  }
  return undefined;
}

/** «في أول رد أميركي», «أن رد طهران»: what follows a preposition or «أن» is no verb. */
export const isNoun = (unit: ReadingUnit, at: number): boolean =>
  at > unit.from &&
  !endsSubordinate(unit, at) &&
  (prepositionAt(unit, at - 1) !== undefined ||
    isBareThat(unit, at - 1) ||
    (prepositionAt(unit, at - 2) !== undefined && cueAt(unit, at - 1, LINKS) !== undefined));

/** «…»، بهذه الكلمات وصف …: where the words begin that point back at the quotation. */
export function beforeAnaphor(unit: ReadingUnit, verb: number): number {
  for (let at = Math.max(unit.from, verb - 3); at < verb; at += 1)
    if (anaphorAt(unit, at)?.to === verb) return at;
  return verb;
}

/** Whether a clause begins at a token. */
export function isClauseStart(unit: ReadingUnit, at: number): boolean {
  const before = unit.tokens[at - 1];
  if (at <= unit.from || isComma(before) || isColon(before) || isDash(before)) return true;
  if (beforeMarker(unit, at) < at) return true;
  return before?.kind === "mark";
}

/** «دعا … خلال اتصال مع … إلى ضبط النفس»: what is asked begins behind the circumstances. */
export function askedFrom(
  unit: ReadingUnit,
  holders: readonly Holder[],
  [start, to]: readonly [number, number],
): number | undefined {
  const isCircumstantial = whenAt(unit, start) !== undefined && askedAt(unit, start) === undefined;
  if (!isCircumstantial) return complementAt(unit, start)?.to ?? start;
  for (let at = start; at < to; at += 1) {
    const asked = askedAt(unit, at);
    if (asked === undefined) continue;
    const isPlace = unit.mentions.some(
      ({ sense, from }) => from === asked.to && (sense.kind === "city" || sense.kind === "country"),
    );
    if (!isPlace && !holders.some(({ from }) => from === asked.to)) return asked.to;
  }
  return undefined;
}
