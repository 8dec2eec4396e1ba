import { setTimeout as pause } from "node:timers/promises";
import { calm, inWords, type Told } from "../support/outcome.ts";
import type { Draw } from "../support/random.ts";
import { progressOf } from "../support/reckoning.ts";
import { settled } from "../support/settled.ts";
import type { World } from "../support/world.ts";
import { begun, type Phase } from "./kill.ts";

const HOUR_MS = 3_600_000;
const STEP_MS = 60_000;
const BREATH_MS = 80;

/** The clock of program and platforms jumps by an hour in a drawn phase; then it is put right step by step. */
export async function jumpClock(world: World, draw: Draw, byHours: -1 | 1): Promise<Told> {
  const bot = world.start();
  const phase = draw.pick<Phase>(["ingest", "assess", "fan-out", "send"]);
  await begun(world, bot, draw, phase);
  const killedAt = `${byHours} h in ${phase}: ${inWords(await progressOf(world.url))}`;
  world.setClocks(byHours * HOUR_MS);
  await pause(draw.between(500, 5_000));
  // What is dated ahead of a clock that was set back counts once its time has come.
  for (let passed = 0; passed < HOUR_MS + 10 * STEP_MS; passed += STEP_MS) {
    world.pass(STEP_MS);
    await pause(BREATH_MS);
  }
  const wrong = await settled(world, bot);
  const code = await bot.stop();
  return calm(killedAt, code === 0 ? wrong : [...wrong, `it ended with ${code}`]);
}
