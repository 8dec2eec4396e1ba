import type { Quotation } from "./quotations.ts";
import { endOf, isColon, type ReadingUnit, wordsIn } from "./reading-unit.ts";
import type { Speaker } from "./speakers.ts";
import { wordsSaid, type WordsSaid } from "./words-said.ts";

/** Who may go on speaking in a quotation without a reporting clause; changed as units are read. */
export type Continued = {
  speaker: Speaker | null;
  paragraph: number;
  /** Token where the reporting clause's unit begins. */
  from: number;
  /** The last paragraph left its quotation open or ended with a colon. */
  open: boolean;
};

/** Nobody has spoken yet. */
export const createContinued = (): Continued => ({
  speaker: null,
  paragraph: -1,
  from: 0,
  open: false,
});

/** A quotation that goes on for the speaker of the sentence before: words, who, and from which token. */
export type ContinuedWords = {
  readonly words: WordsSaid;
  readonly speaker: Speaker;
  readonly from: number;
};

/**
 * Gives the words of a unit that is nothing but quotation, when the speaker before goes on: in the same
 * paragraph, or in the next where the last one left its marks open or ended in a colon.
 */
export function continuedWords(
  continued: Continued,
  unit: ReadingUnit,
  { speaker, found }: { readonly speaker: Speaker | null; readonly found: boolean },
): ContinuedWords[] {
  const last = unit.quotations.at(-1);
  const open = last?.close === null || isColon(unit.tokens[unit.to - 1]);
  if (found || !isAllQuoted(unit)) {
    const goesOn = found ? speaker : null;
    Object.assign(continued, { speaker: goesOn, paragraph: unit.paragraph, from: unit.from, open });
    return [];
  }
  const isNext = unit.paragraph - continued.paragraph === 1 && continued.open;
  const who = continued.speaker;
  if (who === null || !(unit.paragraph === continued.paragraph || isNext)) {
    continued.speaker = null;
    return [];
  }
  const from = isNext ? unit.from : continued.from;
  Object.assign(continued, { paragraph: unit.paragraph, open });
  const body = {
    subject: { kind: "same" },
    verb: null,
    from: unit.from,
    to: unit.to,
    form: "quotation",
  } as const;
  return wordsSaid(unit, body).map((words) => ({ words, speaker: who, from }));
}

function isAllQuoted(unit: ReadingUnit): boolean {
  const [first] = unit.quotations;
  if (first === undefined) return false;
  const outside = (from: number, to: number): number => wordsIn(unit, from, to);
  const rest = unit.quotations.reduce(
    (sum: number, one: Quotation, at) =>
      sum + outside(endOf(one), unit.quotations[at + 1]?.open ?? unit.to),
    outside(unit.from, first.open),
  );
  return rest === 0;
}
