import { setTimeout as pause } from "node:timers/promises";
import { inspect } from "node:util";
import { type Bot, createBot } from "../../src/app/bot/bot.ts";
import { type Core, loadCore } from "../../src/app/core.ts";
import { createInstruments } from "../../src/app/metrics/instruments.ts";
import { createUsedModel } from "../../src/app/model/used-model.ts";
import type { TalksDesk } from "../../src/commands/desk.ts";
import type { Subscription } from "../../src/deliveries/subscription.ts";
import type { Language } from "../../src/lib/language.ts";
import { createMetrics } from "../../src/lib/metrics.ts";
import { renderText } from "../../src/messages/render-text.ts";
import type { CommandCall } from "../../src/platform/conversation.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { createLlmDouble, type LlmDouble, type LlmDoubleOptions } from "../doubles/llm/double.ts";
import { demoDesk, shown } from "./conversations.ts";
import { clock, subscriptionOf } from "./planning-story.ts";
import { type SimulatedTime, simulatedTime } from "./simulated-time.ts";
import { paintTiny } from "./tiny-png.ts";

const MODEL = "small";
const KEY = "sk-nobody-may-read-this";
const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (event: string, fields: object = {}) => {
    throw new Error(`${event} ${inspect(fields)}`);
  },
};

/** A bot that uses a language model on loopback, without a platform; what it owes is what it would send. */
export type ModelBot = {
  readonly double: LlmDouble;
  readonly time: SimulatedTime;
  readonly store: Store;
  readonly bot: Bot;
  /** Subscribes somebody whose next briefing is due at an instant. */
  subscribe(
    id: string,
    language: Language,
    dueAt: Date,
    more?: Partial<Subscription>,
  ): Promise<void>;
  /** What is owed to somebody, newest last, as a terminal shows it. */
  owedTo(id: string): Promise<readonly string[]>;
  /** Goes on to an instant and does what a full minute does; time passes only while a model is silent. */
  minute(at: Date): Promise<void>;
  /** Waits until so many narrations are kept, which nobody else waits for. */
  written(count: number): Promise<void>;
  /** Waits for something, and lets time pass while a model is silent. */
  letting<Done>(action: Promise<Done>): Promise<Done>;
  /** Gives a command and lets time pass while a model is silent. */
  ask(call: CommandCall): Promise<string>;
  metrics(): Promise<string>;
  /** Ends the program, and starts another over the same store. */
  restart(): Promise<ModelBot>;
  close(): Promise<void>;
};

export type ModelBotOptions = Partial<
  Pick<LlmDoubleOptions, "behaviour" | "seed" | "translate">
> & {
  readonly from: Date;
  readonly env?: Readonly<Record<string, string>>;
};

const core = loadCore("iran-us");

/** Starts a double and a bot beside it. */
export async function openModelBot({ from, env = {}, ...double }: ModelBotOptions) {
  const time = simulatedTime(from);
  const server = await createLlmDouble({ key: KEY, model: MODEL, ...double });
  const store = await openStore("file::memory:", () => undefined, time.clock);
  const desk = demoDesk(() => time.clock.now());
  return startOver({ core, double: server, time, store, desk, env });
}

type World = Pick<ModelBot, "double" | "time" | "store"> & {
  readonly core: Core;
  readonly desk: TalksDesk;
  readonly env: Readonly<Record<string, string>>;
};

async function startOver(world: World): Promise<ModelBot> {
  const { double, time, store, desk } = world;
  const stopping = new AbortController();
  const metrics = createMetrics();
  const instruments = createInstruments(metrics);
  const env = { LLM_BASE_URL: double.baseUrl, LLM_MODEL: MODEL, LLM_API_KEY: KEY, ...world.env };
  const kept = { count: 0 };
  const used = await createUsedModel(
    {
      ...time,
      env,
      ledger: store.modelTokens,
      cache: {
        find: (key) => store.narrations.find(key),
        keep: async (...narration) => {
          await store.narrations.keep(...narration);
          kept.count += 1;
        },
      },
      checkerOf: () => world.core.checker(),
      random: () => 0.5,
      log: SILENT,
      observe: instruments,
    },
    stopping.signal,
  );
  if (used === null) throw new Error("a model is used");
  const bot = await createBot({
    ...time,
    ...used,
    config: { PARLEY_ADMINS: ["telegram:1"], PARLEY_LANG: "en", PARLEY_TZ: "Asia/Muscat" },
    env: {},
    store,
    talks: [desk],
    random: () => 0.5,
    paint: paintTiny,
    log: SILENT,
  });
  const letting = <Done>(action: Promise<Done>) => lettingPass(world, action);
  return {
    double,
    time,
    store,
    bot,
    subscribe: (id, language, dueAt, more = {}) =>
      store.subscriptions.keep(
        subscriptionOf(id, { language, nextAt: dueAt, schedule: DAILY, form: "full", ...more }),
      ),
    owedTo: (id) => owedTo(store, id),
    async minute(at) {
      time.pass(at.getTime() - time.clock.now().getTime());
      await letting(bot.planner.minute());
    },
    async written(count) {
      while (kept.count < count) await pause(1);
    },
    letting,
    ask: async (call) => shown(await letting(bot.conversation.answer(call))),
    async metrics() {
      instruments.model(await used.tellModel(time.clock.now()));
      return (await metrics.write()).body;
    },
    restart() {
      stopping.abort();
      return startOver(world);
    },
    async close() {
      stopping.abort();
      await double.close();
      await store.close();
    },
  };
}

const DAILY: Subscription["schedule"] = { kind: "daily", at: clock("22:00") };

const TICK_MS = 500;

/** Whether a request was taken, and nothing will come. */
const isHeld = ({ double }: World): boolean => double.held() > 0;

/** While a model answers, no time passes; while it is silent, it does. */
async function lettingPass<Done>(world: World, action: Promise<Done>): Promise<Done> {
  const done = action.then(() => true);
  while (!(await Promise.race([done, pause(1, false)])))
    if (isHeld(world)) world.time.pass(TICK_MS);
  return action;
}

async function owedTo(store: Store, id: string): Promise<readonly string[]> {
  const waiting = await store.outbox.waitingFor(subscriptionOf(id));
  const texts: string[] = [];
  for (const { messageId } of waiting.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())) {
    const outgoing = await store.outbox.message(messageId);
    if (outgoing !== null) texts.push(renderText(outgoing.message).replace(/\s+/gu, " "));
  }
  return texts;
}
