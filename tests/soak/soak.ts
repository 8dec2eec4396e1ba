import { quantileOf, rounded } from "../../bench/support/print-metrics.ts";
import { keepAddedFeeds } from "../../src/app/added-feeds.ts";
import { coverageOf, standingsOf } from "../../src/app/feed-standing.ts";
import { loadFollowed } from "../../src/app/followed.ts";
import { ingestFeeds } from "../../src/app/ingest-feeds.ts";
import { parseConfig } from "../../src/config/config.ts";
import { turnedTime, type TurnedTime } from "../support/turned-time.ts";
import { addedFeeds, createPrintingHouse, type PrintingHouse } from "./printing-house.ts";
import { subscribeReaders } from "./readers.ts";
import { openSoakedBot, type SoakedBot } from "./soaked-bot.ts";

/** How much is soaked. */
export type SoakOptions = {
  readonly databaseUrl: string;
  /** For the list of feeds. */
  readonly folder: string;
  readonly from: string;
  readonly days: number;
  readonly subscribers: number;
  readonly feeds: number;
  /** A day. */
  readonly articles: number;
  readonly keepTextsDays: number;
  readonly seed: number;
  /** Whether the store answers without waiting for sockets, as SQLite does. */
  readonly answersAtOnce: boolean;
  /** How far apart the moments are at which something is looked at; briefings fall on quarters of an hour. */
  readonly minutes: number;
};

/** What is told of each day. */
export type SoakedDay = {
  readonly day: number;
  readonly heapMb: number;
  /** Outside the heap: what SQLite and buffers hold. */
  readonly externalMb: number;
  readonly rssMb: number;
  readonly storeMb: number;
  readonly freeMb: number;
  readonly articles: number;
  readonly pruned: number;
  readonly sent: number;
  readonly edited: number;
  readonly unsent: number;
  /** From a report's keeping to its alert's sending, in simulated ms. */
  readonly alertMs: readonly [p50: number, p99: number];
  /** From when a briefing fell due to its sending, in simulated ms. */
  readonly briefingMs: readonly [p50: number, p99: number];
  /** Real ms that one call takes at most, of a hundred. */
  readonly costMs: Readonly<Record<Step, readonly [p50: number, p99: number]>>;
  readonly wallSeconds: number;
  readonly complaints: readonly string[];
};

const STEPS = ["ingest", "news", "minute", "upkeep", "page"] as const;
type Step = (typeof STEPS)[number];

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const CYCLE_MS = 5 * MINUTE_MS;

/** Plays days, and tells of each as it ends. */
export async function soak(options: SoakOptions, tell: (day: SoakedDay) => void): Promise<void> {
  const time = turnedTime(new Date(options.from));
  const config = parseConfig({ DATABASE_URL: `file:${options.folder}/parley.db` });
  const added = addedFeeds(loadFollowed(config).addresses, options.feeds);
  keepAddedFeeds(config.DATABASE_URL, added);
  const bot = await openSoakedBot({ ...options, config }, time);
  try {
    await subscribeReaders(bot.store, options.subscribers, time.clock.now());
    const house = createPrintingHouse(bot.sessions.current().followed.addresses, {
      ...options,
      now: () => time.clock.now(),
    });
    for (let day = 1; day <= options.days; day += 1) {
      const startedMs = performance.now();
      const costs = await play({ bot, house, time, options });
      tell(await told(bot, { day, costs, startedMs }));
    }
  } finally {
    const closed = bot.close();
    await time.pass(MINUTE_MS);
    await closed;
  }
}

type Costs = Readonly<Record<Step, number[]>>;
type Playing = {
  readonly bot: SoakedBot;
  readonly house: PrintingHouse;
  readonly time: TurnedTime;
  readonly options: SoakOptions;
};

async function play(playing: Playing): Promise<Costs> {
  const { bot, house, time, options } = playing;
  const costs: Costs = { ingest: [], news: [], minute: [], upkeep: [], page: [] };
  const began = time.clock.now();
  house.write(began);
  const cost = async (step: Step, work: () => Promise<unknown>) => {
    const startedMs = performance.now();
    await work();
    costs[step].push(performance.now() - startedMs);
  };
  for (let ms = 0; ms < DAY_MS; ms += options.minutes * MINUTE_MS) {
    if (ms % CYCLE_MS === 0) {
      await cost("ingest", () => ingest(bot, house, time));
      await cost("news", () => bot.planner.news());
    }
    if (ms % (60 * MINUTE_MS) === 0) await cost("page", () => bot.page.at(time.clock.now()));
    await cost("minute", () => bot.planner.minute());
    await cost("upkeep", () => bot.upkeep(time.clock.now()));
    await pass(playing);
  }
  return costs;
}

/** A cycle as the program's own: what is new is read, and where the talks stand is looked at. */
async function ingest(bot: SoakedBot, house: PrintingHouse, { clock }: TurnedTime): Promise<void> {
  const { store, sessions, random, log } = bot;
  const { followed, watches, takeIn } = sessions.current();
  const { signal } = new AbortController();
  await takeIn.unread(signal);
  await ingestFeeds(
    { get: house.get, states: store.feedStates, takeIn, clock, random, log },
    followed.addresses,
    signal,
  );
  const cursors = await store.feedStates.load(followed.addresses.map(({ address }) => address));
  const now = clock.now();
  const feeds = coverageOf(standingsOf(followed.addresses, cursors, now), now);
  for (const { standing } of watches) await standing.look(now, feeds);
  bot.page.forget();
}

/** A message a chat a second, and thirty over all; a quiet minute passes at once. */
const STEP_MS = 1_000;

async function pass({ bot, time, options }: Playing): Promise<void> {
  let leftMs = options.minutes * MINUTE_MS;
  while (leftMs > 0 && (await isBusy(bot, time))) {
    await time.pass(STEP_MS);
    if (!options.answersAtOnce) await untilQuiet(bot);
    leftMs -= STEP_MS;
  }
  if (leftMs > 0) await time.pass(leftMs);
}

/** Whether something is due and unsent. */
const isBusy = async ({ store }: SoakedBot, { clock }: TurnedTime): Promise<boolean> =>
  (await store.outbox.waiting(new Date(clock.now().getTime() + 1))).some(
    ({ oldestMs }) => oldestMs > 0,
  );

/** Lets a server's answers come in. */
async function untilQuiet({ notes }: SoakedBot): Promise<void> {
  for (let sent = -1; sent !== notes().sent;) {
    sent = notes().sent;
    await new Promise((next) => setTimeout(next, 3));
  }
}

async function told(
  bot: SoakedBot,
  {
    day,
    costs,
    startedMs,
  }: { readonly day: number; readonly costs: Costs; readonly startedMs: number },
): Promise<SoakedDay> {
  const { store } = bot;
  const notes = bot.takeNotes();
  const waiting = await store.outbox.waiting(new Date(8.64e15));
  const size = await store.size();
  const [articles, pruned] = [await store.articles.count(), await store.articles.countPruned()];
  globalThis.gc?.();
  const memory = process.memoryUsage();
  const costOf = (step: Step) => [step, quantiles(costs[step])] as const;
  return {
    day,
    heapMb: rounded(memory.heapUsed / 1e6),
    externalMb: rounded(memory.external / 1e6),
    rssMb: Math.round(memory.rss / 1e6),
    storeMb: rounded(size.bytes / 1e6),
    freeMb: rounded(size.freeBytes / 1e6),
    articles,
    pruned,
    sent: notes.sent,
    edited: notes.edited,
    unsent: waiting.reduce((total, { count }) => total + count, 0),
    alertMs: quantiles(notes.alertMs),
    briefingMs: quantiles(notes.briefingMs),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each step is there once
    costMs: Object.fromEntries(STEPS.map(costOf)) as SoakedDay["costMs"],
    wallSeconds: rounded((performance.now() - startedMs) / 1_000),
    complaints: notes.complaints.slice(0, 5),
  };
}

const quantiles = (values: readonly number[]): readonly [p50: number, p99: number] => [
  rounded(quantileOf(values, 0.5)),
  rounded(quantileOf(values, 0.99)),
];
