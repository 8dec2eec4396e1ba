import { killDuring, type Phase } from "./scenarios/kill.ts";
import type { Databases, EngineName } from "./support/databases.ts";
import type { Told } from "./support/outcome.ts";
import type { Draw } from "./support/random.ts";
import type { Load, World } from "./support/world.ts";

/** Something that goes wrong, and how the program is brought through it. */
export type Scenario = {
  readonly name: string;
  readonly engines: readonly EngineName[];
  readonly load: Load;
  /** How many runs of it belong to the whole, on each engine. */
  readonly runs: number;
  play(world: World, draw: Draw, databases: Databases): Promise<Told>;
};

const BOTH: readonly EngineName[] = ["sqlite", "postgres"];
/** Sends take some seconds, and so does reading. */
const FULL: Load = { telegram: 300, discord: 60, asleep: 3_000, feeds: 30 };

/** Every scenario, in the order in which the whole is run. */
export const SCENARIOS: readonly Scenario[] = [
  killing("kill-ingest", "ingest"),
  killing("kill-assess", "assess"),
  killing("kill-fan-out", "fan-out"),
  killing("kill-send", "send"),
];

function killing(name: string, phase: Phase): Scenario {
  const play = (world: World, draw: Draw) => killDuring(world, draw, phase);
  return { name, engines: BOTH, load: FULL, runs: 5, play };
}
