import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createTalksDesks } from "../../../src/app/talks-desks.ts";
import { createSessions, type Sessions } from "../../../src/app/sessions.ts";
import { writeOpml } from "../../../src/app/opml/write-opml.ts";
import { parseConfig } from "../../../src/config/config.ts";
import { noticeChanges } from "../../../src/deliveries/notice-changes.ts";
import type { PlanningDeps } from "../../../src/deliveries/planning.ts";
import { createLog } from "../../../src/lib/log.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { type BotProcess, startParley, writeBending } from "./bot-process.ts";
import { type Chats, type Crowd, openChats } from "./chats.ts";
import type { Databases, EngineName } from "./databases.ts";
import { type FeedHosts, serveFeeds } from "./feeds.ts";
import { type Moment, momentOf } from "./news.ts";
import type { Draw } from "./random.ts";

/** How much happens in a run. */
export type Load = Crowd & {
  /** Feeds that bring 20 articles each, beside those that bring the news. */
  readonly feeds: number;
  /** The instant at which it all happens, if not when the corpus has it. */
  readonly on?: Date;
};

/** Everything outside the program, and its store, as one run finds them. */
export type World = {
  readonly engine: EngineName;
  readonly url: string;
  readonly folder: string;
  /** Where the list of feeds lies. */
  readonly home: string;
  readonly moment: Moment;
  readonly chats: Chats;
  readonly hosts: FeedHosts;
  /** The time that the program and the platforms go by. */
  readonly now: () => Date;
  /** Lets so much time pass at once. */
  pass(ms: number): void;
  /** Sets the clocks on, or back, as if they had been wrong. */
  setClocks(byMs: number): void;
  failNames(names: "all" | readonly string[]): void;
  /** Whether SQLite may make the file no larger than it is. */
  limitPages(limited: boolean): void;
  /** Starts `parley run`, or another command. */
  start(args?: readonly string[], env?: Readonly<Record<string, string>>): BotProcess;
  close(): Promise<void>;
};

/** Makes a world at a turn of the talks; what was published before it is kept already, and looked at. */
export async function openWorld(
  databases: Databases,
  folder: string,
  draw: Draw,
  load: Load,
): Promise<World> {
  const moment = momentOf(draw, load.feeds, load.on);
  let offsetMs = moment.at.getTime() - Date.now();
  let failingNames: "all" | readonly string[] = [];
  let passedMs = 0;
  let isDiskFull = false;
  const now = () => new Date(Date.now() + offsetMs);
  const chats = await openChats(load, now);
  const hosts = await serveFeeds(moment.press);
  const url = await databases.fresh();
  const home = url.startsWith("file:") ? dirname(url.slice("file:".length)) : join(folder, "data");
  for (const place of [home, join(folder, "data")]) {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "feeds.opml"), writeOpml("Feeds", hosts.feeds));
  }
  const bending = join(folder, "bending.json");
  const bend = () => writeBending(bending, { offsetMs, passedMs, failingNames, isDiskFull });
  bend();
  const settings = {
    ...chats.env,
    DATABASE_URL: url,
    PARLEY_ALLOW_PRIVATE_FEEDS: "true",
    PARLEY_HTTP_PORT: "off",
    LOG_LEVEL: "info",
  };
  await fill({ url, home, moment, chats, now });
  return {
    engine: databases.engine,
    url,
    folder,
    home,
    moment,
    chats,
    hosts,
    now,
    pass(ms) {
      offsetMs += ms;
      passedMs += ms;
      bend();
    },
    setClocks(byMs) {
      offsetMs += byMs;
      bend();
    },
    failNames(names) {
      failingNames = names;
      bend();
    },
    limitPages(limited) {
      isDiskFull = limited;
      bend();
    },
    start: (args = ["run"], env = {}) =>
      startParley(args, { env: { ...settings, ...env }, bending, folder }),
    close: async () => {
      await chats.close();
      await hosts.close();
    },
  };
}

const QUIET = createLog({ level: "silent", secrets: [], write: () => undefined });

/** What was published before is kept, read and looked at; then people subscribe. */
async function fill(made: Pick<World, "url" | "home" | "moment" | "chats" | "now">): Promise<void> {
  const { url, home, moment, chats, now } = made;
  const store = await openStore(url, () => undefined);
  const sessions = sessionsOver(home, store);
  await sessions.current().takeIn.articles(moment.before, { feed: null, at: now() });
  await noticeChanges(planningOver(sessions, store, now), now());
  await store.subscriptions.keepAll(chats.subscriptions);
  await store.close();
}

/** Sessions over a store, as the program has them. */
export function sessionsOver(home: string, store: Store): Sessions {
  const config = parseConfig({ DATABASE_URL: `file:${join(home, "parley.db")}` });
  return createSessions({ config, store, log: QUIET, feedListStamp: () => "" });
}

/** What planning takes, over a store, as the program has it. */
export function planningOver(sessions: Sessions, store: Store, now: () => Date): PlanningDeps {
  const desks = createTalksDesks(sessions, store, { now });
  return {
    store,
    digests: store.digests,
    followed: desks.map(({ names }) => names),
    digestOf: (talks, at) => {
      const desk = desks.find(({ names }) => names.dossier.id === talks);
      if (desk === undefined) throw new Error(`nobody follows ${talks}`);
      return desk.digest(at, null);
    },
    log: QUIET,
    observe: () => undefined,
  };
}
