import { setTimeout as pause } from "node:timers/promises";
import type { Schedule, TimeOfDay } from "../../../src/deliveries/schedule.ts";
import type { BotProcess } from "../support/bot-process.ts";
import { BRIEFED_FROM, type Briefed } from "../support/chats.ts";
import { ask } from "../support/databases.ts";
import { calm, inWords, type Told } from "../support/outcome.ts";
import type { Draw } from "../support/random.ts";
import { progressOf } from "../support/reckoning.ts";
import { settled } from "../support/settled.ts";
import { until } from "../support/until.ts";
import type { World } from "../support/world.ts";

const HOUR_MS = 3_600_000;

/** A quarter of an hour before the 29 February 2028, a Tuesday, begins in Greenwich. */
export const EVE_OF_LEAP_DAY = new Date("2028-02-28T23:43:00Z");

// oxlint-disable typescript/no-unsafe-type-assertion -- times of day as readers type them
const at = (clock: string) => clock as TimeOfDay;
// oxlint-enable typescript/no-unsafe-type-assertion
const daily = (clock: string): Schedule => ({ kind: "daily", at: at(clock) });
const workdays = (clock: string): Schedule => ({ kind: "workdays", at: at(clock) });
const weekly = (day: 1 | 2 | 3 | 4, clock: string): Schedule => ({
  kind: "weekly",
  day,
  at: at(clock),
});
const cron = (expression: string): Schedule => ({ kind: "cron", expression });

/** Each schedule, its zone, and how many briefings it brings from the eve of that day to noon of 1 March. */
const BRIEFINGS: readonly (readonly [Schedule, string, number])[] = [
  [daily("23:59"), "UTC", 2],
  [daily("00:00"), "UTC", 2],
  [daily("00:20"), "UTC", 2],
  [daily("11:30"), "UTC", 2],
  [daily("03:45"), "Asia/Tehran", 2],
  [daily("19:15"), "America/New_York", 2],
  [workdays("03:45"), "Asia/Tehran", 2],
  [weekly(1, "23:59"), "UTC", 1],
  [weekly(2, "00:20"), "UTC", 1],
  [weekly(3, "00:20"), "UTC", 1],
  [weekly(4, "00:20"), "UTC", 0],
  [cron("20 0 29 2 *"), "UTC", 1],
  [cron("20 0 29 * *"), "UTC", 1],
  [cron("20 0 1 3 *"), "UTC", 1],
  [cron("20 0 30 2 *"), "UTC", 0],
  [cron("20 0 1,29 2,3 2"), "UTC", 2],
];

export const BRIEFED: readonly Briefed[] = BRIEFINGS.map(([schedule, timeZone]) => ({
  schedule,
  timeZone,
}));

/** When the program begins anew; by then something is overdue. */
const STOPS = [
  "2028-02-29T00:50:00Z",
  "2028-02-29T11:40:00Z",
  "2028-03-01T00:40:00Z",
  "2028-03-01T11:40:00Z",
] as const;

/**
 * News comes as the 29 February begins, and the clock jumps by an hour, on or back, over that midnight; then the
 * day passes, and another midnight. The program ends and begins between, in good order or by `kill -9`.
 */
export async function passLeapDay(world: World, draw: Draw): Promise<Told> {
  const goesAhead = draw.next() < 0.5;
  const wrong: string[] = [];
  let bot = world.start();
  const goOnFrom = async (instant: string): Promise<void> => {
    passTo(world, instant);
    await end(bot, draw);
    bot = world.start();
    wrong.push(...(await briefed(world, bot)), ...(await settled(world, bot)));
  };
  await pause(draw.between(1_000, 6_000));
  const told = `${goesAhead ? "+" : "-"}1 h at midnight: ${inWords(await progressOf(world.url))}`;
  if (goesAhead) world.setClocks(HOUR_MS);
  wrong.push(...(await settled(world, bot)));
  if (!goesAhead) {
    await goOnFrom("2028-02-29T00:40:00Z");
    world.setClocks(-HOUR_MS);
    await pause(draw.between(500, 3_000));
  }
  for (const stop of STOPS) await goOnFrom(stop);
  world.pass(POLLED_MS);
  wrong.push(...(await settled(world, bot)));
  const code = await bot.stop();
  const ended = code === 0 ? [] : [`it ended with ${code}`];
  return calm(told, [...wrong, ...ended, ...(await wrongBriefings(world))]);
}

/** Every feed is due again by then. */
const POLLED_MS = 10 * 60_000;

/** Waits until no schedule is overdue. */
async function briefed(world: World, bot: BotProcess): Promise<string[]> {
  const isDone = async () => !bot.isRunning() || (await overdueIn(world)) === 0;
  return (await until(isDone, PATIENCE_MS)) ? [] : ["some schedule stays overdue"];
}

const PATIENCE_MS = 120_000;

async function overdueIn({ url, now }: World): Promise<number> {
  const overdue = `select count(*) as n from subscriptions where next_at <= ${now().getTime()}`;
  return Number((await ask(url, overdue))[0]?.["n"]);
}

/** Lets time pass up to an instant; none if that has passed. */
function passTo(world: World, instant: string): void {
  const ms = new Date(instant).getTime() - world.now().getTime();
  if (ms > 0) world.pass(ms);
}

/** In good order more often than not; nothing is under way by then. */
async function end(bot: BotProcess, draw: Draw): Promise<void> {
  if (draw.next() < 0.3) await bot.kill();
  else await bot.stop();
}

/** Schedules that brought another number of briefings than the calendar says. */
async function wrongBriefings({ url }: World): Promise<string[]> {
  const rows = await ask(
    url,
    "select subscription, count(*) as n from deliveries where kind = 'briefing' and status = 'sent' group by subscription",
  );
  const sent = new Map(rows.map((row) => [Number(String(row["subscription"]).slice(1)), row["n"]]));
  return BRIEFINGS.flatMap(([schedule, zone, expected], n) => {
    const count = Number(sent.get(BRIEFED_FROM + n) ?? 0);
    if (count === expected) return [];
    return [`${count} briefings, not ${expected}: ${JSON.stringify(schedule)} ${zone}`];
  });
}
