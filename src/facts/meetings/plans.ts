import type { TokenRange } from "../../articles/token-range.ts";
import { type CalendarDate, daysBetween } from "../../lib/calendar-date.ts";
import type { CueName } from "../cues.ts";
import type { DateMention } from "../dates/date-mention.ts";
import { cuesOf } from "../mention.ts";
import type { TalksSentence } from "../relevance/talks-view.ts";
import { type Clause, clauseIndex } from "./clauses.ts";

/** Today or yesterday. */
export const isOfNow = ({ date }: DateMention, today: CalendarDate): boolean =>
  date !== null && date <= today && daysBetween(date, today) <= 1;

/** "Turkey put off, on Tuesday, the talks …": a day of now alone in its clause is when it was done. */
export function isDayOfTelling(
  sentence: TalksSentence,
  clauses: readonly Clause[],
  date: DateMention,
  today: CalendarDate,
): boolean {
  const { cues } = sentence;
  if (!isOfNow(date, today)) return false;
  const clause = clauses[clauseIndex(clauses, date.from)];
  if (clause !== undefined && standsBeforeAfter(sentence, clauses, clause, date)) return true;
  if (!DECIDES.some((cue) => cues.has(cue)) || HAPPENS.some((cue) => cues.has(cue))) return false;
  return clause !== undefined && clause.to - clause.from <= date.to - date.from + 2;
}

/** "The minister, on Thursday night after the end of the talks, said": no word for talks stands with the day. */
function standsBeforeAfter(
  { mentions }: TalksSentence,
  clauses: readonly Clause[],
  clause: Clause,
  date: DateMention,
): boolean {
  const next = clauses[clauses.indexOf(clause) + 1];
  if (clause.kind !== "main" || next?.kind !== "after" || next.from !== date.to) return false;
  return !cuesOf(mentions, "talks.negotiation", "talks.meeting").some(
    ({ from }) => clause.from <= from && from < clause.to,
  );
}

const DECIDES: readonly CueName[] = [
  "phase.postponed",
  "phase.cancelled",
  "phase.accepted",
  "phase.proposed",
  "phase.scheduled",
];
const HAPPENS: readonly CueName[] = [
  "phase.ended",
  "phase.underway",
  "phase.begins",
  "phase.collapsed",
  "phase.agreement",
  "phase.no-agreement",
];

/** "Was to have begun on Friday": the first day behind such words. */
export function isFirstPlan(
  sentence: TalksSentence,
  date: TokenRange,
  dates: readonly TokenRange[],
): boolean {
  return cuesOf(sentence.mentions, "meeting.was-planned").some(
    ({ to }) =>
      to <= date.from + 1 &&
      date.from - to <= FURTHEST_PLAN &&
      !dates.some((other) => to <= other.from + 1 && other.to <= date.from) &&
      !cuesOf(sentence.mentions, "phase.postponed", "meeting.moved").some(
        (change) => to <= change.from && change.to <= date.from,
      ),
  );
}

/** "Put off until Friday", "moved to 14 March". */
export const isNewDay = (
  { mentions }: TalksSentence,
  group: TokenRange,
  date: TokenRange,
): boolean => {
  const changes = cuesOf(mentions, "phase.postponed", "meeting.moved").filter(
    ({ from }) => from < group.to,
  );
  return cuesOf(mentions, "meeting.to").some(
    (to) =>
      to.to <= date.from &&
      date.from - to.to <= 1 &&
      // The verb comes before, or last of all: "planned for Friday" is no new day.
      changes.some(
        (change) => change.from < to.from || (change.from >= date.to && change.from - date.to <= 2),
      ),
  );
};

/** In tokens, between the words of a plan and its day. */
const FURTHEST_PLAN = 8;

/** In tokens, between "next week" and the talks that it is said of. */
const NEAR_VAGUE = 3;

/** "Next week's talks": of a coming meeting, on no day that is named. */
export function vagueIn(
  dates: readonly DateMention[],
  { mentions }: TalksSentence,
  today: CalendarDate,
): readonly DateMention[] {
  const nouns = cuesOf(mentions, "talks.negotiation", "talks.meeting");
  return dates.filter(
    ({ date, dateEnd, precision, from, to }) =>
      precision === "week" &&
      (dateEnd ?? date ?? "") > today &&
      nouns.some((noun) => noun.from - to <= NEAR_VAGUE && from - noun.to <= NEAR_VAGUE),
  );
}
