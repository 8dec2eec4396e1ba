import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Bot, createBot } from "../../src/app/bot/bot.ts";
import {
  createUsedModel,
  type UsedModel,
  type UsedModelDeps,
} from "../../src/app/model/used-model.ts";
import { runBot } from "../../src/app/bot/run-bot.ts";
import { readItemsFile } from "../../src/app/items-file.ts";
import { createSessions, type Sessions } from "../../src/app/sessions.ts";
import { createTalksDesks, sourceOf } from "../../src/app/talks-desks.ts";
import { createUpkeep } from "../../src/app/upkeep/upkeep.ts";
import type { Article } from "../../src/articles/article.ts";
import { parseConfig } from "../../src/config/config.ts";
import { sleep } from "../../src/lib/clock.ts";
import { LANGUAGES } from "../../src/lib/language.ts";
import type { Log } from "../../src/lib/log.ts";
import type { PaintPicture } from "../../src/platform/paint-picture.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { createDiscordDouble, type DiscordDouble } from "../doubles/discord/discord-double.ts";
import { createTelegramDouble, type TelegramDouble } from "../doubles/telegram/double.ts";
import { type SimulatedTime, simulatedTime } from "./simulated-time.ts";
import { paintTiny } from "./tiny-png.ts";

const TELEGRAM_TOKEN = "42:a-token-that-nobody-may-read";
const DISCORD_TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.secret-of-tests";
const APPLICATION_ID = "123456789012345678";
const MINUTE_MS = 60_000;
/** Chats take a message a second. */
const BREATH_MS = 1_500;
/** While sockets are quiet and something still waits, it waits for time to pass. */
const TICK_MS = 200;
const PATIENCE_MS = 10_000;
const PATIENT_TURNS = 100;

/** The whole bot beside both platforms on loopback, on one clock. */
export type TalksDays = {
  readonly telegram: TelegramDouble;
  readonly discord: DiscordDouble;
  readonly time: SimulatedTime;
  /** Lines of the log that an operator should look at. */
  readonly complaints: readonly string[];
  /** All other lines but those for debugging. */
  readonly logged: readonly string[];
  store(): Store;
  /** Goes on to an instant; feeds are polled every so many minutes, and all that falls due is sent. */
  until(iso: string, ingestMinutes?: number): Promise<void>;
  /** Gives people time to act and the bot to answer. */
  lets<Done>(action: Promise<Done>): Promise<Done>;
  /** Ends the program as an operator does. */
  stop(): Promise<void>;
  /** Goes straight to an instant, and ends the program as soon as what falls due then is owed. */
  stopAsOwed(iso: string): Promise<void>;
  /** Starts it anew over what is stored, at an instant; nothing happened in between. */
  start(iso?: string): Promise<void>;
  close(): Promise<void>;
};

export type DaysOptions = {
  readonly from: string;
  /** A folder for the store. */
  readonly folder: string;
  /** Tells its file from those of other days there. */
  readonly name: string;
  /** What is published, and when; the demo corpus if not told. */
  readonly articles?: readonly Article[];
  /** Settings beside those of the platforms, as of a language model. */
  readonly env?: Readonly<Record<string, string>>;
  /** What draws pictures; one pixel that names its card if not told. */
  readonly paint?: PaintPicture;
};

/** The demonstration articles. */
const corpus = (): Article[] =>
  LANGUAGES.flatMap((language) => [
    ...readItemsFile(`seeds/corpus/items.${language}.json`).articles,
  ]);

type Run = {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly bot: Bot;
  /** What happens each minute. */
  readonly tick: () => Promise<void>;
  readonly end: () => Promise<void>;
};

/** Begins days at an instant, with all that was published before taken in. */
export async function openTalksDays(options: DaysOptions): Promise<TalksDays> {
  const time = simulatedTime(new Date(options.from));
  const { clock } = time;
  const telegram = await createTelegramDouble({
    token: TELEGRAM_TOKEN,
    clock,
    limits: { factor: 1 },
  });
  const discord = await createDiscordDouble({
    token: DISCORD_TOKEN,
    applicationId: APPLICATION_ID,
    clock,
    limits: { scale: 1 },
  });
  const complaints: string[] = [];
  const logged: string[] = [];
  const log = logInto(complaints, logged);
  const world: World = { options, time, telegram, discord, complaints, log, asking: new Set() };
  const articles = inTime(options.articles ?? corpus());
  let fed = 0;
  let run: Run | null = await startRun(world);
  const running = (): Run => {
    if (run === null) throw new Error("the program is down");
    return run;
  };

  const ingest = async (): Promise<void> => {
    const now = clock.now();
    const published = articles.slice(fed).filter((article) => article.published <= now);
    fed += published.length;
    const { sessions, bot } = running();
    if (published.length > 0)
      await sessions.current().takeIn.articles(published, { feed: null, at: now });
    await bot.planner.news();
  };
  await ingest();

  const stop = async (): Promise<void> => {
    const { end } = running();
    run = null;
    await letting(world, end());
  };

  return {
    telegram,
    discord,
    time,
    complaints,
    logged,
    store: () => running().store,
    async until(iso, ingestMinutes = 5) {
      const target = Date.parse(iso);
      while (clock.now().getTime() < target) {
        const { store, tick } = running();
        const next = await nextInstant(store, clock.now(), { target, ingestMinutes });
        time.pass(next - clock.now().getTime());
        if (next % (ingestMinutes * MINUTE_MS) === 0) await ingest();
        await tick();
        await settle(world, store);
      }
    },
    async lets(action) {
      const done = await letting(world, action);
      time.pass(BREATH_MS);
      await settle(world, running().store);
      return done;
    },
    stop,
    async stopAsOwed(iso) {
      time.pass(Date.parse(iso) - clock.now().getTime());
      await ingest();
      await running().tick();
      await stop();
    },
    async start(iso) {
      if (iso !== undefined) time.pass(Date.parse(iso) - clock.now().getTime());
      run = await startRun(world);
      await ingest();
      await settle(world, running().store);
    },
    async close() {
      if (run !== null) await letting(world, run.end());
      await telegram.close();
      await discord.close();
    },
  };
}

type World = {
  readonly options: DaysOptions;
  readonly time: SimulatedTime;
  readonly telegram: TelegramDouble;
  readonly discord: DiscordDouble;
  readonly complaints: string[];
  readonly log: Log;
  /** What the nodes' book is asked, and has not answered yet. */
  readonly asking: Set<Promise<unknown>>;
};

const inTime = (articles: readonly Article[]): Article[] =>
  articles.toSorted((a, b) => a.published.getTime() - b.published.getTime());

/** Writes lines down, each with its level, event and fields. */
const noting =
  (level: string, lines: string[]) =>
  (event: string, fields: object = {}) => {
    const shown = JSON.stringify(fields, (_, value: unknown) =>
      value instanceof Error ? value.stack : value,
    );
    lines.push(`${level}: ${event} ${shown}`);
  };

const logInto = (complaints: string[], logged: string[]): Log => ({
  debug: () => undefined,
  info: noting("info", logged),
  warn: noting("warn", complaints),
  error: noting("error", complaints),
});

async function startRun(world: World): Promise<Run> {
  const { options, time, telegram, discord, log } = world;
  const env = {
    DATABASE_URL: `file:${join(options.folder, `${options.name}.db`)}`,
    TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_TOKEN,
    DISCORD_APPLICATION_ID: APPLICATION_ID,
    DISCORD_API_ROOT: discord.root,
    ...options.env,
  };
  const config = parseConfig(env);
  const { clock } = time;
  const opened = await openStore(config.DATABASE_URL, (row) => log.error("row left out", row));
  const store = { ...opened, paceBook: bookInTime(world, opened) };
  const sessions = createSessions({ config, store, log, feedListStamp: () => "" });
  const desks = createTalksDesks(sessions, store, clock);
  const [first, ...others] = desks;
  if (first === undefined) throw new Error("no talks are followed");
  const stopping = new AbortController();
  const model = await useModel({ env, store, sessions, log, clock }, stopping.signal);
  const bot = await createBot({
    ...time,
    ...model,
    config,
    env,
    store,
    talks: [first, ...others],
    random,
    paint: options.paint ?? paintTiny,
    log,
  });
  let tick: (() => Promise<void>) | null = null;
  const ticker = {
    start: (work: () => Promise<void>) => {
      tick = work;
      return () => Promise.resolve();
    },
  };
  const upkeep = createUpkeep({
    store,
    cores: () => sessions.current().followed.cores,
    desks,
    keepTextsDays: config.PARLEY_KEEP_TEXTS_DAYS,
    keepDigestsDays: config.PARLEY_KEEP_DIGESTS_DAYS,
    monotonicMs: time.monotonicMs,
    log,
  });
  const ended = runBot({ upkeep, ticker, now: () => clock.now(), log }, bot, stopping.signal);
  await letting(world, discord.gateway.ready());
  await letting(world, registered(discord));
  return {
    store,
    sessions,
    bot,
    tick: async () => tick?.(),
    end: async () => {
      stopping.abort();
      await ended;
      await store.close();
    },
  };
}

type Modelled = Pick<UsedModelDeps, "env" | "log" | "clock"> & {
  readonly store: Store;
  readonly sessions: Sessions;
};

/** A model answers in real time, however fast the days go by. */
async function useModel(deps: Modelled, signal: AbortSignal): Promise<Partial<UsedModel>> {
  const { store, sessions } = deps;
  const used = await createUsedModel(
    {
      ...deps,
      ledger: store.modelTokens,
      cache: store.narrations,
      checkerOf: (talks) => sourceOf(sessions.current(), talks).core.checker(),
      monotonicMs: () => performance.now(),
      sleep,
      random,
    },
    signal,
  );
  return used ?? {};
}

let drawn = 0;
/** Numbers that look drawn, the same in each run. */
const random = (): number => {
  drawn = (drawn * 16_807 + 12_345) % 2_147_483_647;
  return drawn / 2_147_483_647;
};

async function registered(discord: DiscordDouble): Promise<void> {
  while (discord.commands().length === 0) await pause(2);
}

type Wanted = { readonly target: number; readonly ingestMinutes: number };

/** When something happens next: news, a briefing, the end of quiet hours, something that was put off. */
async function nextInstant(store: Store, now: Date, wanted: Wanted): Promise<number> {
  const cycleMs = wanted.ingestMinutes * MINUTE_MS;
  const ingest = (Math.floor(now.getTime() / cycleMs) + 1) * cycleMs;
  const latest = Math.min(wanted.target, ingest);
  const due = await store.subscriptions.due(new Date(latest), 1_000);
  const owed = await Promise.all(
    ["telegram", "discord"].map((platform) => store.outbox.nextDueAt(platform, now)),
  );
  const instants = [...due.flatMap(({ nextAt, releaseAt }) => [nextAt, releaseAt]), ...owed]
    .flatMap((at) => (at === null ? [] : [at.getTime()]))
    .filter((at) => at > now.getTime());
  return Math.min(latest, ...instants);
}

const requestsOf = ({ telegram, discord }: World): number =>
  telegram.counters.requests + discord.counters.requests;

/** Waits until all that is due was sent; time passes only while sockets are quiet. */
async function settle(world: World, store: Store): Promise<void> {
  const { time, asking } = world;
  const deadline = performance.now() + PATIENCE_MS;
  time.pass(1);
  while (await isBusy(store, time.clock.now())) {
    const before = requestsOf(world);
    await pause(1);
    if (requestsOf(world) === before && asking.size === 0) time.pass(TICK_MS);
    if (performance.now() > deadline) throw new Error("what is due is not sent");
  }
}

/** The nodes' book goes by the clock of these days, which waits for its answers. */
const bookInTime = ({ time, asking }: World, { paceBook }: Store): Store["paceBook"] =>
  paceBook === null
    ? null
    : (platform) => {
        const book = paceBook(platform, () => time.clock.now().getTime());
        return {
          share: (...args) => awaited(asking, book.share(...args)),
          take: (...args) => awaited(asking, book.take(...args)),
          note: (...args) => awaited(asking, book.note(...args)),
          waits: (...args) => awaited(asking, book.waits(...args)),
          arrived: (...args) => awaited(asking, book.arrived(...args)),
        };
      };

function awaited<Answer>(asking: Set<Promise<unknown>>, answer: Promise<Answer>): Promise<Answer> {
  asking.add(answer);
  return answer.finally(() => asking.delete(answer));
}

/** Whether something that fell due is still unsent, were it this very moment. */
const isBusy = async (store: Store, now: Date): Promise<boolean> =>
  (await store.outbox.counts(new Date(now.getTime() + 1))).some(
    ({ oldestMs }) => oldestMs !== null && oldestMs > 0,
  );

/** Lets real time pass until something is done, and the clock after it where that does not help. */
async function letting<Done>({ time }: World, action: Promise<Done>): Promise<Done> {
  const done = action.then(() => true);
  for (let turns = 0; !(await Promise.race([done, pause(1, false)])); turns += 1)
    if (turns > PATIENT_TURNS) time.pass(TICK_MS);
  return action;
}
