import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Databases, openDatabases } from "./support/databases.ts";
import { judge, type Outcome } from "./support/outcome.ts";
import { drawFrom } from "./support/random.ts";
import type { Scenario } from "./scenarios.ts";
import { openWorld } from "./support/world.ts";

/** Runs one scenario with one seed in a world of its own, and judges what it came to. */
export async function runOne(
  scenario: Scenario,
  seed: number,
  databases: Databases,
): Promise<Outcome> {
  const begun = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "parley-faults-"));
  const draw = drawFrom(seed);
  const begunIn = scenario.begunIn === "file" ? await openDatabases("sqlite", folder) : databases;
  const world = await openWorld(begunIn, folder, draw, scenario.load);
  try {
    const told = await scenario.play(world, draw, databases);
    const judged = await judge(told.world ?? world, told);
    const ms = Math.round(performance.now() - begun);
    return { seed, scenario: scenario.name, ...judged, ms };
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
