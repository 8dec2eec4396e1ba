import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readItems, type CorpusItem } from "./corpus.ts";
import { readGold, type GoldLine } from "./gold.ts";

/** Items with labels, and the talks that they are about. */
export type LabelledSet = {
  readonly name: string;
  readonly talks: string;
  readonly items: readonly CorpusItem[];
  readonly gold: readonly GoldLine[];
};

const SETS = new URL("sets/", import.meta.url);

/** The small sets beside the demo corpus: `sets/<talks>.<name>.{items,gold}.json`. */
export function readSets(): LabelledSet[] {
  return globSync("*.items.json", { cwd: fileURLToPath(SETS) })
    .toSorted()
    .map((file) => {
      const [talks = "", name = ""] = file.split(".");
      return {
        name,
        talks,
        items: readItems(new URL(file, SETS)),
        gold: readGold(new URL(file.replace(".items.", ".gold."), SETS)),
      };
    });
}
