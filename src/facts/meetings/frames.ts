import type { TokenRange } from "../../articles/token-range.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { DateMention } from "../dates/date-mention.ts";
import type { CueName } from "../cues.ts";
import type { MeetingFormat } from "../fact.ts";
import { cuesOf } from "../mention.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";
import { anchorsOf } from "./attachment.ts";
import { type Clause, clausesOf } from "./clauses.ts";
import { conditionsIn } from "./conditions.ts";
import { dayMeant } from "./day-meant.ts";
import { isElsewhere } from "./elsewhere.ts";
import { formatIn } from "./format.ts";
import { placesOf } from "./places-given.ts";
import { isFirstPlan, isNewDay, vagueIn } from "./plans.ts";
import { namesRound, showsRound } from "./round-sentence.ts";
import { type FrameSources, type Slots, slotsOf } from "./slots-given.ts";
import { isOnlyBeside } from "./spoken-of.ts";
import { splitClauses } from "./split-clauses.ts";
import { type Course, isTold, NOTHING_TOLD } from "./course.ts";
import { courseIn } from "./status.ts";
import { givenAs, type VenueMention } from "./venues.ts";

/** What one stretch of a sentence says of one meeting. */
export type Frame = {
  readonly sentence: TalksSentence;
  readonly published: Date;
  readonly range: TokenRange;
  readonly date: DateMention | null;
  readonly place: VenueMention | null;
  readonly format: MeetingFormat | null;
  readonly course: Course;
  /** A day of these two that the sentence gives to something else: when it was told. */
  readonly told: CalendarDate | null;
  /** The article is a flash of a few lines. */
  readonly ofShortText: boolean;
  /** "The next round", "the first round". */
  readonly order: "next" | "earlier" | null;
  /** Its day is the one first planned: "was to have begun on Friday". */
  readonly wasPlanned: boolean;
  /** Its day is the new one: "put off until Friday". */
  readonly isNewDay: boolean;
  /** Told aside, as of another time: "after …", "since …", "years ago". */
  readonly aside: boolean;
  /** Days and places that it has been moved away from. */
  readonly former: { readonly dates: readonly string[]; readonly places: readonly VenueMention[] };
};

/** The day that a frame gives its meeting. */
export const dayOf = ({ date }: Pick<Frame, "date">): CalendarDate | null => date?.date ?? null;

/** Divides a sentence into the meetings that it tells of, in its order. */
export function framesOf(sources: FrameSources, sentence: TalksSentence): Frame[] {
  const { view, today } = sources;
  const clauses = clausesOf(sentence, view.read.tokens);
  const anchors = anchorsOf(sentence, clauses, view.read.article.lang);
  const { told, toldLate, deniesMeeting, deniesDay, ...slots } = slotsOf(
    sources,
    sentence,
    anchors,
  );
  const parts = splitClauses(view, sentence, clauses, slots);
  const vague = vagueIn(sources.dates, sentence, today);
  const frames = groupClauses(sentence, parts, slots)
    .filter((group) => hasSlots(group) || !isOnlyBeside(sentence, anchors.beside, group))
    .map((group) =>
      frameOf(sources, sentence, {
        ...group,
        told: isSubordinate(group) && !(toldLate && group.kind === "after") ? null : told,
        deniesMeeting,
        isVague: group.dates.length === 0 && vague.some((date) => isInside(date, group)),
        besideVague: vague.length > 0,
      }),
    );
  const kept = deniesDay
    ? frames.filter((frame) => frame.date !== null || isTold(frame.course))
    : frames;
  const isNamed = namesRound(sentence) || sentence.negotiating.size >= 2;
  return isNamed ? kept : kept.filter(({ course }) => course.ended || course.begins);
}

/** In sentences. */
const SHORT_TEXT = 3;

type Group = TokenRange & Slots & { readonly kind: Clause["kind"] };

/** Neighbouring clauses tell of one meeting until a day, a place or the order of rounds differs. */
function groupClauses(sentence: TalksSentence, clauses: readonly Clause[], slots: Slots): Group[] {
  const groups: Group[] = [];
  for (const clause of clauses) {
    const here: Group = {
      from: clause.from,
      to: clause.to,
      kind: clause.kind,
      dates: slots.dates.filter((date) => isInside(date, clause)),
      places: slots.places.filter((place) => isInside(place, clause)),
    };
    const last = groups.at(-1);
    if (last === undefined || startsAnother(sentence, last, here)) groups.push(here);
    else groups[groups.length - 1] = join(last, here);
  }
  return groups.filter(
    (group) => hasSlots(group) || (!isSubordinate(group) && isAbout(sentence, group)),
  );
}

const hasSlots = ({ dates, places }: Slots): boolean => dates.length + places.length > 0;

const isAbout = (sentence: TalksSentence, range: TokenRange): boolean =>
  cuesIn(sentence, range, "talks.negotiation", "talks.meeting").some(
    (cue) => !isElsewhere(sentence, cue),
  );

/** Where no word names the meeting, how the sides sit tells that it is going on. */
const isShownOnly = (sentence: TalksSentence, format: MeetingFormat | null): boolean =>
  format !== null && !namesRound(sentence) && showsRound(sentence);

const isInside = (inner: TokenRange, outer: TokenRange): boolean =>
  outer.from <= inner.from && inner.from < outer.to;

const join = (a: Group, b: Group): Group => ({
  from: a.from,
  to: b.to,
  kind: a.kind,
  dates: [...a.dates, ...b.dates],
  places: [...a.places, ...b.places],
});

function startsAnother(sentence: TalksSentence, before: Group, here: Group): boolean {
  if (isSubordinate(here)) return true;
  if (isSubordinate(before)) return !continues(sentence, here);
  if (turnsAhead(sentence, before, here)) return true;
  if (!hasSlots(here)) return false;
  const days = new Set(before.dates.flatMap(({ date }) => date ?? []));
  const newDay = here.dates.some(({ date }) => date !== null && days.size > 0 && !days.has(date));
  const current = before.places.filter(({ given }) => given === "current");
  const newPlace = here.places.some(
    ({ venue, given }) =>
      given === "current" &&
      current.length > 0 &&
      !current.some((other) => other.venue.country === venue.country),
  );
  return newDay || newPlace;
}

/** "… ended, and the next round will be held …". */
const turnsAhead = (sentence: TalksSentence, before: Group, here: Group): boolean =>
  cuesIn(sentence, before, "phase.ended", "phase.no-agreement").length > 0 &&
  cuesIn(sentence, here, "meeting.next", "phase.scheduled").length > 0;

/** ", Oman, on Friday" goes on with what stands before it; "they would meet" does not. */
const continues = (sentence: TalksSentence, here: Group): boolean =>
  hasSlots(here) && cuesIn(sentence, here, ...OWN_COURSE).length === 0;

const OWN_COURSE: readonly CueName[] = [
  "talks.report",
  "talks.meeting",
  "talks.negotiation",
  "talks.travel",
  "phase.scheduled",
  "phase.cancelled",
  "phase.underway",
  "phase.ended",
];

const isSubordinate = ({ kind }: Pick<Group, "kind">): boolean =>
  kind === "subordinate" || kind === "after" || kind === "before";

const cuesIn = (sentence: TalksSentence, range: TokenRange, ...cues: CueName[]) =>
  cuesOf(sentence.mentions, ...cues).filter((cue) => isInside(cue, range));

/** How the sentence of a group speaks of days besides the group's own. */
type Telling = {
  readonly told: CalendarDate | null;
  /** The group names no day but a stretch, such as "next week". */
  readonly isVague: boolean;
  /** The sentence denies that some meeting is planned or held. */
  readonly deniesMeeting: boolean;
  /** Some group of the sentence does. */
  readonly besideVague: boolean;
};

/** Beside "next week", a weekday that has passed is the day something else was done or said, unless talks ended on it. */
const isOvertaken = (
  date: DateMention | null,
  { besideVague }: Telling,
  { course, today }: { readonly course: Course; readonly today: CalendarDate },
): boolean =>
  besideVague &&
  !course.ended &&
  date !== null &&
  date.form === "weekday" &&
  (date.date ?? today) < today;

function frameOf(
  { view, today }: FrameSources,
  sentence: TalksSentence,
  group: Group & Telling,
): Frame {
  const format = formatIn(view, sentence, group);
  const own = withDenial(courseIn(view, sentence, group), sentence, group);
  const known = isAbout(sentence, group) || group.isVague ? withConjunction(own, group) : own;
  const told = isConditional(view, sentence, group) ? { ...NOTHING_TOLD, open: true } : known;
  const course = isShownOnly(sentence, format) && !isTold(told) ? { ...told, begins: true } : told;
  const given = group.dates.map((date) => ({ date, as: givenAs(view, sentence, date) }));
  const current = given.filter(({ as }) => as === "current").map(({ date }) => date);
  const former = given.filter(({ as }) => as === "former").flatMap(({ date }) => date.date ?? []);
  const renewed = current.filter((date) => isNewDay(sentence, group, date));
  const planned = current.filter((date) => isFirstPlan(sentence, date, group.dates));
  const firm = renewed.length > 0 ? renewed : current.filter((date) => !planned.includes(date));
  const kept = firm.length > 0 ? firm : current;
  const replaced = current.filter((date) => !kept.includes(date));
  const day = dateOf(kept);
  const places = placesOf(group.places, given, course);
  return {
    sentence,
    published: view.read.article.published,
    range: { from: group.from, to: group.to },
    date: dayMeant(isOvertaken(day, group, { course, today }) ? null : day, course, today),
    place: places.current.find(({ venue }) => venue.city !== null) ?? places.current[0] ?? null,
    format,
    course,
    told: group.told,
    ofShortText: view.sentences.length <= SHORT_TEXT,
    order: orderOf(sentence, group, course),
    isNewDay: renewed.length > 0,
    wasPlanned: planned.length > 0 && firm.length === 0,
    aside: isAside(sentence, group),
    former: {
      dates: [...former, ...replaced.flatMap(({ date }) => date ?? [])],
      places: places.former,
    },
  };
}

/** "Denied that a deal was reached at the talks in Doha" leaves no doubt that they were held. */
const withDenial = (
  course: Course,
  { cues }: TalksSentence,
  { deniesMeeting, dates, places }: Group & Telling,
): Course =>
  course.open && cues.has("modality.denial") && !deniesMeeting && hasSlots({ dates, places })
    ? { ...course, open: false }
    : course;

/** Day and place hang on the condition that they meet; without either, the words for the talks do. */
function isConditional({ read }: TalksView, sentence: TalksSentence, group: Group): boolean {
  const conditions = conditionsIn(sentence, read.tokens);
  if (conditions.length === 0) return false;
  const slots = [...group.dates, ...group.places];
  const named = cuesIn(sentence, group, "talks.negotiation", "talks.meeting");
  const held = slots.length > 0 ? slots : named;
  return held.every((slot) => conditions.some((condition) => isInside(slot, condition)));
}

/** "After their meeting on Friday" tells that it has been held, "ahead of" it that it is to come. */
function withConjunction(
  course: Course,
  { kind, isVague }: Group & { readonly isVague: boolean },
): Course {
  if (isTold(course)) return course;
  if (isVague) return { ...course, scheduled: true };
  if (kind === "after") return { ...course, ended: true };
  if (kind === "before") return { ...course, scheduled: true };
  return course;
}

/** The first day named, with the time of day that stands beside it. */
function dateOf(dates: readonly DateMention[]): DateMention | null {
  const day = dates.find(({ date }) => date !== null);
  const timed = dates.find(({ time }) => time !== null);
  if (day === undefined) return timed ?? null;
  if (day.time !== null || timed === undefined) return day;
  return { ...day, time: timed.time, timeZone: timed.timeZone };
}

/** "After the round in Rome", "since the meeting in May", "the talks of last year". */
const isAside = (sentence: TalksSentence, group: Group): boolean =>
  group.kind === "after" ||
  (group.kind === "main" && cuesIn(sentence, group, "modality.historical").length > 0);

function orderOf(sentence: TalksSentence, range: TokenRange, course: Course): Frame["order"] {
  // "Will host a first round" is of the coming one.
  if (!course.scheduled && cuesIn(sentence, range, "meeting.earlier").length > 0) return "earlier";
  return cuesIn(sentence, range, "meeting.next").length > 0 ? "next" : null;
}
