import { cuesOf } from "../mention.ts";
import type { Named } from "./people-named.ts";
import { isCueAt, type Words } from "./word-roles.ts";

/** How far a name may begin behind the words that bring it, and behind the name before. */
const FIRST_NAME = 14;
const NEXT_NAME = 9;
const STOPS = ".?!;\u061f\u061b";

/** The people listed behind a token, up to where the sentence turns to something else. */
export function listedAfter(words: Words, people: readonly Named[], start: number): Named[] {
  const listed: Named[] = [];
  let at = start;
  let passed = 0;
  while (at < words.sentence.to) {
    const next = people.find(({ from }) => from === at);
    const speaks = next !== undefined && isCueAt(words, next.to, "talks.report");
    if (speaks && listed.length > 0) break;
    if (next !== undefined && mayFollow(words, next, start, listed.length > 0)) {
      listed.push(next);
      at = next.to;
      passed = 0;
      continue;
    }
    passed += 1;
    if (turnsAt(words, at, listed.length > 0)) break;
    if (listed.length > 0 && isCueAt(words, at, "delegation.accompanied")) break;
    if (listed.length > 0 && isCueAt(words, at, "talks.travel")) break;
    if (passed > (listed.length > 0 ? NEXT_NAME : FIRST_NAME)) break;
    at += 1;
  }
  return listed;
}

/** A stranger needs a reason: a list, a title, or the word that brings them. */
function mayFollow(words: Words, named: Named, start: number, isListing: boolean): boolean {
  const { sure, from, titleFrom } = named;
  if (sure || from === start || titleFrom === start) return true;
  const before = words.tokens[from - 1];
  const joined = words.isArabic && (words.tokens[from]?.text.startsWith("\u0648") ?? false);
  if (before?.text === ")") return isListing && joined;
  if (before?.kind === "mark") return (isListing ? ",\u060c:(" : ":(").includes(before.text);
  if (isCueAt(words, from - 1, "delegation.list")) return isListing || from - start <= 3;
  if (isCueAt(words, from - 1, "delegation.noun", "delegation.link", ...PLACING)) return !isListing;
  const role = words.roleAt(from - 1);
  if (!isListing && role === "entity" && from - start <= 3) return true;
  if (!words.isArabic && !isListing && role === "stop") return true;
  return isListing && joined;
}

/** Verbs behind which an Arabic subject follows. */
const PLACING = ["delegation.attend", "delegation.represent", "delegation.head"] as const;

/** The people named before a token, nearest last, up to where their clause begins. */
export function listedBefore(words: Words, people: readonly Named[], end: number): Named[] {
  const listed: Named[] = [];
  let at = end - 1;
  let passed = 0;
  while (at >= words.sentence.from) {
    const next = people.find(({ to }) => to === at + 1);
    if (next !== undefined) {
      if (!isOblique(words, next) && mayPrecede(words, next)) listed.unshift(next);
      at = next.from - 1;
      passed = 0;
      continue;
    }
    passed += 1;
    if (turnsAt(words, at, true) || passed > FIRST_NAME + NEXT_NAME) break;
    if (listed.length > 0 && opensClause(words, at)) break;
    at -= 1;
  }
  return listed;
}

const PLACERS = [
  "delegation.replaced",
  "delegation.led-by",
  "delegation.chief",
  ...PLACING,
] as const;

/** A stranger stands at the beginning of a clause. */
function mayPrecede(words: Words, { sure, from, to }: Named): boolean {
  if (sure) return true;
  const before = words.roleAt(from - 1);
  if (before !== "mark" && before !== "stop" && before !== "entity") return false;
  return !words.isArabic || words.roleAt(to) === "mark" || isCueAt(words, to, ...PLACERS);
}

/** «NAME که …»: in Persian the name before belongs to the clause before. */
const opensClause = (words: Words, at: number): boolean =>
  !words.isEnglish && !words.isArabic && isCueAt(words, at, "delegation.who");

function turnsAt(words: Words, at: number, isStrict: boolean): boolean {
  const token = words.tokens[at];
  if (token === undefined) return true;
  if (token.kind === "mark") {
    const isAbbreviation = token.text === "." && words.roleAt(at - 1) === "title";
    return STOPS.includes(token.text) && !isAbbreviation;
  }
  return isStrict && isCueAt(words, at, "talks.report", "delegation.turn");
}

/** People less those who only say something. */
export const withoutSpeakers = (words: Words, people: readonly Named[]): Named[] =>
  people.filter(
    ({ titleFrom }) =>
      !words.isArabic ||
      !cuesOf(words.sentence.mentions, "talks.report").some(
        ({ to }) => to <= titleFrom && titleFrom - to <= 1,
      ),
  );

/** "To Trump", "with Araghchi": not who does something. */
function isOblique(words: Words, { titleFrom, to }: Named): boolean {
  return (
    (isCueAt(words, titleFrom - 1, "delegation.oblique") &&
      !isCueAt(words, titleFrom - 1, "delegation.replaced-by")) ||
    (words.tokens[to - 1]?.text.endsWith("'s") ?? false)
  );
}

/** People whom others take the place of: "replacing NAME", "in place of NAME". */
export function replacedIn(words: Words, people: readonly Named[]): ReadonlySet<Named> {
  const passive = cuesOf(words.sentence.mentions, "delegation.replaced-by");
  const active = cuesOf(words.sentence.mentions, "delegation.replaced").filter(
    ({ from, to }) => !passive.some((cue) => cue.from < to && from < cue.to),
  );
  const after = active.flatMap((cue) => {
    const next = people.find(({ from }) => from >= cue.to - 1 && from - cue.to <= REPLACED);
    return next === undefined ? [] : [next];
  });
  const before = passive.flatMap((cue) => {
    const last = people.findLast(({ to }) => to <= cue.from && cue.from - to <= REPLACED);
    return last === undefined ? [] : [last];
  });
  return new Set([...after, ...before]);
}

const REPLACED = 6;
