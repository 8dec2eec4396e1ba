import type { Dossier } from "../config/dossier.ts";
import type { Phase } from "../facts/phase.ts";
import { type CalendarDate, localDate } from "../lib/calendar-date.ts";
import { standingAt } from "../talks/assessment.ts";
import type { Report } from "../talks/report.ts";
import { latestHeld } from "../talks/rounds/held-rounds.ts";
import type { Round } from "../talks/rounds/round.ts";
import type { TalksLog, TalksStep } from "../talks/talks-log.ts";
import type { TalksState } from "../talks/talks-state.ts";
import { createBibliography, witnesses } from "./bibliography.ts";
import type { DigestRound, DigestSource } from "./digest.ts";
import { hasBegun } from "./has-begun.ts";
import { tellRound } from "./summarize.ts";

/** An instant at which phase or next round became other than before; both as they stood then. */
export type TimelineEntry = {
  readonly at: Date;
  readonly phase: Phase | null;
  readonly nextRound: DigestRound | null;
  readonly contested: boolean;
  /** What became of the next round of the entry before whose day has come; null where it is still ahead, or was moved or called off. */
  readonly ended: EndedRound | null;
  /** What the change rests on; `nextRound.citations` do not number these. */
  readonly sources: readonly DigestSource[];
};

/** A round that left the plans because its day came. */
export type EndedRound = {
  readonly date: CalendarDate;
  /** Whether it was reported to have met; where not, nothing is known of it. */
  readonly held: boolean;
};

/**
 * How phase and next round went between two instants, oldest first. The phase is looked at after each
 * report that speaks of either; the round, which is costly to read, only as closely as it changes: where
 * it is the same after some reports as before them, what it was in between is passed over.
 */
export function timelineOf(
  dossier: Dossier,
  log: TalksLog,
  from: Date,
  to: Date,
): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let before = standingOf(dossier, log.stateAt(from), from);
  for (const run of runsOf(log.steps(from, to))) {
    for (const now of changesIn(run, before, dossier)) {
      const entry = changeBetween(dossier, before, now);
      if (entry !== null) entries.push(entry);
      before = now;
    }
  }
  return entries;
}

/** Reports of an hour or two, on busy days. */
const LONGEST_RUN = 16;

/** Reports that speak of phase or round, in runs of one phase. */
function* runsOf(steps: Iterable<TalksStep>): Generator<readonly TalksStep[]> {
  let run: TalksStep[] = [];
  for (const step of steps) {
    if (!speaksOfStanding(step.report)) continue;
    const last = run.at(-1);
    const isAnotherPhase = last !== undefined && phaseIn(last) !== phaseIn(step);
    if (run.length === LONGEST_RUN || isAnotherPhase) {
      yield run;
      run = [];
    }
    run.push(step);
  }
  if (run.length > 0) yield run;
}

const phaseIn = ({ state }: TalksStep) => state.phase.periods.at(-1)?.phase;

/** The standing after each report of a run that changed it, by halving. */
function changesIn(run: readonly TalksStep[], before: Standing, dossier: Dossier): Standing[] {
  const last = run.at(-1);
  if (last === undefined) return [];
  const now = standingOf(dossier, last.state, last.report.published);
  if (isSame(before, now)) return [];
  if (run.length === 1) return [now];
  const middle = run.length >>> 1;
  const earlier = changesIn(run.slice(0, middle), before, dossier);
  return [...earlier, ...changesIn(run.slice(middle), earlier.at(-1) ?? before, dossier)];
}

const isSame = (a: Standing, b: Standing): boolean =>
  a.phase.current?.phase === b.phase.current?.phase &&
  keyOf(a.ahead?.round ?? null) === keyOf(b.ahead?.round ?? null);

const speaksOfStanding = ({ extraction }: TalksStep["report"]): boolean =>
  extraction.relevant && (extraction.phase !== null || extraction.meetings.length > 0);

type Standing = ReturnType<typeof standingAt> & {
  readonly at: Date;
  readonly today: CalendarDate;
  readonly state: TalksState;
};

function standingOf(dossier: Dossier, state: TalksState, at: Date): Standing {
  const today = localDate(at, dossier.timeZone);
  return { at, today, state, ...standingAt(state, { at, today }) };
}

function changeBetween(dossier: Dossier, before: Standing, now: Standing): TimelineEntry | null {
  const { phase, ahead, at } = now;
  const round = ahead?.round ?? null;
  const isOtherPhase = phase.current?.phase !== before.phase.current?.phase;
  const isOtherRound = keyOf(round) !== keyOf(before.ahead?.round ?? null);
  if (!isOtherPhase && !isOtherRound) return null;
  const sources = createBibliography(NO_COPIES);
  const grounds = [
    ...(isOtherPhase ? witnesses(phase.current?.votes ?? []).slice(0, MOST_OF_EACH) : []),
    ...(isOtherRound ? witnesses(round?.votes ?? []).slice(0, MOST_OF_EACH) : []),
  ];
  const [first, ...rest] = grounds;
  if (first !== undefined) sources.cite([first, ...rest]);
  return {
    at,
    phase: phase.current?.phase ?? null,
    nextRound: tellRound(round, dossier, createBibliography(NO_COPIES)),
    contested: phase.contested,
    ended: endedBetween(before, now),
    sources: sources.sources(),
  };
}

/** A round that is off on its very day has not ended, it was called off. */
function endedBetween(
  { ahead }: Standing,
  { today, phase, state, ...now }: Standing,
): EndedRound | null {
  const date = ahead?.round.date ?? null;
  if (ahead === null || date === null || date === now.ahead?.round.date || date > today)
    return null;
  const current = phase.current?.phase ?? null;
  // Its second day, or the day of the next one, is named while it still goes on.
  if (date === today && current === "underway" && now.ahead !== null) return null;
  const held = hasBegun(ahead.round.status, current);
  if (held || (latestHeld(state.rounds, today) ?? "") >= date) return { date, held: true };
  const isOff = current !== null && OFF.has(current);
  return date === today || isOff ? null : { date, held: false };
}

const OFF: ReadonlySet<Phase> = new Set(["postponed", "cancelled", "suspended", "collapsed"]);

/** A step is told in a line; the weightiest words for it are enough. */
const MOST_OF_EACH = 2;

/** How often a report was copied is told where the talks stand now. */
const NO_COPIES: ReadonlyMap<Report["storyId"], number> = new Map();

/** What readers plan by: the slots around it fill as reports come in. */
function keyOf(round: Round | null): string {
  if (round === null) return "";
  const { date, time, venue, status } = round;
  return JSON.stringify([date, time, venue?.city ?? venue?.country ?? null, status]);
}
