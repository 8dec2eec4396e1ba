import type { Config } from "../config/config.ts";
import { createLog, type Log } from "../lib/log.ts";
import { Secret } from "../lib/secret.ts";
import type { Terminal } from "./terminal.ts";

/** Settings whose values never stand in a log line. */
const SECRETS = [
  "TELEGRAM_BOT_TOKEN",
  "TELEGRAM_WEBHOOK_SECRET",
  "DISCORD_TOKEN",
  "PARLEY_METRICS_TOKEN",
  "LLM_API_KEY",
] as const;

/** The log of a command, to where its remarks go. */
export function openLog(terminal: Terminal, { LOG_LEVEL }: Config): Log {
  return createLog({
    level: LOG_LEVEL === "trace" ? "debug" : LOG_LEVEL,
    secrets: SECRETS.flatMap((name) => {
      const value = terminal.env[name];
      return value ? [new Secret(value)] : [];
    }),
    write: (line) => terminal.err(line.trimEnd()),
  });
}
