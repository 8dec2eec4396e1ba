import type { CueName } from "../cues.ts";
import { tidy } from "../../articles/visible-text.ts";
import type { Frame } from "./frames.ts";
import type { Quotation } from "./quotations.ts";
import { cueAt, endOf, isComma, quotationAt, type ReadingUnit, wordsIn } from "./reading-unit.ts";

/** Words that someone said: their tokens `[from, to)`, the text as published, and whether verbatim. */
export type WordsSaid = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly direct: boolean;
};

const FEWEST_REPORTED = 3;
const FEWEST_QUOTED = 2;
/** After `that` or a colon, two words can be a whole clause in Arabic. */
const BRIEF_FORMS: ReadonlySet<Frame["form"]> = new Set(["that", "colon", "complement"]);
/** Of the words of a clause, those in quotation marks that make the whole a quotation. */
const MOSTLY = 0.8;

/** The statements in what a reporting clause brings: each whole quotation, or the clause as one. */
export function wordsSaid(unit: ReadingUnit, { from, to, form, verb }: Frame): WordsSaid[] {
  const start = skipMarks(unit, from, to);
  const quotations = unit.quotations.filter((one) => one.open >= from && one.open < to);
  const [first] = quotations;
  if (first !== undefined && first.open <= start && standsAlone(unit, first, { to, form }))
    return quotations
      .filter((one) => wordsIn(unit, one.from, one.to) >= fewestOf(one, first))
      .map((one) => quoted(unit, one));
  const quotedWords = quotations.reduce(
    (sum, one) => sum + wordsIn(unit, one.from, Math.min(one.to, to)),
    0,
  );
  const words = wordsIn(unit, from, to);
  const direct = words > 0 && quotedWords / words >= MOSTLY;
  if (direct && first !== undefined && quotations.length === 1)
    return quotedWords >= FEWEST_QUOTED || verb?.sense.cue === "speech.quote"
      ? [quoted(unit, first)]
      : [];
  if (words < (BRIEF_FORMS.has(form) ? FEWEST_QUOTED : FEWEST_REPORTED)) return [];
  return [reported(unit, from, form === "before" ? to : withoutTail(unit, from, to), direct)];
}

const TAIL: ReadonlySet<CueName> = new Set(["speech.tail"]);

/** `…, hours after negotiators left`: a circumstance that the article adds behind what was said. */
function withoutTail(unit: ReadingUnit, from: number, to: number): number {
  const fewest = unit.read.article.lang === "ar" ? FEWEST_KEPT_IN_ARABIC : FEWEST_KEPT;
  for (let at = from + 1; at < to; at += 1) {
    const isTail = isComma(unit.tokens[at - 1]) && cueAt(unit, at, TAIL) !== undefined;
    if (isTail && quotationAt(unit, at) === undefined && wordsIn(unit, from, at) >= fewest)
      return at - 1;
  }
  return to;
}

/** A shorter clause is not yet all that was said. */
const FEWEST_KEPT = 4;
/** Arabic writes its articles, pronouns and the shortest prepositions with the next word. */
const FEWEST_KEPT_IN_ARABIC = 2;

/** A later quotation of a clause is a statement of its own only when it is long enough to be one. */
const fewestOf = (one: Quotation, first: Quotation): number => (one === first ? FEWEST_QUOTED : 4);

function standsAlone(
  unit: ReadingUnit,
  first: Quotation,
  { to, form }: { readonly to: number; readonly form: Frame["form"] },
): boolean {
  const words = wordsIn(unit, first.from, first.to);
  if (words < FEWEST_QUOTED) return false;
  const rest = wordsIn(unit, endOf(first), to);
  if (rest <= 1 || (form === "quotation" && isComma(unit.tokens[endOf(first)]))) return true;
  return form !== "that" && words >= 4 && (form !== "bare" || words >= 6);
}

const quoted = (unit: ReadingUnit, { from, to }: Quotation): WordsSaid =>
  reported(unit, from, to, true);

function reported(unit: ReadingUnit, from: number, to: number, direct: boolean): WordsSaid {
  const [start, end] = trim(unit, from, to);
  const { tokens, read } = unit;
  const text = tidy(read.visible.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0));
  return { from: start, to: end, text, direct };
}

function skipMarks(unit: ReadingUnit, from: number, to: number): number {
  let at = from;
  while (at < to && unit.tokens[at]?.kind === "mark" && quotationAt(unit, at) === undefined)
    at += 1;
  return at;
}

const TRAILING = ".,;:\u060c\u061b-\u2013\u2014\u06d4";
const LEADING = `${TRAILING}\u2026`;

function trim({ tokens }: ReadingUnit, from: number, to: number): readonly [number, number] {
  let start = from;
  let end = to;
  const isMark = (at: number, marks: string): boolean =>
    tokens[at]?.kind === "mark" && marks.includes(tokens[at]?.text ?? " ");
  while (start < end && isMark(start, LEADING)) start += 1;
  while (end > start && isMark(end - 1, TRAILING)) end -= 1;
  return [start, end];
}
