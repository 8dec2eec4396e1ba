import type { Subscription, SubscriptionId } from "../../../src/deliveries/subscription.ts";
import { nextOccurrence } from "../../../src/deliveries/next-occurrence.ts";
import type { Schedule, TimeOfDay } from "../../../src/deliveries/schedule.ts";
import { LANGUAGES } from "../../../src/lib/language.ts";
import type { Address } from "../../../src/platform/address.ts";
import { createDiscordDouble, type DiscordDouble } from "../../doubles/discord/discord-double.ts";
import { words } from "../../doubles/discord/json.ts";
import { seenMessage } from "../../doubles/telegram/seen.ts";
import { createTelegramDouble, type TelegramDouble } from "../../doubles/telegram/double.ts";

/** How many of each kind subscribe. */
export type Crowd = {
  readonly telegram: number;
  readonly discord: number;
  /** In their quiet hours: told later. */
  readonly asleep: number;
  /** Each of them has a chat of Telegram, and gets briefings alone. */
  readonly briefed?: readonly Briefed[];
};

/** When somebody is to be briefed. */
export type Briefed = { readonly schedule: Schedule; readonly timeZone: string };

/** A message as it stands in a chat. */
export type Seen = { readonly id: string; readonly text: string };

/** Both platforms on loopback, and the chats in them. */
export type Chats = {
  readonly telegram: TelegramDouble;
  readonly discord: DiscordDouble;
  readonly env: Readonly<Record<string, string>>;
  readonly subscriptions: readonly Subscription[];
  /** The bot's messages, by address. */
  seen(): ReadonlyMap<string, readonly Seen[]>;
  close(): Promise<void>;
};

const TELEGRAM_TOKEN = "4200:a-telegram-token-nobody-may-see";
const DISCORD_TOKEN = "a-discord-token-nobody-may-see";
const APPLICATION = "80351110224678912";
/** Telegram takes so many of a bot that pays for it; here sends should take seconds, not minutes. */
const MESSAGES_PER_SECOND = 100;

/** Opens both platforms, with chats that all want to hear of everything at once. */
export async function openChats(crowd: Crowd, now: () => Date): Promise<Chats> {
  const clock = { now };
  const telegram = await createTelegramDouble({ token: TELEGRAM_TOKEN, clock });
  const discord = await createDiscordDouble({
    token: DISCORD_TOKEN,
    applicationId: APPLICATION,
    clock,
  });
  const { briefed = [] } = crowd;
  const people = Array.from({ length: crowd.telegram + briefed.length }, (_, n) => {
    const person = telegram.person({ name: `Reader ${n}` });
    person.chat.bot = "member";
    return person;
  });
  const guild = discord.guild({ name: "Newsroom" });
  const channels = Array.from({ length: crowd.discord }, (_, n) =>
    discord.channel({ guild, name: `desk-${n}` }),
  );
  const addresses: Address[] = [
    ...people.slice(briefed.length).map(({ id }) => addressOf("telegram", String(id))),
    ...channels.map(({ id }) => addressOf("discord", id)),
  ];
  const sleepers = Array.from({ length: crowd.asleep }, (_, n) =>
    addressOf("telegram", String(900_000_000 + n)),
  );
  return {
    telegram,
    discord,
    env: {
      TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
      TELEGRAM_API_ROOT: telegram.root,
      TELEGRAM_MESSAGES_PER_SECOND: String(MESSAGES_PER_SECOND),
      DISCORD_TOKEN,
      DISCORD_APPLICATION_ID: APPLICATION,
      DISCORD_API_ROOT: discord.root,
    },
    subscriptions: [
      ...addresses.map((address, n) => subscriptionOf(n, address, false)),
      ...sleepers.map((address, n) => subscriptionOf(addresses.length + n, address, true)),
      ...briefed.map((one, n) => {
        const address = addressOf("telegram", String(people[n]?.id));
        return briefedBy(subscriptionOf(BRIEFED_FROM + n, address, false), one, now());
      }),
    ],
    seen: () =>
      new Map([
        ...people.map(({ id, chat }) => {
          const sent = chat.messages.filter(({ byBot }) => byBot);
          const seen = sent.map((one) => ({ id: String(one.id), text: seenMessage(one).text }));
          return [`telegram:${id}`, seen] as const;
        }),
        ...channels.map((channel) => {
          const sent = channel.seen.filter(({ author }) => author === "parley");
          const seen = sent.map(({ body, text }) => ({ id: words(body["id"]), text }));
          return [`discord:${channel.id}`, seen] as const;
        }),
      ]),
    close: async () => {
      await telegram.close();
      await discord.close();
    },
  };
}

const addressOf = (platform: string, channel: string): Address => ({
  platform,
  channel,
  thread: null,
});

/** Nearly the whole day in Greenwich. */
// oxlint-disable typescript/no-unsafe-type-assertion -- times of day as readers type them
const ASLEEP = { from: "00:00" as TimeOfDay, until: "23:59" as TimeOfDay };
// oxlint-enable typescript/no-unsafe-type-assertion

const subscriptionOf = (n: number, address: Address, isAsleep: boolean): Subscription => ({
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- numbered here
  id: `s${String(n).padStart(11, "0")}` as SubscriptionId,
  address,
  owner: null,
  talks: "iran-us",
  language: LANGUAGES[n % LANGUAGES.length] ?? "en",
  timeZone: "UTC",
  form: "brief",
  picture: false,
  schedule: null,
  roundMoments: [],
  alerts: ["phase", "round", "delegation", "event"],
  eventIntensity: 0,
  minimumConfidence: 0,
  quietHours: isAsleep ? ASLEEP : null,
  status: { kind: "active" },
  nextAt: null,
  releaseAt: null,
  toldDigest: null,
  createdAt: new Date("2026-01-01T00:00:00Z"),
});

/** The numbers of those who are briefed, far beyond those of the others. */
export const BRIEFED_FROM = 9_000_000;

const briefedBy = (
  subscription: Subscription,
  { schedule, timeZone }: Briefed,
  now: Date,
): Subscription => ({
  ...subscription,
  schedule,
  timeZone,
  alerts: [],
  nextAt: nextOccurrence(schedule, timeZone, now),
});

/** Whether somebody wants to be told of what happens, and when it does. */
export const isAwake = ({ alerts, quietHours }: Subscription): boolean =>
  alerts.length > 0 && quietHours === null;
