import { createTelegramAdapter } from "../../../adapters/telegram/adapter.ts";
import { isTelegramOn, telegramConfig } from "../../../adapters/telegram/config.ts";
import type { TelegramPart } from "../../../adapters/telegram/part.ts";
import { parseEnv } from "../../../src/config/env.ts";
import { sleep } from "../../../src/lib/clock.ts";
import type { PlatformAdapter } from "../../../src/platform/adapter.ts";
import { createBenchLog, overallOf, TOKEN, withinChatOf } from "./load.ts";

/** Telegram as it is spoken to in earnest, but for the pace, which no setting lets go this fast. */
export function connectTelegram(apiRoot: string, factor: number): PlatformAdapter<TelegramPart> {
  const env = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: apiRoot };
  const config = parseEnv(telegramConfig, env);
  if (!isTelegramOn(config)) throw new Error("Telegram is off");
  const descriptions = { en: "", ar: "", fa: "" };
  const adapter = createTelegramAdapter({
    config,
    commands: [],
    descriptions: { long: descriptions, short: descriptions },
    paint: () => Promise.reject(new Error("nothing that is sent here has a picture")),
    log: createBenchLog(),
    clock: { now: () => new Date() },
    sleep,
  });
  const within = [withinChatOf(factor)];
  return { ...adapter, pace: { overall: overallOf(factor), within: () => within } };
}
