import type { Clock } from "../../lib/clock.ts";
import type { Log } from "../../lib/log.ts";
import type { Metrics } from "../../lib/metrics.ts";
import type { Health } from "../../platform/health.ts";
import type { Hearing } from "../../platform/hearing.ts";
import type { Store } from "../../store/store.ts";
import type { Bot, BotObserver } from "../bot/bot.ts";
import type { TellModel } from "../bot/operator-desk.ts";
import type { Instruments } from "../metrics/instruments.ts";
import type { NodeRun } from "../cluster/node-run.ts";
import { standingOf } from "../metrics/node-gauges.ts";
import type { Sessions } from "../sessions.ts";
import { createHealth } from "./health.ts";
import { hearingFrom, noteAnswered } from "./hear-platforms.ts";
import { createPlatformContact, type PlatformContact } from "./platform-contact.ts";
import { readStandings } from "./read-standings.ts";

/** What watching over a bot takes. */
export type WatchOverDeps = {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly metrics: Metrics;
  readonly instruments: Instruments;
  /** How the language model does, where one is used. */
  readonly tellModel?: TellModel;
  /** Which of the nodes this is; left out where nobody asks. */
  readonly node?: NodeRun;
  readonly clock: Clock;
  readonly log: Log;
};

/** A bot that is watched over, and how it is. */
export type Watched = {
  readonly bot: Bot;
  readonly health: Health;
  /** To be told how listening to a platform stands. */
  readonly onHearing: (platform: string, hearing: Hearing) => void;
  /** To be told that a platform is no longer listened to. */
  readonly onLeft: (platform: string) => void;
};

/** Makes a bot with an observer, and watches over it. */
export async function watchOver(
  deps: WatchOverDeps,
  createBot: (observe: BotObserver) => Promise<Bot>,
): Promise<Watched> {
  const { store, sessions, metrics, instruments, clock, log } = deps;
  const contacts: PlatformContact[] = [];
  const bot = await createBot({
    ...instruments,
    delivery(event) {
      instruments.delivery(event);
      noteAnswered(contacts, event);
    },
  });
  for (const { adapter } of bot.connections)
    contacts.push(createPlatformContact({ adapter, clock }));
  const contactOf = (name: string) => contacts.find(({ platform }) => platform === name);
  const health = createHealth({
    standings: async (now) => readStandings(store, sessions.current().followed.addresses, now),
    contacts,
    ...(deps.node === undefined ? {} : { node: standingOf(deps.node) }),
    metrics,
    setGauges: instruments.standings,
    setModelGauges: async (now) => instruments.model((await deps.tellModel?.(now)) ?? null),
    clock,
    onTrouble: (err) => log.error("health not read from the store", { err }),
  });
  return {
    bot: { ...bot, conversation: hearingFrom(contacts, bot.conversation) },
    health,
    onHearing: (platform, hearing) => contactOf(platform)?.tell(hearing),
    onLeft: (platform) => contactOf(platform)?.left(),
  };
}
