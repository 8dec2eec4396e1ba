import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCore } from "../src/app/core.ts";
import { storedReports } from "../src/app/stored-reports.ts";
import { digestAt, NO_FEEDS } from "../src/app/tell.ts";
import { openStore } from "../src/store/open-store.ts";
import { fillStore } from "./support/filled-store.ts";
import { medianOf, peakMemoryMb, printMetrics, rounded } from "./support/print-metrics.ts";

const AT = new Date("2026-02-05T18:00:00Z");
const SIZES = [1_000, 10_000, 100_000];
const RUNS = 21;

const [size] = process.argv.slice(2).map(Number);
if (size === undefined) measureEach();
else await measure(size);

/** Each size in a process of its own, since they are judged by their peak memory too. */
function measureEach(): void {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  try {
    for (const each of SIZES) {
      const env = { ...process.env, BENCH_FOLDER: folder };
      for (const task of ["fill", "digest"])
        spawnSync(process.execPath, [import.meta.filename, String(each), task], {
          stdio: ["ignore", "inherit", "inherit"],
          env,
        });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How long a digest takes when the log is in memory, and how long the log takes to load. */
async function measure(articles: number): Promise<void> {
  const folder = process.env["BENCH_FOLDER"] ?? tmpdir();
  const core = loadCore("iran-us");
  const store = await openStore(`file:${join(folder, `${articles}.db`)}`, (row) => {
    throw new Error(`corrupt row of ${row.table}`);
  });
  if (process.argv[3] === "fill") await fillStore(store, core, articles, AT);
  else {
    const started = performance.now();
    const { reports } = await storedReports(core, store, AT);
    const log = core.openLog();
    for (const report of reports) log.add(report);
    const loadMs = performance.now() - started;
    const warm = Array.from({ length: RUNS }, () => {
      const begun = performance.now();
      digestAt(core, log, AT, { since: new Date(AT.getTime() - 86_400_000), feeds: NO_FEEDS });
      return performance.now() - begun;
    });
    printMetrics("digest", {
      articles,
      relevant: reports.filter(({ extraction }) => extraction.relevant).length,
      warmMs: rounded(medianOf(warm)),
      slowestMs: rounded(Math.max(...warm)),
      loadMs: Math.round(loadMs),
      peakMemoryMb: peakMemoryMb(),
    });
  }
  await store.close();
}
