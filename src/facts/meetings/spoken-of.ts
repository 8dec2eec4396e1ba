import type { TokenRange } from "../../articles/token-range.ts";
import type { Token } from "../../articles/tokens.ts";
import type { Language } from "../../lib/language.ts";
import type { CueName } from "../cues.ts";
import { cuesOf, type Mention, mentionsOf } from "../mention.ts";
import type { TalksSentence } from "../relevance/talks-view.ts";
import { type Clause, clauseIndex } from "./clauses.ts";

/** In tokens, from "about" to the talks that it is about; an Arabic subject may stand between. */
const FURTHEST_TOPIC = 7;
/** In tokens, from the talks to the verb behind them. */
const FURTHEST_VERB = 8;

/** Verbs that a noun in front of them does not govern. */
const VERBS: readonly CueName[] = [
  "talks.report",
  "talks.other-act",
  "phase.scheduled",
  "phase.ended",
  "phase.begins",
  "phase.going-ahead",
  "phase.postponed",
  "phase.cancelled",
];
const NOUNS: readonly CueName[] = [
  "talks.negotiation",
  "talks.meeting",
  "meeting.next",
  "meeting.earlier",
];
const BESIDE: readonly CueName[] = ["talks.meanwhile", "speech.contrast"];
/** What happened at one time with what stands beside it: "as they met". */
const EVENTS: readonly CueName[] = ["talks.meeting", "phase.ended", "phase.begins"];

/** The stretches of a sentence whose talks are only spoken of: "about the talks", "reviewed the talks". */
export const topicsOf = (
  sentence: TalksSentence,
  clauses: readonly Clause[],
  language: Language,
): TokenRange[] => [...topics(sentence, clauses, language), ...topicsBehind(sentence, clauses)];

/**
 * "About the talks with Iran", up to the next verb; in Arabic a day before the noun is the verb's. "About the oil at
 * the talks" is about the oil.
 */
function topics(
  { mentions }: TalksSentence,
  clauses: readonly Clause[],
  language: Language,
): TokenRange[] {
  const verbs = cuesOf(mentions, ...VERBS);
  const nouns = cuesOf(mentions, ...NOUNS);
  const within = cuesOf(mentions, "talks.within");
  return cuesOf(mentions, "talks.topic").flatMap((about) => {
    const clause = clauses[clauseIndex(clauses, about.from)];
    const verb = verbs.find(({ from }) => from >= about.to);
    const end = clause?.to ?? about.to;
    const to = verb !== undefined && verb.from < end ? verb.from : endOf(clauses, clause, end);
    const noun = nouns.find(({ from }) => from > about.from && from < Math.min(to, end));
    if (noun === undefined || noun.from - about.to > FURTHEST_TOPIC) return [];
    if (within.some(({ from }) => about.to <= from && from < noun.from)) return [];
    return [{ from: language === "ar" ? noun.from : about.from, to }];
  });
}

/** The Persian verb that follows what it is about: "the talks … reviewed". */
function topicsBehind({ mentions }: TalksSentence, clauses: readonly Clause[]): TokenRange[] {
  const within = cuesOf(mentions, "talks.within");
  const isObject = (noun: Mention): boolean => within.every(({ to }) => to !== noun.from);
  const nouns = cuesOf(mentions, ...NOUNS).filter(isObject);
  return cuesOf(mentions, "talks.topic-behind").flatMap((verb) => {
    const before = nouns.filter(
      ({ from, to }) =>
        to <= verb.from &&
        verb.from - to <= FURTHEST_VERB &&
        clauseIndex(clauses, from) === clauseIndex(clauses, verb.from),
    );
    const from = startOfLast(before);
    return from === null ? [] : [{ from, to: verb.to }];
  });
}

/** Where the last run of words for talks begins: "a new round" and "talks" are one. */
function startOfLast(nouns: readonly Mention[]): number | null {
  let start: number | null = null;
  for (const { from, to } of nouns.toReversed()) {
    if (start !== null && start - to > 1) break;
    start = Math.min(from, start ?? from);
  }
  return start;
}

/**
 * The stretches that tell of what goes on beside another deed: "as talks with Iran continue", to the end of its
 * clause, or of its verb where that comes last.
 */
export const circumstancesOf = (
  sentence: TalksSentence,
  clauses: readonly Clause[],
  language: Language,
): TokenRange[] => joinedOn("talks.meanwhile", sentence, clauses, language);

function joinedOn(
  by: "talks.meanwhile" | "speech.contrast",
  { mentions }: TalksSentence,
  clauses: readonly Clause[],
  language: Language,
): TokenRange[] {
  return cuesOf(mentions, by).flatMap(({ from, to }) => {
    const clause = clauses[clauseIndex(clauses, Math.max(from, to - 1))];
    const whole = { from, to: endOf(clauses, clause, to) };
    const isIn = (mention: Mention): boolean => isInside(mention, whole);
    if (cuesOf(mentions, ...EVENTS).some(isIn)) return [];
    const last = cuesOf(mentions, "phase.underway", "phase.ongoing").find(isIn);
    return [{ from, to: language === "fa" && last !== undefined ? last.to : whole.to }];
  });
}

/** "At a time that …", "about the talks, which …": the next clause belongs to what it follows. */
function endOf(clauses: readonly Clause[], clause: Clause | undefined, to: number): number {
  const next = clause === undefined ? undefined : clauses[clauses.indexOf(clause) + 1];
  const end = clause?.to ?? to;
  return next?.kind === "complement" && next.from - end <= 1 ? next.to : end;
}

/** Whether every word for talks in a range tells of what goes on beside another deed. */
export function isOnlyBeside(
  { mentions }: TalksSentence,
  beside: readonly TokenRange[],
  range: TokenRange,
): boolean {
  const nouns = cuesOf(mentions, ...NOUNS).filter((noun) => isInside(noun, range));
  return beside.length > 0 && nouns.every((noun) => beside.some((one) => isInside(noun, one)));
}

/** Whether words for talks are out of reach of a day, which stands outside of what is spoken of. */
export const isOutOfReach = (
  stretches: readonly TokenRange[],
  word: TokenRange,
  day: TokenRange,
): boolean => stretches.some((stretch) => isInside(word, stretch) && !isInside(day, stretch));

/** "While the Pentagon, on 4 April, moved a carrier": a day in a clause that tells of others alone. */
export function isOfOtherClause(
  { mentions }: TalksSentence,
  clauses: readonly Clause[],
  talks: readonly TokenRange[],
  day: TokenRange,
): boolean {
  const clause = clauses[clauseIndex(clauses, day.from)];
  if (clause === undefined || talks.some((word) => isInside(word, clause))) return false;
  const begins = ({ from, to }: TokenRange): boolean => from <= clause.from && clause.from <= to;
  // "The talks go on, but the Pentagon …": told to the end before the contrast.
  const isContrast =
    cuesOf(mentions, "speech.contrast").some(begins) &&
    cuesOf(mentions, "phase.underway", "phase.ongoing").some(({ to }) => to <= clause.from);
  const isBeside = isContrast || cuesOf(mentions, "talks.meanwhile").some(begins);
  if (!isBeside) return false;
  const isPlaced = mentionsOf(mentions, "city").some((city) => isInside(city, clause));
  return !isPlaced || mentionsOf(mentions, "actor").some((actor) => isInside(actor, clause));
}

/**
 * "Exchanged prisoners on 3 April and will meet on 12 April": the first day of a clause that joins two verbs, where
 * all words for talks stand behind the "and", with a day of their own.
 */
export function isOfJoinedDeed(
  { mentions }: TalksSentence,
  tokens: readonly Token[],
  { clauses, talks, days }: Joined,
  day: TokenRange,
): boolean {
  const clause = clauses[clauseIndex(clauses, day.from)];
  if (clause === undefined || day.from - clause.from < LEAST_DEED) return false;
  const first = talks.find((word) => isInside(word, clause));
  const own = days.find(({ from }) => from >= day.to && from < clause.to);
  if (first === undefined || own === undefined || first.from < day.to) return false;
  // "On 3 April and 5 April" lists days.
  const isList = (at: number): boolean =>
    at === day.to && own.from < first.from && own.from - at <= 2;
  const isJoint = (at: number): boolean => at >= day.to && at <= first.from && !isList(at);
  return (
    cuesOf(mentions, "speech.and").some(({ from }) => isJoint(from)) ||
    // The Arabic "and" is written as one with its verb.
    (tokens[first.from]?.text.startsWith("\u0648") === true && isJoint(first.from))
  );
}

type Joined = {
  readonly clauses: readonly Clause[];
  readonly talks: readonly TokenRange[];
  readonly days: readonly TokenRange[];
};

/** In tokens, before its day: who did it, and what. */
const LEAST_DEED = 3;

/** "While the Pentagon moved a carrier": moved beside the talks, and no round of them. */
export function isMovedBeside(
  { mentions }: TalksSentence,
  clauses: readonly Clause[],
  { sense, from }: Mention,
): boolean {
  if (sense.kind !== "cue" || sense.cue !== "meeting.moved") return false;
  const clause = clauseIndex(clauses, from);
  return (
    cuesOf(mentions, ...BESIDE).length > 0 &&
    cuesOf(mentions, ...NOUNS).every((noun) => clauseIndex(clauses, noun.from) !== clause)
  );
}

const isInside = (inner: TokenRange, outer: TokenRange): boolean =>
  outer.from <= inner.from && inner.from < outer.to;
