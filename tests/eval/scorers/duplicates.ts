import type { Pair } from "../pair.ts";
import { compareSets, type Tally } from "../tally.ts";

/** Pairs of articles that carry one report; every pair within a story counts. */
export function scoreDuplicates(pairs: readonly Pair[]): Tally {
  const ids = new Set(pairs.map(({ gold }) => gold.id));
  const expected = pairsWithin(pairs.map(({ gold }) => [gold.id, gold.duplicateOf]));
  const got = pairsWithin(
    pairs.map(({ got: line }) => [
      line.id,
      line.duplicateOf !== null && ids.has(line.duplicateOf) ? line.duplicateOf : null,
    ]),
  );
  return compareSets({ id: "stories", expected, got });
}

function pairsWithin(links: readonly (readonly [string, string | null])[]): Set<string> {
  const first = new Map(links);
  const stories = Map.groupBy(
    links.map(([id]) => id),
    (id) => rootOf(id, first),
  );
  return new Set(
    [...stories.values()].flatMap((story) =>
      story.flatMap((a, i) => story.slice(i + 1).map((b) => [a, b].toSorted().join(" = "))),
    ),
  );
}

function rootOf(id: string, first: ReadonlyMap<string, string | null>): string {
  const seen = new Set<string>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    at = first.get(at) ?? at;
  }
  return at;
}
