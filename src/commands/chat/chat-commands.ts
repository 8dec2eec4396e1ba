import type { Command } from "../command.ts";
import { settingsCommand } from "./settings.ts";
import { startCommand } from "./start.ts";
import { subscribeCommand } from "./subscribe.ts";

/** What people may ask about the chat itself, and operators about the program. */
export const chatCommands = (): readonly Command[] => [
  startCommand,
  subscribeCommand,
  settingsCommand,
];
