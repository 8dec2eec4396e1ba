import { type CalendarDate, addDays, daysBetween } from "../../lib/calendar-date.ts";
import { dayOf, type Frame } from "./frames.ts";
import { isTold } from "./course.ts";

/**
 * Lets the days of an article agree: a weekday that no word of its sentence places is the same weekday
 * that another sentence places, "tomorrow" told near midnight is the weekday that stands elsewhere, and
 * the eve of a meeting without a day is the day before it.
 */
export function alignDays(frames: readonly Frame[], today: CalendarDate): Frame[] {
  const firm = frames.filter((frame) => dayOf(frame) !== null && isTold(frame.course));
  return frames.map((frame) => {
    const day = frame.date?.date ?? null;
    if (day === null || frame.date === null) return onEve(frame, frames, today);
    if (
      frame.date.form !== "relative" &&
      firm.some((one) => one !== frame && one.date?.date === day)
    )
      return frame;
    const other = firm.find((one) => one !== frame && isOtherReading(frame, one));
    const meant = other?.date?.date ?? comingReading(frame, today) ?? day;
    return meant === day ? frame : { ...frame, date: { ...frame.date, date: meant } };
  });
}

const WEEK = 7;

/** News of talks on a weekday, with no word of their end, is of the coming one. */
function comingReading({ date, course }: Frame, today: CalendarDate): CalendarDate | null {
  if (date?.form !== "weekday" || date.date === null) return null;
  // Where it is still that day, the zone of the talks may have the next.
  if (daysBetween(date.date, today) <= 1) return null;
  return isTold(course) || date.alternative === null || date.alternative <= today
    ? null
    : date.alternative;
}

function isOtherReading(frame: Frame, firm: Frame): boolean {
  const [mine, theirs] = [frame.date, firm.date];
  const [day, other] = [dayOf(frame), dayOf(firm)];
  if (mine === null || theirs === null || day === null || other === null) return false;
  const apart = Math.abs(daysBetween(day, other));
  if (mine.form === "weekday") return apart === WEEK && !isTold(frame.course);
  // "The day after tomorrow, Friday" says more than "the day after tomorrow".
  const isSurer = theirs.form !== "relative" || theirs.to - theirs.from > mine.to - mine.from + 1;
  return mine.form === "relative" && isSurer && apart === 1;
}

function onEve(frame: Frame, all: readonly Frame[], today: CalendarDate): Frame {
  if (!frame.sentence.cues.has("meeting.eve")) return frame;
  if (all.some((other) => (dayOf(other) ?? "") >= today)) return frame;
  const { span } = frame.sentence;
  const { from, to } = frame.range;
  const date = {
    span,
    from,
    to,
    date: addDays(today, 1),
    dateEnd: null,
    time: frame.date?.time ?? null,
    timeZone: frame.date?.timeZone ?? null,
    form: "relative",
    precision: "day",
    alternative: null,
    bound: null,
  } as const;
  return { ...frame, date };
}
