import { describe, expect, it } from "vitest";
import type { Entity, Kind } from "../../../bench/support/entities/entity.ts";
import { scoreEntities } from "../../../bench/support/entities/score-entities.ts";

const TEXT = "Iran: President Ali Omid of Iran told Iranian papers on Friday.";
const LABELS = { person: ["Ali Omid"], place: ["Iran"], organisation: [], date: ["Friday"] };
const LABELLED = { text: TEXT, labels: LABELS, either: ["Iranian"] };

const found = (kind: Kind, words: string): Entity => {
  const start = TEXT.indexOf(words);
  return { kind, start, end: start + words.length };
};

describe("names and days found in a text", () => {
  it.each<[string, Kind, readonly Entity[], object]>([
    ["miss what is not found", "place", [], { labels: 2, found: 0, named: 0, right: 0 }],
    [
      "are right with more or fewer words around them",
      "person",
      [found("person", "President Ali")],
      { labels: 1, found: 1, named: 1, right: 1 },
    ],
    [
      "are wrong where nobody stands",
      "person",
      [found("person", "papers")],
      { labels: 1, found: 0, named: 1, right: 0 },
    ],
    [
      "count once where they were found twice",
      "person",
      [found("person", "Ali"), found("person", "Ali Omid")],
      { labels: 1, found: 1, named: 1, right: 1 },
    ],
    [
      "count neither for nor against where either answer is right",
      "place",
      [found("place", "Iranian")],
      { labels: 2, found: 0, named: 0, right: 0 },
    ],
    [
      "of one kind are none of another",
      "place",
      [found("person", "Iran")],
      { labels: 2, found: 0, named: 0, right: 0 },
    ],
    [
      "are names, of whatever kind",
      "name",
      [found("person", "Iran"), found("date", "Friday")],
      { labels: 3, found: 1, named: 1, right: 1 },
    ],
  ])("%s", (_, kind, entities, score) => {
    expect(scoreEntities(LABELLED, entities, kind)).toEqual(score);
  });
});
