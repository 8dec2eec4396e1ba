import { type Alert, isSameEvent, isSamePlan, isSameRound } from "../digest/alert.ts";
import type { Digest, DigestEvent, DigestRound } from "../digest/digest.ts";
import type { Phase } from "../facts/phase.ts";
import { needsBegunRound } from "../talks/transitions.ts";

/**
 * What is to be told at once of the way from one digest to the next, weightiest first; of news that was
 * read late only what still stands. Without a digest before there is nothing: what a new installation
 * reads first is old news.
 */
export function alertsOf(previous: Digest | null, now: Digest): Alert[] {
  if (previous === null) return [];
  const phase = phaseAlerts(previous, now);
  return [
    ...phase,
    ...roundAlerts(previous, now, phase.length > 0),
    ...eventAlerts(previous, now),
    ...delegationAlerts(previous, now),
  ];
}

function phaseAlerts(previous: Digest, now: Digest): Alert[] {
  const [from, to] = [previous.phase, now.phase];
  if (to === null || from === to || now.phaseCitations.length === 0) return [];
  return [{ kind: "phase", from, to }];
}

/** A change of phase tells by itself that its round is on, in doubt, off or over. */
function roundAlerts(previous: Digest, now: Digest, phaseChanged: boolean): Alert[] {
  const [from, to] = [previous.nextRound, now.nextRound];
  if (to === null) return from === null || phaseChanged ? [] : droppedRound(from, now);
  if (to.date === null || isSameRound(from, to)) return [];
  if (from === null)
    return phaseChanged && (isOff(to) || newsOf(to, previous, now).length === 0)
      ? []
      : [{ kind: "round", from, to }];
  return tellsMore(from, to, now.phase)
    ? [{ kind: "round", from, to: citingNews(to, previous, now) }]
    : [];
}

/** What is new of a round is borne out by what was published since, where something was. */
function citingNews(to: DigestRound, previous: Digest, now: Digest): DigestRound {
  const [first, ...rest] = newsOf(to, previous, now);
  return first === undefined ? to : { ...to, citations: [first, ...rest] };
}

/** Citations of what was published since; a round without any only comes back into sight. */
function newsOf({ citations }: DigestRound, previous: Digest, { sources }: Digest): number[] {
  const since = Date.parse(previous.at) - READ_LATE_MS;
  return citations.filter((n) =>
    sources.some((source) => source.n === n && Date.parse(source.published) > since),
  );
}

/** Articles are read some while after they were published. */
const READ_LATE_MS = 2 * 3_600_000;

/** A round is dropped while still ahead only when sources say that the talks are off. */
function droppedRound(from: DigestRound, now: Digest): Alert[] {
  const isAhead = from.date !== null && from.date > now.at.slice(0, 10);
  const isOff = now.phase !== null && OFF.has(now.phase) && now.phaseCitations.length > 0;
  return isAhead && isOff ? [{ kind: "round", from, to: null }] : [];
}

const OFF: ReadonlySet<string> = new Set([
  "in-doubt",
  "postponed",
  "cancelled",
  "suspended",
] satisfies Phase[]);

/** Of such a round the phase tells all that is new. */
const isOff = ({ status }: DigestRound): boolean => OFF.has(status);

/** What is no longer repeated is no news, nor a manner that was open, nor a status that the phase tells. */
function tellsMore(from: DigestRound, to: DigestRound, phase: Phase | null): boolean {
  const format = from.format === null ? null : (to.format ?? from.format);
  const known = { ...to, time: to.time ?? from.time, format };
  const isElsewhere = to.venue !== null && !isSamePlan(from, { ...from, venue: to.venue });
  if (!isSamePlan(from, { ...known, venue: from.venue }) || isElsewhere) return true;
  const takesItsCourse = to.status === "underway" || to.status === "held";
  return from.status !== to.status && !takesItsCourse && to.status !== phase;
}

const HOUR_MS = 3_600_000;
/** What happened longer ago is no news, however late it was read. */
const NEWS_MS = 12 * HOUR_MS;
const DAYS_AGO_MS = 48 * HOUR_MS;
const MOST_EVENTS = 3;

function eventAlerts(previous: Digest, now: Digest): Alert[] {
  return now.events
    .filter(
      (event) =>
        event.modality === "asserted" &&
        event.intensity < 0 &&
        isFresh(event, now) &&
        !previous.events.some((told) => isSameEvent(told, event)),
    )
    .toSorted((a, b) => a.intensity - b.intensity)
    .slice(0, MOST_EVENTS)
    .map((event): Alert => ({ kind: "event", event }));
}

function isFresh({ date, citations }: DigestEvent, { at, sources }: Digest): boolean {
  const now = Date.parse(at);
  if (date !== null && now - Date.parse(date) > DAYS_AGO_MS) return false;
  return sources.some(
    ({ n, published }) => citations.includes(n) && now - Date.parse(published) <= NEWS_MS,
  );
}

/** Once the talks are under way or over, who sat at the table is told in the digest. */
function delegationAlerts(previous: Digest, now: Digest): Alert[] {
  if (now.phase !== null && needsBegunRound(now.phase) && now.nextRound === null) return [];
  return now.delegations.flatMap(({ party, members }): Alert[] => {
    const before = previous.delegations.find((delegation) => delegation.party === party);
    const known = new Set(before?.members.map(({ person }) => person));
    const joined = members.map(({ person }) => person).filter((person) => !known.has(person));
    return joined.length === 0 ? [] : [{ kind: "delegation", party, joined }];
  });
}
