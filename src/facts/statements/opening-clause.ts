import type { CueName } from "../cues.ts";
import type { Reading, Reporter } from "./frames.ts";
import { cueAt, endOf, isComma, quotationAt, type ReadingUnit, wordsIn } from "./reading-unit.ts";

/** `While Rubio said …, …`: a sentence that opens with what somebody else said, and then tells of another. */
export type OpeningClause = {
  /** The reporting word of the clause. */
  readonly reporter: Reporter;
  /** Token that the main clause begins at. */
  readonly main: number;
  /** Where the words of the clause end; null where the text does not tell which comma ends them. */
  readonly end: number | null;
};

const SUBORDINATE: ReadonlySet<CueName> = new Set(["speech.subordinate"]);

/** The word or words that begin a clause of time or contrast: `two days after`, «بعد أن», «در حالی که». */
export const subordinateAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, SUBORDINATE);

/** «بعد أن أعلن …»: whether such words end right before a token. */
export const endsSubordinate = (unit: ReadingUnit, at: number): boolean =>
  subordinateEnd(unit) === at;

/** In tokens: `Barely more than a week after`. */
const LONGEST_MEASURE = 5;

/** The reported clause that the sentence opens with, before its main clause, or undefined. */
export function openingClause({ unit, reporters }: Reading): OpeningClause | undefined {
  const opens = subordinateEnd(unit);
  const reporter = reporters.find(({ cue, kind }) => kind === "verb" && cue.from >= (opens ?? 0));
  if (opens === undefined || reporter === undefined) return undefined;
  const ends = clauseEnds(unit, opens);
  const [first] = ends;
  const last = ends.at(-1);
  if (first === undefined || last === undefined || first <= reporter.cue.to) return undefined;
  if (ends.length === 1)
    return wordsIn(unit, reporter.cue.to, first) < FEWEST_SAID
      ? undefined
      : { reporter, end: first, main: first };
  return { reporter, end: null, main: last };
}

/** Where the words of a reporting clause end at the latest: before the main clause, or at once in doubt. */
export function endOfOpening(reading: Reading, index: number): number {
  const { unit, reporters } = reading;
  const opening = openingClause(reading);
  const begun = reporters[index]?.cue;
  if (opening === undefined || begun === undefined || begun.from >= opening.main) return unit.to;
  return opening.end ?? begun.to;
}

/** In words: fewer between the verb and the comma are no clause of their own. */
const FEWEST_SAID = 2;

/** Where the words end that subordinate the sentence's first clause. */
function subordinateEnd(unit: ReadingUnit): number | undefined {
  for (let at = unit.from; at < Math.min(unit.to, unit.from + LONGEST_MEASURE); at += 1) {
    const token = unit.tokens[at];
    if (quotationAt(unit, at) !== undefined || isComma(token)) return undefined;
    const cue = subordinateAt(unit, at);
    if (cue !== undefined && (at === unit.from || cue.to - cue.from > 1)) return cue.to;
  }
  return undefined;
}

/** The commas that may end the clause: none within a quotation but one at its very end. */
function clauseEnds(unit: ReadingUnit, from: number): number[] {
  const ends: number[] = [];
  for (let at = from; at < unit.to; at += 1) {
    const quotation = quotationAt(unit, at);
    if (quotation === undefined) {
      if (isComma(unit.tokens[at]) && unit.tokens[at]?.text !== ";" && !goesOn(unit, at + 1))
        ends.push(at);
      continue;
    }
    at = endOf(quotation) - 1;
    if (isComma(unit.tokens[at - 1])) ends.push(at + 1);
  }
  return ends;
}

const AND: ReadonlySet<CueName> = new Set(["speech.and"]);
const WAW = "\u0648";

/** What a conjunction begins goes on with the clause; Arabic writes it together with the next word. */
const goesOn = (unit: ReadingUnit, at: number): boolean =>
  cueAt(unit, at, AND) !== undefined ||
  (unit.read.article.lang === "ar" && unit.tokens[at]?.text.startsWith(WAW) === true);
