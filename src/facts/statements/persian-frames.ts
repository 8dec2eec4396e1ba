import type { Body, Frame, Reading, Reporter, Subject } from "./frames.ts";
import {
  andAt,
  bodyFrom,
  audienceAt,
  complementAt,
  COMPLEMENT_CUES,
  quotationEndingBefore,
  isSpoken,
  thatAt,
  whenAt,
} from "./frames.ts";
import type { Holder } from "./noun-phrase.ts";
import { endOf, isColon, isComma, quotationAt, type ReadingUnit, wordsIn } from "./reading-unit.ts";

/** The reporting clauses of a Persian unit: subject, circumstances, verb, and what is said after or between. */
export function persianFrames(reading: Reading): Frame[] {
  const frames: Frame[] = [];
  let free = reading.unit.from;
  for (const [index, reporter] of reading.reporters.entries()) {
    if (reporter.kind !== "verb" || reporter.cue.from < free) continue;
    const found = verbFrames(reading, index, { free, first: frames.length === 0 });
    frames.push(...found);
    if (found.length > 0) free = Math.max(reporter.cue.to, ...found.map(({ to }) => to));
  }
  return frames;
}

type Place = { readonly free: number; readonly first: boolean };

function verbFrames(reading: Reading, index: number, { free, first }: Place): Frame[] {
  const verb = reading.reporters[index]?.cue;
  if (verb === undefined) return [];
  const bodies = [wordsBefore(reading, index, free), wordsAfter(reading, index)].filter(
    (body) => body !== undefined,
  );
  if (bodies.length === 0) return [];
  const zone = subjectZone(reading, free, bodies[0]?.from ?? verb.from, verb.from);
  const subject = subjectIn(reading, zone, first);
  if (subject === undefined) return [];
  return bodies.map((body) => ({ subject, verb, ...body }));
}

/** Where the subject is to be looked for: before the verb, or between a quotation and the verb. */
function subjectZone(
  { unit }: Reading,
  free: number,
  said: number,
  verb: number,
): readonly [number, number] {
  const quotation = quotationAt(unit, said);
  if (said < verb && quotation !== undefined && wordsIn(unit, free, said) === 0)
    return [endOf(quotation), verb];
  return said < verb && said > free ? [free, said] : [free, verb];
}

/** `گفت که …`, `گفت: «…»`, `گفت …`: what follows the verb at once. */
function wordsAfter(reading: Reading, index: number): Body | undefined {
  const { unit, reporters } = reading;
  const verb = reporters[index]?.cue;
  if (verb === undefined) return undefined;
  const end = endOfClause(reading, index);
  let at = verb.to;
  if (isComma(unit.tokens[at])) at += 1;
  if (isColon(unit.tokens[at])) return bodyFrom(at + 1, end, "colon");
  const that = thatAt(unit, at);
  if (that !== undefined) return bodyFrom(that.to, end, "that");
  const quotation = quotationAt(unit, at);
  if (quotation !== undefined && isSpoken(unit, quotation)) return bodyFrom(at, end, "quotation");
  const isBare = at === verb.to && andAt(unit, at) === undefined && verb.sense.cue === "speech.say";
  return isBare && wordsIn(unit, at, end) >= 3 ? bodyFrom(at, end, "bare") : undefined;
}

/** What stands before the verb: `با بیان اینکه …`, a quotation, or a phrase such as `بر … تاکید کرد`. */
function wordsBefore(reading: Reading, index: number, free: number): Body | undefined {
  const { unit, reporters } = reading;
  const reporter = reporters[index];
  if (reporter === undefined) return undefined;
  const { from } = reporter.cue;
  const saying = reporters
    .slice(0, index)
    .findLast((one) => one.kind === "saying" && one.cue.from >= free);
  if (saying !== undefined) return { from: saying.cue.to, to: from, form: "that" };
  const quotation = unit.quotations.findLast(
    (one) =>
      one.open >= free &&
      endOf(one) <= from &&
      isSpoken(unit, one) &&
      complementAt(unit, one.open - 1) === undefined,
  );
  const isNear = quotation !== undefined && from - endOf(quotation) <= NEAREST;
  if (quotation !== undefined && (isNear || quotationEndingBefore(unit, from) === quotation))
    return { from: quotation.open, to: quotation.to, form: "quotation" };
  return phraseBefore(unit, reporter, free);
}

/** In tokens: a subject and its title fit between a quotation and its verb. */
const NEAREST = 8;

function phraseBefore(unit: ReadingUnit, reporter: Reporter, free: number): Body | undefined {
  if (![...COMPLEMENT_CUES].some((name) => reporter.names.has(name))) return undefined;
  const { from: verb } = reporter.cue;
  for (let at = free; at < verb; at += 1) {
    const complement = complementAt(unit, at);
    if (complement !== undefined && wordsIn(unit, complement.to, verb) >= 3)
      return { from: complement.to, to: verb, form: "complement" };
  }
  return undefined;
}

function subjectIn(
  { unit, holders }: Reading,
  [from, to]: readonly [number, number],
  first: boolean,
): Subject | undefined {
  let governed = false;
  let explicit = false;
  for (let at = from; at < to; at += 1) {
    const holder = holders.find((one) => one.from === at);
    if (holder !== undefined) {
      const alone =
        andAt(unit, holder.to) === undefined || !holders.some((one) => one.from === holder.to + 1);
      if (!governed && audienceAt(unit, at) === undefined)
        return alone ? { kind: "holder", holder } : undefined;
      at = holder.to - 1;
      governed = false;
    } else if (whenAt(unit, at) !== undefined || complementAt(unit, at) !== undefined)
      governed = true;
    else if (isComma(unit.tokens[at])) governed = false;
    else if (unit.tokens[at]?.kind === "word" && !governed && andAt(unit, at) === undefined)
      explicit = true;
  }
  if (explicit) return undefined;
  return first ? { kind: "carried", gender: null } : { kind: "same" };
}

/** Where the next reporting clause begins: `… و تاکید کرد که …`, `؛ وی افزود …`. */
function endOfClause({ unit, reporters, holders }: Reading, index: number): number {
  const begun = reporters[index]?.cue.to ?? unit.from;
  for (const next of reporters.slice(index + 1)) {
    if (next.cue.from <= begun + 1) continue;
    if (next.kind === "saying") {
      const before = next.cue.from - 1;
      if (andAt(unit, before) !== undefined || isComma(unit.tokens[before])) return before;
    }
    if (next.kind !== "verb") continue;
    const start = startOfJoined(unit, holders, next.cue.from);
    if (start !== undefined && start > begun && opensAgain(unit, next.cue.to)) return start;
  }
  return unit.to;
}

function startOfJoined(
  unit: ReadingUnit,
  holders: readonly Holder[],
  verb: number,
): number | undefined {
  const holder = holders.find(({ to }) => to === verb);
  const before = (holder?.from ?? verb) - 1;
  if (andAt(unit, before) !== undefined || isComma(unit.tokens[before])) return before;
  const quotation = quotationEndingBefore(unit, holder?.from ?? verb);
  return quotation === undefined ? undefined : (holder?.from ?? verb);
}

const opensAgain = (unit: ReadingUnit, at: number): boolean =>
  thatAt(unit, at) !== undefined ||
  isColon(unit.tokens[at]) ||
  quotationAt(unit, at) !== undefined ||
  isComma(unit.tokens[at]);
