import type { Pair } from "../pair.ts";
import { sum, type Tally } from "../tally.ts";

/** Articles rightly taken as being about the talks. */
export function scoreRelevance(pairs: readonly Pair[]): Tally {
  return sum(
    pairs.map(({ gold, got }) => {
      const both = gold.relevant && got.relevant;
      return {
        right: Number(both),
        predicted: Number(got.relevant),
        found: Number(both),
        expected: Number(gold.relevant),
        misses:
          gold.relevant === got.relevant
            ? []
            : [{ id: gold.id, expected: words(gold.relevant), got: words(got.relevant) }],
      };
    }),
  );
}

const words = (relevant: boolean): string => (relevant ? "relevant" : "not relevant");
