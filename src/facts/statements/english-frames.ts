import type { CueName } from "../cues.ts";
import { clauseAfter, endOfClause, startsWithWhen, wordsBefore } from "./english-body.ts";
import {
  afterDeterminer,
  isSubject,
  startOfDeterminers,
  startOfSubject,
  subjectBefore,
} from "./english-subject.ts";
import {
  andAt,
  type Body,
  isSpoken,
  complementAt,
  contrastAt,
  type Frame,
  holderEndingAt,
  holderStartingAt,
  openingAfter,
  prepositionAt,
  type Reading,
  relativeAt,
  type Subject,
  whenAt,
} from "./frames.ts";
import type { Holder } from "./noun-phrase.ts";
import { openingClause } from "./opening-clause.ts";
import { cueAt, isComma, type ReadingUnit, wordsIn } from "./reading-unit.ts";

/** The reporting clauses of an English unit: subject before verb, or after it behind what is said. */
export function englishFrames(reading: Reading): Frame[] {
  const opening = openingClause(reading);
  const trailing = opening === undefined ? trailingFrame(reading) : undefined;
  if (trailing !== undefined) return [trailing];
  const frames: Frame[] = [];
  let free = reading.unit.from;
  for (const [index, reporter] of reading.reporters.entries()) {
    if (opening !== undefined && reporter.cue.from >= opening.main)
      free = Math.max(free, opening.main);
    if (reporter.kind === "according" || reporter.cue.from < free) continue;
    if (isNoun(reading.unit, reporter.cue.from)) continue;
    const found =
      reporter.kind === "saying"
        ? sayingFrames(reading, index, frames)
        : verbFrames(reading, index, { free, goesOn: frames.length > 0 });
    frames.push(...found);
    if (found.length > 0) free = Math.max(reporter.cue.to, ...found.map(({ to }) => to));
  }
  return frames;
}

/** `in remarks`, `the claims`: no verb follows a preposition or an article. */
const isNoun = (unit: ReadingUnit, at: number): boolean =>
  at > unit.from &&
  (prepositionAt(unit, at - 1) !== undefined || cueAt(unit, at - 1, DETERMINER) !== undefined);

const DETERMINER: ReadonlySet<CueName> = new Set(["speech.determiner"]);

/** `Iran, Araghchi said, would never give up`: the clause goes on behind its reporting clause. */
function enclosingBody({ unit }: Reading, verb: number, start: number): Body | undefined {
  if (!isComma(unit.tokens[start - 1]) || !isComma(unit.tokens[verb])) return undefined;
  const isBrief = wordsIn(unit, unit.from, start) < FEWEST_BEFORE;
  if (!isBrief || wordsIn(unit, verb, unit.to) < 3) return undefined;
  return { from: verb + 1, to: unit.to, form: "bare" };
}

/** In words: less before a reporting clause is no whole statement. */
const FEWEST_BEFORE = 4;

/** `Washington told Cairo it would come, Leavitt said on Saturday.`: the last clause is told of the whole. */
function trailingFrame(reading: Reading): Frame | undefined {
  const { unit, reporters } = reading;
  if (unit.quotations.length > 0 || startsWithWhen(unit, unit.from)) return undefined;
  for (const [index, { kind, cue }] of reporters.entries()) {
    if (kind !== "verb") return undefined;
    const holder = index === 0 ? undefined : holderEndingAt(reading.holders, cue.from);
    if (holder === undefined || clauseAfter(reading, index) !== undefined) continue;
    const comma = startOfDeterminers(unit, holder.from) - 1;
    if (!isComma(unit.tokens[comma]) || unit.tokens[comma]?.text === ";") continue;
    const said = { from: unit.from, to: comma, form: "before" } as const;
    return { subject: { kind: "holder", holder }, verb: cue, ...said };
  }
  return undefined;
}

function sayingFrames(reading: Reading, index: number, before: readonly Frame[]): Frame[] {
  const { unit, reporters, holders } = reading;
  const cue = reporters[index]?.cue;
  if (cue === undefined) return [];
  const body = clauseAfter(reading, index) ?? clauseBeforeCited(reading, index);
  if (body === undefined) return [];
  const first = holders.find(({ from }) => from <= unit.from + 2);
  const cited = citedBefore(reading, cue.from);
  if (cited !== undefined)
    return [{ subject: { kind: "holder", holder: cited }, verb: cue, ...body }];
  const subject: Subject | undefined =
    before.length > 0
      ? { kind: "same" }
      : first !== undefined && first.from >= unit.from && !startsWithWhen(unit, unit.from)
        ? { kind: "holder", holder: first }
        : undefined;
  return subject === undefined ? [] : [{ subject, verb: cue, ...body }];
}

type Place = {
  /** Where the words begin that no reporting clause has taken. */
  readonly free: number;
  /** A reporting clause stands before in the unit. */
  readonly goesOn: boolean;
};

function verbFrames(reading: Reading, index: number, { free, goesOn }: Place): Frame[] {
  const cue = reading.reporters[index]?.cue;
  if (cue === undefined) return [];
  const before =
    complementAt(reading.unit, cue.from - 1) === undefined
      ? subjectBefore(reading, cue.from)
      : undefined;
  if (before !== undefined) return framesOfSubject(reading, index, before, free);
  const joins = andAt(reading.unit, cue.from - 1) ?? contrastAt(reading.unit, cue.from - 1);
  if (joins !== undefined) return coordinatedFrame(reading, index, goesOn);
  return invertedFrames(reading, index, free);
}

function framesOfSubject(reading: Reading, index: number, holder: Holder, free: number): Frame[] {
  const { unit, reporters } = reading;
  const verb = reporters[index]?.cue ?? null;
  const subject: Subject = { kind: "holder", holder };
  const start = startOfSubject(unit, holder.from);
  const said = wordsBefore(unit, free, start);
  const body =
    enclosingBody(reading, reporters[index]?.cue.to ?? unit.to, start) ??
    clauseAfter(reading, index);
  if (said?.form === "quotation") {
    const first: Frame = { subject, verb, ...said };
    const more = body?.form === "bare" ? undefined : (body ?? laterQuotation(reading, index));
    return more === undefined ? [first] : [first, { subject, verb, ...more }];
  }
  if (
    body !== undefined &&
    (said === undefined ||
      body.form !== "bare" ||
      andAt(unit, start) !== undefined ||
      startsWithWhen(unit, said.from))
  )
    return [{ subject, verb, ...body }];
  if (said === undefined || (startsWithWhen(unit, said.from) && body !== undefined)) return [];
  return [{ subject, verb, ...said }];
}

/** In tokens: `, he wrote on X. "…"` stays within. */
const LONGEST_CLAUSE = 8;

/** A quotation that goes on right after a short reporting clause, behind a full stop too. */
function laterQuotation({ unit, reporters }: Reading, index: number): Body | undefined {
  const after = reporters[index]?.cue.to ?? unit.to;
  const quotation = unit.quotations.find(({ open }) => open >= after);
  if (quotation === undefined || quotation.open - after > LONGEST_CLAUSE) return undefined;
  if (unit.tokens[quotation.open - 1]?.kind !== "mark" || !isSpoken(unit, quotation))
    return undefined;
  return { from: quotation.open, to: quotation.to, form: "quotation" };
}

const QUOTED: ReadonlySet<CueName> = new Set(["speech.quoted"]);

/** `Tasnim quoted Baghaei as saying`: who is quoted stands before. */
const citedBefore = ({ unit, holders }: Reading, saying: number): Holder | undefined =>
  cueAt(unit, saying - 1, QUOTED) === undefined ? undefined : holderEndingAt(holders, saying - 1);

/** `…, state TV quoted Baghaei as saying.`: what is said stands before the outlet. */
function clauseBeforeCited({ unit, reporters }: Reading, index: number): Body | undefined {
  const saying = reporters[index]?.cue.from ?? unit.from;
  if (cueAt(unit, saying - 1, QUOTED) === undefined) return undefined;
  for (let at = saying - 1; at > Math.max(unit.from, saying - LONGEST_CITATION); at -= 1)
    if (isComma(unit.tokens[at]) && wordsIn(unit, unit.from, at) >= FEWEST_BEFORE)
      return { from: unit.from, to: at, form: "before" };
  return undefined;
}

const LONGEST_CITATION = 20;

/** `… praised Oman and said …`: the second verb has the subject of the first. */
function coordinatedFrame(reading: Reading, index: number, goesOn: boolean): Frame[] {
  const { unit, holders, reporters } = reading;
  const verb = reporters[index]?.cue ?? null;
  const body = clauseAfter(reading, index);
  if (body === undefined) return [];
  if (goesOn) return [{ subject: { kind: "same" }, verb, ...body }];
  const [first] = holders;
  const isMain =
    first !== undefined &&
    afterDeterminer(unit, unit.from) === first.from &&
    isSubject(unit, first);
  return isMain ? [{ subject: { kind: "holder", holder: first }, verb, ...body }] : [];
}

/** `"…," said Foreign Minister Badr Abdelatty`, `…, says Araghchi`. */
function invertedFrames(reading: Reading, index: number, free: number): Frame[] {
  const { unit, holders, reporters } = reading;
  const verb = reporters[index]?.cue;
  if (verb === undefined) return [];
  const holder =
    holderStartingAt(holders, verb.to) ?? holderStartingAt(holders, afterDeterminer(unit, verb.to));
  const said = wordsBefore(unit, free, verb.from);
  if (holder === undefined || !(said?.form === "quotation" || endsAfter(unit, holder.to)))
    return headlineFrame(reading, index);
  if (said === undefined) return [];
  const subject: Subject = { kind: "holder", holder };
  const first: Frame = { subject, verb, ...said };
  const after = openingAfter(unit, holder.to, { limit: 14, to: endOfClause(reading, index) });
  if (said.form !== "quotation" || after === undefined || after.form === "that") return [first];
  return [
    first,
    { subject, verb, from: after.at, to: endOfClause(reading, index), form: after.form },
  ];
}

/** After an inverted subject comes a mark, a circumstance or nothing. */
const endsAfter = (unit: ReadingUnit, at: number): boolean =>
  at >= unit.to ||
  unit.tokens[at]?.kind === "mark" ||
  whenAt(unit, at) !== undefined ||
  relativeAt(unit, at) !== undefined;

/** `Oman's top diplomat meets Vance, says Iran agreed`: a headline's second verb keeps its subject. */
function headlineFrame(reading: Reading, index: number): Frame[] {
  const { unit, holders, reporters } = reading;
  const verb = reporters[index]?.cue;
  const [first] = holders;
  if (verb === undefined || first === undefined || unit.part !== "title") return [];
  const before = unit.tokens[verb.from - 1];
  if (first.from !== unit.from || !(isComma(before) || andAt(unit, verb.from - 1) !== undefined))
    return [];
  const body = clauseAfter(reading, index);
  return body === undefined ? [] : [{ subject: { kind: "holder", holder: first }, verb, ...body }];
}
