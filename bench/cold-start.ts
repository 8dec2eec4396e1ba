import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { medianOf, printMetrics } from "./support/print-metrics.ts";

const ROOT = join(import.meta.dirname, "..");
const RUNS = 5;
const AT = "2026-02-05T18:00:00Z";

/** `parley digest` from start to end, as a process of its own: from the store, and from an items file. */
const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
try {
  const items = join(ROOT, "seeds", "corpus", "items.en.json");
  parley("ingest", "--feed", items);
  measure("from the store, 46 articles", "digest", "--at", AT);
  measure("from an items file, 46 articles", "digest", "--at", AT, "--items", items);
  measure("help", "--help");
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(of: string, ...args: readonly string[]): void {
  const runs = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    const peakMb = parley(...args);
    return { ms: performance.now() - started, peakMb };
  });
  printMetrics("cold-start", {
    of,
    medianMs: Math.round(medianOf(runs.map(({ ms }) => ms))),
    firstMs: Math.round(runs[0]?.ms ?? Number.NaN),
    runs: RUNS,
    peakMemoryMb: medianOf(runs.map(({ peakMb }) => peakMb)),
  });
}

/** Runs one command; gives the most memory it held, in MB, where the system tells. */
function parley(...args: readonly string[]): number {
  const main = join(ROOT, "src", "app", "main.ts");
  const hook = join(import.meta.dirname, "support", "tell-peak.ts");
  const { status, stderr } = spawnSync(process.execPath, ["--import", hook, main, ...args], {
    cwd: ROOT,
    env: { DATABASE_URL: `file:${folder}/parley.db` },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`parley ${args.join(" ")} ended with ${status}: ${stderr}`);
  return Number(/^peak (\d+)$/m.exec(stderr)?.[1] ?? Number.NaN);
}
