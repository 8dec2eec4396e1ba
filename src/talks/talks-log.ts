import { type FoldContext, fold } from "./fold.ts";
import type { Report } from "./report.ts";
import { NOTHING_KNOWN, type TalksState } from "./talks-state.ts";

/** Keeps the reports of one set of talks, so that any past instant can be told again. */
export type TalksLog = {
  /**
   * Takes a report in, wherever in time it belongs; the order of arrival changes nothing. It is folded once
   * a state is asked for: many that arrive late cost no more than the latest of them.
   */
  add(report: Report): void;
  /** The state of all reports published by `at`. */
  stateAt(at: Date): TalksState;
  /** The reports published after `from` and by `to`, oldest first, each with the state after it. */
  steps(from: Date, to: Date): Iterable<TalksStep>;
  /** All reports, oldest first. */
  reports(): readonly Report[];
};

/** A report and what the talks stand at once it is taken in. */
export type TalksStep = { readonly report: Report; readonly state: TalksState };

/** A state is kept after every so many reports: a late report costs what came after it, no more. */
const MARK_EVERY = 128;

/**
 * A log with nothing in it. `heardBefore` is when a report about the talks was published last that is too
 * old to be taken in; null where there is none.
 */
export function createTalksLog(context: FoldContext, heardBefore: Date | null = null): TalksLog {
  const before = beginningWith(heardBefore);
  const reports: Report[] = [];
  /** `marks[k]` is the state after `(k + 1) * MARK_EVERY` reports. */
  const marks: TalksState[] = [];
  let folded = 0;
  let latest = before;

  const rewindTo = (count: number): void => {
    marks.length = Math.min(marks.length, Math.floor(count / MARK_EVERY));
    folded = marks.length * MARK_EVERY;
    latest = marks.at(-1) ?? before;
  };

  const foldUntil = (count: number): void => {
    for (const report of reports.slice(folded, count)) {
      latest = fold(context, latest, report);
      folded += 1;
      if (folded % MARK_EVERY === 0) marks.push(latest);
    }
  };

  const stateAfter = (count: number): TalksState => {
    if (count >= folded) foldUntil(count);
    if (count === folded) return latest;
    const marked = Math.floor(count / MARK_EVERY);
    const since = reports.slice(marked * MARK_EVERY, count);
    return foldAll(context, marks[marked - 1] ?? before, since);
  };

  return {
    add(report) {
      const place = placeOf(reports, report);
      reports.splice(place, 0, report);
      if (place < folded) rewindTo(place);
    },

    stateAt: (at) => stateAfter(countUntil(reports, at)),

    steps(from, to) {
      const first = countUntil(reports, from);
      const between = reports.slice(first, countUntil(reports, to));
      return stepThrough(context, stateAfter(first), between);
    },

    reports: () => reports,
  };
}

const beginningWith = (heardBefore: Date | null): TalksState => ({
  ...NOTHING_KNOWN,
  newestReport: heardBefore,
  learntAt: heardBefore,
});

const foldAll = (context: FoldContext, start: TalksState, reports: readonly Report[]): TalksState =>
  reports.reduce((state, report) => fold(context, state, report), start);

function* stepThrough(
  context: FoldContext,
  start: TalksState,
  reports: readonly Report[],
): Generator<TalksStep> {
  let state = start;
  for (const report of reports) {
    state = fold(context, state, report);
    yield { report, state };
  }
}

/** Where a report belongs: by publication, then by id, so that ties are the same in any order. */
function placeOf(reports: readonly Report[], report: Report): number {
  let place = reports.length;
  while (place > 0 && isBefore(report, reports[place - 1])) place -= 1;
  return place;
}

function isBefore(a: Report, b: Report | undefined): boolean {
  if (b === undefined) return false;
  const apart = a.published.getTime() - b.published.getTime();
  return apart === 0 ? a.articleId < b.articleId : apart < 0;
}

function countUntil(reports: readonly Report[], at: Date): number {
  let low = 0;
  let high = reports.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const report = reports[middle];
    if (report !== undefined && report.published.getTime() <= at.getTime()) low = middle + 1;
    else high = middle;
  }
  return low;
}
