import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCore } from "../src/app/core.ts";
import { storedReports } from "../src/app/stored-reports.ts";
import { digestAt, NO_FEEDS } from "../src/app/tell.ts";
import { openStore } from "../src/store/open-store.ts";
import { fillStore } from "./support/filled-store.ts";
import { cpuMs, medianOf, peakMemoryMb, printMetrics, rounded } from "./support/print-metrics.ts";

const AT = new Date("2026-02-05T18:00:00Z");
const SIZES = [1_000, 10_000, 100_000];
const RUNS = 21;

const [size, task, given] = process.argv.slice(2);
if (size === undefined || given === undefined) measureEach();
else await measure(Number(size), given);

/** Each size in a process of its own, since they are judged by their peak memory too. */
function measureEach(): void {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  try {
    for (const each of SIZES)
      for (const part of ["fill", "digest"])
        spawnSync(process.execPath, [import.meta.filename, String(each), part, folder], {
          stdio: ["ignore", "inherit", "inherit"],
        });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How long a digest takes when the log is in memory, and how long the log takes to load. */
async function measure(articles: number, folder: string): Promise<void> {
  const core = loadCore("iran-us");
  const store = await openStore(`file:${join(folder, `${articles}.db`)}`, (row) => {
    throw new Error(`${row.key} of ${row.table}: ${row.reason}`);
  });
  if (task === "fill") await fillStore(store, core, { count: articles, until: AT });
  else {
    const started = cpuMs();
    const { reports, readAgain } = await storedReports(core, store, AT);
    const log = core.openLog();
    for (const report of reports) log.add(report);
    const loadMs = cpuMs() - started;
    const warm = Array.from({ length: RUNS }, () => {
      const begun = cpuMs();
      digestAt(core, log, AT, { since: new Date(AT.getTime() - 86_400_000), feeds: NO_FEEDS });
      return cpuMs() - begun;
    });
    printMetrics("digest", {
      articles,
      relevant: reports.filter(({ extraction }) => extraction.relevant).length,
      warmMs: rounded(medianOf(warm)),
      slowestMs: rounded(Math.max(...warm)),
      loadMs: Math.round(loadMs),
      readAgain,
      peakMemoryMb: peakMemoryMb(),
    });
  }
  await store.close();
}
