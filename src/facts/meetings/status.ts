import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { CueName } from "../cues.ts";
import type { MeetingStatus } from "../fact.ts";
import { cuesOf } from "../mention.ts";
import { modalityAt } from "../modality.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";
import type { TokenRange } from "./attachment.ts";

/** What a range of a sentence says of a meeting's course, in falling weight. */
export type Course = {
  readonly cancelled: boolean;
  readonly postponed: boolean;
  readonly inDoubt: boolean;
  readonly goingAhead: boolean;
  readonly underway: boolean;
  readonly ended: boolean;
  readonly scheduled: boolean;
  readonly proposed: boolean;
};

/** Reads the cues of a range, each by its modality: a denied cancellation goes ahead. */
export function courseIn(view: TalksView, sentence: TalksSentence, range: TokenRange): Course {
  const modalities = (cue: CueName) =>
    cuesOf(sentence.mentions, cue)
      .filter(({ from, to }) => range.from <= from && to <= range.to)
      .map((mention) => modalityAt(view.read, sentence, mention));
  const isTold = (cue: CueName): boolean =>
    modalities(cue).some((modality) => modality !== "negated" && modality !== "hypothetical");
  const isPast = (cue: CueName): boolean =>
    modalities(cue).some((modality) => modality === "asserted" || modality === "historical");
  const isDenied = (cue: CueName): boolean => modalities(cue).includes("negated");
  return {
    cancelled: isTold("phase.cancelled"),
    postponed: isTold("phase.postponed"),
    inDoubt: isTold("phase.in-doubt"),
    goingAhead:
      isTold("phase.going-ahead") || isDenied("phase.cancelled") || isDenied("phase.postponed"),
    underway: isPast("phase.underway"),
    ended: isPast("phase.ended"),
    scheduled: isTold("phase.scheduled") || modalities("talks.meeting").includes("future"),
    proposed: isTold("phase.proposed"),
  };
}

/** The course of a meeting as told in two places. */
export function joinCourses(a: Course, b: Course): Course {
  return {
    cancelled: a.cancelled || b.cancelled,
    postponed: a.postponed || b.postponed,
    inDoubt: a.inDoubt || b.inDoubt,
    goingAhead: a.goingAhead || b.goingAhead,
    underway: a.underway || b.underway,
    ended: a.ended || b.ended,
    scheduled: a.scheduled || b.scheduled,
    proposed: a.proposed || b.proposed,
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
  if (course.ended && !course.scheduled) return "held";
  if (course.underway && !course.scheduled) return "underway";
  if (course.inDoubt && !course.goingAhead) return "in-doubt";
  if (course.ended) return "held";
  if (course.underway && date !== null) return "underway";
  return comingStatus(course);
}

const comingStatus = ({ proposed, scheduled, goingAhead }: Course): MeetingStatus =>
  proposed && !scheduled && !goingAhead ? "proposed" : "scheduled";
