import type { CueName } from "../cues.ts";
import type { Frame, Reporter, Subject } from "./frames.ts";
import {
  andAt,
  audienceAt,
  complementAt,
  COMPLEMENT_CUES,
  holderEndingAt,
  holderStartingAt,
  openingAfter,
  quotationEndingBefore,
  tellAt,
  thatAt,
  whenAt,
} from "./frames.ts";
import type { Holder } from "./holders.ts";
import { cueAt, isColon, isComma, isDash, quotationAt, type ReadingUnit, wordsIn } from "./reading-unit.ts";

type Reading = {
  readonly unit: ReadingUnit;
  readonly holders: readonly Holder[];
  readonly reporters: readonly Reporter[];
};

/** The reporting clauses of an English unit: subject before verb, or after it behind what is said. */
export function englishFrames(reading: Reading): Frame[] {
  const frames: Frame[] = [];
  let free = reading.unit.from;
  for (const [index, reporter] of reading.reporters.entries()) {
    if (reporter.kind === "according" || reporter.cue.from < free) continue;
    const found =
      reporter.kind === "saying"
        ? sayingFrames(reading, index, frames)
        : verbFrames(reading, index, free);
    frames.push(...found);
    free = Math.max(free, reporter.cue.to, ...found.map(({ to }) => to));
  }
  return frames;
}

function sayingFrames(reading: Reading, index: number, before: readonly Frame[]): Frame[] {
  const { unit, reporters, holders } = reading;
  const cue = reporters[index]?.cue;
  if (cue === undefined) return [];
  const body = clauseAfter(reading, index);
  if (body === undefined) return [];
  const first = holders.find(({ from }) => from <= unit.from + 2);
  const subject: Subject | undefined =
    before.length > 0
      ? { kind: "same" }
      : first !== undefined && first.from >= unit.from && !startsWithWhen(unit, unit.from)
        ? { kind: "holder", holder: first }
        : undefined;
  return subject === undefined ? [] : [{ subject, verb: cue, ...body }];
}

type Body = Pick<Frame, "from" | "to" | "form">;

function verbFrames(reading: Reading, index: number, free: number): Frame[] {
  const cue = reading.reporters[index]?.cue;
  if (cue === undefined) return [];
  const before = subjectBefore(reading, cue.from);
  if (before !== undefined) return framesOfSubject(reading, index, before, free);
  return invertedFrames(reading, index, free);
}

function framesOfSubject(
  reading: Reading,
  index: number,
  holder: Holder,
  free: number,
): Frame[] {
  const { unit, reporters } = reading;
  const verb = reporters[index]?.cue ?? null;
  const subject: Subject = { kind: "holder", holder };
  const start = startOfSubject(unit, holder.from);
  const said = wordsBefore(unit, free, start);
  const body = clauseAfter(reading, index);
  if (said?.form === "quotation") {
    const first: Frame = { subject, verb, ...said };
    return body !== undefined && body.form !== "bare" ? [first, { subject, verb, ...body }] : [first];
  }
  if (body !== undefined && (said === undefined || body.form !== "bare" || startsWithWhen(unit, said.from)))
    return [{ subject, verb, ...body }];
  if (said === undefined || startsWithWhen(unit, said.from) && body !== undefined) return [];
  return [{ subject, verb, ...said }];
}

/** `"…," said Foreign Minister Badr Abdelatty`, `…, says Araghchi`. */
function invertedFrames(reading: Reading, index: number, free: number): Frame[] {
  const { unit, holders, reporters } = reading;
  const verb = reporters[index]?.cue;
  if (verb === undefined) return [];
  const from = cueEndOfArticle(unit, verb.to);
  const holder = holderStartingAt(holders, from);
  if (holder === undefined) return [];
  const said = wordsBefore(unit, free, verb.from);
  if (said === undefined) return [];
  const subject: Subject = { kind: "holder", holder };
  const first: Frame = { subject, verb, ...said };
  const after = openingAfter(unit, holder.to, { limit: 14, to: endOfClause(reading, index) });
  if (said.form !== "quotation" || after === undefined || after.form === "that") return [first];
  return [first, { subject, verb, from: after.at, to: endOfClause(reading, index), form: after.form }];
}

function cueEndOfArticle(unit: ReadingUnit, at: number): number {
  return isDeterminer(unit, at) ? at + 1 : at;
}

function startOfSubject(unit: ReadingUnit, from: number): number {
  let start = from;
  while (start > unit.from && isLeading(unit, start - 1)) start -= 1;
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
function subjectBefore({ unit, holders }: Reading, verb: number): Holder | undefined {
  let at = verb;
  for (let skipped = 0; skipped <= MOST_ADVERBS; skipped += 1) {
    const holder = holderEndingAt(holders, at);
    if (holder !== undefined) return isSubject(unit, holder) ? holder : undefined;
    if (whenAt(unit, at - 1) === undefined) break;
    at -= 1;
  }
  if (!isComma(unit.tokens[at - 1])) return undefined;
  return overAside(unit, holders, at - 1);
}

const LONGEST_ASIDE = 18;

function overAside(
  unit: ReadingUnit,
  holders: readonly Holder[],
  comma: number,
): Holder | undefined {
  const whole = holderEndingAt(holders, comma);
  if (whole !== undefined && isSubject(unit, whole) && whole.elements.length > 1) return whole;
  for (let at = comma - 1; at > Math.max(unit.from, comma - LONGEST_ASIDE); at -= 1) {
    if (quotationAt(unit, at) !== undefined) return undefined;
    if (!isComma(unit.tokens[at])) continue;
    const holder = holderEndingAt(holders, at);
    return holder !== undefined && isSubject(unit, holder) ? holder : undefined;
  }
  return undefined;
}

/** Not one of several, and not the object of a preposition. */
function isSubject(unit: ReadingUnit, holder: Holder): boolean {
  const before = startOfDeterminers(unit, holder.from) - 1;
  if (before < unit.from) return true;
  if (andAt(unit, before) !== undefined) return !isCoordinated(unit, before);
  return complementAt(unit, before) === undefined;
}

/** `Witkoff and Kushner said`: a noun before `and`, with no comma between. */
const isCoordinated = (unit: ReadingUnit, and: number): boolean => {
  const token = unit.tokens[and - 1];
  return token !== undefined && and > unit.from && token.kind === "word" && token.capital;
};

function startOfDeterminers(unit: ReadingUnit, from: number): number {
  let start = from;
  while (start > unit.from && isDeterminer(unit, start - 1)) start -= 1;
  return start;
}

/** What stands before a reporting clause: a quotation, or a clause that a comma ends. */
function wordsBefore(unit: ReadingUnit, free: number, end: number): Body | undefined {
  const quotation = quotationEndingBefore(unit, end);
  if (quotation !== undefined && quotation.open >= free) {
    const isAlone = wordsIn(unit, free, quotation.open) === 0;
    return isAlone
      ? { from: quotation.open, to: quotation.to, form: "quotation" }
      : { from: free, to: end, form: "before" };
  }
  const comma = end - 1;
  if (!isComma(unit.tokens[comma]) && !isDash(unit.tokens[comma])) return undefined;
  if (wordsIn(unit, free, comma) < 4) return undefined;
  return { from: free, to: comma, form: "before" };
}

const startsWithWhen = (unit: ReadingUnit, from: number): boolean => {
  let at = from;
  while (at < unit.to && unit.tokens[at]?.kind === "mark") at += 1;
  return whenAt(unit, at) !== undefined;
};

/** What follows a reporting verb and its circumstances, up to the next reporting clause. */
function clauseAfter(reading: Reading, index: number): Body | undefined {
  const { unit, reporters } = reading;
  const reporter = reporters[index];
  if (reporter === undefined) return undefined;
  const end = endOfClause(reading, index);
  const start = afterHearer(reading, reporter.cue.to, tellAt(unit, reporter.cue.from) !== undefined);
  if (start >= end) return undefined;
  const token = unit.tokens[start];
  if (thatAt(unit, start) !== undefined || isColon(token)) return bodyFrom(start + 1, end, isColon(token) ? "colon" : "that");
  if (quotationAt(unit, start) !== undefined) return { from: start, to: end, form: "quotation" };
  const opening = openingAfter(unit, start, { limit: 16, to: end });
  if (isComma(token) || whenAt(unit, start) !== undefined || isDash(token)) {
    if (opening === undefined || (opening.form === "quotation" && !followsComma(unit, opening.at)))
      return bareAfterTime(reading, start, end);
    return bodyFrom(opening.at, end, opening.form);
  }
  if ([...COMPLEMENT_CUES].some((name) => reporter.names.has(name)) && complementAt(unit, start) !== undefined)
    return bodyFrom(start + 1, end, "complement");
  return wordsIn(unit, start, end) >= 3 ? { from: start, to: end, form: "bare" } : undefined;
}

const bodyFrom = (from: number, to: number, form: Body["form"]): Body | undefined =>
  from < to ? { from, to, form } : undefined;

const followsComma = ({ tokens }: ReadingUnit, at: number): boolean =>
  isComma(tokens[at - 1]) || isColon(tokens[at - 1]);

/** `said Friday the talks would go on`: a weekday or the like alone stands before the clause. */
function bareAfterTime({ unit, holders }: Reading, start: number, end: number): Body | undefined {
  let at = start;
  while (at < end && at - start < 4 && whenAt(unit, at) !== undefined) at += 1;
  const namesDay = unit.tokens.slice(start, at).some(({ capital }) => capital);
  if (!namesDay || isComma(unit.tokens[at])) return undefined;
  const subject = holderStartingAt(holders, at) ?? holderStartingAt(holders, at + 1);
  return subject !== undefined || wordsIn(unit, at, end) >= 5 ? bodyFrom(at, end, "bare") : undefined;
}

/** `told reporters`, `told Fox News in an interview`: the hearer comes before what is said. */
function afterHearer({ unit, holders }: Reading, from: number, tells: boolean): number {
  const audience = audienceAt(unit, from);
  if (audience !== undefined) return audience.to;
  if (!tells) return from;
  const start = cueEndOfArticle(unit, from);
  const holder = holderStartingAt(holders, start);
  if (holder !== undefined) return holder.to;
  let at = start;
  while (at < unit.to && unit.tokens[at]?.kind === "word" && at - start < 6 && thatAt(unit, at) === undefined && unit.tokens[at]?.capital === true) at += 1;
  return at;
}

/** Where the next reporting clause of the unit begins: `, adding that …`, `, while Witkoff said …`. */
function endOfClause({ unit, holders, reporters }: Reading, index: number): number {
  for (const next of reporters.slice(index + 1)) {
    const { from } = next.cue;
    if (next.kind === "saying" && isComma(unit.tokens[from - 1])) return from - 1;
    if (next.kind === "saying" && andAt(unit, from - 1) !== undefined) return from - 1;
    if (next.kind === "according" && isComma(unit.tokens[from - 1])) return from - 1;
    if (next.kind !== "verb") continue;
    const holder = holderEndingAt(holders, from);
    const start = holder === undefined ? from : startOfSubject(unit, holder.from);
    const joins = isComma(unit.tokens[start - 1]) && start > (reporters[index]?.cue.to ?? 0) + 2;
    if (joins && (start < (holder?.from ?? from) || quotationEndingBefore(unit, start) !== undefined)) return start - 1;
  }
  return unit.to;
}
