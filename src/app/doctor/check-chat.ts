import type { Env } from "../../config/env.ts";
import { type Finding, ok, warn } from "./finding.ts";

/** How to connect each chat platform, by the settings it needs. */
export const CHAT_PLATFORMS = [
  {
    name: "Telegram",
    settings: ["TELEGRAM_BOT_TOKEN"],
    how: "Ask @BotFather for a token and put it in .env as TELEGRAM_BOT_TOKEN.",
  },
  {
    name: "Discord",
    settings: ["DISCORD_TOKEN", "DISCORD_APPLICATION_ID"],
    how: "Create an application at discord.com/developers; put DISCORD_TOKEN and DISCORD_APPLICATION_ID in .env.",
  },
] as const;

/** The settings of a platform that are not set. */
export const missingSettings = (settings: readonly string[], env: Env): readonly string[] =>
  settings.filter((name) => !env[name] && !env[`${name}_FILE`]);

/** Which chat platforms have their tokens; the tokens themselves are not tried. */
export const checkChat = (env: Env): Finding[] =>
  CHAT_PLATFORMS.map(({ name, settings, how }) => {
    const missing = missingSettings(settings, env);
    return missing.length === 0
      ? ok(name, "its settings are there; this version does not connect to it yet")
      : warn(name, `${missing.join(" and ")} not set`, how);
  });
