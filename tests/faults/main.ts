import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runOne } from "./run-one.ts";
import { SCENARIOS, type Scenario } from "./scenarios.ts";
import { type Databases, type EngineName, openDatabases } from "./support/databases.ts";

/**
 * `npm run faults [-- --seed N --runs N --only NAME --engine sqlite|postgres]`: lets things go wrong around
 * the real program and prints one JSON line a run. A run is repeated by its seed, scenario and engine:
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
  for (const engine of engines) if (!(await runAll(engine))) process.exitCode = 1;
}

async function runAll(engine: EngineName): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "parley-faults-"));
  const databases = await openDatabases(engine, folder);
  let passed = true;
  try {
    for (const scenario of chosen)
      if (scenario.engines.includes(engine))
        passed = (await runScenario(scenario, databases)) && passed;
  } finally {
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return passed;
}

async function runScenario(scenario: Scenario, databases: Databases): Promise<boolean> {
  const runs = values.runs === undefined ? scenario.runs : Number(values.runs);
  let passed = true;
  for (let run = 0; run < runs; run += 1) {
    const outcome = await runOne(scenario, seed + run, databases);
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
    passed &&= outcome.wrong.length === 0;
  }
  return passed;
}
