import type { CueName } from "../cues.ts";
import { endOfOpening } from "./opening-clause.ts";
import { afterDeterminer, startOfSubject } from "./english-subject.ts";
import {
  andAt,
  askedAt,
  audienceAt,
  type Body,
  bodyFrom,
  COMPLEMENT_CUES,
  complementAt,
  contrastAt,
  holderEndingAt,
  holderStartingAt,
  type Opening,
  openingAfter,
  quotationEndingBefore,
  type Reading,
  type Reporter,
  takesQuotationOnly,
  tellAt,
  thatAt,
  whenAt,
} from "./frames.ts";
import {
  endOf,
  isColon,
  isComma,
  isDash,
  quotationAt,
  type ReadingUnit,
  wordsIn,
} from "./reading-unit.ts";

/** What stands before a reporting clause: a quotation, or a clause that a comma ends. */
export function wordsBefore(unit: ReadingUnit, free: number, end: number): Body | undefined {
  const quotation = quotationEndingBefore(unit, end);
  if (quotation !== undefined && quotation.open >= free) {
    const isAlone = wordsIn(unit, free, quotation.open) === 0;
    return isAlone
      ? { from: quotation.open, to: quotation.to, form: "quotation" }
      : { from: free, to: end, form: "before" };
  }
  const comma = end - 1;
  if (!isComma(unit.tokens[comma]) && !isDash(unit.tokens[comma])) return undefined;
  if (unit.tokens[comma]?.text === ";" || wordsIn(unit, free, comma) < 4) return undefined;
  return { from: free, to: comma, form: "before" };
}

/** Whether a clause begins with a time, a place or another circumstance. */
export const startsWithWhen = (unit: ReadingUnit, from: number): boolean => {
  let at = from;
  while (at < unit.to && unit.tokens[at]?.kind === "mark") at += 1;
  return whenAt(unit, at) !== undefined;
};

/** What follows a reporting verb and its circumstances, up to the next reporting clause. */
export function clauseAfter(reading: Reading, index: number): Body | undefined {
  const { unit, reporters } = reading;
  const reporter = reporters[index];
  if (reporter === undefined) return undefined;
  const end = endOfClause(reading, index);
  const start = afterHearer(
    reading,
    reporter.cue.to,
    tellAt(unit, reporter.cue.from) !== undefined,
  );
  if (start >= end) return undefined;
  const token = unit.tokens[start];
  if (thatAt(unit, start) !== undefined || isColon(token))
    return bodyFrom(start + 1, end, isColon(token) ? "colon" : "that");
  if (quotationAt(unit, start) !== undefined) return { from: start, to: end, form: "quotation" };
  const opening = openingAfter(unit, start, { limit: 16, to: end });
  if (DENYING.some((name) => reporter.names.has(name)) && opening !== undefined)
    return bodyFrom(opening.at, end, opening.form);
  if (takesQuotationOnly(reporter)) return quotationOnly(unit, opening);
  const tells = tellAt(unit, reporter.cue.from) !== undefined;
  if (tells && start <= reporter.cue.to + 1 && opening?.form === "that")
    return bodyFrom(opening.at, end, "that");
  if (isComma(token) || whenAt(unit, start) !== undefined || isDash(token)) {
    if (opening === undefined || (opening.form === "quotation" && !followsComma(unit, opening.at)))
      return bareAfterTime(reading, start, end);
    return bodyFrom(opening.at, end, opening.form);
  }
  const complement = complementOf(reading, index, start, end);
  if (complement !== undefined) return complement;
  const isBare =
    reporter.kind === "saying" || [...BARE_CUES].some((name) => reporter.names.has(name));
  return isBare && wordsIn(unit, start, end) >= 3
    ? { from: start, to: end, form: "bare" }
    : undefined;
}

/** `warned of …`, `accused Iran of …`, `urged Tehran to …`, or what such a verb takes in quotation marks. */
function complementOf(
  { unit, holders, reporters }: Reading,
  index: number,
  start: number,
  end: number,
): Body | undefined {
  const names = reporters[index]?.names;
  if (names === undefined || ![...COMPLEMENT_CUES].some((name) => names.has(name)))
    return undefined;
  if (complementAt(unit, start) !== undefined) return bodyFrom(start + 1, end, "complement");
  if (!TAKES_OBJECT.some((name) => names.has(name))) return undefined;
  const opening = openingAfter(unit, start, { limit: 12, to: end });
  const asked = opening?.form === "quotation" ? undefined : askedOf(unit, reporters[index], start);
  if (asked !== undefined && asked < (opening?.at ?? end))
    return bodyFrom(asked, end, "complement");
  if (opening !== undefined) return opening.form === "colon" ? undefined : openedBy(opening, end);
  const object = holderStartingAt(holders, afterDeterminer(unit, start));
  if (object === undefined || complementAt(unit, object.to) === undefined) return undefined;
  return bodyFrom(object.to + 1, end, "complement");
}

/** In tokens: `urged all the parties to the talks to`. */
const LONGEST_OBJECT = 7;

/** `urged both sides to accept no text that …`: the clause begins behind the first `to` after whom it asks. */
function askedOf(
  unit: ReadingUnit,
  reporter: Reporter | undefined,
  start: number,
): number | undefined {
  if (reporter === undefined || !reporter.names.has("speech.demand")) return undefined;
  // "Called for a return to talks" asks nobody.
  if (complementAt(unit, reporter.cue.to - 1) !== undefined) return undefined;
  for (let at = start + 1; at < Math.min(unit.to, start + LONGEST_OBJECT); at += 1) {
    if (unit.tokens[at]?.kind === "mark" || thatAt(unit, at) !== undefined) return undefined;
    const asked = askedAt(unit, at);
    if (asked !== undefined) return asked.to;
  }
  return undefined;
}

const TAKES_OBJECT: readonly CueName[] = ["speech.accuse", "speech.demand"];

const openedBy = ({ at, form }: Opening, end: number): Body | undefined => bodyFrom(at, end, form);

/** `dismissed reports that …`: the clause is what is denied. */
const DENYING: readonly CueName[] = ["speech.deny", "speech.reject"];

/** Verbs that a clause may follow without `that`. */
const BARE_CUES: ReadonlySet<CueName> = new Set([
  "speech.say",
  "speech.stress",
  "speech.tell",
  "speech.confirm",
  "speech.warn",
]);

function quotationOnly(unit: ReadingUnit, opening: Opening | undefined): Body | undefined {
  const quotation = opening === undefined ? undefined : quotationAt(unit, opening.at);
  if (quotation === undefined || opening?.form !== "quotation") return undefined;
  return { from: quotation.open, to: endOf(quotation), form: "quotation" };
}

const followsComma = ({ tokens }: ReadingUnit, at: number): boolean =>
  tokens[at - 1]?.kind === "mark";

/** `said Friday the talks would go on`: a weekday or the like alone stands before the clause. */
function bareAfterTime({ unit, holders }: Reading, start: number, end: number): Body | undefined {
  let at = start;
  while (at < end && at - start < 4 && whenAt(unit, at) !== undefined) at += 1;
  const namesDay = unit.tokens.slice(start, at).some(({ capital }) => capital);
  if (!namesDay || isComma(unit.tokens[at])) return undefined;
  const subject = holderStartingAt(holders, at) ?? holderStartingAt(holders, at + 1);
  return subject !== undefined || wordsIn(unit, at, end) >= 5
    ? bodyFrom(at, end, "bare")
    : undefined;
}

/** `told reporters`, `told Fox News in an interview`: the hearer comes before what is said. */
function afterHearer({ unit, holders }: Reading, from: number, tells: boolean): number {
  if (!tells) return from;
  const audience = audienceAt(unit, from);
  if (audience !== undefined) return audience.to;
  const start = afterDeterminer(unit, from);
  const holder = holderStartingAt(holders, start);
  if (holder !== undefined) return holder.to;
  let at = start;
  while (
    at < unit.to &&
    unit.tokens[at]?.kind === "word" &&
    at - start < 6 &&
    thatAt(unit, at) === undefined &&
    unit.tokens[at]?.capital === true
  )
    at += 1;
  return at;
}

/** Where the next reporting clause of the unit begins: `, adding that …`, `, while Witkoff said …`. */
export function endOfClause(reading: Reading, index: number): number {
  return Math.min(nextClause(reading, index), endOfOpening(reading, index));
}

function nextClause({ unit, holders, reporters }: Reading, index: number): number {
  const begun = reporters[index]?.cue.to ?? unit.from;
  for (const next of reporters.slice(index + 1)) {
    const { from } = next.cue;
    if (next.kind === "saying" && isComma(unit.tokens[from - 1])) return from - 1;
    if (next.kind === "saying" && andAt(unit, from - 1) !== undefined) return from - 1;
    if (next.kind === "according" && isComma(unit.tokens[from - 1])) return from - 1;
    if (next.kind !== "verb") continue;
    const and = from - 1;
    const conjunction = andAt(unit, and) ?? contrastAt(unit, and);
    const takesObject = TAKES_OBJECT.some((name) => reporters[index]?.names.has(name));
    if (conjunction !== undefined && (takesObject || goesOnAfterMark(unit, and, begun))) return and;
    const holder = holderEndingAt(holders, from);
    const start = holder === undefined ? from : startOfSubject(unit, holder.from);
    const joins = isComma(unit.tokens[start - 1]) && start > (reporters[index]?.cue.to ?? 0) + 2;
    if (
      joins &&
      (start < (holder?.from ?? from) || quotationEndingBefore(unit, start) !== undefined)
    )
      return start - 1;
  }
  return unit.to;
}

/** `"…", and added that`: what follows a comma or a quotation is another clause. */
function goesOnAfterMark(unit: ReadingUnit, and: number, begun: number): boolean {
  const quotation = quotationEndingBefore(unit, and);
  return isComma(unit.tokens[and - 1]) || (quotation !== undefined && quotation.open >= begun);
}
