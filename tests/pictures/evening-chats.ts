import { chatsOn, type Shown } from "../../src/app/cli/demo-chats.ts";
import { type Clock, sleep } from "../../src/lib/clock.ts";
import type { Language } from "../../src/lib/language.ts";
import type { Log } from "../../src/lib/log.ts";
import { createDiscordDouble, type DiscordDouble } from "../doubles/discord/discord-double.ts";
import type { Channel } from "../doubles/discord/world.ts";
import { createTelegramDouble } from "../doubles/telegram/double.ts";
import type { Person } from "../doubles/telegram/person.ts";
import { type ChatPage, chatPage } from "./chat-page.ts";
import { discordHtml } from "./discord-html.ts";
import { telegramHtml } from "./telegram-html.ts";

/** Somebody with both clients. */
export type ChatReader = {
  readonly language: Language;
  /** BCP 47 tag of the clients' language, one that Discord has. */
  readonly locale: string;
  readonly isDark: boolean;
  /** A channel's name. */
  readonly channel: string;
};

/** The page that draws a chat. */
export type SeenChat = Pick<ChatPage, "kind"> & { readonly html: string };

const TOKEN = "42:a-token-that-only-pictures-know";
const APPLICATION_ID = "80351110224678912";
const ZONE = "Asia/Muscat";

/** What each reader sees at the instant shown: in Telegram, where they ask for the status, and in a channel of Discord that has its briefing then. */
export const eveningChats = (
  shown: Shown,
  readers: readonly ChatReader[],
): Promise<readonly (readonly SeenChat[])[]> =>
  chatsOn((clock) => startPlatforms(clock, readers), shown, TROUBLE_THROWS);

const fail = (event: string, fields?: object): never => {
  throw new Error(`${event} ${JSON.stringify(fields)}`);
};
const quiet = () => undefined;
const TROUBLE_THROWS: Log = { debug: quiet, info: quiet, warn: fail, error: fail };

async function startPlatforms(clock: Clock, readers: readonly ChatReader[]) {
  const telegram = await createTelegramDouble({ token: TOKEN, clock });
  const discord = await createDiscordDouble({
    token: TOKEN,
    applicationId: APPLICATION_ID,
    clock,
  });
  const people = readers.map(({ locale }) =>
    telegram.person({ name: "Nadia", language: locale, zone: ZONE }),
  );
  return {
    env: {
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: telegram.root,
      DISCORD_TOKEN: TOKEN,
      DISCORD_APPLICATION_ID: APPLICATION_ID,
      DISCORD_API_ROOT: discord.root,
    },
    async subscribe(time: string) {
      await discord.gateway.ready();
      const channels: Channel[] = [];
      for (const reader of readers) channels.push(await subscribed(discord, reader, time));
      return async () => {
        const seen: SeenChat[][] = [];
        for (const [index, reader] of readers.entries()) {
          const [person, channel] = [people[index], channels[index]];
          if (person === undefined || channel === undefined) throw new Error("nobody sits there");
          seen.push(await chatsOf(reader, { person, channel, now: clock.now() }));
        }
        const faults = [...telegram.violations, ...discord.violations, ...discord.pings];
        if (faults.length > 0) throw new Error(JSON.stringify(faults, null, 2));
        return seen;
      };
    },
    async close() {
      await telegram.close();
      await discord.close();
    },
  };
}

/** A channel that is to have its briefing at an hour. */
async function subscribed(discord: DiscordDouble, reader: ChatReader, time: string) {
  const { language, locale } = reader;
  const guild = discord.guild({ name: "Newsroom", locale });
  const channel = discord.channel({ guild, name: reader.channel });
  const editor = discord.member({ guild, locale, permissions: ["MANAGE_GUILD"] });
  await editor.gives("/subscribe", { language, at: time }, channel);
  return channel;
}

type Seat = { readonly person: Person; readonly channel: Channel; readonly now: Date };

async function chatsOf(reader: ChatReader, { person, channel, now }: Seat): Promise<SeenChat[]> {
  const { locale, ...about } = reader;
  const { messages } = person.chat;
  await person.asks("/status");
  await until(() => messages.at(-1)?.keyboard.length !== 0);
  // The first message answered the subscription.
  await until(() => channel.messages.size > 1);
  const look = { language: locale, zone: ZONE, now };
  const viewer = { locale, timeZone: ZONE, now };
  return [
    drawn({ ...about, kind: "telegram", name: "Parley", messages: telegramHtml(messages, look) }),
    drawn({
      ...about,
      kind: "discord",
      name: `# ${reader.channel}`,
      messages: discordHtml([...channel.messages.values()].slice(1), viewer),
    }),
  ];
}

const drawn = (page: ChatPage): SeenChat => ({ kind: page.kind, html: chatPage(page) });

const LOOKS = 500;
const LOOK_MS = 20;

async function until(isSo: () => boolean): Promise<void> {
  for (let looks = 0; !isSo(); looks += 1) {
    if (looks === LOOKS) throw new Error("Nothing arrived in ten seconds.");
    await sleep(LOOK_MS, new AbortController().signal);
  }
}
