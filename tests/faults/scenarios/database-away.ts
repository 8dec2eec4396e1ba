import { setTimeout as pause } from "node:timers/promises";
import { type Databases, freeze } from "../support/databases.ts";
import { inWords, NONE, type Told } from "../support/outcome.ts";
import type { Draw } from "../support/random.ts";
import { progressOf } from "../support/reckoning.ts";
import { settled } from "../support/settled.ts";
import type { World } from "../support/world.ts";
import { begun, type Phase } from "./kill.ts";

const RESTARTS = 2;
const FROZEN_MS = 20_000;

/** Ends the server in the midst of a drawn phase, and once more later, and starts it again after a while. */
export async function restartDatabase(
  world: World,
  draw: Draw,
  { server }: Databases,
): Promise<Told> {
  if (server === null) throw new Error("there is no server to restart");
  const bot = world.start();
  const phase = await inPhase(world, draw, bot);
  const at = `${phase}: ${inWords(await progressOf(world.url))}`;
  for (let restart = 0; restart < RESTARTS; restart += 1) {
    await server.halt();
    await pause(draw.between(200, 4_000));
    await server.resume();
    await pause(draw.between(200, 2_000));
  }
  return finish(world, bot, at);
}

/** Freezes every process of the server, as a failover does, and lets them go on. */
export async function freezeDatabase(world: World, draw: Draw): Promise<Told> {
  const bot = world.start();
  const phase = await inPhase(world, draw, bot);
  const at = `${phase}: ${inWords(await progressOf(world.url))}`;
  const thaw = await freeze(world.url);
  await pause(FROZEN_MS);
  thaw();
  return finish(world, bot, at);
}

async function inPhase(world: World, draw: Draw, bot: ReturnType<World["start"]>): Promise<Phase> {
  const phase = draw.pick<Phase>(["ingest", "assess", "fan-out", "send"]);
  await begun(world, bot, draw, phase);
  return phase;
}

async function finish(
  world: World,
  bot: ReturnType<World["start"]>,
  killedAt: string,
): Promise<Told> {
  await pause(1_000);
  world.pass(15 * 60_000);
  const wrong = await settled(world, bot, 150_000);
  const code = await bot.stop();
  const strays = bot.strays.map((line) => `stray: ${line}`);
  return {
    killedAt,
    inFlight: NONE,
    wrong: [...wrong, ...strays, ...(code === 0 ? [] : [`it ended with ${code}`])],
  };
}
