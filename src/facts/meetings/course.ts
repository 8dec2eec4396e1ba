import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { MeetingStatus } from "../fact.ts";

/** What a range of a sentence says of a meeting's course, in falling weight. */
export type Course = {
  readonly cancelled: boolean;
  readonly postponed: boolean;
  readonly inDoubt: boolean;
  readonly goingAhead: boolean;
  readonly underway: boolean;
  /** The present tense: begins now, or on the day named. */
  readonly begins: boolean;
  /** Still going on, whatever of it is over. */
  readonly ongoing: boolean;
  readonly ended: boolean;
  readonly scheduled: boolean;
  readonly proposed: boolean;
  readonly agreed: boolean;
  /** Ended before its time: one side walked out, or war came. */
  readonly brokenOff: boolean;
  /** Only spoken of as denied, or as what should be. */
  readonly open: boolean;
};

/** A course of which nothing is said. */
export const NOTHING_TOLD: Course = {
  cancelled: false,
  postponed: false,
  inDoubt: false,
  goingAhead: false,
  underway: false,
  begins: false,
  ongoing: false,
  ended: false,
  scheduled: false,
  proposed: false,
  agreed: false,
  brokenOff: false,
  open: false,
};

/** Whether anything is said of when the meeting is, was or may be. */
export const isTold = (course: Course): boolean =>
  course.cancelled ||
  course.postponed ||
  course.inDoubt ||
  course.goingAhead ||
  course.underway ||
  course.begins ||
  course.ongoing ||
  course.ended ||
  course.scheduled ||
  course.proposed ||
  course.agreed ||
  course.brokenOff;

/** The course of a meeting as told in two places. */
export function joinCourses(a: Course, b: Course): Course {
  return {
    cancelled: a.cancelled || b.cancelled,
    postponed: a.postponed || b.postponed,
    inDoubt: a.inDoubt || b.inDoubt,
    goingAhead: a.goingAhead || b.goingAhead,
    underway: a.underway || b.underway,
    begins: a.begins || b.begins,
    ongoing: a.ongoing || b.ongoing,
    ended: a.ended || b.ended,
    scheduled: a.scheduled || b.scheduled,
    proposed: a.proposed || b.proposed,
    agreed: a.agreed || b.agreed,
    brokenOff: a.brokenOff || b.brokenOff,
    open: a.open || b.open,
  };
}

/** Where a meeting stands, by its course and by its day against the day of publication. */
export function statusOf(
  course: Course,
  date: CalendarDate | null,
  today: CalendarDate,
): MeetingStatus {
  if (course.cancelled && !course.goingAhead) return "cancelled";
  if (date !== null && date < today) return "held";
  if (course.postponed && !course.goingAhead) return "postponed";
  if (date !== null && date > today)
    return course.inDoubt && !course.goingAhead ? "in-doubt" : comingStatus(course);
  if (course.brokenOff && !course.scheduled) return "held";
  if (course.ongoing && (date !== null || !course.ended)) return "underway";
  if (course.ended && !course.scheduled) return "held";
  if ((course.underway || course.begins) && !course.scheduled) return "underway";
  if (course.inDoubt && !course.goingAhead) return "in-doubt";
  if (course.ended) return "held";
  if (course.underway && date !== null) return "underway";
  return comingStatus(course);
}

const comingStatus = (course: Course): MeetingStatus => {
  const { proposed, scheduled, goingAhead, agreed, open } = course;
  if (open && !isTold(course)) return "proposed";
  return proposed && !scheduled && !goingAhead && !agreed ? "proposed" : "scheduled";
};
