import { foldWord } from "../../articles/word-forms.ts";
import { type Cursor, isMark, roleAt, roleBefore } from "./cursor.ts";
import { cueAfter, tenseAt } from "./tense.ts";

/**
 * What the words around a gathering named by its weekday say: it is over, it is to come, it is the nearest
 * ("the results of Friday's talks"), or nothing.
 */
export type GatheringTense = "past" | "future" | "nearest" | "open";

type Noun = { readonly from: number; readonly to: number };
type Weekday = { readonly from: number; readonly to: number };

/**
 * The tense of a weekday that belongs to a gathering's name and not to the verb, as in "Friday's talks",
 * "محادثات الجمعة", "نشست روز جمعه"; null for a weekday that stands on its own.
 */
export function gatheringTense(cursor: Cursor, weekday: Weekday): GatheringTense | null {
  const noun = cursor.words.lexicon.directionFirst
    ? (gatheringAfter(cursor, weekday) ?? gatheringOn(cursor, weekday))
    : gatheringBefore(cursor, weekday);
  if (noun === null) return null;
  const tense = tenseAt(cursor, noun.from, noun.to);
  const isAfterIt = followsOne(cursor, noun.from, "over");
  if (tense === "future") return isAfterIt ? "open" : "future";
  if (isAfterIt || (tense === "past" && isTold(cursor, noun))) return "past";
  return followsOne(cursor, noun.from, "outcome") ? "nearest" : "open";
}

/** Adjectives and the like between the day and what it names. */
const MOST_BETWEEN = 2;

/** "Friday's second round", "the Friday meeting". */
function gatheringAfter(cursor: Cursor, { from, to }: Weekday): Noun | null {
  const owns = isPossessive(cursor, to - 1);
  if (!owns && !roleBefore(cursor, from, "the")) return null;
  for (let at = to; at <= to + (owns ? MOST_BETWEEN : 1); at += 1) {
    const end = roleAt(cursor, at, "gathering");
    if (end !== null) return { from, to: end };
    if (cursor.tokens[at]?.kind !== "word" || roleAt(cursor, at, "preposition") !== null) break;
  }
  return null;
}

/** "Expectations for the talks on Friday": no verb governs what a preposition does. */
function gatheringOn(cursor: Cursor, { from, to }: Weekday): Noun | null {
  const noun = from - 2;
  if (roleAt(cursor, from - 1, "preposition") !== from) return null;
  if (roleAt(cursor, noun, "gathering") !== from - 1) return null;
  const start = roleBefore(cursor, noun, "the") ? noun - 1 : noun;
  return roleBefore(cursor, start, "preposition", "at") ? { from: start, to } : null;
}

function isPossessive({ tokens, words }: Cursor, at: number): boolean {
  const text = tokens[at]?.text ?? "";
  return words.lexicon.enclitics.some((ending) => text.endsWith(foldWord(ending)));
}

/** «محادثات يوم الجمعة», «نشست روز جمعه». */
function gatheringBefore(cursor: Cursor, { from, to }: Weekday): Noun | null {
  const start = roleAt(cursor, from - 1, "day-word") === from ? from - 1 : from;
  for (let at = start - 1; at >= Math.max(cursor.from, start - MOST_BETWEEN); at -= 1)
    if (roleAt(cursor, at, "gathering") === start) return { from: at, to };
  return null;
}

/** In tokens, to a word such as "after" that may have one of its own: "after the end of". */
const OVER_REACH = 4;

function followsOne(cursor: Cursor, noun: number, role: "over" | "outcome"): boolean {
  for (let at = noun - 1; at >= Math.max(cursor.from, noun - OVER_REACH); at -= 1) {
    if (roleAt(cursor, at, role) !== null) return true;
    if (isMark(cursor, at, STOPS)) return false;
  }
  return false;
}

const STOPS = ",\u060c;\u061b:.";

/** Whether the verb in the past is the gathering's own: it ended, or someone held it. */
const isTold = (cursor: Cursor, noun: Noun): boolean =>
  isHeld(cursor, noun) || (isSubject(cursor, noun.from) && isFollowedByPast(cursor, noun.to));

const HELD_REACH = 12;

function isHeld(cursor: Cursor, { from, to }: Noun): boolean {
  if (cursor.words.lexicon.verbFinal) return isHeldBetween(cursor, to, to + HELD_REACH);
  const first = Math.max(cursor.from, from - HELD_REACH);
  for (let at = from - 1; at >= first; at -= 1) {
    if (roleAt(cursor, at, "held") !== null) return true;
    if (isMark(cursor, at, STOPS) || roleAt(cursor, at, "clause") !== null) return false;
  }
  return false;
}

function isHeldBetween(cursor: Cursor, from: number, to: number): boolean {
  for (let at = from; at < Math.min(cursor.to, to); at += 1)
    if (roleAt(cursor, at, "held") !== null) return true;
  return false;
}

/** A name that opens its clause, or follows the verb that it is the subject of. */
function isSubject(cursor: Cursor, noun: number): boolean {
  const at = roleBefore(cursor, noun, "the", "this") ? noun - 1 : noun;
  return (
    at <= cursor.from ||
    cursor.tokens[at - 1]?.kind === "mark" ||
    roleBefore(cursor, at, "clause", "past")
  );
}

function isFollowedByPast(cursor: Cursor, to: number): boolean {
  if (roleAt(cursor, to, "object") !== null) return false;
  return cursor.words.lexicon.verbFinal || cueAfter(cursor, to) === "past";
}
