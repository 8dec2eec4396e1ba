import type { Dossier } from "../config/dossier.ts";
import type { Event, Statement } from "../facts/fact.ts";
import type { Cited } from "../talks/talks-state.ts";

/** What each party is quoted with, newest and most telling first, the parties before mediators and others. */
export type Position = {
  readonly party: string;
  readonly statements: readonly Cited<Statement>[];
};

const MOST_STATEMENTS = 4;
const MOST_OF_ONE_SPEAKER = 2;
const DAY_MS = 86_400_000;

/** Chooses the statements that show where each side stands. */
export function selectPositions(
  statements: readonly Cited<Statement>[],
  dossier: Dossier,
  at: Date,
): readonly Position[] {
  const order = (code: string) => dossier.actors.findIndex((actor) => actor.code === code);
  const spoken = statements.filter(({ value }) => value.party !== null && order(value.party) >= 0);
  const parties = [...new Set(spoken.map(({ value }) => value.party ?? ""))];
  return parties
    .toSorted((a, b) => order(a) - order(b))
    .map((party) => ({
      party,
      statements: choose(
        spoken.filter(({ value }) => value.party === party),
        at,
      ),
    }));
}

function choose(statements: readonly Cited<Statement>[], at: Date): readonly Cited<Statement>[] {
  const ranked = statements.toSorted((a, b) => tellingOf(b, at) - tellingOf(a, at));
  const bySpeaker = new Map<string, number>();
  const chosen: Cited<Statement>[] = [];
  for (const statement of ranked) {
    if (chosen.length >= MOST_STATEMENTS) break;
    const speaker = statement.value.speaker ?? "";
    const count = bySpeaker.get(speaker) ?? 0;
    if (count >= MOST_OF_ONE_SPEAKER || chosen.some((other) => saysTheSame(other, statement)))
      continue;
    bySpeaker.set(speaker, count + 1);
    chosen.push(statement);
  }
  return chosen;
}

/** Newer counts most; a name, the speaker's own words and a clear stance count too. */
function tellingOf({ value, citation }: Cited<Statement>, at: Date): number {
  const ageDays = (at.getTime() - citation.report.published.getTime()) / DAY_MS;
  const named = value.speaker === null ? 0 : 1;
  const own = value.direct ? 0.5 : 0;
  const clear = value.stance === "neutral" ? 0 : 0.4;
  const topical = value.topic === null ? 0 : 0.2;
  return named + own + clear + topical - ageDays;
}

const saysTheSame = (a: Cited<Statement>, b: Cited<Statement>): boolean =>
  a.value.text === b.value.text ||
  (a.value.speaker === b.value.speaker &&
    (a.value.text.includes(b.value.text) || b.value.text.includes(a.value.text)));

const MOST_EVENTS = 8;

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
