import { localDate } from "../lib/calendar-date.ts";
import type { Digest, DigestChange } from "./digest.ts";

/** What a digest says that the previous one did not, weightiest first; empty without a previous one. */
export function changesSince(previous: Digest | null, now: Digest): DigestChange[] {
  if (previous === null) return [];
  return [
    ...phaseChange(previous, now),
    ...roundChange(previous, now),
    ...delegationChanges(previous, now),
    ...positionChanges(previous, now),
    ...eventChanges(previous, now),
  ];
}

type Cited = readonly number[];

function change(kind: DigestChange["kind"], from: unknown, to: unknown, cited: Cited) {
  const [first, ...rest] = cited;
  return first === undefined ? [] : [{ kind, from, to, citations: [first, ...rest] as const }];
}

function phaseChange(previous: Digest, now: Digest): DigestChange[] {
  if (previous.phase === now.phase) return [];
  return change("phase", previous.phase, now.phase, now.phaseCitations);
}

function roundChange(previous: Digest, now: Digest): DigestChange[] {
  const from = roundCore(previous.nextRound);
  const to = roundCore(now.nextRound);
  if (JSON.stringify(from) === JSON.stringify(to) || isPast(previous, now)) return [];
  const cited = now.nextRound?.citations ?? now.lastRound?.citations ?? now.phaseCitations;
  return change("round", from, to, cited);
}

/** A round whose day has come leaves the plans by itself: nobody said that it is off. */
const isPast = ({ nextRound: round }: Digest, now: Digest): boolean =>
  now.nextRound === null &&
  round !== null &&
  round.date !== null &&
  round.date <= localDate(new Date(now.at), round.timeZone ?? "UTC");

/** What readers plan by; wording and confirmation may vary around it. */
function roundCore(round: Digest["nextRound"]) {
  if (round === null) return null;
  const { date, time, venue, format, status } = round;
  return { date, time, venue, format, status };
}

function delegationChanges(previous: Digest, now: Digest): DigestChange[] {
  return now.delegations.flatMap(({ party, members, citations }) => {
    const before = previous.delegations.find((delegation) => delegation.party === party);
    const known = new Set(before?.members.map(({ person }) => person));
    const joined = members.filter(({ person }) => !known.has(person)).map(({ person }) => person);
    if (joined.length === 0) return [];
    const from = { party, members: [...known] };
    const to = { party, members: members.map(({ person }) => person) };
    return change("delegation", from, to, citations);
  });
}

function positionChanges(previous: Digest, now: Digest): DigestChange[] {
  const told = new Set(
    previous.positions.flatMap(({ statements }) => statements.map(({ text }) => text)),
  );
  return now.positions.flatMap(({ party, statements }) =>
    statements
      .filter(({ text }) => !told.has(text))
      .flatMap(({ speaker, topic, stance, citations }) =>
        change("position", null, { party, speaker, topic, stance }, citations),
      ),
  );
}

function eventChanges(previous: Digest, now: Digest): DigestChange[] {
  const told = new Set(previous.events.map(keyOf));
  return now.events
    .filter((event) => !told.has(keyOf(event)))
    .flatMap(({ type, source, target, citations }) =>
      change("event", null, { type, source, target }, citations),
    );
}

const keyOf = ({ type, source, target }: Digest["events"][number]): string =>
  `${type} ${source} ${target}`;
