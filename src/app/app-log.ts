import type { Config } from "../config/config.ts";
import { ConfigError, type Env, settingOf } from "../config/env.ts";
import { createLog, type Log } from "../lib/log.ts";
import { Secret } from "../lib/secret.ts";
import type { Terminal } from "./terminal.ts";

/** Settings whose values never stand in a log line. */
export const SECRETS = [
  "TELEGRAM_BOT_TOKEN",
  "TELEGRAM_WEBHOOK_SECRET",
  "DISCORD_TOKEN",
  "PARLEY_METRICS_TOKEN",
  "LLM_API_KEY",
] as const;

/** The log of a command, to where its remarks go. */
export function openLog(terminal: Terminal, { LOG_LEVEL, DATABASE_URL }: Config): Log {
  return createLog({
    level: LOG_LEVEL === "trace" ? "debug" : LOG_LEVEL,
    secrets: [
      ...SECRETS.flatMap((name) => secretOf(name, terminal.env)),
      ...passwordIn(DATABASE_URL),
    ],
    write: (line) => terminal.err(line.trimEnd()),
  });
}

/** As it is written in the address, and as it is meant; a shorter one would blot out common words. */
function passwordIn(databaseUrl: string): readonly Secret[] {
  const SHORTEST = 5;
  const written = URL.parse(databaseUrl)?.password ?? "";
  const meant = written.includes("%") ? safelyDecoded(written) : written;
  return [...new Set([written, meant])]
    .filter((password) => password.length >= SHORTEST)
    .map((password) => new Secret(password));
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function secretOf(name: string, env: Env): readonly Secret[] {
  try {
    const value = settingOf(name, env);
    return value ? [new Secret(value)] : [];
  } catch (error) {
    // Whoever needs the setting tells what is wrong with its file.
    if (error instanceof ConfigError) return [];
    throw error;
  }
}
