import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { Span } from "../../lib/span.ts";
import type { Meeting, MeetingFormat, MeetingSlot } from "../fact.ts";
import type { TalksView } from "../relevance/talks-view.ts";
import { sentenceNaming } from "./city-of-host.ts";
import { dayOf, type Frame } from "./frames.ts";
import { type Gathered, mergeFrames } from "./merge-frames.ts";

type Slots = Pick<Meeting, MeetingSlot>;

type Reading = {
  readonly view: TalksView;
  readonly today: CalendarDate;
  readonly outcomeOf: (frame: Frame) => Meeting["outcome"];
  readonly mediatorOf: (frame: Frame) => string | null;
};

/**
 * Which sentences tell the slots of a meeting that its first one does not; nothing where the first one
 * tells all of them.
 */
export function groundsOf(
  slots: Slots,
  gathered: Gathered,
  reading: Reading,
): Pick<Meeting, "grounds"> {
  const own = gathered.frames[0].sentence.span;
  const found = Object.entries(tellersOf(slots, gathered, reading)).filter(
    ([, span]) => span !== undefined && span[0] !== own[0],
  );
  return found.length === 0 ? {} : { grounds: Object.fromEntries(found) };
}

/** The sentence that tells each slot; undefined where none does, or the slot is open. */
function tellersOf(
  slots: Slots,
  { frames }: Gathered,
  { view, today, outcomeOf, mediatorOf }: Reading,
): Readonly<Record<MeetingSlot, Span | undefined>> {
  const { date, time, venue, format, mediator, status, outcome } = slots;
  const teller = (tells: (frame: Frame) => boolean): Span | undefined =>
    frames.find(tells)?.sentence.span;
  return {
    date: teller((frame) => dayOf(frame) === date),
    time: time === null ? undefined : teller((frame) => frame.date?.time === time),
    venue: venue === null ? undefined : venueTeller(venue, frames, view),
    format: format === null ? undefined : formatTeller(format, frames),
    mediator: mediator === null ? undefined : teller((frame) => mediatorOf(frame) === mediator),
    status: teller((frame) => mergeFrames([frame], today)[0]?.status === status),
    outcome: outcome === null ? undefined : teller((frame) => outcomeOf(frame) === outcome),
  };
}

/** A sentence with the word for it, though another clause of it may be what tells of the meeting. */
function formatTeller(format: MeetingFormat, frames: readonly Frame[]): Span | undefined {
  const [first] = frames;
  if (first?.sentence.cues.has(`format.${format}`) === true) return first.sentence.span;
  return frames.find((frame) => frame.format === format)?.sentence.span;
}

/** The city as such where it is told; it may stand outside all that is said of the meeting. */
function venueTeller(
  { city, country }: NonNullable<Meeting["venue"]>,
  frames: readonly Frame[],
  view: TalksView,
): Span | undefined {
  const placed = frames.find(
    ({ place }) => place?.venue.city === city && place?.venue.country === country,
  );
  return (placed?.sentence ?? (city === null ? null : sentenceNaming(view, city)))?.span;
}
