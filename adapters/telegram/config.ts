import { z } from "zod";
import { secret } from "../../src/config/env.ts";
import type { Secret } from "../../src/lib/secret.ts";

const unsetWhenEmpty = (value: unknown): unknown => (value === "" ? undefined : value);

const WebAddress = z.url({
  protocol: /^https?$/,
  error: "use an address that begins with https://",
});

/** Telegram's settings; `.env.example` explains each. Telegram is on when `TELEGRAM_BOT_TOKEN` is set. */
export const telegramConfig = z
  .object({
    TELEGRAM_BOT_TOKEN: z.preprocess(unsetWhenEmpty, secret().optional()),
    TELEGRAM_API_ROOT: z.preprocess(unsetWhenEmpty, WebAddress.default("https://api.telegram.org")),
    TELEGRAM_WEBHOOK_URL: z.preprocess(unsetWhenEmpty, WebAddress.optional()),
    TELEGRAM_WEBHOOK_SECRET: z.preprocess(
      unsetWhenEmpty,
      z
        .string()
        .regex(/^[\w-]{1,256}$/, "use 1 to 256 characters of A-Z a-z 0-9 _ -")
        .pipe(secret())
        .optional(),
    ),
    TELEGRAM_WEBHOOK_PORT: z.preprocess(
      unsetWhenEmpty,
      z.coerce.number().int().min(0).max(65_535).default(8443),
    ),
    TELEGRAM_RICH_MESSAGES: z.preprocess(unsetWhenEmpty, z.enum(["auto", "off"]).default("auto")),
    TELEGRAM_MESSAGES_PER_SECOND: z.preprocess(
      unsetWhenEmpty,
      z.coerce.number().int().min(1).max(1000).default(30),
    ),
  })
  .refine(
    (config) =>
      config.TELEGRAM_WEBHOOK_URL === undefined || config.TELEGRAM_WEBHOOK_SECRET !== undefined,
    { path: ["TELEGRAM_WEBHOOK_SECRET"], error: "is required with TELEGRAM_WEBHOOK_URL" },
  );

/** Telegram's settings. */
export type TelegramConfig = z.output<typeof telegramConfig>;

/** Telegram's settings where it is on. */
export type ActiveTelegramConfig = TelegramConfig & { readonly TELEGRAM_BOT_TOKEN: Secret };

/** Whether there is a token to be a bot with. */
export const isTelegramOn = (config: TelegramConfig): config is ActiveTelegramConfig =>
  config.TELEGRAM_BOT_TOKEN !== undefined;
