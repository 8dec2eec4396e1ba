import type { CorpusItem } from "./corpus.ts";
import type { FactLine } from "./fact-line.ts";
import type { GoldLine } from "./gold.ts";

/** An article with what it asserts and what was read from it. */
export type Pair = {
  readonly item: CorpusItem;
  readonly gold: GoldLine;
  readonly got: FactLine;
};

/** Brings items, labels and predictions together by id; a missing prediction counts as nothing read. */
export function pairUp(
  items: readonly CorpusItem[],
  gold: readonly GoldLine[],
  predicted: readonly FactLine[],
): Pair[] {
  const itemOf = new Map(items.map((item) => [item.id, item]));
  const gotOf = new Map(predicted.map((line) => [line.id, line]));
  return gold.flatMap((line) => {
    const item = itemOf.get(line.id);
    if (item === undefined) return [];
    return [{ item, gold: line, got: gotOf.get(line.id) ?? nothingRead(line.id) }];
  });
}

function nothingRead(id: string): FactLine {
  return {
    id,
    relevant: false,
    duplicateOf: null,
    phase: null,
    meetings: [],
    delegations: [],
    statements: [],
    events: [],
  };
}
