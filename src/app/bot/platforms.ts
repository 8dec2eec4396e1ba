import { type Env, parseEnv } from "../../config/env.ts";
import { ABOUT, ABOUT_IN_SHORT } from "../../i18n/about.ts";
import type { PrivateChatOf } from "../../deliveries/consequences.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Log } from "../../lib/log.ts";
import type { PlatformAdapter } from "../../platform/adapter.ts";
import { parseAddress } from "../../platform/address.ts";
import type { CommandForm } from "../../platform/command-form.ts";
import type { ConnectionSharing } from "../../platform/connection-sharing.ts";
import type { PaintPicture } from "../../platform/paint-picture.ts";

/** What adapters are made with. */
export type PlatformDeps = {
  readonly env: Env;
  readonly commands: readonly CommandForm[];
  readonly paint: PaintPicture;
  readonly log: Log;
  readonly clock: Clock;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** How a platform's connections are shared with other nodes, where there may be some. */
  readonly sharing?: SharingOf | null;
};

/** Shares the connections to a platform's gateway. */
export type SharingOf = (platform: string) => ConnectionSharing;

/** A chat platform that Parley can speak on. */
export type PlatformEntry = {
  readonly platform: "telegram" | "discord";
  readonly name: string;
  /** The settings that turn it on. */
  readonly settings: readonly string[];
  /** How to connect it. */
  readonly how: string;
  /** The adapter, or null where the settings leave the platform off; its library is loaded only then. */
  readonly connect: (deps: PlatformDeps) => Promise<PlatformAdapter | null>;
  readonly privateChatOf: PrivateChatOf;
};

/** Every chat platform. */
export const PLATFORMS: readonly PlatformEntry[] = [
  {
    platform: "telegram",
    name: "Telegram",
    settings: ["TELEGRAM_BOT_TOKEN"],
    how: "Ask @BotFather for a token and put it in .env as TELEGRAM_BOT_TOKEN.",
    connect: connectTelegram,
    /** The private chat with someone has his own id. */
    privateChatOf: (owner) => Promise.resolve(parseAddress(owner)),
  },
  {
    platform: "discord",
    name: "Discord",
    settings: ["DISCORD_TOKEN", "DISCORD_APPLICATION_ID"],
    how: "Create an application at discord.com/developers; put DISCORD_TOKEN and DISCORD_APPLICATION_ID in .env.",
    connect: connectDiscord,
    /** Discord does not write to people who did not write first. */
    privateChatOf: () => Promise.resolve(null),
  },
];

async function connectTelegram({ env, ...deps }: PlatformDeps): Promise<PlatformAdapter | null> {
  const { isTelegramOn, telegramConfig } = await import("../../../adapters/telegram/config.ts");
  const config = parseEnv(telegramConfig, env);
  if (!isTelegramOn(config)) return null;
  const { createTelegramAdapter } = await import("../../../adapters/telegram/adapter.ts");
  const descriptions = { long: ABOUT, short: ABOUT_IN_SHORT };
  return createTelegramAdapter({ ...deps, config, descriptions });
}

async function connectDiscord({
  env,
  sharing,
  ...deps
}: PlatformDeps): Promise<PlatformAdapter | null> {
  const { parseDiscordConfig } = await import("../../../adapters/discord/config.ts");
  const config = parseDiscordConfig(env);
  if (config === null) return null;
  const { createDiscordAdapter } = await import("../../../adapters/discord/adapter.ts");
  return createDiscordAdapter({ ...deps, config, sharing: sharing?.("discord") ?? null });
}
