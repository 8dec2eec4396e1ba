import type { TokenRange } from "../../articles/token-range.ts";
import type { Language } from "../../lib/language.ts";
import type { CueName } from "../cues.ts";
import type { DateMention } from "../dates/date-mention.ts";
import { cuesOf, type Mention } from "../mention.ts";
import type { TalksSentence } from "../relevance/talks-view.ts";
import { isElsewhere } from "./elsewhere.ts";
import { namesRound } from "./round-sentence.ts";
import {
  circumstancesOf,
  isMovedBeside,
  isOfOtherClause,
  isOutOfReach,
  topicsOf,
} from "./spoken-of.ts";
import { type Clause, clauseIndex, clausesBetween } from "./clauses.ts";

/** What dates and places of a sentence may belong to. */
export type Anchors = {
  readonly clauses: readonly Clause[];
  /** Words of talks, meetings and their course. */
  readonly talks: readonly Mention[];
  /** Words of saying, attacking and other acts that have dates and places of their own. */
  readonly acts: readonly Mention[];
  /** "Where", behind a place. */
  readonly wheres: readonly Mention[];
  /** Words of saying alone. */
  readonly reports: readonly Mention[];
  readonly travel: readonly Mention[];
  /** Where talks are only spoken of. */
  readonly topics: readonly TokenRange[];
  /** Where talks go on beside another deed. */
  readonly beside: readonly TokenRange[];
  /** "Friday's talks": a day that stands before the word belongs to it. */
  readonly modifiersPrecede: boolean;
};

const TALKS_ANCHORS: readonly CueName[] = [
  "talks.negotiation",
  "talks.meeting",
  "phase.scheduled",
  "phase.cancelled",
  "phase.postponed",
  "phase.underway",
  "phase.begins",
  "phase.ended",
  "phase.agreed",
  "phase.accepted",
  "meeting.next",
  "meeting.earlier",
  "meeting.moved",
  "talks.mediation",
  "phase.agreement",
];

/** Gathers what the dates and places of a sentence may belong to. */
export function anchorsOf(
  sentence: TalksSentence,
  clauses: readonly Clause[],
  language: Language,
): Anchors {
  const { mentions } = sentence;
  const words = cuesOf(mentions, ...TALKS_ANCHORS);
  const shown = namesRound(sentence) ? [] : cuesOf(mentions, "format.direct", "format.indirect");
  const named = [...words, ...shown].filter((word) => !isMovedBeside(sentence, clauses, word));
  const courses = cuesOf(mentions, "phase.ended", "phase.underway", "phase.no-agreement");
  const elsewhere = named.filter((anchor) => isElsewhere(sentence, anchor));
  return {
    clauses,
    talks: named.filter((anchor) => !elsewhere.includes(anchor)),
    acts: [...cuesOf(mentions, "talks.report", "talks.other-act"), ...elsewhere],
    wheres: cuesOf(mentions, "meeting.where"),
    reports: cuesOf(mentions, "talks.report"),
    // "Came to an end" arrives nowhere.
    travel: cuesOf(mentions, "talks.travel").filter(
      ({ from, to }) => !courses.some((course) => course.from <= from && to <= course.to),
    ),
    topics: topicsOf(sentence, clauses, language),
    beside: circumstancesOf(sentence, clauses, language),
    modifiersPrecede: language === "en",
  };
}

/** A boundary counts as this many words; what is said stands further from who said it, and when. */
const BOUNDARY_WORDS = 4;
const COMPLEMENT_WORDS = 10;
/** Farther than this a date or place belongs to nothing named. */
const FURTHEST = 16;

/** Whether a date of the sentence is when the talks are, rather than when someone spoke or left. */
export function isDateOfTalks(
  anchors: Anchors,
  sentence: TalksSentence,
  date: DateMention,
): boolean {
  const { clauses, acts, travel } = anchors;
  const stretches = [...anchors.topics, ...anchors.beside];
  const words = anchors.talks
    .filter((word) => !isOutOfReach(stretches, word, date))
    .filter((word) => !isOfGoBetween(clauses, word, date));
  const talks = distanceTo(anchors, words, date);
  if (talks > FURTHEST || isOfOtherClause(sentence, clauses, words, date)) return false;
  if (anchors.modifiersPrecede && words.some(({ from }) => from === date.to)) return true;
  const others = [...acts, ...travel];
  const isIn = (mention: Mention): boolean =>
    clauseIndex(clauses, mention.from) === clauseIndex(clauses, date.from);
  if (words.some(isIn) && !others.some(isIn)) return true;
  return talks < distanceTo(anchors, others, date);
}

/** "Oman, which carried messages on Friday": told of the mediator, and its day is no round's. */
function isOfGoBetween(
  clauses: readonly Clause[],
  { sense, from }: Mention,
  date: TokenRange,
): boolean {
  if (sense.kind !== "cue" || sense.cue !== "talks.mediation") return false;
  const at = clauseIndex(clauses, from);
  return clauses[at]?.kind === "complement" && at === clauseIndex(clauses, date.from);
}

/** Whether a place of the sentence is where the talks are; who travels there, travels to them. */
export function isPlaceOfTalks(anchors: Anchors, place: TokenRange): boolean {
  const talks = distanceTo(anchors, anchors.talks, place);
  if (talks > FURTHEST + BOUNDARY_WORDS) return false;
  if (followsTalks(anchors, place) || isAntecedent(anchors, place)) return true;
  return talks <= distanceTo(anchors, anchors.acts, place) + 1;
}

/** "Riyadh, where they will meet": a word that begins the clause right behind the place. */
const isAntecedent = ({ clauses, talks, wheres }: Anchors, place: TokenRange): boolean =>
  wheres.some(
    ({ from, to }) =>
      place.to <= from &&
      from - place.to <= 2 &&
      talks.some((word) => word.from >= to && clausesBetween(clauses, to, word.from).length === 0),
  );

/** In tokens. */
const FURTHEST_AFTER = 8;

/** "The talks in Geneva", with nothing done between them, whatever verb comes next. */
function followsTalks({ clauses, talks, acts }: Anchors, place: TokenRange): boolean {
  return talks.some(
    ({ from, to }) =>
      to <= place.from &&
      place.from - to <= FURTHEST_AFTER &&
      clausesBetween(clauses, from, place.from).length === 0 &&
      !acts.some((act) => to <= act.from && act.to <= place.from),
  );
}

function distanceTo(
  { clauses, reports }: Anchors,
  candidates: readonly Mention[],
  range: TokenRange & Partial<Pick<DateMention, "form">>,
): number {
  let nearest = Number.POSITIVE_INFINITY;
  // A date inside "left on Thursday for talks" belongs to neither end by standing there.
  for (const { from, to } of candidates) {
    if (range.form !== undefined && from < range.from && range.to < to) continue;
    const gap = Math.max(0, from >= range.to ? from - range.to : range.from - to);
    const boundaries = clausesBetween(clauses, from, range.from).map((clause) =>
      isContent(clause, from) ? COMPLEMENT_WORDS : BOUNDARY_WORDS,
    );
    nearest = Math.min(nearest, gap + boundaries.reduce((total, words) => total + words, 0));
  }
  return nearest;

  /** "Said that …" tells another thing than "the talks, which …". */
  function isContent({ kind, from: start }: Clause, from: number): boolean {
    if (kind !== "complement") return false;
    const earliest = from < start ? from : 0;
    return reports.some((verb) => earliest <= verb.from && verb.to <= start);
  }
}
