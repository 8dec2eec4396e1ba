import { alertCatalogOf } from "../../src/i18n/alerts/catalog.ts";
import { catalogOf } from "../../src/i18n/catalog.ts";
import type { Language } from "../../src/lib/language.ts";
import type { Subscription } from "../../src/deliveries/subscription.ts";
import type { Group } from "../doubles/telegram/group.ts";
import type { StoredMessage } from "../doubles/telegram/chat.ts";
import type { Place } from "../doubles/telegram/place.ts";
import { words } from "../doubles/discord/json.ts";
import type { Channel } from "../doubles/discord/world.ts";
import { seenMessage } from "../doubles/telegram/seen.ts";
import type { TalksDays } from "./talks-days.ts";

/** A message of the bot as it stands in a chat. */
export type Arrived = {
  /** When it came, by the platform's own clock. */
  readonly at: Date;
  readonly text: string;
  /** Addresses that its words link to. */
  readonly links: readonly string[];
  /** When its words were last changed. */
  readonly editedAt: Date | null;
  /** What stands above the words, as the platform holds it. */
  readonly picture: Uint8Array | null;
};

/** Somebody, or some chat, that reads what the bot sends. */
export type Reader = {
  readonly name: string;
  readonly timeZone: string;
  readonly language: Language;
  /** All of the bot's messages there, oldest first. */
  readonly arrived: () => readonly Arrived[];
};

/** A chat of Telegram, or one topic of it. */
const inTelegram =
  (place: Place, thread: number | null = null) =>
  (): Arrived[] => {
    const messages = place.chat.messages.filter(
      (message) => message.byBot && message.thread === thread,
    );
    return messages.flatMap((message, at) =>
      photoIn(message) === null ? [arrivedAfter(messages[at - 1], message)] : [],
    );
  };

/** A photo without a sound stands for the picture of the words that follow it. */
const arrivedAfter = (before: StoredMessage | undefined, message: StoredMessage): Arrived => {
  const { text, links } = seenMessage(message);
  return {
    at: new Date(message.date * 1_000),
    text,
    links,
    editedAt: message.editedAt === null ? null : new Date(message.editedAt * 1_000),
    picture: before?.silent === true ? photoIn(before) : null,
  };
};

const photoIn = ({ content }: StoredMessage): Uint8Array | null =>
  content.kind === "photo" ? (content.photo.content ?? new Uint8Array()) : null;

/** A channel of Discord, or a thread. */
const inDiscord = (channel: Channel) => (): Arrived[] =>
  channel.seen
    .filter(({ author, ephemeral }) => author === "parley" && !ephemeral)
    .map(({ text, body, pictures }) => {
      const { timestamp, edited_timestamp: edited } = body;
      return {
        at: new Date(words(timestamp)),
        text,
        links: [...text.matchAll(/\]\(<(https:[^>]+)>\)/gu)].map(([, link = ""]) => link),
        editedAt: typeof edited === "string" ? new Date(edited) : null,
        picture: pictures[0]?.bytes ?? null,
      };
    });

/** An instant as clocks of a zone show it: `2026-02-04 22:30`. */
const clockOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(at);

/** What a message is to its reader. */
export type Kind =
  | "phase"
  | "other news"
  | "day before"
  | "hour before"
  | "held"
  | "corrected"
  | "correction"
  | "briefing";

const WAS: Readonly<Record<Language, string>> = { en: "(was: ", ar: "(سابقاً: ", fa: "(پیش‌تر: " };

/** Only briefings tell how much was read. */
const readOf = (language: Language): readonly string[] => {
  const { "coverage.none": nothing, "coverage.read": something } = catalogOf(language);
  const [opening = ""] = something({ articles: "|", sources: "" }).split("|");
  return [nothing, opening];
};

function kindOf(text: string, language: Language): Kind {
  const phrases = alertCatalogOf(language);
  const top = text
    .split("\n")
    .filter((line) => line !== "")
    .slice(0, 3)
    .join("\n");
  if (top.includes(phrases.moment["day-before"])) return "day before";
  if (top.includes(phrases.moment["hour-before"])) return "hour before";
  if (top.includes(phrases["heading.held"])) return "held";
  if (top.includes(phrases["corrected.note"])) return "corrected";
  if (top.includes(phrases["heading.correction"])) return "correction";
  if (readOf(language).some((opening) => text.includes(opening))) return "briefing";
  return top.includes(WAS[language]) ? "phase" : "other news";
}

/** Something that a reader was told of his own accord. */
export type Told = Arrived & { readonly kind: Kind; readonly clock: string };

/** What a reader was told from an instant on, oldest first, by the clock on his wall. */
export const toldTo = ({ arrived, timeZone, language }: Reader, since: string): Told[] =>
  arrived()
    .filter(({ at }) => at >= new Date(since))
    .map((one) => ({
      ...one,
      kind: kindOf(one.text, language),
      clock: clockOf(one.at, timeZone),
    }));

/** In a line each: `2026-02-05 08:00 briefing`. */
export const linesOf = (told: readonly Told[]): string[] =>
  told.map(({ clock, kind }) => `${clock} ${kind}`);

/** Readers of seven kinds of chat, in three languages and five time zones. */
export type Readers = Readonly<
  Record<"sara" | "group" | "topic" | "channel" | "ravi" | "discord" | "thread", Reader>
>;

const people = (telegram: TalksDays["telegram"]) => ({
  sara: telegram.person({ name: "Sara", language: "fa", zone: "Asia/Tehran" }),
  jonas: telegram.person({ name: "Jonas", language: "de", zone: "Europe/Berlin" }),
  ravi: telegram.person({ name: "Ravi", language: "en-IN", zone: "Asia/Kolkata" }),
});

/** Lets people subscribe in their own ways. */
export async function subscribeReaders(days: TalksDays): Promise<Readers> {
  const { telegram } = days;
  const { sara, jonas, ravi } = people(telegram);
  await days.lets(sara.asks("/start"));
  await days.lets(sara.presses("هر روز ساعت ۰۸:۰۰ (به وقت تهران)"));

  await days.lets(ravi.asks("/subscribe at=07:30 city=Kolkata picture=off"));

  const group = telegram.group("group", { title: "Berlin desk", owner: jonas });
  group.admits(jonas);
  await days.lets(jonas.asks("/subscribe at=07:15 city=Berlin", { in: group }));

  const forum = telegram.group("supergroup", { title: "مسقط", owner: jonas, isForum: true });
  forum.admits(jonas, "administrator");
  const thread = forum.topic("المحادثات");
  await days.lets(jonas.asks("/subscribe at=08:00 city=Muscat language=ar", { in: forum, thread }));

  const channel = telegram.group("channel", { title: "Talks watch", owner: jonas });
  channel.admits(jonas, "administrator");
  await days.lets(subscribeChannel(channel, '/subscribe at=07:00 city="New York"'));

  const { inServer, inThread } = await subscribeInDiscord(days);
  return {
    sara: { name: "Sara", language: "fa", timeZone: "Asia/Tehran", arrived: inTelegram(sara) },
    ravi: { name: "Ravi", language: "en", timeZone: "Asia/Kolkata", arrived: inTelegram(ravi) },
    group: { name: "group", language: "en", timeZone: "Europe/Berlin", arrived: inTelegram(group) },
    topic: {
      name: "topic",
      language: "ar",
      timeZone: "Asia/Muscat",
      arrived: inTelegram(forum, thread),
    },
    channel: {
      name: "channel",
      language: "en",
      timeZone: "America/New_York",
      arrived: inTelegram(channel),
    },
    discord: {
      name: "discord",
      language: "ar",
      timeZone: "Europe/Berlin",
      arrived: inDiscord(inServer),
    },
    thread: {
      name: "thread",
      language: "fa",
      timeZone: "Asia/Tehran",
      arrived: inDiscord(inThread),
    },
  };
}

async function subscribeChannel(channel: Group, line: string): Promise<void> {
  channel.posts(line);
  await channel.until((seen) => seen.some(({ from }) => from === "bot"));
}

async function subscribeInDiscord(days: TalksDays) {
  const { discord } = days;
  const guild = discord.guild({});
  const inServer = discord.channel({ guild, name: "talks" });
  const inThread = discord.thread({ parent: inServer, name: "گفت‌وگو" });
  const manager = discord.member({ guild, permissions: ["MANAGE_GUILD"], locale: "en-GB" });
  const city = async (typed: string) =>
    (await days.lets(manager.types("/subscribe", "city", typed, inServer)))[0]?.value ?? "";
  const berlin = await city("berl");
  const tehran = await city("تهر");
  await days.lets(
    manager.gives("/subscribe", { city: berlin, language: "ar", at: "07:00" }, inServer),
  );
  await days.lets(
    manager.gives("/subscribe", { city: tehran, language: "fa", at: "08:15" }, inThread),
  );
  return { inServer, inThread };
}

/** Someone in Muscat who wants to hear of everything at once, however uncertain, and of nothing else. */
export async function subscribeEager(
  days: TalksDays,
  name: string,
  choices: Partial<Subscription> = {},
): Promise<Reader> {
  const { telegram } = days;
  const person = telegram.person({ name, language: "en", zone: "Asia/Muscat" });
  await days.lets(person.asks("/subscribe"));
  const { subscriptions } = days.store();
  const [usual] = await subscriptions.of({
    platform: "telegram",
    channel: String(person.id),
    thread: null,
  });
  if (usual === undefined) throw new Error(`${name} has not subscribed`);
  await subscriptions.keep({ ...usual, ...EAGER, ...choices });
  return { name, language: "en", timeZone: "Asia/Muscat", arrived: inTelegram(person) };
}

const EAGER = {
  schedule: null,
  nextAt: null,
  roundMoments: [],
  alerts: ["phase", "round", "delegation", "event"],
  eventIntensity: 0,
  minimumConfidence: 0,
  quietHours: null,
} as const satisfies Partial<Subscription>;
