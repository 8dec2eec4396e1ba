import type { TalksDesk } from "../../commands/desk.ts";
import type { Env } from "../../config/env.ts";
import { type Clock, sleep } from "../../lib/clock.ts";
import type { Log } from "../../lib/log.ts";
import { openStore } from "../../store/open-store.ts";
import type { Store } from "../../store/store.ts";
import type { TalksLog } from "../../talks/talks-log.ts";
import { type Bot, createBot } from "../bot/bot.ts";
import { type Core, loadSearchWords } from "../core.ts";
import { createPainting } from "../painting.ts";
import { createTalksDesk } from "../talks-desk.ts";
import { type ChatsSeen, startDoubles } from "./demo-doubles.ts";

/** What is shown: some talks at an instant, by the reports that are known. */
export type Shown = { readonly core: Core; readonly reports: TalksLog; readonly at: Date };

/** Both subscribe so long before the briefing. */
const AHEAD_MS = 5 * 60_000;

/** Chat platforms that somebody is on. */
export type Platforms<Seen> = {
  /** The settings that turn them on. */
  readonly env: Env;
  /** Lets people subscribe to a briefing at an hour, as `22:00`; what it gives tells what they see once it is due. */
  readonly subscribe: (time: string) => Promise<() => Promise<Seen>>;
  readonly close: () => Promise<void>;
};

/**
 * Connects the real adapters to doubles of both platforms on loopback, lets a Telegram reader and a Discord
 * channel subscribe, and turns the clock to the instant of their briefing.
 */
export const demoChats = (shown: Shown, log: Log): Promise<ChatsSeen> =>
  chatsOn(startDoubles, shown, log);

/** Runs the bot on platforms, whose clock comes to the instant that is shown, and gives what people see there. */
export async function chatsOn<Seen>(
  start: (clock: Clock) => Promise<Platforms<Seen>>,
  shown: Shown,
  log: Log,
): Promise<Seen> {
  const { at } = shown;
  let now = new Date(at.getTime() - AHEAD_MS);
  const clock = { now: () => now };
  const platforms = await start(clock);
  const store = await openStore("file::memory:", () => undefined);
  const painting = createPainting(log);
  const stop = new AbortController();
  const bot = await createBot({
    config: { PARLEY_ADMINS: [], PARLEY_LANG: "en" },
    env: platforms.env,
    store,
    talks: [deskOver(shown, store, clock)],
    clock,
    monotonicMs: () => performance.now(),
    sleep,
    random: Math.random,
    paint: painting.paint,
    log,
  });
  const work = run(bot, stop.signal);
  try {
    const told = await platforms.subscribe(hourOf(shown));
    now = at;
    await bot.planner.minute();
    return await told();
  } finally {
    stop.abort();
    await work;
    painting.close();
    await platforms.close();
    await store.close();
  }
}

/** As `22:00`, where the talks are at home. */
const hourOf = ({ core, at }: Shown): string =>
  new Intl.DateTimeFormat("en-GB", {
    timeStyle: "short",
    timeZone: core.names.dossier.timeZone,
  }).format(at);

const deskOver = ({ core, reports }: Shown, store: Store, clock: Clock): TalksDesk =>
  createTalksDesk({
    names: core.names,
    source: () => ({ core, addresses: [], log: () => Promise.resolve(reports) }),
    feedStates: store.feedStates,
    searchWords: loadSearchWords,
    clock,
  });

const run = ({ connections, conversation }: Bot, signal: AbortSignal): Promise<unknown> =>
  Promise.all(
    connections.flatMap(({ adapter, dispatcher }) => [
      dispatcher.run(signal),
      adapter.listen(conversation, signal),
    ]),
  );
