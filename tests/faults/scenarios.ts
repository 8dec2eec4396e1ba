import { freezeDatabase, restartDatabase } from "./scenarios/database-away.ts";
import { corruptRows, tearLog } from "./scenarios/damage.ts";
import { jumpClock } from "./scenarios/clock.ts";
import { fillDisk } from "./scenarios/disk-full.ts";
import { killDuring, type Phase } from "./scenarios/kill.ts";
import { BRIEFED, EVE_OF_LEAP_DAY, passLeapDay } from "./scenarios/leap-day.ts";
import { killDuringMove, killDuringSteps } from "./scenarios/migrate.ts";
import { dribbleFeeds, failNames } from "./scenarios/network.ts";
import { loseNodes } from "./scenarios/nodes.ts";
import { endureOutage } from "./scenarios/outage.ts";
import type { Databases, EngineName } from "./support/databases.ts";
import type { Told } from "./support/outcome.ts";
import type { Draw } from "./support/random.ts";
import type { Load, World } from "./support/world.ts";

/** Something that goes wrong, and how the program is brought through it. */
export type Scenario = {
  readonly name: string;
  readonly engines: readonly EngineName[];
  readonly load: Load;
  /** Where the store lies at first, if not in the engine's own database. */
  readonly begunIn?: "file";
  /** How many runs of it belong to the whole, on each engine. */
  readonly runs: number;
  play(world: World, draw: Draw, databases: Databases): Promise<Told>;
};

const BOTH: readonly EngineName[] = ["sqlite", "postgres"];
/** Sends take some seconds, and so does reading. */
const FULL: Load = { telegram: 240, discord: 60, asleep: 2_500, feeds: 24 };

const SOME: Load = { telegram: 120, discord: 30, asleep: 500, feeds: 15 };

/** Every scenario, in the order in which the whole is run. */
export const SCENARIOS: readonly Scenario[] = [
  killing("kill-ingest", "ingest"),
  killing("kill-assess", "assess"),
  killing("kill-fan-out", "fan-out"),
  killing("kill-send", "send"),
  { name: "kill-migrate", engines: ["sqlite"], load: FULL, runs: 5, play: killDuringSteps },
  {
    name: "kill-move",
    engines: ["postgres"],
    load: FULL,
    begunIn: "file",
    runs: 5,
    play: killDuringMove,
  },
  { name: "disk-full", engines: ["sqlite"], load: FULL, runs: 3, play: fillDisk },
  { name: "database-restart", engines: ["postgres"], load: FULL, runs: 3, play: restartDatabase },
  { name: "database-pause", engines: ["postgres"], load: FULL, runs: 3, play: freezeDatabase },
  { name: "outage", engines: BOTH, load: SOME, runs: 2, play: endureOutage },
  { name: "slow-feeds", engines: BOTH, load: SOME, runs: 2, play: dribbleFeeds },
  { name: "names", engines: BOTH, load: SOME, runs: 2, play: failNames },
  jumping("clock-ahead", 1),
  jumping("clock-back", -1),
  {
    name: "leap-day",
    engines: BOTH,
    load: { ...SOME, asleep: 0, on: EVE_OF_LEAP_DAY, briefed: BRIEFED },
    runs: 2,
    play: passLeapDay,
  },
  { name: "nodes", engines: ["postgres"], load: FULL, runs: 5, play: loseNodes },
  { name: "corrupt-row", engines: BOTH, load: SOME, runs: 2, play: corruptRows },
  { name: "torn-log", engines: ["sqlite"], load: FULL, runs: 4, play: tearLog },
];

function killing(name: string, phase: Phase): Scenario {
  const play = (world: World, draw: Draw) => killDuring(world, draw, phase);
  return { name, engines: BOTH, load: FULL, runs: 5, play };
}

function jumping(name: string, byHours: -1 | 1): Scenario {
  const play = (world: World, draw: Draw) => jumpClock(world, draw, byHours);
  return { name, engines: BOTH, load: SOME, runs: 2, play };
}
