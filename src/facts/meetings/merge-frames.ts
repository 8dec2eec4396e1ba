import {
  type CalendarDate,
  addDays,
  daysBetween,
  localDate,
  toCalendarDate,
} from "../../lib/calendar-date.ts";
import type { CueName } from "../cues.ts";
import type { MeetingStatus, Venue } from "../fact.ts";
import { cuesOf } from "../mention.ts";
import { dayOf, type Frame } from "./frames.ts";
import { type Course, isTold, joinCourses, statusOf } from "./course.ts";

/** A meeting gathered from the places of an article that tell of it; the first is the telling one. */
export type Gathered = {
  readonly frames: readonly [Frame, ...Frame[]];
  readonly date: CalendarDate | null;
  readonly venue: Venue | null;
  readonly status: MeetingStatus;
  /** The day is gathered from when the news was told. */
  readonly isInferred: boolean;
  /** Null while nothing tells it: such a mention may mean any meeting. */
  readonly tense: "past" | "present" | null;
};

/** Brings together what sentences say of the same meeting: a day in one, its place in another. */
export function mergeFrames(frames: readonly Frame[], today: CalendarDate): Gathered[] {
  const gathered: Gathered[] = [];
  // Frames with a day come first, so that those without find the meeting that they speak of.
  const ordered = [...frames.filter(hasDay), ...frames.filter((frame) => !hasDay(frame))];
  for (const frame of ordered) {
    const one = asGathered([frame], today);
    const at = gathered.findIndex((other) => isSame(other, one, today));
    const found = gathered[at];
    if (found === undefined) gathered.push(one);
    else gathered[at] = asGathered([...found.frames, frame], today);
  }
  return gathered;
}

const hasDay = (frame: Frame): boolean => dayOf(frame) !== null;

function asGathered(frames: readonly [Frame, ...Frame[]], today: CalendarDate): Gathered {
  const date = firstOf(frames, (frame) => frame.date?.date ?? null);
  const city = firstOf(frames, ({ place }) => (place?.venue.city ? place.venue : null));
  const venue = city ?? firstOf(frames, ({ place }) => place?.venue ?? null);
  const moved = frames.some(
    ({ former, date: day, isNewDay }) => isNewDay || (former.dates.length > 0 && day !== null),
  );
  const course = courseOf(frames);
  // Where the article was written it may still be the day before.
  const written = toCalendarDate(frames[0].published);
  const day = date === written && written < today ? today : date;
  const status = statusOf(moved ? { ...course, postponed: false } : course, day, today);
  const tense = tenseOf(frames, date, status);
  const zone = firstOf(frames, ({ place }) => place?.timeZone ?? null);
  const now = zone === null ? today : localDate(frames[0].published, zone);
  const isInferred = date === null;
  return { frames, date: date ?? dayOfNow(frames, status, now), isInferred, venue, status, tense };
}

/** What the head says of a meeting counts; the body may tell of what had been said before. */
function courseOf(frames: readonly [Frame, ...Frame[]]): Course {
  const head = frames.filter(({ sentence, course }) => isHead(sentence) && isTold(course));
  return (head.length > 0 ? head : frames)
    .map((one) => courseBeside(one, frames))
    .reduce(joinCourses);
}

/** "Not happy with the talks" leaves no doubt of the meeting that another sentence gives a day. */
const courseBeside = ({ course, date, place }: Frame, all: readonly Frame[]): Course =>
  course.open && date === null && place === null && all.some(hasDay)
    ? { ...course, open: false }
    : course;

/** The first value that any frame gives, in their order. */
export function firstOf<T>(frames: readonly Frame[], get: (frame: Frame) => T | null): T | null {
  for (const frame of frames) {
    const value = get(frame);
    if (value !== null) return value;
  }
  return null;
}

function isSame(a: Gathered, b: Gathered, today: CalendarDate): boolean {
  if (!agree(a.venue?.country ?? null, b.venue?.country ?? null)) return false;
  if (!agree(a.venue?.city ?? null, b.venue?.city ?? null)) return false;
  if (!agree(a.date, b.date) && !isNearInferred(a, b)) return false;
  if (a.date !== null && b.date !== null) return true;
  return (agree(a.tense, b.tense) || isOneDay(a, b, today)) && !isOtherRound(a, b);
}

/** What opened today may be told as over in the next sentence. */
const isOneDay = (a: Gathered, b: Gathered, today: CalendarDate): boolean =>
  ![a, b].some(({ status, frames }) => status === "scheduled" && frames.some(isFirm)) &&
  [a, b].some(({ date }) => date === today) &&
  [a, b].some(({ status }) => status === "held");

const isFirm = ({ course }: Frame): boolean => course.scheduled;

/** A day gathered from when the news was told may be the day before or after. */
const isNearInferred = (a: Gathered, b: Gathered): boolean =>
  (a.isInferred || b.isInferred) &&
  a.date !== null &&
  b.date !== null &&
  Math.abs(daysBetween(a.date, b.date)) <= 1;

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

function tenseOf(
  frames: readonly Frame[],
  date: CalendarDate | null,
  status: MeetingStatus,
): Gathered["tense"] {
  if (status === "held") return "past";
  if (date !== null) return "present";
  if (frames.every(({ order }) => order === "earlier")) return "past";
  return frames.some(({ course }) => isTold(course)) ? "present" : null;
}

/** How many sentences from the top may tell of the day's news. */
const HEAD_SENTENCES = 3;

const DAYS_AFTER = [
  ["meeting.day-after", 1],
  ["meeting.two-days-after", 2],
] as const satisfies readonly (readonly [CueName, number])[];

/** "Hours after" stands partly before the clause that it dates. */
const touches = ({ sentence, range }: Frame, cue: CueName): boolean =>
  cuesOf(sentence.mentions, cue).some(({ from, to }) => from < range.to && range.from < to);

/** A line or two of news, with the end of a meeting in its title. */
const isFlash = (frame: Frame): boolean =>
  frame.ofShortText &&
  !frame.aside &&
  frame.course.ended &&
  frame.sentence.part === "title" &&
  touches(frame, "phase.ended");

const isHead = ({ index }: { readonly index: number }): boolean => index < HEAD_SENTENCES;

/** What is going on, or ended hours ago, is of the day; what is told as news, of when it was told. */
function dayOfNow(
  frames: readonly Frame[],
  status: MeetingStatus,
  today: CalendarDate,
): CalendarDate | null {
  if (status === "underway") return today;
  if (status !== "held") return null;
  const news = frames.filter(({ order, sentence }) => order !== "earlier" && isHead(sentence));
  if (news.some((frame) => frame.course.ended && touches(frame, "meeting.today"))) return today;
  const toldOn = firstOf(frames, ({ told }) => told);
  for (const [cue, days] of DAYS_AFTER)
    if (news.some((frame) => touches(frame, cue))) return addDays(toldOn ?? today, -days);
  if (news.some(isFlash)) return today;
  return firstOf(
    news.filter(({ course }) => course.ended),
    ({ told }) => told,
  );
}

function isOtherRound(a: Gathered, b: Gathered): boolean {
  const orders = (gathered: Gathered) => gathered.frames.map(({ order }) => order);
  const [first, second] = [orders(a), orders(b)];
  return (
    (first.includes("earlier") && second.includes("next")) ||
    (first.includes("next") && second.includes("earlier"))
  );
}
