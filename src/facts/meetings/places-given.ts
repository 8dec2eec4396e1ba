import type { DateMention } from "../dates/date-mention.ts";
import type { Course } from "./course.ts";
import type { VenueMention } from "./venues.ts";

/** A day of a sentence, and whether it still holds. */
export type Given = { readonly date: DateMention; readonly as: VenueMention["given"] | null };

/** The places that hold, and those given up. "From 13 March in Rome": a place right behind a day given up is given up too. */
export function placesOf(
  places: readonly VenueMention[],
  days: readonly Given[],
  course: Course,
): { readonly current: VenueMention[]; readonly former: VenueMention[] } {
  const isFormer = (place: VenueMention): boolean =>
    place.given === "former" ||
    days.some(
      ({ date, as }) => as === "former" && place.from >= date.to && place.from - date.to <= 2,
    );
  const former = places.filter(isFormer);
  const current = places.filter((place) => !isFormer(place));
  const isOff = course.postponed || course.cancelled;
  return isOff && current.length === 0 ? { current: former, former: [] } : { current, former };
}
