import { foldWord } from "../../articles/word-forms.ts";
import { type Cursor, isMark, isPlainWord, roleAt } from "./cursor.ts";
import type { DateLexicon } from "./date-lexicon.ts";
import type { FoundWord } from "./date-words.ts";

/** Whether the words around a date speak of what was, what will be, or what was to be. */
export type Tense = "past" | "future" | "was-due" | null;

type VerbForm = "past" | "future" | "weak-future" | null;

type Cue = { readonly at: number; readonly tense: Tense; readonly weight: number };

const WEAK = 2;
const STRONG = 0.5;
/** Words after a comma or a conjunction belong to another clause more often than not. */
const COMMA_COST = 4;
const CLAUSE_COST = 3;
/** How much nearer a verb must be on the side where the language does not put it. */
const UNUSUAL_SIDE = 2;

/** The tense of the verb that a phrase at tokens `[from, to)` most likely depends on. */
export function tenseAt(cursor: Cursor, from: number, to: number): Tense {
  const { verbFinal } = cursor.words.lexicon;
  let best: Tense = null;
  let least = Number.POSITIVE_INFINITY;
  const { cues, clauseCosts } = tensesOf(cursor);
  const costUpTo = (at: number): number => clauseCosts[at - cursor.from] ?? 0;
  for (const cue of cues) {
    if (cue.at >= from && cue.at < to) continue;
    const before = cue.at < from;
    const gap = before ? from - cue.at : cue.at - to + 1;
    const clauses = before ? costUpTo(from) - costUpTo(cue.at) : costUpTo(cue.at) - costUpTo(to);
    const side = before === verbFinal ? UNUSUAL_SIDE : 1;
    const isOther = before ? verbFinal && cue.tense === "past" : beginsClause(cursor, cue.at);
    const opening = isOther ? COMMA_COST : 0;
    const cost = (gap + clauses + opening) * cue.weight * side;
    if (cost < least) {
      least = cost;
      best = cue.tense;
    }
  }
  return best;
}

/** In tokens, from a subject to its verb. */
const VERB_REACH = 8;

/** The tense of the first verb after a token, in the same clause. */
export function cueAfter(cursor: Cursor, at: number): Tense {
  const { cues, clauseCosts } = tensesOf(cursor);
  const first = cues.find((cue) => cue.at >= at);
  if (first === undefined || first.at - at > VERB_REACH) return null;
  const clauses = (clauseCosts[first.at - cursor.from] ?? 0) - (clauseCosts[at - cursor.from] ?? 0);
  return clauses === 0 ? first.tense : null;
}

/** `ويغادر`: a verb that carries the conjunction begins a clause of its own. */
function beginsClause({ tokens, words }: Cursor, at: number): boolean {
  const { and, proclitics } = words.lexicon;
  return proclitics.includes(and) && (tokens[at]?.text.startsWith(and) ?? false);
}

type Tenses = { readonly cues: readonly Cue[]; readonly clauseCosts: Uint16Array };

const tensesByCursor = new WeakMap<Cursor, Tenses>();

function tensesOf(cursor: Cursor): Tenses {
  let tenses = tensesByCursor.get(cursor);
  if (tenses === undefined) {
    tenses = { cues: findCues(cursor), clauseCosts: countClauses(cursor) };
    tensesByCursor.set(cursor, tenses);
  }
  return tenses;
}

function findCues(cursor: Cursor): Cue[] {
  const cues: Cue[] = [];
  const formOf = verbForms(cursor.words.lexicon);
  const behindAuxiliaries = new Set<number>();
  for (let at = cursor.from; at < cursor.to; at += 1) {
    let found: FoundWord | undefined;
    for (const one of cursor.wordsAt(at)) {
      if (TENSE_KINDS.has(one.word.kind)) found = one;
      if (one.word.kind === "auxiliary") behindAuxiliaries.add(one.to);
    }
    if (behindAuxiliaries.has(at)) cues.push({ at, tense: "future", weight: 1 });
    else if (found !== undefined && !isBeforeNoun(cursor, at, found.word.kind))
      cues.push(cueOf(found.word.kind, found.to - 1));
    else if (isPlainWord(cursor, at)) {
      const tense = formOf(cursor.tokens[at]?.text ?? "");
      if (tense !== null) cues.push(cueOf(tense, at));
    }
  }
  return cues;
}

/** "close to the delegation": no infinitive. */
const isBeforeNoun = (cursor: Cursor, at: number, kind: string): boolean =>
  kind === "weak-future" && roleAt(cursor, at, "to") === at + 1 && isNounAt(cursor, at + 1);

const isNounAt = (cursor: Cursor, at: number): boolean => roleAt(cursor, at, "the") !== null;

const TENSE_KINDS: ReadonlySet<string> = new Set([
  "past",
  "future",
  "weak-future",
  "was-due",
  "moved",
]);

function cueOf(kind: string, at: number): Cue {
  if (kind === "past") return { at, tense: "past", weight: 1 };
  if (kind === "moved") return { at, tense: "was-due", weight: STRONG };
  if (kind === "was-due") return { at, tense: "was-due", weight: 1 };
  return { at, tense: "future", weight: kind === "future" ? 1 : WEAK };
}

const formsByLexicon = new WeakMap<DateLexicon, (word: string) => VerbForm>();

function verbForms(lexicon: DateLexicon): (word: string) => VerbForm {
  const known = formsByLexicon.get(lexicon);
  if (known !== undefined) return known;
  const { pastEndings, futureBeginnings, weakFutureBeginnings, except, shortest } =
    lexicon.tenseForms;
  const past = pastEndings.map(foldWord);
  const future = futureBeginnings.map(foldWord);
  const weak = weakFutureBeginnings.map(foldWord);
  const neither = except.map(foldWord);
  const formOf = (word: string): VerbForm => {
    if (word.length < shortest) return null;
    if (neither.some((part) => word.startsWith(part) || word.endsWith(part))) return null;
    if (future.some((beginning) => word.startsWith(beginning))) return "future";
    if (past.some((ending) => word.endsWith(ending))) return "past";
    return weak.some((beginning) => word.startsWith(beginning)) ? "weak-future" : null;
  };
  formsByLexicon.set(lexicon, formOf);
  return formOf;
}

/** What it costs to reach each token of the passage across commas and words that begin a clause. */
function countClauses(cursor: Cursor): Uint16Array {
  const costs = new Uint16Array(cursor.to - cursor.from + 1);
  for (let at = cursor.from; at < cursor.to; at += 1) {
    const comma = isMark(cursor, at, ",\u060c;\u061b:") ? COMMA_COST : 0;
    const clause = roleAt(cursor, at, "clause") === null ? 0 : CLAUSE_COST;
    costs[at - cursor.from + 1] = (costs[at - cursor.from] ?? 0) + comma + clause;
  }
  return costs;
}
