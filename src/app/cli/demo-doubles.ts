import { type Clock, sleep } from "../../lib/clock.ts";

/** Both chats as their readers see them, in lines of a terminal. */
export type ChatsSeen = { readonly telegram: string; readonly discord: string };

const TOKEN = "42:a-token-that-only-this-demo-knows";
const APPLICATION_ID = "80351110224678912";

/** Starts doubles of both platforms on loopback, as a clone of this project has them, with somebody on each. */
export async function startDoubles(clock: Clock) {
  const telegram = await startTelegram(clock);
  const discord = await startDiscord(clock);
  return {
    env: {
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: telegram.root,
      DISCORD_TOKEN: TOKEN,
      DISCORD_APPLICATION_ID: APPLICATION_ID,
      DISCORD_API_ROOT: discord.root,
    },
    /** Lets both subscribe; what it gives waits for their briefings and draws both chats. */
    async subscribe(time: string): Promise<() => Promise<ChatsSeen>> {
      const reader = await telegram.subscribe(time);
      const channel = await discord.subscribe(time);
      return async () => ({ telegram: await reader(), discord: await channel() });
    },
    async close() {
      await telegram.close();
      await discord.close();
    },
  };
}

async function startTelegram(clock: Clock) {
  const { createTelegramDouble } = await import("../../../tests/doubles/telegram/double.ts");
  const { renderAsSeen } = await import("../../../tests/doubles/telegram/render-as-seen.ts");
  const double = await createTelegramDouble({ token: TOKEN, clock });
  const reader = double.person({ name: "Nadia", language: "en", zone: "Asia/Muscat" });
  return {
    root: double.root,
    close: () => double.close(),
    async subscribe(time: string) {
      await reader.asks(`/subscribe ${time}`);
      const before = reader.heard.length;
      return async () => {
        // The picture comes before its words.
        await reader.until(() => reader.heard.slice(before).some(({ photo }) => photo === null));
        return renderAsSeen(reader.chat, { now: clock.now() });
      };
    },
  };
}

async function startDiscord(clock: Clock) {
  const { createDiscordDouble } = await import("../../../tests/doubles/discord/discord-double.ts");
  const { renderAsSeen } = await import("../../../tests/doubles/discord/render-as-seen.ts");
  const double = await createDiscordDouble({
    token: TOKEN,
    applicationId: APPLICATION_ID,
    clock,
  });
  const guild = double.guild({ name: "Newsroom", locale: "en-GB" });
  const channel = double.channel({ guild, name: "iran-desk" });
  const editor = double.member({ guild, locale: "en-GB", permissions: ["MANAGE_GUILD"] });
  return {
    root: double.root,
    close: () => double.close(),
    async subscribe(time: string) {
      await double.gateway.ready();
      await editor.gives("/subscribe", { at: time }, channel);
      const before = channel.seen.length;
      return async () => {
        await untilTrue(() => channel.seen.length > before);
        return renderAsSeen(channel, {
          locale: "en-GB",
          timeZone: "Asia/Muscat",
          now: clock.now(),
        });
      };
    },
  };
}

const LOOKS = 500;
const LOOK_MS = 10;

async function untilTrue(isSo: () => boolean): Promise<void> {
  for (let looks = 0; !isSo(); looks += 1) {
    if (looks === LOOKS) throw new Error("Nothing arrived in five seconds.");
    await sleep(LOOK_MS, new AbortController().signal);
  }
}
