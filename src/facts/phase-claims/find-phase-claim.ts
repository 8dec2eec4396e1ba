import { shareTokens } from "../../articles/token-range.ts";
import { daysBetween } from "../../lib/calendar-date.ts";
import { attributionOf } from "../attribution/find-attribution.ts";
import type { OutletFinder } from "../attribution/find-outlets.ts";
import type { DateMention } from "../dates/date-mention.ts";
import type { Meeting, PhaseClaim } from "../fact.ts";
import { publishedDay } from "../meetings/find-meetings.ts";
import { tellsOfRound } from "../meetings/round-sentence.ts";
import { cuesOf } from "../mention.ts";
import type { Phase } from "../phase.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";
import { type Course, type CourseClaim, courseClaimsIn, isRumour } from "./claims.ts";
import { isPassing } from "./passing.ts";
import { type Situation, phaseOf } from "./phase-of.ts";

/** What the phase is claimed from. */
export type PhaseSources = {
  readonly view: TalksView;
  readonly meetings: readonly Meeting[];
  readonly dates: readonly DateMention[];
  readonly outlets: OutletFinder;
};

/** Finds what an article asserts as news about where the talks stand; its head outweighs its body. */
export function findPhaseClaim(sources: PhaseSources): PhaseClaim | null {
  const { view, outlets } = sources;
  const meetings = withoutRumours(sources);
  const all = view.sentences
    .filter((sentence) => speaksOfTalks(sentence) && !isHistory(sentence, sources))
    .flatMap((sentence) => courseClaimsIn(view, sentence));
  const current = all.filter(({ isBefore }) => !isBefore);
  const situation = situationOf(view, meetings, current);
  const claims = situation.justHeld
    ? all.filter(({ course, isBefore }) => !isBefore || ENDINGS.has(course))
    : current;
  for (const unit of weighed(unitsOf(view, claims))) {
    const phase = phaseOf(unit, situation);
    if (phase === null) continue;
    const sentence = unit.find(({ course }) => course === phase)?.sentence ?? unit[0]?.sentence;
    if (sentence !== undefined) return claimFrom(view, outlets, phase, sentence);
  }
  return fromMeetings(view, meetings, situation, outlets);
}

/** A meeting without a day that no one with a name confirms is none yet. */
function withoutRumours({ view, meetings }: PhaseSources): readonly Meeting[] {
  const rumours = new Set(view.sentences.filter(isRumour).map(({ span }) => span[0]));
  return meetings.filter(({ date, evidence }) => date !== null || !rumours.has(evidence[0]));
}

const ENDINGS: ReadonlySet<Course> = new Set([
  "ended",
  "concluded-with-agreement",
  "concluded-without-agreement",
  "collapsed",
]);

const speaksOfTalks = (sentence: TalksSentence): boolean =>
  tellsOfRound(sentence) ||
  (sentence.parties.size >= 2 && sentence.cues.has("phase.agreement")) ||
  (!sentence.namesOtherTalks &&
    (sentence.cues.has("talks.delegation") || sentence.cues.has("phase.in-doubt")));

/** What lies this many days back is told as history. */
const HISTORY_DAYS = 30;

/** Tells of a round of the past: by its day, or as an earlier round in the body. */
function isHistory(sentence: TalksSentence, { view, meetings, dates }: PhaseSources): boolean {
  const [start, end] = sentence.span;
  const isOfPast = ({ background, date, evidence }: Meeting): boolean =>
    background && evidence[0] === start && !(date === null && sentence.cues.has("phase.agreement"));
  if (meetings.some(isOfPast)) return true;
  if (sentence.index >= HEAD_SENTENCES && sentence.cues.has("meeting.earlier")) return true;
  const today = publishedDay(view);
  return dates.some(
    ({ date, span }) =>
      date !== null &&
      span[0] >= start &&
      span[1] <= end &&
      daysBetween(date, today) > HISTORY_DAYS,
  );
}

/**
 * A title that only doubts, or tells of an end, gives way to a lead that says what became of the talks, and
 * a failure to the round that ended without an agreement.
 */
function weighed(units: readonly CourseClaim[][]): readonly CourseClaim[][] {
  const [title = [], lead = []] = units;
  const isVague = title.every(({ course }) => VAGUE.has(course));
  const isBroken = lead.some(({ course }) => BREAKS.has(course));
  const isFailure =
    title.length > 0 && title.every(({ course }) => course === "collapsed" || course === "ended");
  const isWithout = lead.some(({ course }) => course === "concluded-without-agreement");
  return (isVague && isBroken) || (isFailure && isWithout && !isBroken) ? units.slice(1) : units;
}

const VAGUE: ReadonlySet<Course> = new Set(["in-doubt", "barred", "ended"]);

const BREAKS: ReadonlySet<Course> = new Set(["suspended", "collapsed", "cancelled", "postponed"]);

const HEAD_SENTENCES = 3;
const LEAD_SENTENCES = 2;

/** The claims of the title, of the lead, then of the body. */
function unitsOf({ sentences }: TalksView, claims: readonly CourseClaim[]): CourseClaim[][] {
  const rest = sentences.filter(({ part }) => part !== "title");
  const lead = new Set(rest.slice(0, LEAD_SENTENCES).map(({ index }) => index));
  return [
    claims.filter(({ sentence }) => sentence.part === "title"),
    claims.filter(({ sentence }) => lead.has(sentence.index)),
    claims.filter(({ sentence }) => sentence.part !== "title" && !lead.has(sentence.index)),
  ];
}

/** A meeting this many days back may still be the news. */
const RECENT_DAYS = 3;

function situationOf(
  view: TalksView,
  meetings: readonly Meeting[],
  claims: readonly CourseClaim[],
): Situation {
  const today = publishedDay(view);
  const news = meetings.filter(({ background }) => !background);
  const age = (meeting: Meeting): number =>
    meeting.date === null ? 0 : daysBetween(meeting.date, today);
  const coming = news.filter(({ status, date }) =>
    date === null ? status === "scheduled" : date >= today,
  );
  return {
    coming: coming.find(({ status }) => status !== "held" && status !== "underway") ?? null,
    underway: news.some(({ status }) => status === "underway"),
    justHeld: news.some((meeting) => meeting.status === "held" && age(meeting) <= 1),
    recentlyHeld: news.some((meeting) => meeting.status === "held" && age(meeting) <= RECENT_DAYS),
    everHeld: meetings.some(({ status, background }) => status === "held" && !background),
    resumes: claims.some(({ course }) => course === "to-resume"),
    goesAhead: claims.some(
      ({ course, sentence }) => course === "going-ahead" && sentence.part === "title",
    ),
  };
}

function fromMeetings(
  view: TalksView,
  meetings: readonly Meeting[],
  situation: Situation,
  outlets: OutletFinder,
): PhaseClaim | null {
  const { coming, underway, everHeld } = situation;
  const phase = phaseOfMeeting(coming) ?? (underway ? "underway" : everHeld ? "adjourned" : null);
  const source = coming ?? meetings.find(({ background }) => !background);
  if (phase === null || source === undefined) return null;
  const sentence = view.sentences.find(({ span }) => span[0] === source.evidence[0]);
  return sentence === undefined ? null : claimFrom(view, outlets, phase, sentence);
}

function phaseOfMeeting(meeting: Meeting | null): Phase | null {
  if (meeting === null || meeting.status === "held") return null;
  return meeting.status;
}

function claimFrom(
  view: TalksView,
  outlets: OutletFinder,
  phase: Phase,
  sentence: TalksSentence,
): PhaseClaim {
  return {
    phase,
    attribution: attributionOf(view, outlets, sentence),
    hedged: isHedged(sentence),
    passing: isPassing(view, sentence, LEAD_SENTENCES),
    evidence: sentence.span,
  };
}

/** A rumour that is denied hedges nothing. */
function isHedged({ mentions }: TalksSentence): boolean {
  const refutations = cuesOf(mentions, "modality.refutation");
  return cuesOf(mentions, "modality.hedge", "talks.unnamed").some(
    (hedge) => !refutations.some((refutation) => shareTokens(refutation, hedge)),
  );
}
