import type { Pair } from "../pair.ts";
import { sum, type Tally } from "../tally.ts";

/** Relevant articles whose phase was read right; saying none where there is none is right too. */
export function scorePhase(pairs: readonly Pair[]): Tally {
  return sum(
    pairs
      .filter(({ gold }) => gold.relevant)
      .map(({ gold, got }) => {
        const expected = Array.isArray(gold.phase) ? gold.phase : [gold.phase];
        const right = expected.includes(got.phase);
        return {
          right: Number(right),
          predicted: 1,
          found: Number(right),
          expected: 1,
          misses: right
            ? []
            : [
                {
                  id: gold.id,
                  expected: expected.map((phase) => phase ?? "none").join(" or "),
                  got: got.phase ?? "none",
                },
              ],
        };
      }),
  );
}
