import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printMetrics } from "./support/print-metrics.ts";

const WATCH = join(import.meta.dirname, "support", "watch-quietly.ts");
/** As the npm script that starts Parley has them. */
const FLAGS = ["--expose-gc", "--max-semi-space-size=4", "--v8-pool-size=1"];

/** What `parley run` holds when it has read all of its feeds and waits for the next poll. */
for (const feeds of ["silent", "answering"]) {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  try {
    const args = [...FLAGS, WATCH, `file:${folder}/parley.db`, feeds];
    // The first start compiles, as the first after an installation does.
    const [first, second] = [0, 1].map(() => runOnce(args));
    printMetrics("idle-memory", { feeds, ...second, firstStart: first });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runOnce(args: readonly string[]): Readonly<Record<string, number>> {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`the watch ended with ${status}: ${stderr}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- printed by the file next to this
  return JSON.parse(stdout) as Record<string, number>;
}
