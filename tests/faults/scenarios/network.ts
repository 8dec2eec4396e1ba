import { setTimeout as pause } from "node:timers/promises";
import { calm, type Told } from "../support/outcome.ts";
import type { Draw } from "../support/random.ts";
import { progressOf } from "../support/reckoning.ts";
import { settled } from "../support/settled.ts";
import { until } from "../support/until.ts";
import type { World } from "../support/world.ts";

/** Failed feeds are asked again within this time. */
const LATER_MS = 20 * 60_000;

/** A third of the publishers send a byte now and then without end; what the others bring is told all the same. */
export async function dribbleFeeds(world: World, draw: Draw): Promise<Told> {
  const names = hostsOf(world);
  const slow = names.filter(() => draw.next() < 1 / 3);
  world.hosts.behave({ kind: "dribbles", everyMs: draw.between(50, 900) }, slow);
  const bot = world.start();
  const others = world.moment.press.size - slow.length;
  const polled = await until(() => bot.lines.some(({ msg }) => msg === "feeds polled"), 120_000);
  const answered = world.hosts.answered();
  const kept = (await progressOf(world.url)).articles;
  world.hosts.behave({ kind: "answers" }, slow);
  world.pass(LATER_MS);
  const wrong = await settled(world, bot);
  await bot.stop();
  return calm(`${slow.length} of ${names.length} feeds dribble, ${kept} articles of the others`, [
    ...(polled ? [] : ["slow feeds were waited for without end"]),
    ...(answered >= others ? [] : [`only ${answered} of ${others} other feeds were read`]),
    ...wrong,
  ]);
}

/** No name can be looked up, those of the platforms included; then some; then all. */
export async function failNames(world: World, draw: Draw): Promise<Told> {
  world.failNames("all");
  const bot = world.start(["run"], {
    TELEGRAM_API_ROOT: named(world.chats.telegram.root),
    DISCORD_API_ROOT: named(world.chats.discord.root),
  });
  const told = await until(() => bot.lines.some(({ msg }) => msg === "no feed can be read"));
  const outlived = bot.isRunning();
  world.failNames([...hostsOf(world).filter(() => draw.next() < 0.5), "platform.test"]);
  world.pass(LATER_MS);
  await pause(draw.between(1_000, 5_000));
  const killedAt = `${(await progressOf(world.url)).articles} articles while half the names failed`;
  world.failNames([]);
  world.pass(LATER_MS);
  const wrong = await settled(world, bot, 150_000);
  await bot.stop();
  return calm(killedAt, [
    ...(told ? [] : ["that no feed can be read was not told"]),
    ...(outlived ? [] : ["the program ended"]),
    ...wrong,
  ]);
}

/** An address by a name that has to be looked up. */
const named = (root: string): string => root.replace("127.0.0.1", "platform.test");

const hostsOf = ({ hosts }: World): string[] => hosts.feeds.map(({ url }) => new URL(url).hostname);
