import type { Meeting, MeetingSlot, Venue } from "../facts/fact.ts";
import type { Round } from "../talks/rounds/round.ts";
import type { Vote } from "../talks/vote.ts";
import type { Part } from "./bearing.ts";

/** What a digest tells of a round; slots that are open or left out are not told. */
type Told = Partial<Pick<Round, MeetingSlot | "timeZone">>;

/**
 * For each slot that is told of a round, the votes for just that value, cited at the sentence that tells
 * it. A slot nobody tells has none.
 */
export function partsOf(told: Told, votes: readonly Vote<Meeting>[]): readonly Part[] {
  const { date, time, timeZone, venue, format, mediator, status, outcome } = told;
  return [
    slotPart("date", date, votes, (meeting) => meeting.date === date),
    slotPart("time", time, votes, (m) => m.time === time && m.timeZone === timeZone),
    slotPart("venue", venue, votes, (meeting) => isPlace(meeting.venue, venue)),
    slotPart("format", format, votes, (meeting) => meeting.format === format),
    slotPart("mediator", mediator, votes, (meeting) => meeting.mediator === mediator),
    slotPart("status", status, votes, (meeting) => meeting.status === status),
    slotPart("outcome", outcome, votes, (meeting) => meeting.outcome === outcome),
  ].filter((part) => part !== null);
}

/** The votes, each cited at the sentence that tells one slot. */
export const citedAt = (
  slot: MeetingSlot,
  votes: readonly Vote<Meeting>[],
): readonly Vote<Meeting>[] =>
  votes.map((vote) => {
    const evidence = vote.value.grounds?.[slot];
    return evidence === undefined ? vote : { ...vote, citation: { ...vote.citation, evidence } };
  });

// oxlint-disable-next-line eslint/max-params -- a slot, its value and how votes for it are told
function slotPart(
  slot: MeetingSlot,
  value: unknown,
  votes: readonly Vote<Meeting>[],
  tells: (meeting: Meeting) => boolean,
): Part | null {
  if (value === undefined || value === null || value === "unknown") return null;
  return citedAt(
    slot,
    votes.filter((vote) => tells(vote.value)),
  );
}

const isPlace = (a: Meeting["venue"], b: Meeting["venue"] | undefined): boolean =>
  a?.city === b?.city && a?.country === b?.country;

/** Whether a place may be another one as far as both are told. */
export const isSamePlace = (a: Venue | null, b: Venue): boolean =>
  a !== null &&
  a.country === b.country &&
  (a.city === null || b.city === null || a.city === b.city);
