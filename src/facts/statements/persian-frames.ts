import type { CueName } from "../cues.ts";
import type { Body, Frame, Reading, Reporter, Subject } from "./frames.ts";
import {
  andAt,
  bodyFrom,
  audienceAt,
  complementAt,
  markerAt,
  objectAt,
  prepositionAt,
  quotationEndingBefore,
  isSpoken,
  thatAt,
  whenAt,
} from "./frames.ts";
import { type Holder, isNameElement } from "./noun-phrase.ts";
import { endOfOpening, openingClause, subordinateAt } from "./opening-clause.ts";
import { phraseBefore, quotationBefore } from "./persian-phrases.ts";
import {
  cueAt,
  endOf,
  isColon,
  isComma,
  quotationAt,
  type ReadingUnit,
  wordsIn,
} from "./reading-unit.ts";

/** The reporting clauses of a Persian unit: subject, circumstances, verb, and what is said after or between. */
export function persianFrames(reading: Reading): Frame[] {
  const frames: Frame[] = [];
  const opening = openingClause(reading);
  let free = reading.unit.from;
  for (const [index, reporter] of reading.reporters.entries()) {
    if (opening !== undefined && reporter.cue.from >= opening.main)
      free = Math.max(free, opening.main);
    if (reporter.kind !== "verb" || reporter.cue.from < free) continue;
    if (isWithinSaying(reading, index, free)) continue;
    const found = verbFrames(reading, index, { free, first: frames.length === 0 });
    frames.push(...found);
    if (found.length > 0) free = Math.max(reporter.cue.to, ...found.map(({ to }) => to));
  }
  return frames;
}

/** «با بیان اینکه … نپذیرفته است، افزود: …»: a verb of what is said, before the one that reports it. */
function isWithinSaying({ unit, reporters }: Reading, index: number, free: number): boolean {
  const isOpen = reporters
    .slice(0, index)
    .some(({ kind, cue }) => kind === "saying" && cue.from >= free);
  const later = reporters.slice(index + 1).find(({ kind }) => kind === "verb");
  const end = reporters[index]?.cue.to ?? unit.to;
  return isOpen && later !== undefined && !(opensAgain(unit, end) && !isComma(unit.tokens[end]));
}

const HEARSAY: ReadonlySet<CueName> = new Set(["modality.hearsay"]);

/** «گزارشی که از … خبر می‌داد»: what a report told is not what the one who speaks of it says. */
function isOfHearsay(unit: ReadingUnit, free: number, verb: number): boolean {
  for (let at = verb - 1; at > free && unit.tokens[at]?.kind === "word"; at -= 1) {
    if (thatAt(unit, at) === undefined) continue;
    const head = objectAt(unit, at - 1) === undefined ? at - 1 : at - 2;
    return cueAt(unit, head, HEARSAY) !== undefined;
  }
  return false;
}

type Place = { readonly free: number; readonly first: boolean };

function verbFrames(reading: Reading, index: number, { free, first }: Place): Frame[] {
  const verb = reading.reporters[index]?.cue;
  if (verb === undefined || isOfHearsay(reading.unit, free, verb.from)) return [];
  const after = wordsAfter(reading, index);
  const before = wordsBefore(reading, index, free);
  const bodies = [
    after !== undefined && before?.form === "complement" ? undefined : before,
    after,
  ].filter((body) => body !== undefined);
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
  const isBare =
    at === verb.to &&
    andAt(unit, at) === undefined &&
    BARE_CUES.some((name) => reporters[index]?.names.has(name));
  return isBare && wordsIn(unit, at, end) >= 3 ? bodyFrom(at, end, "bare") : undefined;
}

/** Verbs that a clause may follow without «که». */
const BARE_CUES: readonly CueName[] = [
  "speech.say",
  "speech.stress",
  "speech.tell",
  "speech.warn",
  "speech.confirm",
  "speech.demand",
];

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
  const quotation = quotationBefore(unit, reporter, free);
  if (quotation !== undefined) return { from: quotation.open, to: quotation.to, form: "quotation" };
  return phraseBefore(reading, reporter, free);
}

function subjectIn(
  { unit, holders }: Reading,
  [from, to]: readonly [number, number],
  first: boolean,
): Subject | undefined {
  const near = ownSubject(unit, holders, to);
  if (near !== undefined && near.from >= from) return { kind: "holder", holder: near };
  let governed = false;
  let explicit = false;
  for (let at = from; at < to; at += 1) {
    const marker = subordinateAt(unit, at) ?? markerAt(unit, at);
    const holder = holders.find((one) => one.from === at);
    if (holder === undefined && marker !== undefined) {
      at = marker.to - 1;
      governed = false;
    } else if (holder !== undefined) {
      const next = holders.find((one) => one.from === holder.to + 1);
      const alone =
        andAt(unit, holder.to) === undefined || next === undefined || !isAnother(holder, next);
      if (!governed && audienceAt(unit, at) === undefined)
        return alone ? { kind: "holder", holder } : undefined;
      at = holder.to - 1;
      governed = false;
    } else if (prepositionAt(unit, at) !== undefined || complementAt(unit, at) !== undefined)
      governed = true;
    else if (whenAt(unit, at) !== undefined || isPlace(unit, at)) governed = false;
    else if (isComma(unit.tokens[at])) governed = false;
    else if (unit.tokens[at]?.kind === "word" && !governed && andAt(unit, at) === undefined)
      explicit = true;
  }
  if (explicit) return undefined;
  return first ? { kind: "carried", gender: null } : { kind: "same" };
}

/** «… مذاکره کند و روبیو می‌گوید …»: who stands between the conjunction of a new clause and its verb. */
function ownSubject(
  unit: ReadingUnit,
  holders: readonly Holder[],
  verb: number,
): Holder | undefined {
  const near = holders.find(({ to }) => to === verb);
  if (near === undefined || !near.elements.some(isNameElement)) return undefined;
  const isClause = andAt(unit, near.from - 1) !== undefined;
  return isClause && !holders.some(({ to }) => to === near.from - 1) ? near : undefined;
}

/** «…، معاون وزیر و رئیس هیئت» are two offices of one person. */
const isAnother = (holder: Holder, next: Holder): boolean =>
  next.elements.some(isNameElement) || !holder.elements.some(isNameElement);

const isPlace = ({ mentions }: ReadingUnit, at: number): boolean =>
  mentions.some(({ sense, from }) => from === at && sense.kind === "city");

/** Where the next reporting clause begins: `… و تاکید کرد که …`, `؛ وی افزود …`. */
function endOfClause(reading: Reading, index: number): number {
  return Math.min(nextClause(reading, index), endOfOpening(reading, index));
}

function nextClause({ unit, reporters, holders }: Reading, index: number): number {
  const begun = reporters[index]?.cue.to ?? unit.from;
  for (const next of reporters.slice(index + 1)) {
    if (next.cue.from <= begun + 1) continue;
    if (next.kind === "saying") {
      const before = next.cue.from - 1;
      if (andAt(unit, before) !== undefined || isComma(unit.tokens[before])) return before;
    }
    if (next.kind !== "verb") continue;
    const start = startOfJoined(unit, holders, next.cue.from);
    if (start === undefined || start <= begun) continue;
    const goesOn = andAt(unit, next.cue.from - 1) !== undefined && isSaid(unit, next);
    if (goesOn || opensAgain(unit, next.cue.to)) return start;
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
  for (let at = before; at > Math.max(unit.from, before - LONGEST_JOINED); at -= 1) {
    if (quotationAt(unit, at) !== undefined) break;
    if (andAt(unit, at) === undefined) continue;
    if (prepositionAt(unit, at + 1) !== undefined || markerAt(unit, at + 1) !== undefined)
      return at;
  }
  const quotation = quotationEndingBefore(unit, holder?.from ?? verb);
  return quotation === undefined ? undefined : (holder?.from ?? verb);
}

/** «… و افزود همه گزینه‌ها …»: a clause without «که» follows. */
const isSaid = (unit: ReadingUnit, { names, cue }: Reporter): boolean =>
  names.has("speech.say") && wordsIn(unit, cue.to, unit.to) >= 3;

/** In tokens: «و در پاسخ به پرسشی درباره مذاکرات گفت». */
const LONGEST_JOINED = 14;

const opensAgain = (unit: ReadingUnit, at: number): boolean =>
  thatAt(unit, at) !== undefined ||
  isColon(unit.tokens[at]) ||
  quotationAt(unit, at) !== undefined ||
  isComma(unit.tokens[at]);
