import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import type { BotProcess } from "../faults/support/bot-process.ts";
import { drawFrom } from "../faults/support/random.ts";
import {
  compareArrivals,
  lostArticles,
  owedIn,
  progressOf,
  reckon,
} from "../faults/support/reckoning.ts";
import { until } from "../faults/support/until.ts";
import { openWorld, type World } from "../faults/support/world.ts";
import { ask, testDatabases } from "../support/store-engines.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const databases = testDatabases();
const folder = temporaryFolder();

const LOAD = { telegram: 60, discord: 20, asleep: 5, feeds: 30 };
const ON_POSTGRES = {
  engine: "postgres",
  server: null,
  fresh: () => databases.fresh("PostgreSQL"),
  close: () => Promise.resolve(),
} as const;
/** As long as a delivery stays with a node that is dead. */
const LEASE_MS = 15_000;
/** Longer than a feed is left alone. */
const LATER_MS = 150_000;
/** What a node may have under way on Telegram when it is killed, as its places and the pace allow. */
const MOST_IN_FLIGHT = 8;

type Held = { readonly name: string; readonly holder: string };

/** What nodes hold by the database's clock, of a kind. */
async function held({ url }: World, kind: string): Promise<readonly Held[]> {
  const rows = await ask(
    url,
    `select name, holder from leases where name like '${kind}%'
      and ends_at > extract(epoch from clock_timestamp()) * 1000`,
  );
  return rows.map(({ name, holder }) => ({ name: String(name), holder: String(holder) }));
}

/** What is claimed, by whichever node. */
const claimedIn = async ({ url }: World): Promise<readonly string[]> =>
  (await ask(url, "select id from deliveries where lease_ends is not null")).map(({ id }) =>
    String(id),
  );

/** Whether each of some deliveries was sent. */
async function areSent({ url }: World, ids: readonly string[]): Promise<boolean> {
  const listed = ids.map((id) => `'${id}'`).join(", ");
  const unsent = `select 1 from deliveries where status <> 'sent' and id in (${listed})`;
  return ids.length === 0 || (await ask(url, unsent)).length === 0;
}

const nameOf = ({ lines }: BotProcess): unknown =>
  lines.find(({ msg }) => msg === "node of several")?.["node"];

const countOf = ({ lines }: BotProcess, msg: string): number =>
  lines.filter((line) => line.msg === msg).length;

/** Feeds whose poll ended and was written down. */
const polledFeeds = async ({ url }: World): Promise<number> =>
  Number(
    (await ask(url, "select count(*) as n from feed_states where address like '%.test%'"))[0]?.[
      "n"
    ],
  );

const isDone = async (world: World): Promise<boolean> => {
  const { due, leased, unfinished } = await progressOf(world.url);
  return due + leased + unfinished === 0 && (await lostArticles(world)) === 0;
};

it("three nodes share the work, and lose none of it when one is killed and one stands still", async () => {
  const world = await openWorld(ON_POSTGRES, folder(), drawFrom(7), LOAD);
  const nodes = [world.start(), world.start(), world.start()];
  try {
    // The first feeds are all read, by whichever node, and the telling is under way.
    await until(async () => (await lostArticles(world)) === 0);
    await until(async () => (await polledFeeds(world)) === world.hosts.feeds.length);
    await until(async () => (await progressOf(world.url)).sent > 20);
    const inFirstRound = world.hosts.answered();
    const [polling] = await held(world, "gateway/telegram");
    const killed = nodes.find((node) => nameOf(node) === polling?.holder);
    const [frozen, left] = nodes.filter((node) => node !== killed);
    if (killed === undefined || frozen === undefined || left === undefined) throw new Error("none");

    await killed.kill();
    frozen.signal("SIGSTOP");
    const claimed = await claimedIn(world);
    world.pass(LEASE_MS);
    const areTakenOver = await until(() => areSent(world, claimed));
    // The one that is left does not know what it still holds, either, and begins anew with the others' work.
    world.pass(LATER_MS);
    const isTakenOver = await until(async () => {
      const slices = await held(world, "ingest/slice/");
      const all = [...(await held(world, "gateway/telegram")), ...slices];
      return all.length === 65 && all.every(({ holder }) => holder === nameOf(left));
    });
    frozen.signal("SIGCONT");
    await pause(500);
    const pollers = await held(world, "gateway/telegram");
    await until(() => world.hosts.answered() >= inFirstRound + world.hosts.feeds.length);
    await until(() => isDone(world));
    const inSecondRound = world.hosts.answered() - inFirstRound;
    const codes = [await frozen.stop(), await left.stop()];
    const { telegram, discord } = world.chats;
    const arrivals = await compareArrivals(world);
    const progress = await progressOf(world.url);

    expect(areTakenOver).toBe(true);
    expect(isTakenOver).toBe(true);
    expect(pollers.map(({ holder }) => holder)).toEqual([nameOf(left)]);
    expect(countOf(frozen, "listening on this node")).toBe(0);
    // Each feed by one node in each of the two periods.
    expect([inFirstRound, inSecondRound]).toEqual([
      world.hosts.feeds.length,
      world.hosts.feeds.length,
    ]);
    expect(progress).toMatchObject({ due: 0, leased: 0, unfinished: 0, lost: 0 });
    expect(progress.alerts).toBe((await owedIn(world)).deliveries);
    expect(arrivals).toMatchObject({ missing: 0, foreign: 0 });
    expect(arrivals.unrecorded.discord).toBe(0);
    expect(arrivals.unrecorded.telegram).toBeLessThanOrEqual(MOST_IN_FLIGHT);
    expect([...telegram.violations, ...discord.violations]).toEqual([]);
    expect(await lostArticles(world)).toBe(0);
    expect(await reckon(world)).toMatchObject({ assessmentEqual: true, untold: 0 });
    expect(codes).toEqual([0, 0]);
    expect(nodes.flatMap(({ strays }) => strays)).toEqual([]);
    expect(await held(world, "")).toEqual([]);
  } finally {
    for (const node of nodes) if (node.isRunning()) await node.kill();
    await world.close();
  }
}, 120_000);
