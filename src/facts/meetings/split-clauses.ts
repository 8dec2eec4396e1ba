import type { DateMention } from "../dates/date-mention.ts";
import { cuesOf } from "../mention.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";
import type { Clause } from "./clauses.ts";
import type { VenueMention } from "./venues.ts";

type Slots = { readonly dates: readonly DateMention[]; readonly places: readonly VenueMention[] };

/** In tokens, between a place and the day that still belongs to it. */
const DAY_AFTER_PLACE = 3;

/**
 * Divides clauses that tell of two meetings: where a second place follows a first in another country,
 * and where the next round follows one that has ended.
 */
export function splitClauses(
  view: TalksView,
  sentence: TalksSentence,
  clauses: readonly Clause[],
  { dates, places }: Slots,
): Clause[] {
  const isVerbLast = view.read.article.lang === "fa";
  const cuts = [
    ...cutsBetween(sentence, places, dates),
    ...(isVerbLast ? cutsBehindEnd(sentence, dates) : cutsBeforeNext(sentence)),
  ];
  return clauses.flatMap((clause) => cutClause(clause, cuts));
}

function cutsBetween(
  { mentions }: TalksSentence,
  places: readonly VenueMention[],
  dates: readonly DateMention[],
): number[] {
  const anchors = [...cuesOf(mentions, "talks.negotiation", "talks.meeting"), ...dates];
  const current = places.filter(({ given }) => given === "current");
  return current.flatMap((place, at) => {
    const next = current[at + 1];
    if (next === undefined || next.venue.country === place.venue.country) return [];
    // "In Muscat and Rome" lists places of the same talks.
    if (!anchors.some(({ from, to }) => place.to <= from && to <= next.from)) return [];
    const day = dates.find(
      ({ from, to }) => from >= place.to && from - place.to <= DAY_AFTER_PLACE && to <= next.from,
    );
    return [day?.to ?? place.to];
  });
}

function cutsBeforeNext({ mentions }: TalksSentence): number[] {
  const ends = cuesOf(mentions, "phase.ended");
  const over = [...ends, ...cuesOf(mentions, "phase.no-agreement")];
  const nouns = cuesOf(mentions, "talks.negotiation", "talks.meeting");
  return (
    cuesOf(mentions, "meeting.next", "phase.scheduled")
      .map(({ from }) => from)
      .filter((from) => over.some((cue) => cue.to <= from))
      // "Ended the second round of technical talks" names the round that has ended.
      .filter((from) => nouns.some(({ to }) => to <= from))
      .filter((from) => !ends.some(({ to }) => to === from || to + 1 === from))
  );
}

/** Where the verb comes last, the next clause begins behind it, its day before its own verb. */
function cutsBehindEnd({ mentions }: TalksSentence, dates: readonly DateMention[]): number[] {
  const next = cuesOf(mentions, "meeting.next", "phase.scheduled");
  return cuesOf(mentions, "phase.ended")
    .map(({ to }) => to)
    .filter(
      (to) =>
        next.some(({ from }) => from >= to) &&
        (dates.some(({ from }) => from >= to) || next.some(({ from }) => from === to + 1)),
    );
}

function cutClause(clause: Clause, cuts: readonly number[]): Clause[] {
  const inside = [...new Set(cuts.filter((cut) => clause.from < cut && cut < clause.to))];
  const starts = [clause.from, ...inside.toSorted((a, b) => a - b)];
  return starts.map((from, at) => ({ ...clause, from, to: starts[at + 1] ?? clause.to }));
}
