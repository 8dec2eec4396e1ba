import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { printMetrics, rounded } from "../../bench/support/print-metrics.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { slopeOf } from "./slope.ts";
import { soak, type SoakedDay } from "./soak.ts";

/**
 * `npm run soak`: a simulated month through the real core, as JSON lines: one a day, then what became of memory, the
 * store and the times. Options: `--days 30 --subscribers 10000 --feeds 200 --articles 300 --keep 7 --seed 1
 * --minutes 1 --engine sqlite|postgres`.
 */
const { values } = parseArgs({
  options: {
    days: { type: "string", default: "30" },
    subscribers: { type: "string", default: "10000" },
    feeds: { type: "string", default: "200" },
    articles: { type: "string", default: "300" },
    keep: { type: "string", default: "7" },
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "1" },
    engine: { type: "string", default: "sqlite" },
  },
});

const folder = mkdtempSync(join(tmpdir(), "parley-soak-"));
const postgres = values.engine === "postgres" ? await startPostgres({ autovacuum: "on" }) : null;
const days: SoakedDay[] = [];
try {
  await soak(
    {
      databaseUrl: postgres?.url("postgres") ?? `file:${join(folder, "parley.db")}`,
      folder,
      from: "2026-03-01T00:00:00Z",
      days: Number(values.days),
      subscribers: Number(values.subscribers),
      feeds: Number(values.feeds),
      articles: Number(values.articles),
      keepTextsDays: Number(values.keep),
      seed: Number(values.seed),
      answersAtOnce: postgres === null,
      minutes: Number(values.minutes),
    },
    (day) => {
      days.push(day);
      printMetrics("soak-day", day, values.engine);
    },
  );
  // The first days fill what is bounded: what is kept for a week, and what is warm.
  const settled = days.slice(Math.min(10, Math.floor(days.length / 2)));
  const sum = (pick: (day: SoakedDay) => number) =>
    days.reduce((total, day) => total + pick(day), 0);
  printMetrics(
    "soak",
    {
      options: values,
      heapMbADay: slopeOf(settled.map(({ heapMb }) => heapMb)),
      rssMbADay: slopeOf(settled.map(({ rssMb }) => rssMb)),
      storeMbADay: slopeOf(settled.map(({ storeMb }) => storeMb)),
      sent: sum(({ sent }) => sent),
      unsent: days.at(-1)?.unsent ?? 0,
      complaints: sum(({ complaints }) => complaints.length),
      wallSeconds: rounded(sum(({ wallSeconds }) => wallSeconds)),
    },
    values.engine,
  );
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
