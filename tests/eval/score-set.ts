import { loadCore } from "../../src/app/core.ts";
import { askParley } from "./core.ts";
import { readFactLines, type FactLine } from "./fact-line.ts";
import type { Floor } from "./floor.ts";
import type { LabelledSet } from "./labelled-set.ts";
import { pairUp } from "./pair.ts";
import { scoreByLanguage, type Report } from "./score.ts";
import { scoresOf } from "./tally.ts";

/** Results of a set by language, or why there are none. */
export function scoreSet(
  set: LabelledSet,
  predicted: readonly FactLine[] | null = null,
): ReadonlyMap<string, Report> | string {
  const lines = predicted ?? extract(set);
  if (typeof lines === "string") return lines;
  const { actors } = loadCore(set.talks).names.dossier;
  const parties = actors.filter(({ standing }) => standing === "party").map(({ code }) => code);
  return scoreByLanguage(pairUp(set.items, set.gold, lines), new Set(parties));
}

function extract({ talks, items }: LabelledSet): FactLine[] | string {
  const answer = askParley(["extract", "--talks", talks], items);
  return answer.kind === "printed" ? readFactLines(answer.text) : answer.reason;
}

/** A report's figures, 0 to 1, by name; silence has no precision. */
export function figuresOf(report: Report): Floor {
  return Object.fromEntries(
    Object.entries(report).flatMap(([name, tally]) => {
      const { precision, recall, f1 } = scoresOf(tally);
      if (tally.expected === 0) return [];
      if (name !== "statements") return [[name, f1]];
      return [
        ["statements.precision", tally.predicted === 0 ? 0 : precision],
        ["statements.recall", recall],
      ];
    }),
  );
}
