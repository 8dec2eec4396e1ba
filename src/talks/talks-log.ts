import { type FoldContext, fold } from "./fold.ts";
import { createFoldedStates } from "./folded-states.ts";
import type { Report } from "./report.ts";
import { NOTHING_KNOWN, type TalksState } from "./talks-state.ts";

/** Keeps the reports of one set of talks, so that any past instant can be told again. */
export type TalksLog = {
  /**
   * Takes a report in, wherever in time it belongs; the order of arrival changes nothing. It is folded once
   * a state is asked for: many that arrive late cost no more than the latest of them.
   */
  add(report: Report): void;
  /** Takes one of the log's own reports out, as if it had never come in. */
  remove(report: Report): void;
  /**
   * Lets go of the reports that no longer count: the log is as one that was opened with `heardBefore` and took in
   * the others alone.
   */
  keepOnly(counts: (report: Report) => boolean, heardBefore: Date | null): void;
  /** The state of all reports published by `at`. */
  stateAt(at: Date): TalksState;
  /** The reports published after `from` and by `to`, oldest first, each with the state after it. */
  steps(from: Date, to: Date): Iterable<TalksStep>;
  /** All reports, oldest first. */
  reports(): readonly Report[];
  /** Grows with each change: what was worked out of the log is old then. */
  changes(): number;
};

/** A report and what the talks stand at once it is taken in. */
export type TalksStep = { readonly report: Report; readonly state: TalksState };

/**
 * A log with nothing in it. `heardBefore` is when a report about the talks was published last that is too
 * old to be taken in; null where there is none.
 */
export function createTalksLog(context: FoldContext, heardBefore: Date | null = null): TalksLog {
  let before = beginningWith(heardBefore);
  let reports: Report[] = [];
  let states = createFoldedStates(context, before);
  let changes = 0;

  const splice = (place: number, removed: number, ...added: readonly Report[]): void => {
    reports.splice(place, removed, ...added);
    states.changedFrom(place);
    changes += 1;
  };

  return {
    add: (report) => splice(placeOf(reports, report), 0, report),

    remove(report) {
      const place = placeOf(reports, report);
      if (reports[place] === report) splice(place, 1);
    },

    keepOnly(counts, heardUntil) {
      const kept = reports.filter(counts);
      if (kept.length === reports.length && isSameInstant(before, heardUntil)) return;
      [reports, before] = [kept, beginningWith(heardUntil)];
      states = createFoldedStates(context, before);
      changes += 1;
    },

    stateAt: (at) => states.after(reports, countUntil(reports, at)),

    steps(from, to) {
      const first = countUntil(reports, from);
      const between = reports.slice(first, countUntil(reports, to));
      return stepThrough(context, states.after(reports, first), between);
    },

    reports: () => reports,
    changes: () => changes,
  };
}

const isSameInstant = ({ newestReport }: TalksState, heardBefore: Date | null): boolean =>
  newestReport?.getTime() === heardBefore?.getTime();

const beginningWith = (heardBefore: Date | null): TalksState => ({
  ...NOTHING_KNOWN,
  newestReport: heardBefore,
  learntAt: heardBefore,
});

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
const placeOf = (reports: readonly Report[], report: Report): number =>
  countWhile(reports, (one) => isBefore(one, report));

function isBefore(a: Report, b: Report): boolean {
  const apart = a.published.getTime() - b.published.getTime();
  return apart === 0 ? a.articleId < b.articleId : apart < 0;
}

const countUntil = (reports: readonly Report[], at: Date): number =>
  countWhile(reports, ({ published }) => published.getTime() <= at.getTime());

/** How many reports pass, where those that do stand before all others. */
function countWhile(reports: readonly Report[], passes: (report: Report) => boolean): number {
  let low = 0;
  let high = reports.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const report = reports[middle];
    if (report !== undefined && passes(report)) low = middle + 1;
    else high = middle;
  }
  return low;
}
