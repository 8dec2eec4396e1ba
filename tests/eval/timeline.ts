import { scoreCheckpoint, ScoredDigest, type Checkpoint } from "./checkpoints.ts";
import { askParley } from "./core.ts";
import type { CorpusItem } from "./corpus.ts";
import { alignColumns } from "./table.ts";
import { NOTHING, sum, type Tally } from "./tally.ts";

/** Asks for the digest at each checkpoint and scores what it says. */
export function scoreTimeline(
  checkpoints: readonly Checkpoint[],
  items: readonly CorpusItem[],
): { readonly text: string; readonly tally: Tally } {
  const results = checkpoints.map((checkpoint) => ({
    checkpoint,
    ...resultAt(checkpoint, items),
  }));
  const rows = results.map(({ checkpoint, phase, tally }) => [
    checkpoint.at.slice(0, 16),
    checkpoint.id,
    phase,
    `${tally.found}/${tally.expected}`,
  ]);
  const tally = sum(results.map((result) => result.tally));
  const total = `${tally.found} of ${tally.expected} demands of ${checkpoints.length} checkpoints met`;
  return { text: `${alignColumns(rows)}\n${total}`, tally };
}

function resultAt(
  checkpoint: Checkpoint,
  items: readonly CorpusItem[],
): { readonly phase: string; readonly tally: Tally } {
  const answer = askParley(["digest", "--at", checkpoint.at, "--format", "json"], items);
  if (answer.kind === "failed") {
    const misses = [{ id: checkpoint.id, expected: "a digest", got: answer.reason }];
    return { phase: "no digest", tally: { ...NOTHING, predicted: 1, expected: 1, misses } };
  }
  const digest = ScoredDigest.parse(JSON.parse(answer.text));
  const { asked, misses } = scoreCheckpoint(checkpoint, digest);
  const met = asked - misses.length;
  return {
    phase: digest.phase ?? "none",
    tally: { right: met, predicted: asked, found: met, expected: asked, misses },
  };
}
