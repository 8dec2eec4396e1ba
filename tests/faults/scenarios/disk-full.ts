import { setTimeout as pause } from "node:timers/promises";
import { NONE, type Told } from "../support/outcome.ts";
import type { Draw } from "../support/random.ts";
import { settled } from "../support/settled.ts";
import type { World } from "../support/world.ts";
import { until } from "../support/until.ts";

const FULL_MS = 6_000;

/**
 * Lets SQLite refuse, from a drawn moment on, every page that the file does not have yet, as on a full disk;
 * then makes room.
 */
export async function fillDisk(world: World, draw: Draw): Promise<Told> {
  const bot = world.start();
  const which = draw.between(1, Math.floor(world.moment.press.size / 2));
  await until(() => world.hosts.answered() >= which);
  world.limitPages(true);
  const hit = await until(() => bot.lines.some((line) => isDiskFull(line)), 20_000);
  const at = `after ${world.hosts.answered()} feeds`;
  await pause(FULL_MS);
  const outlived = bot.isRunning();
  const told = bot.lines.filter((line) => isDiskFull(line)).length;
  world.limitPages(false);
  const wrong = [
    ...(hit ? [] : ["the disk never filled"]),
    ...(outlived ? [] : ["the program ended when the disk was full"]),
  ];
  // What failed is polled again after a while.
  world.pass(15 * 60_000);
  const late = await settled(world, bot, 150_000);
  await bot.stop();
  return { killedAt: `full ${at}, told ${told} times`, inFlight: NONE, wrong: [...wrong, ...late] };
}

const isDiskFull = (line: unknown): boolean => JSON.stringify(line).includes("disk is full");
