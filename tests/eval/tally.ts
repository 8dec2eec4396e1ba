/** A label that was missed, or an answer that no label bears out. */
export type Miss = {
  readonly id: string;
  readonly expected: string | null;
  readonly got: string | null;
};

/** Counts of one scorer: right answers among `predicted`, labels found among `expected`. */
export type Tally = {
  readonly right: number;
  readonly predicted: number;
  readonly found: number;
  readonly expected: number;
  readonly misses: readonly Miss[];
};

/** Nothing counted yet. */
export const NOTHING: Tally = { right: 0, predicted: 0, found: 0, expected: 0, misses: [] };

/** Adds up tallies of parts. */
export function sum(tallies: readonly Tally[]): Tally {
  return {
    right: tallies.reduce((total, tally) => total + tally.right, 0),
    predicted: tallies.reduce((total, tally) => total + tally.predicted, 0),
    found: tallies.reduce((total, tally) => total + tally.found, 0),
    expected: tallies.reduce((total, tally) => total + tally.expected, 0),
    misses: tallies.flatMap((tally) => tally.misses),
  };
}

/** Precision, recall and their harmonic mean, 0 to 1; 1 where there was nothing to find and nothing was said. */
export type Scores = { readonly precision: number; readonly recall: number; readonly f1: number };

/** Scores of a tally. */
export function scoresOf(tally: Tally): Scores {
  const precision = tally.predicted === 0 ? 1 : tally.right / tally.predicted;
  const recall = tally.expected === 0 ? 1 : tally.found / tally.expected;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

/** Compares sets of one article; what is in `ignored` counts neither for nor against. */
export function compareSets(sets: {
  readonly id: string;
  readonly expected: ReadonlySet<string>;
  readonly got: ReadonlySet<string>;
  readonly ignored?: ReadonlySet<string>;
}): Tally {
  const { id, expected, got, ignored = new Set<string>() } = sets;
  const missed = [...expected].filter((key) => !got.has(key));
  const extra = [...got].filter((key) => !expected.has(key) && !ignored.has(key));
  const right = expected.size - missed.length;
  return {
    right,
    predicted: right + extra.length,
    found: right,
    expected: expected.size,
    misses: [
      ...missed.map((key) => ({ id, expected: key, got: null })),
      ...extra.map((key) => ({ id, expected: null, got: key })),
    ],
  };
}
