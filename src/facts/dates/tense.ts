import { foldWord } from "../../articles/word-forms.ts";
import { type Cursor, isMark, roleBefore } from "./cursor.ts";
import type { DateLexicon } from "./date-lexicon.ts";

/** Whether the words around a date speak of what was or what will be. */
export type Tense = "past" | "future" | null;

type Cue = { readonly at: number; readonly tense: "past" | "future"; readonly weight: number };

const WEAK = 2;
const STRONG = 0.5;
/** Words after a comma belong to another clause more often than not. */
const CLAUSE_COST = 3;
/** How much nearer a verb must be on the side where the language does not put it. */
const UNUSUAL_SIDE = 1.6;

/** The tense of the verb that a phrase at tokens `[from, to)` most likely depends on. */
export function tenseAt(cursor: Cursor, from: number, to: number): Tense {
  const { verbFinal } = cursor.words.lexicon;
  let best: Tense = null;
  let least = Number.POSITIVE_INFINITY;
  const { cues, commas } = tensesOf(cursor);
  const commasBefore = (at: number): number => commas[at - cursor.from] ?? 0;
  for (const cue of cues) {
    if (cue.at >= from && cue.at < to) continue;
    const before = cue.at < from;
    const gap = before ? from - cue.at : cue.at - to + 1;
    const clauses = before
      ? commasBefore(from) - commasBefore(cue.at)
      : commasBefore(cue.at) - commasBefore(to);
    const side = before === verbFinal ? UNUSUAL_SIDE : 1;
    const cost = (gap + clauses * CLAUSE_COST) * cue.weight * side;
    if (cost < least) {
      least = cost;
      best = cue.tense;
    }
  }
  return best;
}

type Tenses = { readonly cues: readonly Cue[]; readonly commas: Uint16Array };

const tensesByCursor = new WeakMap<Cursor, Tenses>();

function tensesOf(cursor: Cursor): Tenses {
  let tenses = tensesByCursor.get(cursor);
  if (tenses === undefined) {
    tenses = { cues: findCues(cursor), commas: countCommas(cursor) };
    tensesByCursor.set(cursor, tenses);
  }
  return tenses;
}

function findCues(cursor: Cursor): Cue[] {
  const cues: Cue[] = [];
  const formOf = verbForms(cursor.words.lexicon);
  for (let at = cursor.from; at < cursor.to; at += 1) {
    const found = cursor
      .wordsAt(at)
      .findLast(({ word: { kind } }) => TENSE_KINDS.some((tense) => tense === kind));
    const token = cursor.tokens[at];
    if (roleBefore(cursor, at, "auxiliary")) cues.push({ at, tense: "future", weight: 1 });
    else if (found !== undefined) cues.push(cueOf(found.word.kind, found.to - 1));
    else if (token?.kind === "word" && cursor.wordsAt(at).length === 0) {
      const tense = formOf(token.text);
      if (tense !== null) cues.push({ at, tense, weight: 1 });
    }
  }
  return cues;
}

const TENSE_KINDS = ["past", "future", "weak-future", "moved"] as const;

function cueOf(kind: string, at: number): Cue {
  if (kind === "past") return { at, tense: "past", weight: 1 };
  if (kind === "moved") return { at, tense: "future", weight: STRONG };
  return { at, tense: "future", weight: kind === "future" ? 1 : WEAK };
}

const formsByLexicon = new WeakMap<DateLexicon, (word: string) => Tense>();

function verbForms(lexicon: DateLexicon): (word: string) => Tense {
  const known = formsByLexicon.get(lexicon);
  if (known !== undefined) return known;
  const { pastEndings, futureBeginnings, except, shortest } = lexicon.tenseForms;
  const past = pastEndings.map(foldWord);
  const future = futureBeginnings.map(foldWord);
  const neither = except.map(foldWord);
  const formOf = (word: string): Tense => {
    if (word.length < shortest) return null;
    if (neither.some((part) => word.startsWith(part) || word.endsWith(part))) return null;
    if (future.some((beginning) => word.startsWith(beginning))) return "future";
    return past.some((ending) => word.endsWith(ending)) ? "past" : null;
  };
  formsByLexicon.set(lexicon, formOf);
  return formOf;
}

/** How many commas stand before each token of the passage. */
function countCommas(cursor: Cursor): Uint16Array {
  const counts = new Uint16Array(cursor.to - cursor.from + 1);
  for (let at = cursor.from; at < cursor.to; at += 1)
    counts[at - cursor.from + 1] =
      (counts[at - cursor.from] ?? 0) + (isMark(cursor, at, ",\u060c;\u061b:") ? 1 : 0);
  return counts;
}
