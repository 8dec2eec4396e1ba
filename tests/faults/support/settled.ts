import { setTimeout as pause } from "node:timers/promises";
import type { BotProcess } from "./bot-process.ts";
import { lostArticles, type Progress, progressOf } from "./reckoning.ts";
import type { World } from "./world.ts";

const LOOK_MS = 200;
/** A look at the talks follows what was kept within this time. */
const STILL_MS = 1_500;
const STUCK_MS = 10_000;
/** Discord knows a message again for some minutes: no more may pass while what was in flight is unsent. */
const STUCK_OWING_MS = 60_000;
const LATER_MS = 10 * 60_000;

/**
 * Waits until a program has done all there is to do and nothing changes any more; gives what is wrong where
 * that does not come about in time.
 */
export async function settled(
  world: World,
  bot: BotProcess,
  patienceMs = 150_000,
): Promise<readonly string[]> {
  const until = performance.now() + patienceMs;
  let before = "";
  let stillSince = performance.now();
  let passedAt = stillSince;
  while (performance.now() < until) {
    await pause(LOOK_MS);
    if (!bot.isRunning()) return [`the program ended by itself: ${lastWords(bot)}`];
    const progress = await tryProgress(world.url);
    const now = JSON.stringify([
      progress,
      bot.lines.filter(({ msg }) => msg === "feeds polled").length,
    ]);
    if (now !== before) stillSince = performance.now();
    before = now;
    const isStill = performance.now() - stillSince > STILL_MS;
    if (isStill && progress !== null && (await isDone(world, bot, progress))) return [];
    // A feed that failed, as on a loaded machine, is asked again once its time has come.
    const stuckMs = progress?.due === 0 ? STUCK_MS : STUCK_OWING_MS;
    if (performance.now() - Math.max(stillSince, passedAt) > stuckMs) {
      passedAt = performance.now();
      world.pass(LATER_MS);
    }
  }
  return [`it was not done after ${patienceMs} ms: ${before}; ${lastWords(bot)}`];
}

/** Null while the database cannot be asked. */
async function tryProgress(url: string): Promise<Progress | null> {
  try {
    return await progressOf(url);
  } catch {
    return null;
  }
}

const isDone = async (world: World, bot: BotProcess, progress: Progress): Promise<boolean> =>
  bot.lines.some(({ msg }) => msg === "feeds polled") &&
  progress.due === 0 &&
  progress.leased === 0 &&
  progress.unfinished === 0 &&
  (await lostArticles(world)) === 0;

const lastWords = ({ lines, strays }: BotProcess): string =>
  [
    ...lines.filter(({ level }) => level >= 50).slice(-2),
    ...lines.filter(({ msg }) => msg === "feeds polled").slice(-1),
    ...strays.slice(-3),
  ]
    .map((line) => JSON.stringify(line))
    .join(" ");
