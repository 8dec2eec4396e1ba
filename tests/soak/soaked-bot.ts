import { createTelegramAdapter } from "../../adapters/telegram/adapter.ts";
import { isTelegramOn, telegramConfig } from "../../adapters/telegram/config.ts";
import { createDeliveryTrail } from "../../src/app/bot/delivery-trail.ts";
import { createPlanner, type Planner } from "../../src/app/bot/planner.ts";
import { createInstruments } from "../../src/app/metrics/instruments.ts";
import { createMessageArticles } from "../../src/app/metrics/message-articles.ts";
import { createSessions, type Sessions } from "../../src/app/sessions.ts";
import { siteTalks } from "../../src/app/site/site-talks.ts";
import { createSnapshots, type Snapshots } from "../../src/app/site/snapshot.ts";
import { createTalksDesks, sourceOf } from "../../src/app/talks-desks.ts";
import { createUpkeep, type Upkeep } from "../../src/app/upkeep/upkeep.ts";
import { traceOf } from "../../src/articles/article-trace.ts";
import type { Config } from "../../src/config/config.ts";
import { parseEnv } from "../../src/config/env.ts";
import { createDispatcher } from "../../src/deliveries/dispatch.ts";
import type { DispatchEvent } from "../../src/deliveries/dispatch-event.ts";
import { createRateLimits } from "../../src/deliveries/rate-limits.ts";
import type { Log } from "../../src/lib/log.ts";
import { createMetrics } from "../../src/lib/metrics.ts";
import type { PlatformAdapter } from "../../src/platform/adapter.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { TurnedTime } from "../support/turned-time.ts";

/** What is noted of a day: how long things took, in simulated milliseconds, and what went wrong. */
export type Notes = {
  readonly alertMs: number[];
  readonly briefingMs: number[];
  readonly complaints: string[];
  sent: number;
  edited: number;
};

/** The real core over a store, on a clock that the soak turns, sending to a Telegram that takes everything. */
export type SoakedBot = {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly planner: Planner;
  readonly upkeep: Upkeep;
  readonly page: Snapshots;
  readonly notes: () => Notes;
  /** Begins anew to note. */
  readonly takeNotes: () => Notes;
  readonly random: () => number;
  readonly log: Log;
  readonly close: () => Promise<void>;
};

const freshNotes = (): Notes => ({
  alertMs: [],
  briefingMs: [],
  complaints: [],
  sent: 0,
  edited: 0,
});

/** News reaches chats at once or is held back for the night; longer than this is the night. */
const HELD_MS = 600_000;

/** Where the store is; the settings name a file, beside which the list of added feeds stands. */
export type SoakedStore = {
  readonly databaseUrl: string;
  readonly config: Config;
  readonly keepTextsDays: number;
};

/** Opens all of it. */
export async function openSoakedBot(
  { databaseUrl, config, keepTextsDays }: SoakedStore,
  time: TurnedTime,
): Promise<SoakedBot> {
  const { clock } = time;
  let notes = freshNotes();
  const complain = (event: string, fields: object = {}) =>
    void notes.complaints.push(`${event} ${JSON.stringify(fields)}`);
  const log: Log = {
    debug: () => undefined,
    info: () => undefined,
    warn: complain,
    error: (event, fields) => {
      const err = fields?.["err"];
      complain(event, err instanceof Error ? { ...fields, err: err.stack } : fields);
    },
  };
  const store = await openStore(databaseUrl, (row) => log.error("row left out", row), clock);
  const instruments = createInstruments(createMetrics());
  const keptAt = new Map<string, number>();
  const sessions = createSessions({
    config,
    store,
    log,
    feedListStamp: () => "",
    onPhase: instruments.phase,
    onArticle(event) {
      instruments.article(event);
      if (event.kind === "unchanged" || !event.relevant) return;
      keptAt.set(traceOf(event.url), event.keptAt.getTime());
      const [oldest] = keptAt.keys();
      if (oldest !== undefined && keptAt.size > 1_000) keptAt.delete(oldest);
    },
  });
  const desks = createTalksDesks(sessions, store, clock);
  const [desk] = desks;
  if (desk === undefined) throw new Error("no talks are followed");
  const adapter = openTelegram(time, log, (what) => (notes[what] += 1));
  const trail = createDeliveryTrail({
    articlesOf: createMessageArticles(store.outbox),
    clock,
    log,
    onAlert(platform, articles, at) {
      instruments.alert(platform, articles, at);
      const newest = Math.max(...articles.map((article) => keptAt.get(article) ?? -Infinity));
      const tookMs = at.getTime() - newest;
      if (tookMs < HELD_MS) notes.alertMs.push(tookMs);
    },
  });
  const observe = (event: DispatchEvent) => {
    trail(event);
    instruments.delivery(event);
    if (event.kind === "settled" && event.status === "sent" && event.delivery === "briefing")
      notes.briefingMs.push(event.waitedMs);
  };
  const random = drawn();
  const limits = createRateLimits(adapter.pace);
  // Nobody else adds to the outbox, and the planner wakes who sends.
  const sending = { ...time, store, adapter, limits, random, log, observe, lookAgainMs: 60_000 };
  const dispatcher = createDispatcher(sending);
  const planner = createPlanner({
    store,
    narrator: null,
    digests: store.digests,
    followed: desks.map(({ names }) => names),
    digestOf: (_, at) => desk.digest(at, null),
    clock,
    log,
    observe: instruments.planned,
    wake: dispatcher.wake,
  });
  const upkeep = createUpkeep({
    store,
    cores: () => sessions.current().followed.cores,
    desks,
    keepTextsDays,
    keepDigestsDays: config.PARLEY_KEEP_DIGESTS_DAYS,
    monotonicMs: () => performance.now(),
    log,
    observe: instruments.upkeep,
  });
  const page = createSnapshots(siteTalks(desk, () => sourceOf(sessions.current(), "iran-us")));
  const stop = new AbortController();
  const ended = dispatcher.run(stop.signal);
  return {
    store,
    sessions,
    planner,
    upkeep,
    page,
    random,
    log,
    notes: () => notes,
    takeNotes() {
      const taken = notes;
      notes = freshNotes();
      return taken;
    },
    async close() {
      stop.abort();
      await ended;
      await store.close();
    },
  };
}

/** Telegram's own rendering and pace; what is sent arrives at once. */
function openTelegram(
  { clock, sleep }: TurnedTime,
  log: Log,
  count: (what: "sent" | "edited") => void,
): PlatformAdapter {
  const config = parseEnv(telegramConfig, { TELEGRAM_BOT_TOKEN: "42:nobody" });
  if (!isTelegramOn(config)) throw new Error("Telegram is off");
  const words = { en: "", ar: "", fa: "" };
  const real = createTelegramAdapter({
    config,
    commands: [],
    descriptions: { long: words, short: words },
    paint: () => Promise.reject(new Error("nothing that is sent here has a picture")),
    log,
    clock,
    sleep,
  });
  let messages = 0;
  return {
    ...real,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parts are only counted
    isPicture: (part) => real.isPicture?.(part as never) ?? false,
    async send() {
      messages += 1;
      count("sent");
      return { kind: "sent", messageId: String(messages) };
    },
    async edit(_to, messageId) {
      count("edited");
      return { kind: "sent", messageId };
    },
  };
}

/** Numbers that look drawn, the same in each run. */
function drawn(): () => number {
  let state = 1;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
