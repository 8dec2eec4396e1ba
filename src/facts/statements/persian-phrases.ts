import type { CueName } from "../cues.ts";
import {
  type Body,
  complementAt,
  objectAt,
  quotationEndingBefore,
  type Reading,
  type Reporter,
} from "./frames.ts";
import type { Holder } from "./noun-phrase.ts";
import type { Quotation } from "./quotations.ts";
import { endOf, isComma, type ReadingUnit, wordsIn } from "./reading-unit.ts";

/** In tokens: a subject and its title fit between a quotation and its verb. */
const NEAREST = 8;
/** In tokens: so far a quotation that opens the sentence waits for its verb. */
const FARTHEST = 34;

/** The quotation before a verb that the verb reports. */
export function quotationBefore(
  unit: ReadingUnit,
  reporter: Reporter,
  free: number,
): Quotation | undefined {
  const { from } = reporter.cue;
  const takesPhrase = TAKES_PHRASE.some((name) => reporter.names.has(name));
  const fewest = reporter.names.has("speech.quote") ? 1 : 2;
  const quotation = unit.quotations.findLast(
    (one) =>
      one.open >= free &&
      endOf(one) <= from &&
      wordsIn(unit, one.from, one.to) >= fewest &&
      (takesPhrase || complementAt(unit, one.open - 1) === undefined),
  );
  if (quotation === undefined) return undefined;
  const end = endOf(quotation);
  if (from - end <= NEAREST || quotationEndingBefore(unit, from) === quotation) return quotation;
  const opens = wordsIn(unit, free, quotation.open) === 0 && isComma(unit.tokens[end]);
  return opens && from - end <= FARTHEST ? quotation : undefined;
}

/** Verbs that take a phrase with a preposition: «از … خبر داد», «بر … تأکید کرد». */
const TAKES_PHRASE: readonly CueName[] = [
  "speech.tell",
  "speech.stress",
  "speech.warn",
  "speech.demand",
];

/** What a verb reports in a phrase instead of a clause. */
export function phraseBefore(reading: Reading, reporter: Reporter, free: number): Body | undefined {
  const { unit } = reading;
  const { names, cue } = reporter;
  if (cue.to - cue.from > SHORTEST_SPLIT)
    return { from: cue.from + 1, to: cue.to - 1, form: "complement" };
  const called = calledBefore(reading, reporter, free);
  if (called !== undefined) return called;
  if (![...TAKES_PHRASE, "speech.deny" as const].some((name) => names.has(name))) return undefined;
  for (let at = free; at < cue.from; at += 1) {
    const complement = complementAt(unit, at);
    if (complement !== undefined && wordsIn(unit, complement.to, cue.from) >= 2)
      return { from: complement.to, to: cue.from, form: "complement" };
  }
  return undefined;
}

/** In tokens: «خواستار … شد» with something between its words. */
const SHORTEST_SPLIT = 3;

/** «… را بسیار جدی توصیف کرد», «… را به … متهم کرد», «خبر … را تکذیب کرد». */
function calledBefore(
  { unit, holders }: Reading,
  { names, cue }: Reporter,
  free: number,
): Body | undefined {
  let object = cue.from - 1;
  while (object > free && objectAt(unit, object) === undefined) object -= 1;
  if (object <= free || cue.from - object > LONGEST_CALLED) return undefined;
  if (names.has("speech.quote") && wordsIn(unit, object + 1, cue.from) >= 2)
    return { from: object + 1, to: cue.from, form: "that" };
  const start = afterSubject(unit, holders, free, object);
  if (names.has("speech.accuse")) return { from: start, to: cue.from, form: "complement" };
  return names.has("speech.deny") ? { from: start, to: object, form: "complement" } : undefined;
}

const LONGEST_CALLED = 14;

/** Where what is spoken of begins: behind the subject and what explains it. */
function afterSubject(
  unit: ReadingUnit,
  holders: readonly Holder[],
  free: number,
  object: number,
): number {
  const subject = holders.find(({ from, to }) => from >= free && to < object);
  let start = subject?.to ?? free;
  for (let at = start; at < object; at += 1) if (isComma(unit.tokens[at])) start = at + 1;
  return start;
}
