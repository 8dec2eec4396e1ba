import { type CalendarDate, daysBetween, localDate } from "../../lib/calendar-date.ts";
import { attributionOf } from "../attribution/find-attribution.ts";
import type { OutletFinder } from "../attribution/find-outlets.ts";
import type { Meeting, Outcome } from "../fact.ts";
import { cuesOf } from "../mention.ts";
import type { TalksView } from "../relevance/talks-view.ts";
import { alignDays } from "./align-days.ts";
import { withCity } from "./city-of-host.ts";
import { deniedDays } from "./denied.ts";
import { dayOf, type Frame, framesOf } from "./frames.ts";
import { firstOf, type Gathered, mergeFrames } from "./merge-frames.ts";
import { isTold } from "./course.ts";
import { resumes } from "./resumes.ts";
import { tellsOfRound } from "./round-sentence.ts";
import { groundsOf } from "./slot-grounds.ts";
import type { FrameSources } from "./slots-given.ts";

/** What meetings are found with. */
export type MeetingSources = Omit<FrameSources, "today" | "denied"> & {
  readonly outlets: OutletFinder;
};

/** Finds the meetings of the parties that an article tells of, its news first and history after. */
export function findMeetings(sources: MeetingSources): Meeting[] {
  const { view } = sources;
  const today = publishedDay(view);
  const denied = new Set(
    view.sentences.flatMap((sentence) => deniedDays(view, sentence, sources.dates)),
  );
  const frames = view.sentences
    .filter(tellsOfRound)
    .flatMap((sentence) => framesOf({ ...sources, today, denied }, sentence));
  const planned = withoutFirstPlans(frames);
  const moves = planned.filter((frame) => !isLongAgo(frame, today));
  const current = planned.filter((frame) => !isOldPlan(frame, moves));
  const aligned = alignDays(current, today);
  const kept = aligned.filter((frame) => !isStray(frame, aligned, today));
  const merged = mergeFrames(kept, today)
    .filter(isWorthTelling)
    .filter((one) => !isOpenPast(one, today));
  const gathered = merged.filter((one) => !isEcho(one, merged, today));
  const meetings = gathered.map((one) => meetingOf(sources, one, gathered));
  return [...meetings.filter((m) => !m.background), ...meetings.filter((m) => m.background)];
}

/** The day of publication where the talks are usually held. */
export const publishedDay = ({ read, dossier }: TalksView): CalendarDate =>
  localDate(read.article.published, dossier.timeZone);

/** A day first planned gives way to another one that the article names. */
function withoutFirstPlans(frames: readonly Frame[]): Frame[] {
  const days = frames
    .filter(({ wasPlanned }) => !wasPlanned)
    .flatMap((frame) => dayOf(frame) ?? []);
  const isPlaced = frames.some(({ wasPlanned, place }) => !wasPlanned && place !== null);
  const isReplaced = frames.some(({ wasPlanned }) => wasPlanned);
  return frames.map((frame) => {
    const day = dayOf(frame);
    if (!frame.wasPlanned && day !== null && isReplaced && frame.course.scheduled)
      return { ...frame, isNewDay: true };
    if (!frame.wasPlanned || day === null || !days.some((other) => other !== day)) return frame;
    const [planned] = frame.former.places;
    const place = isPlaced ? null : (frame.place ?? planned ?? null);
    return { ...frame, date: null, place, former: { ...frame.former, places: [] } };
  });
}

/** Says more than that there are talks. */
const isWorthTelling = ({ date, venue, frames, status }: Gathered): boolean =>
  date !== null ||
  (venue !== null && frames.some(({ course }) => isTold(course) || course.open)) ||
  (frames.some(({ format }) => format !== null) && (status === "held" || status === "underway"));

/** A day that has passed, of which it is only denied or supposed that they met on it. */
const isOpenPast = ({ date, frames }: Gathered, today: CalendarDate): boolean =>
  date !== null && date < today && frames.every(({ course }) => course.open && !isTold(course));

/** "Talks go on" beside a coming round is no round of its own. */
function isEcho(one: Gathered, all: readonly Gathered[], today: CalendarDate): boolean {
  const [first] = one.frames;
  if (one.status !== "underway" || one.frames.some(hasOwnDay)) return false;
  if (first.sentence.part === "title") return false;
  return all.some((other) => other !== one && other.date !== null && other.date >= today);
}

/** A day of now beside a coming one, with nothing that happened on it: when something was said. */
function isStray(frame: Frame, all: readonly Frame[], today: CalendarDate): boolean {
  const { course } = frame;
  const day = dayOf(frame);
  if (day === null || day > today || daysBetween(day, today) > 1) return false;
  if (course.ended || course.underway || course.cancelled) return false;
  return all.some((other) => (dayOf(other) ?? "") > today);
}

const hasOwnDay = (frame: Frame): boolean => dayOf(frame) !== null;

/** A plan of the past moves nothing that is to come. */
function isLongAgo(frame: Frame, today: CalendarDate): boolean {
  const day = dayOf(frame);
  return frame.aside || (day !== null && daysBetween(day, today) > NEWS_DAYS);
}

/** A day or place that another sentence says the meeting was moved away from. */
function isOldPlan(frame: Frame, all: readonly Frame[]): boolean {
  const { place } = frame;
  const day = dayOf(frame);
  if (frame.order === "earlier" || frame.course.ended) return false;
  return all.some(
    ({ former }) =>
      (day !== null && former.dates.includes(day)) ||
      (place !== null && former.places.some(({ venue }) => venue.city === place.venue.city)),
  );
}

function meetingOf(
  { view, outlets }: MeetingSources,
  gathered: Gathered,
  all: readonly Gathered[],
): Meeting {
  const { frames, date, venue, status } = gathered;
  const [told] = frames;
  const today = publishedDay(view);
  const timed = frames.find((frame) => (frame.date?.time ?? null) !== null);
  const zone = firstOf(frames, ({ place }) => place?.timeZone ?? null);
  const slots = {
    date,
    time: timed?.date?.time ?? null,
    timeZone: timed?.date?.timeZone ?? zone ?? (date === null ? null : view.dossier.timeZone),
    venue: withCity(view, venue, {
      isNow: date === today && status !== "scheduled",
      isHere: frames.some(({ sentence }) => sentence.cues.has("meeting.here")),
    }),
    format: firstOf(frames, ({ format }) => format),
    mediator: firstOf(frames, mediatorOf),
    status,
    outcome: status === "held" ? outcomeOf(view, frames) : null,
  };
  const { span } = told.sentence;
  const grounds = groundsOf(slots, gathered, {
    view,
    today,
    outcomeOf: (frame) => outcomeOf(view, [frame]),
    mediatorOf,
  });
  return {
    ...slots,
    ...grounds,
    background: isBackground({ frames, date, status }, all, today),
    attribution: attributionOf(view, outlets, told.sentence),
    evidence: span,
  };
}

/** Told at the head of the article as what has just ended. */
const isNewsOfEnd = ({ sentence, course, aside, order }: Frame): boolean =>
  sentence.index < HEAD_SENTENCES && course.ended && !aside && order !== "earlier";

/** How many sentences from the top tell the news. */
const HEAD_SENTENCES = 3;

function mediatorOf({ sentence: { mediators, cues } }: Frame): string | null {
  if (!cues.has("talks.mediation") && !cues.has("format.indirect")) return null;
  return [...mediators][0] ?? null;
}

function outcomeOf(view: TalksView, frames: readonly Frame[]): Outcome | null {
  const tells = (cue: "phase.agreement" | "phase.no-agreement"): boolean =>
    frames.some(({ sentence }) => sentence.cues.has(cue));
  const isToResume = frames.some(({ sentence }) =>
    cuesOf(sentence.mentions, "phase.resume").some((cue) => resumes(view, sentence, cue)),
  );
  if (isToResume) return "to-resume";
  if (tells("phase.agreement")) return "agreement";
  return tells("phase.no-agreement") ? "no-agreement" : null;
}

/** Longer ago than this, a meeting is history in any news. */
const NEWS_DAYS = 14;

/** With a day to spare for where the article was written. */
const RECENT_DAYS = 2;

/** A past meeting is history when it is long ago, or when the news is about a later one. */
function isBackground(
  { frames, date, status }: Pick<Gathered, "frames" | "date" | "status">,
  all: readonly Gathered[],
  today: CalendarDate,
): boolean {
  const isOver = status === "held" || (date !== null && date < today);
  if (!isOver) return false;
  if (date === null && frames.every(({ aside, order }) => aside || order === "earlier"))
    return true;
  if (date !== null && daysBetween(date, today) > NEWS_DAYS) return true;
  const inTitle = frames.some(({ sentence }) => sentence.part === "title");
  if (date === null && frames.some(isNewsOfEnd)) return false;
  const later = all.some((other) => other.date !== null && other.date > (date ?? ""));
  const isRecent = date !== null && daysBetween(date, today) <= RECENT_DAYS;
  return !inTitle && !isRecent && later;
}
