import { describe, expect, it } from "vitest";
import { isTelegramOn, telegramConfig } from "../../../../adapters/telegram/config.ts";
import { ConfigError, parseEnv } from "../../../../src/config/env.ts";

describe("Telegram's settings", () => {
  it("have a default for everything, and are off without a token", () => {
    const config = parseEnv(telegramConfig, { TELEGRAM_BOT_TOKEN: "" });
    expect(isTelegramOn(config)).toBe(false);
    expect(config).toMatchObject({
      TELEGRAM_API_ROOT: "https://api.telegram.org",
      TELEGRAM_WEBHOOK_PORT: 8443,
      TELEGRAM_RICH_MESSAGES: "auto",
      TELEGRAM_MESSAGES_PER_SECOND: 30,
    });
  });

  it("keep their secrets", () => {
    const config = parseEnv(telegramConfig, {
      TELEGRAM_BOT_TOKEN: "42:abc",
      TELEGRAM_WEBHOOK_URL: "https://parley.example/hook",
      TELEGRAM_WEBHOOK_SECRET: "let-me-in",
    });
    expect(isTelegramOn(config)).toBe(true);
    expect(JSON.stringify(config)).not.toMatch(/42:abc|let-me-in/);
  });

  it.each([
    ["TELEGRAM_WEBHOOK_SECRET", { TELEGRAM_WEBHOOK_URL: "https://parley.example/" }],
    ["TELEGRAM_WEBHOOK_SECRET", { TELEGRAM_WEBHOOK_SECRET: "not allowed!" }],
    ["TELEGRAM_WEBHOOK_URL", { TELEGRAM_WEBHOOK_URL: "parley.example" }],
    ["TELEGRAM_API_ROOT", { TELEGRAM_API_ROOT: "ftp://api.telegram.org" }],
    ["TELEGRAM_MESSAGES_PER_SECOND", { TELEGRAM_MESSAGES_PER_SECOND: "1001" }],
    ["TELEGRAM_RICH_MESSAGES", { TELEGRAM_RICH_MESSAGES: "always" }],
    ["TELEGRAM_WEBHOOK_PORT", { TELEGRAM_WEBHOOK_PORT: "web" }],
  ])("name %s where it is wrong, and not its value", (name, env) => {
    const parse = () => parseEnv(telegramConfig, env);
    expect(parse).toThrow(ConfigError);
    expect(parse).toThrow(name);
    expect(parse).not.toThrow(/not allowed!/);
  });
});
