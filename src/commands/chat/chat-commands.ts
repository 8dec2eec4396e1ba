import type { Command } from "../command.ts";
import type { TalksDesk } from "../desk.ts";
import { broadcastCommand } from "./broadcast.ts";
import { exportCommand } from "./export.ts";
import { feedsCommand } from "./feeds.ts";
import { forgetCommand } from "./forget.ts";
import { pauseCommand } from "./pause.ts";
import { settingsCommand } from "./settings.ts";
import { startCommand } from "./start.ts";
import { statsCommand } from "./stats.ts";
import { subscribeCommand } from "./subscribe.ts";
import { unsubscribeCommand } from "./unsubscribe.ts";

/** What people may ask about the chat itself, and operators about the program. */
export const chatCommands = (followed: readonly TalksDesk[]): readonly Command[] => [
  startCommand,
  subscribeCommand(followed),
  settingsCommand,
  pauseCommand,
  unsubscribeCommand,
  exportCommand,
  forgetCommand,
  feedsCommand(followed),
  statsCommand,
  broadcastCommand(followed),
];
