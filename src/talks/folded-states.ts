import { type FoldContext, fold } from "./fold.ts";
import type { Report } from "./report.ts";
import type { TalksState } from "./talks-state.ts";

/** The states after the first reports of a list; those that were worked out before cost little. */
export type FoldedStates = {
  /** The state after the first `count` reports. */
  after(reports: readonly Report[], count: number): TalksState;
  /** From this place on the list holds others than before. */
  changedFrom(place: number): void;
};

/** A state is kept after every so many reports: a late report costs what came after it, no more. */
const MARK_EVERY = 128;

/** States of a list that grows mostly at its end, from the state before any of its reports. */
export function createFoldedStates(context: FoldContext, before: TalksState): FoldedStates {
  /** `marks[k]` is the state after `(k + 1) * MARK_EVERY` reports. */
  const marks: TalksState[] = [];
  let folded = 0;
  let latest = before;

  return {
    after(reports, count) {
      for (const report of reports.slice(folded, count)) {
        latest = fold(context, latest, report);
        folded += 1;
        if (folded % MARK_EVERY === 0) marks.push(latest);
      }
      if (count === folded) return latest;
      const marked = Math.floor(count / MARK_EVERY);
      return reports
        .slice(marked * MARK_EVERY, count)
        .reduce((state, report) => fold(context, state, report), marks[marked - 1] ?? before);
    },

    changedFrom(place) {
      if (place >= folded) return;
      marks.length = Math.min(marks.length, Math.floor(place / MARK_EVERY));
      folded = marks.length * MARK_EVERY;
      latest = marks.at(-1) ?? before;
    },
  };
}
