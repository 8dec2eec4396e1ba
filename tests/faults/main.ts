import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runOne } from "./run-one.ts";
import type { Outcome } from "./support/outcome.ts";
import { summaryOf } from "./support/summary.ts";
import { SCENARIOS, type Scenario } from "./scenarios.ts";
import { type Databases, type EngineName, openDatabases } from "./support/databases.ts";

/**
 * `npm run faults [-- --seed N --runs N --only NAME --engine sqlite|postgres]`: lets things go wrong around
 * the real program, prints one JSON line a run, and at the end, on stderr, a table of what they came to. A run is repeated by its seed, scenario and engine:
 * `--seed 7 --runs 1 --only kill-send --engine postgres`.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    runs: { type: "string" },
    only: { type: "string" },
    engine: { type: "string" },
  },
});
const seed = Number(values.seed);
const engines = (["sqlite", "postgres"] as const).filter(
  (engine) => values.engine === undefined || values.engine === engine,
);
const chosen = SCENARIOS.filter(
  ({ name }) => values.only === undefined || name.startsWith(values.only),
);

if (engines.length === 0 || chosen.length === 0 || !Number.isInteger(seed)) {
  const names = SCENARIOS.map(({ name }) => name).join(", ");
  process.stderr.write(
    `Engines: sqlite, postgres. Scenarios: ${names}. A seed is a whole number.\n`,
  );
  process.exitCode = 2;
} else {
  process.stderr.write(`seed ${seed}\n`);
  const outcomes: Outcome[] = [];
  for (const engine of engines) await runAll(engine, outcomes);
  process.stderr.write(summaryOf(outcomes));
  if (outcomes.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
}

async function runAll(engine: EngineName, outcomes: Outcome[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "parley-faults-"));
  const databases = await openDatabases(engine, folder);
  try {
    for (const scenario of chosen)
      if (scenario.engines.includes(engine)) await runScenario(scenario, databases, outcomes);
  } finally {
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runScenario(
  scenario: Scenario,
  databases: Databases,
  outcomes: Outcome[],
): Promise<void> {
  const runs = values.runs === undefined ? scenario.runs : Number(values.runs);
  for (let run = 0; run < runs; run += 1) {
    const outcome = await runOne(scenario, seed + run, databases);
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
    outcomes.push(outcome);
  }
}
