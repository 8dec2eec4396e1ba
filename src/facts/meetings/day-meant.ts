import {
  type CalendarDate,
  addDays,
  daysBetween,
  toCalendarDate,
} from "../../lib/calendar-date.ts";
import type { DateMention } from "../dates/date-mention.ts";
import type { Course } from "./course.ts";

/**
 * The day that a date of the talks means, given what the sentence says of them: a weekday before a coming
 * meeting is the next one, and a month's day without a year is last year's when the meeting is over.
 */
export function dayMeant(
  mention: DateMention | null,
  course: Course,
  today: CalendarDate,
): DateMention | null {
  if (mention === null || mention.date === null) return mention;
  const { date, form, alternative } = mention;
  // "Spent Tuesday in separate rooms", told on the night of that day.
  const before = addDays(date, -WEEK);
  if (form === "weekday" && date > today && course.begins && !course.scheduled)
    if (before <= today && daysBetween(before, today) <= 1) return { ...mention, date: before };
  const isLate = daysBetween(date, today) === 1 && course.begins;
  if (form === "weekday" && date < today && isComing(course) && !isLate) {
    if (alternative === null || alternative <= today) return mention;
    return daysBetween(today, alternative) <= WEEK ? { ...mention, date: alternative } : mention;
  }
  if (form === "weekday" && date > today && isOver(course)) {
    const last = addDays(date, -WEEK);
    return last <= today ? { ...mention, date: last } : mention;
  }
  // "Put off until 15 October" is to come, however near the last one is.
  if (form === "calendar" && date < today && course.postponed && !namesYear(mention))
    return { ...mention, date: inYear(date, 1) };
  if (form === "calendar" && daysBetween(today, date) > FAR_AHEAD && isPastPlan(course))
    return { ...mention, date: inYear(date, -1) };
  return mention;
}

const WEEK = 7;
/** No round is named by day and month this long before it. */
const FAR_AHEAD = 45;

const isOver = (course: Course): boolean =>
  course.ended && !course.scheduled && !course.goingAhead && !course.proposed;

const isComing = (course: Course): boolean =>
  !course.ended &&
  !course.underway &&
  (course.scheduled ||
    course.goingAhead ||
    course.begins ||
    course.inDoubt ||
    course.proposed ||
    course.agreed ||
    course.cancelled ||
    course.postponed);

const isPastPlan = ({ scheduled, cancelled, postponed }: Course): boolean =>
  (!scheduled && !postponed) || cancelled;

/** A day and a month are two words; a year is one more. */
const namesYear = ({ from, to }: DateMention): boolean => to - from > 2;

function inYear(date: CalendarDate, years: number): CalendarDate {
  const at = new Date(date);
  at.setUTCFullYear(at.getUTCFullYear() + years);
  return toCalendarDate(at);
}
