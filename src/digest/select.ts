import type { Dossier, Standing } from "../config/dossier.ts";
import type { Event, Statement } from "../facts/fact.ts";
import type { Cited } from "../talks/talks-state.ts";

/** What each party is quoted with, newest and most telling first, the parties before mediators and others. */
export type Position = {
  readonly party: string;
  readonly statements: readonly Cited<Statement>[];
};

/** The parties decide; of the others a reader needs to know only that they spoke. */
const MOST_STATEMENTS: Readonly<Record<Standing, number>> = {
  party: 4,
  mediator: 2,
  observer: 1,
  other: 1,
};
const MOST_BYSTANDERS = 3;
const MOST_OF_ONE_SPEAKER = 2;
const ENOUGH_NAMED = 2;
const DAY_MS = 86_400_000;

/** Chooses the statements that show where each side stands; of bystanders only what is said under a name. */
export function selectPositions(
  statements: readonly Cited<Statement>[],
  dossier: Dossier,
  at: Date,
): readonly Position[] {
  const order = (code: string) => dossier.actors.findIndex((actor) => actor.code === code);
  const standingOf = (code: string) => dossier.actors[order(code)]?.standing ?? "other";
  const isParty = (code: string) => standingOf(code) === "party";
  const spoken = statements.filter(
    ({ value: { party, speaker } }) =>
      party !== null && order(party) >= 0 && (speaker !== null || isParty(party)),
  );
  const sides = [...new Set(spoken.map(({ value }) => value.party ?? ""))].toSorted(
    (a, b) => order(a) - order(b),
  );
  const bystanders = sides.filter((code) => !isParty(code)).slice(0, MOST_BYSTANDERS);
  return [...sides.filter(isParty), ...bystanders].map((party) => ({
    party,
    statements: choose(
      spoken.filter(({ value }) => value.party === party),
      (statement) => tellingOf(statement, dossier, at),
      MOST_STATEMENTS[standingOf(party)],
    ),
  }));
}

/** Every speaker has a first word before anyone has a second; unnamed ones speak where few do. */
function choose(
  statements: readonly Cited<Statement>[],
  telling: (statement: Cited<Statement>) => number,
  most: number,
): readonly Cited<Statement>[] {
  const named = statements.filter(({ value }) => value.speaker !== null);
  const candidates = named.length >= ENOUGH_NAMED ? named : statements;
  const ranked = candidates.toSorted((a, b) => telling(b) - telling(a));
  const chosen: Cited<Statement>[] = [];
  for (let turn = 1; turn <= MOST_OF_ONE_SPEAKER; turn += 1)
    for (const statement of ranked) {
      const said = chosen.filter(({ value }) => value.speaker === statement.value.speaker);
      if (chosen.length >= most || said.length >= turn) continue;
      if (!chosen.some((other) => saysTheSame(other, statement))) chosen.push(statement);
    }
  return chosen.toSorted((a, b) => telling(b) - telling(a));
}

/** Newer counts most; then who speaks, on what, how clearly, and whether in his own words. */
function tellingOf({ value, citation }: Cited<Statement>, dossier: Dossier, at: Date): number {
  const ageDays = (at.getTime() - citation.report.published.getTime()) / DAY_MS;
  const own = value.direct ? 0.3 : 0;
  const clear = value.stance === "neutral" ? 0 : 0.4;
  return (
    speakerWeight(value.speaker, dossier) +
    topicWeight(value.topic, dossier) +
    own +
    clear -
    ageDays
  );
}

/** A person answers for words as an institution does not. */
function speakerWeight(speaker: string | null, { institutions }: Dossier): number {
  if (speaker === null) return 0;
  return institutions.some(({ name }) => name === speaker) ? 1 : 1.3;
}

/** The dossier's last topic is the talks themselves, which everyone speaks of. */
function topicWeight(topic: string | null, { topics }: Dossier): number {
  if (topic === null) return 0;
  return topic === topics.at(-1)?.id ? 0.2 : 0.5;
}

/** Of one speaker one line on a topic in one tone is enough: a second is often its translation. */
function saysTheSame({ value: a }: Cited<Statement>, { value: b }: Cited<Statement>): boolean {
  if (a.text === b.text) return true;
  if (a.speaker !== b.speaker) return false;
  const isOfOneKind = a.topic !== null && a.topic === b.topic && a.stance === b.stance;
  return isOfOneKind || a.text.includes(b.text) || b.text.includes(a.text);
}

const MOST_EVENTS = 6;

/** Chooses the events that press on the talks or ease them: one of each kind, heaviest and newest first. */
export function selectEvents(events: readonly Cited<Event>[], at: Date): readonly Cited<Event>[] {
  const latest = new Map<string, Cited<Event>>();
  for (const event of events) {
    const { type, source, target } = event.value;
    const key = `${type} ${source} ${target}`;
    const known = latest.get(key);
    if (known === undefined || isFuller(event, known)) latest.set(key, event);
  }
  return [...latest.values()]
    .filter(({ value }) => value.type !== "CONSULT" && value.type !== "AGREE")
    .toSorted((a, b) => weightOf(b, at) - weightOf(a, at))
    .slice(0, MOST_EVENTS);
}

/** A newer telling replaces an older one, unless it names fewer of the things aimed at on the same day. */
function isFuller(event: Cited<Event>, known: Cited<Event>): boolean {
  const newer =
    event.citation.report.published.getTime() - known.citation.report.published.getTime();
  return newer > DAY_MS || event.value.topics.length >= known.value.topics.length;
}

const weightOf = ({ value, citation }: Cited<Event>, at: Date): number =>
  Math.abs(value.intensity) - (at.getTime() - citation.report.published.getTime()) / DAY_MS;
