import type { Pair } from "../pair.ts";
import { compareSets, sum, type Tally } from "../tally.ts";

/** Types in which both sides do the same; their order carries no meaning. */
const MUTUAL = new Set(["AGREE", "CONSULT"]);

/**
 * Events told as news, by type, source and target. Events in which none of `parties` takes
 * part are left out; history told as news counts against.
 */
export function scoreEvents(pairs: readonly Pair[], parties: ReadonlySet<string>): Tally {
  return sum(
    pairs
      .filter(({ gold }) => gold.relevant)
      .map(({ gold, got }) => {
        const news = gold.events.filter((event) => !event.background);
        return compareSets({
          id: gold.id,
          expected: keysOf(news.filter((event) => !event.optional)),
          got: keysOf(
            got.events.filter(
              (event) =>
                !event.background &&
                event.modality === "asserted" &&
                (parties.has(event.source) || parties.has(event.target)),
            ),
          ),
          ignored: keysOf(news.filter((event) => event.optional)),
        });
      }),
  );
}

type Coded = { readonly type: string; readonly source: string; readonly target: string };

function keysOf(events: readonly Coded[]): Set<string> {
  return new Set(
    events.map(({ type, source, target }) => {
      const sides = MUTUAL.has(type)
        ? [source, target].toSorted().join("–")
        : `${source}→${target}`;
      return `${type} ${sides}`;
    }),
  );
}
