import { expect, it } from "vitest";
import { readCorpus, CORPUS, textOf } from "../../eval/corpus.ts";
import { readFactLines } from "../../eval/fact-line.ts";
import { dropsBelow } from "../../eval/floor.ts";
import { readGold } from "../../eval/gold.ts";
import { pairUp } from "../../eval/pair.ts";
import { score } from "../../eval/score.ts";
import { placeStatements } from "../../eval/scorers/statements.ts";
import { compareSets, scoresOf } from "../../eval/tally.ts";

const parties = new Set(["IRN", "USA"]);
const items = readCorpus();
const gold = readGold(new URL("gold.json", CORPUS));
const textById = new Map(items.map((item) => [item.id, textOf(item)]));

it("gives full marks to the labels themselves", () => {
  const lines = gold.map((line) => ({
    ...line,
    phase: [line.phase].flat()[0] ?? null,
    delegations: line.delegations.map(({ party, members }) => ({
      party,
      members: members.map(({ person, head }) => ({ person, head: head ?? false })),
    })),
    statements: placeStatements(line.statements, textById.get(line.id) ?? "").map(
      ({ label, at }) => ({
        ...label,
        speaker: [label.speaker].flat()[0] ?? null,
        evidence: at,
      }),
    ),
  }));
  const predicted = readFactLines(lines.map((line) => JSON.stringify(line)).join("\n"));
  const report = score(pairUp(items, gold, predicted), parties);

  const imperfect = Object.entries(report).filter(([, tally]) => scoresOf(tally).f1 < 1);
  expect(imperfect).toEqual([]);
});

it("gives no recall to silence", () => {
  const report = score(pairUp(items, gold, []), parties);

  const { phase, ...others } = report;
  expect(Object.values(others).map(({ right }) => right)).toEqual(Object.keys(others).map(() => 0));
  expect(phase?.right).toBeLessThan(phase?.expected ?? 0);
});

it("names what is missing and what is too much", () => {
  const tally = compareSets({
    id: "a",
    expected: new Set(["x", "y"]),
    got: new Set(["y", "z", "w"]),
    ignored: new Set(["w"]),
  });

  expect(scoresOf(tally)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  expect(tally.misses).toEqual([
    { id: "a", expected: "x", got: null },
    { id: "a", expected: null, got: "z" },
  ]);
});

it("tells a figure that dropped, or that is no longer measured", () => {
  const floor = { relevance: 0.97, events: 0.75, phase: 0.9 };

  expect(dropsBelow(floor, { relevance: 0.97, events: 0.7 })).toEqual([
    "events dropped to 0.7000 from 0.75",
    "phase is no longer measured (was 0.9)",
  ]);
});
