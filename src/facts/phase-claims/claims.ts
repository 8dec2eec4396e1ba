import { shareTokens } from "../../articles/token-range.ts";
import type { CueName } from "../cues.ts";
import { type Clause, clauseIndex, clausesOf } from "../meetings/clauses.ts";
import { conditionsIn } from "../meetings/conditions.ts";
import { isElsewhere } from "../meetings/elsewhere.ts";
import {
  isDelayed,
  isDenial,
  isInfinitive,
  isNoun,
  isOfContacts,
  isOffered,
  isOfPlan,
  isSaidOfTalks,
} from "../meetings/status.ts";
import { cuesOf, type Mention } from "../mention.ts";
import { resumes } from "../meetings/resumes.ts";
import { isRebutted, toldAt } from "../meetings/told-at.ts";
import type { Phase } from "../phase.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";

/** What a cue says of the talks' course; some are no phase by themselves. */
export type Course =
  | Phase
  | "undated"
  | "barred"
  | "accepted"
  | "ended"
  | "to-resume"
  | "going-ahead";

/** One word for where the talks stand, and the sentence that has it. */
export type CourseClaim = {
  readonly course: Course;
  readonly sentence: TalksSentence;
  /** Told in a clause of another time, "after the talks ended …": news only of a round just held. */
  readonly isBefore: boolean;
};

const COURSES = [
  ["phase.proposed", "proposed"],
  ["phase.possible", "rumoured"],
  ["phase.barred", "barred"],
  ["phase.agreed", "agreed-in-principle"],
  ["phase.accepted", "accepted"],
  ["phase.scheduled", "scheduled"],
  ["phase.going-ahead", "going-ahead"],
  ["phase.in-doubt", "in-doubt"],
  ["phase.postponed", "postponed"],
  ["phase.cancelled", "cancelled"],
  ["phase.underway", "underway"],
  ["phase.begins", "underway"],
  ["phase.ongoing", "underway"],
  ["phase.ended", "ended"],
  ["phase.assessed", "ended"],
  ["phase.resume", "to-resume"],
  ["phase.agreement", "concluded-with-agreement"],
  ["phase.no-agreement", "concluded-without-agreement"],
  ["phase.suspended", "suspended"],
  ["phase.collapsed", "collapsed"],
] as const satisfies readonly (readonly [CueName, Course])[];

const DENIABLE: ReadonlySet<Course> = new Set(["cancelled", "postponed", "suspended", "collapsed"]);

/**
 * What a sentence claims as news of the talks' course. What is denied goes ahead, what is possible or
 * of the past claims nothing, and a clause with "after" or "before" tells of another time.
 */
export function courseClaimsIn(view: TalksView, sentence: TalksSentence): CourseClaim[] {
  const clauses = clausesOf(sentence, view.read.tokens);
  const undated: CourseClaim[] = awaitsDate(sentence)
    ? [{ course: "undated", sentence, isBefore: false }]
    : [];
  const isConditional = conditionsIn(sentence, view.read.tokens).length > 0;
  const told = COURSES.flatMap(([cue, course]): CourseClaim[] =>
    cuesOf(sentence.mentions, cue).flatMap((mention): CourseClaim[] => {
      if (isNoClaim(view, sentence, mention, course)) return [];
      if (isConditional && ON_CONDITION.has(course)) return [];
      const modality = toldAt(view, sentence, mention);
      const clause = clauses[clauseIndex(clauses, mention.from)];
      const isBefore =
        isSubordinate(clause) &&
        course !== "scheduled" &&
        clause !== clauses[0] &&
        !isFinalVerb(view, sentence, mention);
      if (course === "barred") return [{ course, sentence, isBefore: false }];
      if (modality === "negated") return deniedClaim(view, sentence, mention, course);
      if (course === "rumoured" && (!isUnnamed(sentence) || isDenied(sentence, mention))) return [];
      if (course === "proposed" || course === "rumoured") return [{ course, sentence, isBefore }];
      if (course === "in-doubt" && modality !== "hypothetical")
        return [{ course, sentence, isBefore }];
      if (modality === "historical" && !isReportedBreak(course, sentence)) return [];
      if (modality === "hypothetical") return [];
      if (modality === "future" && !MAY_LIE_AHEAD.has(course)) return [];
      return [{ course: isPartial(course, sentence) ? "ended" : course, sentence, isBefore }];
    }),
  );
  const rebutted: CourseClaim[] = isRebutted(sentence)
    ? [{ course: "going-ahead", sentence, isBefore: false }]
    : [];
  return [...told, ...undated, ...rebutted];
}

/** Whether a word for a course is said of something else here, or of what is only offered or begun. */
function isNoClaim(
  view: TalksView,
  sentence: TalksSentence,
  mention: Mention,
  course: Course,
): boolean {
  return (
    (!isSaidOfTalks(view, sentence, mention) && !isOwnDeal(course, sentence)) ||
    isElsewhere(sentence, mention) ||
    (course === "scheduled" && isOffered(sentence, mention)) ||
    (course === "postponed" && isDelayed(sentence, mention)) ||
    (course === "suspended" && goesOn(sentence, mention)) ||
    (course === "to-resume" && !resumes(view, sentence, mention)) ||
    (course === "proposed" && isGuess(sentence, mention)) ||
    isOfPlan(sentence, mention) ||
    isOfContacts(sentence, mention) ||
    isInfinitive(sentence, mention) ||
    isNoun(sentence, mention)
  );
}

/** What hangs on "if they are held" claims no plan. */
const ON_CONDITION: ReadonlySet<Course> = new Set(["scheduled", "going-ahead", "ended"]);

/** In tokens, from the verb that closes a Persian sentence to its end. */
const LAST_WORDS = 4;

/** A Persian sentence ends with the verb of its main clause, whatever "after" stands before it. */
const isFinalVerb = ({ read }: TalksView, { to }: TalksSentence, mention: Mention): boolean =>
  read.article.lang === "fa" && to - mention.to <= LAST_WORDS;

/** "Dismissed rumours of talks": the rumour is what is denied. */
const isDenied = ({ mentions }: TalksSentence, mention: Mention): boolean =>
  cuesOf(mentions, "modality.refutation").some((denial) => shareTokens(denial, mention));

/** Whether a sentence tells of a meeting that no one with a name confirms. */
export const isRumour = (sentence: TalksSentence): boolean =>
  sentence.cues.has("phase.possible") && isUnnamed(sentence);

/** What may be, told by no one with a name. */
const isUnnamed = ({ cues }: TalksSentence): boolean =>
  cues.has("talks.unnamed") || cues.has("modality.hedge");

/** "A possible meeting, sources say": nobody offers it. */
const isGuess = (sentence: TalksSentence, { from, to }: Mention): boolean =>
  isUnnamed(sentence) &&
  cuesOf(sentence.mentions, "phase.possible").some((guess) => guess.from <= from && to <= guess.to);

/** "Voiced dismay that the talks had been undermined": past to the speaker, news to the reader. */
const isReportedBreak = (course: Course, { cues }: TalksSentence): boolean =>
  (course === "suspended" || course === "collapsed") &&
  (cues.has("talks.report") || cues.has("talks.complement")) &&
  !cues.has("modality.historical") &&
  !cues.has("meeting.earlier");

/** "Stopped until next week", "paused after six hours": an end for now. */
const goesOn = ({ mentions }: TalksSentence, { from, to }: Mention): boolean =>
  cuesOf(mentions, "phase.resume", "phase.ended").some(
    (other) => other.from < to && from < other.to,
  );

/** What is not called off goes ahead; what has not collapsed goes on, with or without a day. */
function deniedClaim(
  view: TalksView,
  sentence: TalksSentence,
  mention: Mention,
  course: Course,
): CourseClaim[] {
  if (!DENIABLE.has(course) || !isDenial(view, sentence, mention)) return [];
  const isCalledOff = course === "cancelled" || course === "postponed";
  return [{ course: isCalledOff ? "going-ahead" : "undated", sentence, isBefore: false }];
}

/** The next round is spoken of, and has no day yet. */
const awaitsDate = ({ cues }: TalksSentence): boolean =>
  cues.has("meeting.no-date") && cues.has("meeting.next");

/** An understanding on principles concludes nothing. */
const isPartial = (course: Course, { cues }: TalksSentence): boolean =>
  course === "concluded-with-agreement" && cues.has("phase.partial");

/** An agreement needs no word for talks, but both parties to it. */
const isOwnDeal = (course: Course, { parties }: TalksSentence): boolean =>
  (course === "concluded-with-agreement" || course === "concluded-without-agreement") &&
  parties.size >= 2;

const isSubordinate = (clause: Clause | undefined): boolean =>
  clause !== undefined && clause.kind !== "main" && clause.kind !== "complement";

const MAY_LIE_AHEAD: ReadonlySet<Course> = new Set([
  "rumoured",
  "barred",
  "proposed",
  "agreed-in-principle",
  "accepted",
  "scheduled",
  "going-ahead",
  "in-doubt",
  "postponed",
  "cancelled",
  "to-resume",
]);
