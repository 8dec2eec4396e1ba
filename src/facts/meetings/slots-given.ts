import type { TokenRange } from "../../articles/token-range.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { DateMention } from "../dates/date-mention.ts";
import { cuesOf } from "../mention.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";
import { type Anchors, isDateOfTalks } from "./attachment.ts";
import type { Capitals } from "./capitals.ts";
import { newsStartOf } from "./dateline.ts";
import { isDeadline } from "./deadlines.ts";
import { deniedIn, isWithin } from "./denied.ts";
import { isOfAnother } from "./likened.ts";
import { isDayOfTelling, isOfNow } from "./plans.ts";
import { isOfJoinedDeed } from "./spoken-of.ts";
import { type VenueMention, venuesOf } from "./venues.ts";

/** What frames are found with. */
export type FrameSources = {
  readonly view: TalksView;
  readonly dates: readonly DateMention[];
  readonly capitals: Capitals;
  /** The day of publication. */
  readonly today: CalendarDate;
  /** Days that the article says are not those of a meeting. */
  readonly denied: ReadonlySet<string>;
};

/** The days and places that a stretch gives its meeting. */
export type Slots = {
  readonly dates: readonly DateMention[];
  readonly places: readonly VenueMention[];
};

type Given = Slots & {
  /** Today or yesterday, as the day of something else: when it was told. */
  readonly told: CalendarDate | null;
  /** That day was nearly over. */
  readonly toldLate: boolean;
  /** The sentence denies that some meeting is planned or held. */
  readonly deniesMeeting: boolean;
  /** It does so of a day. */
  readonly deniesDay: boolean;
};

/** Finds the days and places of meetings in a sentence, without those of a meeting that is denied. */
export function slotsOf(sources: FrameSources, sentence: TalksSentence, anchors: Anchors): Given {
  const { view, capitals, today } = sources;
  const { clauses } = anchors;
  const { tokens } = view.read;
  const start = newsStartOf(sentence, tokens);
  const spokenOf = deniedIn(view, sentence);
  const denied = datedOf(spokenOf, sources.dates);
  const all = sources.dates
    .filter((date) => isUsable(date, sentence, start) && !isWithin(date, denied))
    .filter((date) => !isDeniedElsewhere(sources, sentence, date))
    .filter((date) => !isDeadline(sentence, tokens, date) && !isOfAnother(sentence, tokens, date));
  const joined = { clauses, talks: anchors.talks, days: all };
  const dates = all.filter(
    (date) =>
      isDateOfTalks(anchors, sentence, date) &&
      !isOfJoinedDeed(sentence, tokens, joined, date) &&
      !isDayOfTelling(sentence, clauses, date, today),
  );
  const told = all.find((date) => !dates.includes(date) && isOfNow(date, today));
  const places = venuesOf(view, sentence, anchors, capitals)
    .filter((place) => place.from >= start && !isWithin(place, denied))
    .filter((place) => !isOfAnother(sentence, tokens, place) || tellsOfPast(sentence, place));
  return {
    dates,
    places,
    told: told?.date ?? null,
    toldLate: told !== undefined && isLate(sentence, told),
    deniesMeeting: spokenOf.length > 0,
    deniesDay: denied.length > 0,
  };
}

/** In tokens, from a day to its evening. */
const BESIDE = 1;

/** "Late on Tuesday", "Tuesday night". */
const isLate = ({ mentions }: TalksSentence, { from, to }: DateMention): boolean =>
  cuesOf(mentions, "meeting.late").some(
    (late) => late.from <= to + BESIDE - 1 && from - BESIDE <= late.to,
  );

/** A meeting that is denied with its day is none; without one, it was only spoken of. */
const datedOf = (
  stretches: readonly TokenRange[],
  dates: readonly DateMention[],
): readonly TokenRange[] =>
  stretches.filter((stretch) =>
    dates.some((date) => date.precision === "day" && isWithin(date, [stretch])),
  );

/** "After a report that named Wednesday": a day that another sentence denies. */
const isDeniedElsewhere = (
  { denied }: FrameSources,
  { cues }: TalksSentence,
  { date }: DateMention,
): boolean => date !== null && denied.has(date) && cues.has("modality.hearsay");

/** A round of the past keeps its place where it is what the words for its course are said of. */
const tellsOfPast = ({ cues, mentions }: TalksSentence, place: TokenRange): boolean =>
  !cues.has("meeting.next") &&
  cues.has("phase.ended") &&
  !cuesOf(mentions, "meeting.likened").some(({ to }) => to <= place.from);

const isUsable = (date: DateMention, sentence: TalksSentence, start: number): boolean =>
  date.from >= Math.max(start, sentence.from) &&
  date.to <= sentence.to &&
  (date.precision === "day" || date.form === "time");
