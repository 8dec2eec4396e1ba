import bidiModule, { type Bidi } from "bidi-js";

/** A stretch of text of one direction. */
export type Run = { readonly text: string; readonly isRightToLeft: boolean };

/**
 * The runs of one line as they stand from left to right, each still in reading order inside, by the Unicode
 * bidirectional algorithm (UAX #9: levels by rules P to W, N and I, order by L2). The line's direction is the
 * language's, whatever letter it begins with.
 */
export function orderRuns(line: string, base: "ltr" | "rtl"): readonly Run[] {
  if (line === "") return [];
  const { levels } = bidi().getEmbeddingLevels(line, base);
  let runs = levelRuns(line, levels);
  const highest = Math.max(...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) runs = turnFrom(runs, level);
  return runs.map(({ text, level }) => ({ text, isRightToLeft: level % 2 === 1 }));
}

type LevelRun = { readonly text: string; readonly level: number };

function levelRuns(line: string, levels: Uint8Array): LevelRun[] {
  const runs: LevelRun[] = [];
  let start = 0;
  for (let at = 1; at <= line.length; at += 1) {
    if (at < line.length && levels[at] === levels[start]) continue;
    runs.push({ text: line.slice(start, at), level: levels[start] ?? 0 });
    start = at;
  }
  return runs;
}

/** Rule L2 for one level: neighbours at it or above change places as a whole. */
function turnFrom(runs: readonly LevelRun[], level: number): LevelRun[] {
  const turned: LevelRun[] = [];
  let from = 0;
  for (const [at, run] of runs.entries()) {
    if (run.level >= level) continue;
    turned.push(...runs.slice(from, at).toReversed(), run);
    from = at + 1;
  }
  turned.push(...runs.slice(from).toReversed());
  return turned;
}

let made: Bidi | null = null;

/** Made when first needed: its tables take a while to unpack. */
function bidi(): Bidi {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types describe its ES build, Node loads the other
  made ??= (bidiModule as unknown as typeof bidiModule.default)();
  return made;
}
