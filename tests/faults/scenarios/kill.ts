import { setTimeout as pause } from "node:timers/promises";
import type { BotProcess } from "../support/bot-process.ts";
import { isAwake } from "../support/chats.ts";
import { untilAlone } from "../support/databases.ts";
import { inFlightOf, inWords, type Told } from "../support/outcome.ts";
import { compareArrivals, progressOf } from "../support/reckoning.ts";
import type { Draw } from "../support/random.ts";
import { settled } from "../support/settled.ts";
import type { World } from "../support/world.ts";

/** What the program is about when it is killed. */
export type Phase = "ingest" | "assess" | "fan-out" | "send";

/** Longer than what a dead process had leased is kept for it. */
export const PAST_LEASES_MS = 150_000;
const PATIENCE_MS = 60_000;

/** Kills the program at a moment of a phase that the seed draws, starts it again, and lets it finish. */
export async function killDuring(world: World, draw: Draw, phase: Phase): Promise<Told> {
  if (phase === "send") answerSlowly(world);
  const first = world.start();
  const met = await begun(world, first, draw, phase);
  await first.kill();
  await untilAlone(world.url);
  // What was on its way to a platform when the process died arrives all the same.
  await pause(100);
  const inFlight = inFlightOf(await compareArrivals(world));
  const killedAt = `${phase}: ${inWords(await progressOf(world.url))}`;
  world.pass(PAST_LEASES_MS);
  const second = world.start();
  const wrong = [...met, ...(await settled(world, second))];
  const code = await second.stop();
  return { killedAt, inFlight, wrong: code === 0 ? wrong : [...wrong, `it ended with ${code}`] };
}

/** Far platforms: many sends are under way at once, and in Discord many have arrived that are not answered. */
function answerSlowly({ chats: { telegram, discord } }: World): void {
  telegram.faults.randomly(
    1,
    [20, 60, 150].map((ms) => ({ kind: "delay", ms }) as const),
  );
  discord.failNext("create_message", { kind: "delay", ms: 120 }, 100_000);
}

/** Waits for a moment of a phase; says so if it never comes. */
export async function begun(
  world: World,
  bot: BotProcess,
  draw: Draw,
  phase: Phase,
): Promise<string[]> {
  const hasBegun = await Promise.race([
    beginning(world, bot, draw, phase).then(() => true),
    pause(PATIENCE_MS, false, { ref: false }),
  ]);
  if (!hasBegun) return [`${phase} never began`];
  await pause(draw.next() * LONGEST_MS[phase]);
  return [];
}

/** How long a phase goes on after its beginning is seen, about. */
const LONGEST_MS: Readonly<Record<Phase, number>> = {
  ingest: 150,
  assess: 60,
  "fan-out": 250,
  send: 30,
};

function beginning(world: World, bot: BotProcess, draw: Draw, phase: Phase): Promise<void> {
  const { hosts, chats, moment: at } = world;
  switch (phase) {
    case "ingest": {
      const which = draw.between(1, at.press.size);
      return new Promise((resolve) => {
        hosts.onRequest = (count) => count >= which && resolve();
      });
    }
    case "assess":
      return lineOf(bot, "phase changed");
    case "fan-out":
      return lineOf(bot, "occasion");
    case "send": {
      const awake = chats.subscriptions.filter((one) => isAwake(one)).length;
      const which = draw.between(1, Math.floor(awake * 0.95));
      return sentAtLeast(world, which);
    }
  }
}

const lineOf = (bot: BotProcess, words: string): Promise<void> =>
  new Promise((resolve) => bot.heed(({ msg }) => msg === words && resolve()));

/** Waits until the platforms together have taken so many messages. */
export async function sentAtLeast(
  { chats: { telegram, discord } }: World,
  which: number,
): Promise<void> {
  while (telegram.counters.sent + discord.counters.messagesCreated < which) await pause(1);
}
