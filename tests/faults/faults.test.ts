import { afterAll, beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { runOne } from "./run-one.ts";
import { SCENARIOS } from "./scenarios.ts";
import { type Databases, openDatabases } from "./support/databases.ts";
import type { Load } from "./support/world.ts";

const FEW: Load = { telegram: 40, discord: 10, asleep: 20, feeds: 2 };

const SEED = 1;

const folder = temporaryFolder();
let databases: Databases;
beforeAll(async () => {
  databases = await openDatabases("sqlite", folder());
});
afterAll(() => databases.close());

/** Of the whole, which `npm run faults` runs, a small part: the seed draws the moment of the kill. */
it("owes nobody less, and repeats no more than was in flight, when it is killed as it sends", async () => {
  const scenario = SCENARIOS.find(({ name }) => name === "kill-send");
  if (scenario === undefined) throw new Error("there is no such scenario");
  const outcome = await runOne({ ...scenario, load: FEW }, SEED, databases);
  expect(outcome).toMatchObject({ seed: SEED, wrong: [], assessmentEqual: true });
}, 180_000);
