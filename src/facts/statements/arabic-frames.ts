import type { CueName } from "../cues.ts";
import type { Body, Frame, Opening, Reading, Reporter, Subject } from "./frames.ts";
import {
  audienceAt,
  COMPLEMENT_CUES,
  complementAt,
  isQuotedFrom,
  takesQuotationOnly,
  holderEndingAt,
  openingAfter,
  quotationEndingBefore,
  relativeAt,
  thatAt,
  whenAt,
} from "./frames.ts";
import { type Holder, LINKS } from "./noun-phrase.ts";
import { cueAt, isColon, isComma, quotationAt, type ReadingUnit, wordsIn } from "./reading-unit.ts";
import { askedFrom, beforeAnaphor, endOfClause, isClauseStart, isNoun } from "./arabic-clauses.ts";
import { openingClause } from "./opening-clause.ts";
import type { Gender } from "./speakers.ts";
import { isPrefixed } from "./prefixed.ts";

/** The reporting clauses of an Arabic unit: verb, subject, what is said; in headlines subject first. */
export function arabicFrames(reading: Reading): Frame[] {
  const frames: Frame[] = [];
  let free = reading.unit.from;
  const opening = openingClause(reading);
  for (const [index, reporter] of reading.reporters.entries()) {
    if (opening !== undefined && reporter.cue.from >= opening.main)
      free = Math.max(free, opening.main);
    if (reporter.kind === "according" || reporter.cue.from < free) continue;
    if (reporter.kind === "verb" && isNoun(reading.unit, reporter.cue.from)) continue;
    const found =
      reporter.kind === "saying"
        ? sayingFrame(reading, index, frames)
        : verbFrames(reading, index, free);
    frames.push(...found);
    if (found.length > 0) free = Math.max(reporter.cue.to, ...found.map(({ to }) => to));
  }
  return frames;
}

const FARTHEST_OPENING = 34;

function openingOf(reading: Reading, index: number): Opening | undefined {
  const { unit, reporters } = reading;
  const start = reporters[index]?.cue.to ?? unit.to;
  const next = reporters[index + 1];
  const to = Math.min(endOfClause(reading, index), next?.kind === "verb" ? next.cue.from : unit.to);
  return openingAfter(unit, start, { limit: FARTHEST_OPENING, to });
}

function sayingFrame(reading: Reading, index: number, before: readonly Frame[]): Frame[] {
  const { unit, reporters, holders } = reading;
  const verb = reporters[index]?.cue;
  const opening = openingOf(reading, index);
  const main = before.length > 0 ? undefined : mainSubject(unit, holders, verb?.from ?? 0);
  const subject: Subject | undefined =
    before.length > 0
      ? { kind: "same" }
      : main === undefined
        ? undefined
        : { kind: "holder", holder: main };
  if (verb === undefined || subject === undefined) return [];
  const to = endOfClause(reading, index);
  if (opening === undefined) {
    const complement = complementAt(unit, verb.to);
    return complement === undefined || wordsIn(unit, complement.to, to) < 3
      ? []
      : [{ subject, verb, from: complement.to, to, form: "complement" }];
  }
  return [{ subject, verb, from: opening.at, to, form: opening.form }];
}

/** Who acts in the sentence that «قائلا» goes on from: its first noun phrase, near its beginning. */
function mainSubject(
  unit: ReadingUnit,
  holders: readonly Holder[],
  before: number,
): Holder | undefined {
  const first = holders.find(({ to }) => to <= before);
  if (first === undefined || first.from - unit.from > 3) return undefined;
  return whenAt(unit, first.from - 1) === undefined && !isPrefixed(unit, first) ? first : undefined;
}

function verbFrames(reading: Reading, index: number, free: number): Frame[] {
  const { unit, reporters } = reading;
  const reporter = reporters[index];
  const verb = reporter?.cue;
  if (verb === undefined) return [];
  const opening = openingOf(reading, index);
  const to = endOfClause(reading, index);
  const said = quotationEndingBefore(unit, beforeAnaphor(unit, verb.from));
  const isBehind = said !== undefined && said.open >= free && wordsIn(unit, free, said.open) === 0;
  const subject = subjectOf(reading, index, {
    opening: opening?.at ?? (isBehind ? to : undefined),
    goesOn: free > unit.from,
  });
  const frames: Frame[] = [];
  if (subject === undefined || reporter === undefined) return [];
  if (takesQuotationOnly(reporter) && opening === undefined && !isBehind) return [];
  if (opening?.form === "quotation" && !speaks(reporter) && !isLong(unit, opening.at)) return [];
  if (isBehind) frames.push({ subject, verb, from: said.open, to: said.to, form: "quotation" });
  if (opening !== undefined)
    frames.push({ subject, verb, from: opening.at, to, form: opening.form });
  if (frames.length > 0) return frames;
  const behind = clauseBefore(reading, index, free) ?? complementOf(reading, index);
  return behind === undefined ? [] : [{ subject, verb, ...behind }];
}

const SPEAKING = [
  "speech.say",
  "speech.stress",
  "speech.tell",
  "speech.warn",
  "speech.quote",
] as const;

const speaks = ({ names }: Reporter): boolean => SPEAKING.some((cue) => names.has(cue));

/** «رفض "المزاعم"» mentions words; a longer quotation after such a verb is speech. */
const isLong = (unit: ReadingUnit, at: number): boolean => {
  const quotation = quotationAt(unit, at);
  return quotation !== undefined && wordsIn(unit, quotation.from, quotation.to) >= 4;
};

/** «…، يقول عراقجي»: what is said, a comma, and then only verb and subject. */
function clauseBefore(
  { unit, holders, reporters }: Reading,
  index: number,
  free: number,
): Body | undefined {
  const verb = reporters[index]?.cue;
  if (verb === undefined || !isComma(unit.tokens[verb.from - 1])) return undefined;
  const holder = holders.find(({ from }) => from === verb.to);
  const rest = holder === undefined ? 99 : wordsIn(unit, holder.to, unit.to);
  if (rest > 3 || wordsIn(unit, free, verb.from) < 4) return undefined;
  return { from: free, to: verb.from - 1, form: "before" };
}

/** «نفى وجود مفاوضات», «شدد على ضرورة …»: a phrase instead of a clause. */
function complementOf(reading: Reading, index: number): Body | undefined {
  const { unit, reporters, holders } = reading;
  const reporter = reporters[index];
  if (reporter === undefined || ![...COMPLEMENT_CUES].some((name) => reporter.names.has(name)))
    return undefined;
  const to = endOfClause(reading, index);
  const isAfter = holderBefore(unit, holders, reporter.cue.from) === undefined;
  const holder = isAfter ? holders.find(({ from }) => from === reporter.cue.to) : undefined;
  const start = holder?.to ?? reporter.cue.to;
  const from = reporter.names.has("speech.demand")
    ? askedFrom(unit, holders, [start, to])
    : (complementAt(unit, start)?.to ?? start);
  if (from === undefined) return undefined;
  return wordsIn(unit, from, to) >= 2 ? { from, to, form: "complement" } : undefined;
}

type Place = {
  /** Where what is said begins, if it follows the verb. */
  readonly opening: number | undefined;
  /** A reporting clause stands before in the unit. */
  readonly goesOn: boolean;
};

function subjectOf(
  reading: Reading,
  index: number,
  { opening, goesOn }: Place,
): Subject | undefined {
  const { unit, holders, reporters } = reading;
  const reporter = reporters[index];
  const verb = reporter?.cue;
  if (verb === undefined) return undefined;
  const quoted = reporter !== undefined && isQuotedFrom(reporter);
  const before = holderBefore(unit, holders, quoted ? beforeLinks(unit, verb.from) : verb.from);
  if (quoted) return before === undefined ? undefined : { kind: "holder", holder: before };
  if (
    before !== undefined &&
    (isClauseStart(unit, before.from) ||
      (verb.from > before.to && relativeAt(unit, before.to) !== undefined))
  )
    return { kind: "holder", holder: before };
  const end = opening ?? Math.min(unit.to, verb.to + 8);
  const object = reporter !== undefined && takesQuotationOnly(reporter);
  const after =
    object && !holders.some(({ from }) => from === verb.to)
      ? "none"
      : subjectAfter(unit, holders, verb.to, end);
  if (after !== "none" && after !== undefined) return { kind: "holder", holder: after };
  if (after !== "none") return undefined;
  return impliedSubject(reading, verb.from, goesOn);
}

/** «عن مسؤول إيراني كبير قوله»: an adjective may stand behind who is quoted. */
function beforeLinks(unit: ReadingUnit, at: number): number {
  let end = at;
  while (at - end < 2 && cueAt(unit, end - 1, LINKS) !== undefined) end -= 1;
  return end;
}

/** A verb without a subject goes on for the clause before, or for the last speaker at a sentence's beginning. */
function impliedSubject(
  { unit, holders, reporters }: Reading,
  verb: number,
  goesOn: boolean,
): Subject | undefined {
  const gender = genderOf(unit, verb);
  if (verb - unit.from <= 2) return { kind: "carried", gender };
  if (goesOn) return { kind: "same" };
  const former = reporters.findLast(({ cue }) => cue.to < verb && !isNoun(unit, cue.from));
  const acts =
    former === undefined
      ? undefined
      : subjectAfter(unit, holders, former.cue.to, former.cue.to + 8);
  if (acts !== undefined && acts !== "none") return { kind: "holder", holder: acts };
  const main = mainSubject(unit, holders, verb);
  return main === undefined ? undefined : { kind: "holder", holder: main };
}

function holderBefore(
  unit: ReadingUnit,
  holders: readonly Holder[],
  verb: number,
): Holder | undefined {
  const here = holderEndingAt(holders, verb);
  if (here !== undefined) return here;
  const particle = unit.tokens[verb - 1];
  if (
    particle?.kind === "word" &&
    (particle.end - particle.start <= 2 || relativeAt(unit, verb - 1) !== undefined)
  )
    return holderEndingAt(holders, verb - 1);
  if (!isComma(particle)) return undefined;
  const joined = holderEndingAt(holders, verb - 1);
  return joined !== undefined && joined.elements.length > 1 && isClauseStart(unit, joined.from)
    ? joined
    : undefined;
}

/** The first noun phrase that no preposition governs; "none" where the verb has no subject of its own. */
function subjectAfter(
  unit: ReadingUnit,
  holders: readonly Holder[],
  from: number,
  to: number,
): Holder | "none" | undefined {
  let explicit = false;
  let governed = false;
  for (let at = from; at < to; at += 1) {
    if (quotationAt(unit, at) !== undefined) break;
    const holder = holders.find((one) => one.from === at);
    const governs = whenAt(unit, at) !== undefined || complementAt(unit, at) !== undefined;
    if (holder !== undefined) {
      if (!governed && !isPrefixed(unit, holder) && !isAudience(unit, holder)) return holder;
      at = holder.to - 1;
      governed = false;
    } else if (isComma(unit.tokens[at]) || isColon(unit.tokens[at])) governed = false;
    else if (governs) governed = true;
    else if (thatAt(unit, at) === undefined && !governed && !isCircumstance(unit, at))
      explicit = true;
  }
  return explicit ? undefined : "none";
}

const SAYING: ReadonlySet<CueName> = new Set(["speech.saying"]);

const isAudience = (unit: ReadingUnit, holder: Holder): boolean =>
  audienceAt(unit, holder.from) !== undefined;

/** A word that cannot be a subject: a mark, a number, or one that belongs to the verb. */
function isCircumstance(unit: ReadingUnit, at: number): boolean {
  const token = unit.tokens[at];
  const isVerbal = audienceAt(unit, at) !== undefined || cueAt(unit, at, SAYING) !== undefined;
  return token?.kind !== "word" || isVerbal;
}

const FEMININE: ReadonlySet<CueName> = new Set(["speech.she"]);

const genderOf = (unit: ReadingUnit, verb: number): Gender =>
  cueAt(unit, verb, FEMININE) === undefined ? "he" : "she";
