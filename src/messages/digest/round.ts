import type { Digest, DigestRound } from "../../digest/digest.ts";
import { awaitsRound, roundOver } from "../../digest/next-round.ts";
import { formatComingDay, formatDay } from "../../i18n/dates.ts";
import { formatRoundHour } from "../../i18n/round-hour.ts";
import { localDate } from "../../lib/calendar-date.ts";
import { type Block, type Span, strong, text } from "../message.ts";
import type { Wording } from "./wording.ts";

/** The next round and the last one. */
export function roundBlocks(digest: Digest, wording: Wording): Block[] {
  const { phrases } = wording;
  const ahead = nextRoundItems(digest, wording);
  const over = roundOver(digest);
  const last = over === null ? null : lastRoundSpans(over, wording);
  const label = strong(phrases.label({ name: phrases["heading.lastRound"] }));
  const items = ahead.length === 0 ? [last] : [...ahead, last === null ? null : [label, ...last]];
  const told = items.filter((item) => item !== null);
  const heading = phrases[ahead.length === 0 ? "heading.lastRound" : "heading.round"];
  return told.length === 0
    ? []
    : [
        { kind: "heading", text: heading },
        { kind: "list", items: told },
      ];
}

/** The next round and all that is told of it, an item each; empty once nobody waits for one. */
function nextRoundItems(digest: Digest, wording: Wording): Span[][] {
  const { nextRound, phase, calledOffRound } = digest;
  if (nextRound === null && calledOffRound) return [calledOffSpans(calledOffRound, wording)];
  if (nextRound === null) return awaitsRound(phase) ? [[text(wording.phrases["round.none"])]] : [];
  const manner = mannerOf(nextRound, wording);
  return [
    [
      strong(roundLine(digest, nextRound, wording)),
      text(" "),
      ...wording.citations(nextRound.citations),
    ],
    ...(manner === "" ? [] : [[text(manner)]]),
    ...confirmationItems(digest, nextRound, wording),
    ...milestoneItems(digest, wording),
  ];
}

/** Which round it was that will not be on its day, or may not. */
function calledOffSpans(
  { date, venue, status, citations }: NonNullable<Digest["calledOffRound"]>,
  wording: Wording,
): Span[] {
  const { phrases, semicolon } = wording;
  const plan = plannedThen({ date, venue, time: null, timeZone: null }, wording);
  const standing = phrases["round.standing"]({ status: phrases["round.status"][status] });
  return [strong(`${plan}${semicolon}${standing}`), text(" "), ...wording.citations(citations)];
}

/** Status, format and mediator in one line. */
function mannerOf(round: DigestRound, wording: Wording): string {
  const { phrases } = wording;
  const { status, format, mediator } = round;
  const who = mediator === null ? null : wording.actorInSentence(mediator);
  const parts = [
    status === "scheduled"
      ? null
      : phrases["round.standing"]({ status: phrases["round.status"][status] }),
    format === null ? null : phrases[`format.${format}`],
    who === null ? null : phrases["round.mediator"]({ who }),
  ];
  const line = parts.filter((part) => part !== null).join(wording.semicolon);
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** On whose word the round rests, where that is not said of the phase already. */
function confirmationItems(digest: Digest, round: DigestRound, { phrases }: Wording): Span[][] {
  if (round.attributedTo !== null || round.confirmation === digest.confirmation) return [];
  const ground = phrases.confirmation[round.confirmation];
  return [[text(phrases["round.confirmation"]({ ground }))]];
}

const milestoneItems = ({ milestones }: Digest, wording: Wording): Span[][] =>
  milestones.flatMap(({ since, citations }): Span[][] => {
    const name = wording.milestone(since);
    if (name === null) return [];
    const line = wording.phrases["round.milestone"]({ since: name });
    return [[text(`${line} `), ...wording.citations(citations)]];
  });

/** A person's name as known in the reader's language, or an actor's. */
export const whoOf = (who: string, wording: Wording): string =>
  /^[A-Z0-9]+$/.test(who)
    ? (wording.actorInSentence(who) ?? wording.actor(who))
    : wording.person(who);

type Told = Pick<DigestRound, "date" | "time" | "timeZone" | "venue">;

/** When and where a round is, as its announcer's word where nobody else has confirmed it. */
export const roundLine = (
  digest: Pick<Digest, "at">,
  round: Told & Pick<DigestRound, "attributedTo">,
  wording: Wording,
): string => attributed(whenAndWhere(digest, round, wording), round, wording);

/** A line on a round, as its announcer's word where nobody else has confirmed it. */
export function attributed(
  line: string,
  round: Pick<DigestRound, "attributedTo">,
  wording: Wording,
): string {
  if (round.attributedTo === null) return line;
  const who = whoOf(round.attributedTo, wording);
  return wording.phrases["round.attributed"]({ round: line, who });
}

/** Day, place and hour in one line, as a reader would write it in a diary. */
export function whenAndWhere(digest: Pick<Digest, "at">, round: Told, wording: Wording): string {
  const { language, timeZone } = wording;
  const today = localDate(new Date(digest.at), round.timeZone ?? timeZone);
  const day = round.date === null ? null : formatComingDay(language, today, round.date);
  return planLine(day, round, wording);
}

/** The same as it was planned at some time in the past, with no word of how far off it was. */
export const plannedThen = (round: Told, wording: Wording): string =>
  planLine(round.date === null ? null : formatDay(wording.language, round.date), round, wording);

function planLine(day: string | null, round: Told, wording: Wording): string {
  const { phrases, venue, comma } = wording;
  const parts = [
    day ?? phrases["round.dateOpen"],
    round.venue === null ? null : venue(round.venue),
    round.time === null ? null : formatRoundHour(round.time, round, wording),
  ];
  return parts.filter((part) => part !== null && part !== "").join(comma);
}

function lastRoundSpans(round: NonNullable<Digest["lastRound"]>, wording: Wording): Span[] {
  const { language, phrases } = wording;
  const parts = [
    round.date === null ? null : formatDay(language, round.date),
    round.venue === null ? null : wording.venue(round.venue),
    phrases.outcome[round.outcome],
  ];
  return [
    text(`${parts.filter((part) => part !== null && part !== "").join(wording.comma)} `),
    ...wording.citations(round.citations),
  ];
}
