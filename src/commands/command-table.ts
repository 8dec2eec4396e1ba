import { broadcastCommand } from "./chat/broadcast.ts";
import { exportCommand } from "./chat/export.ts";
import { feedsCommand } from "./chat/feeds.ts";
import { forgetCommand } from "./chat/forget.ts";
import { pauseCommand } from "./chat/pause.ts";
import { settingsCommand } from "./chat/settings.ts";
import { startCommand } from "./chat/start.ts";
import { statsCommand } from "./chat/stats.ts";
import { subscribeCommand } from "./chat/subscribe.ts";
import { unsubscribeCommand } from "./chat/unsubscribe.ts";
import type { Command, CommandContext } from "./command.ts";
import { askCommand } from "./reading/ask.ts";
import { digestCommand } from "./reading/digest.ts";
import { helpCommand } from "./reading/help.ts";
import { nextCommand } from "./reading/next.ts";
import { positionsCommand } from "./reading/positions.ts";
import { quotesCommand } from "./reading/quotes.ts";
import { delegationsCommand, pressureCommand } from "./reading/sections.ts";
import { sourcesCommand } from "./reading/sources.ts";
import { statusCommand } from "./reading/status.ts";
import { talksCommand } from "./reading/talks.ts";
import { timelineCommand } from "./reading/timeline.ts";
import { whyCommand } from "./reading/why.ts";

/** Everything that can be asked, in the order in which it is offered: what people need first comes first. */
export function commandTable({ talks, narrator }: CommandContext): readonly Command[] {
  const table: readonly Command[] = [
    startCommand,
    statusCommand(talks),
    nextCommand(talks),
    digestCommand(talks),
    subscribeCommand(talks),
    settingsCommand,
    helpCommand(talks, () => table.map(({ form }) => form)),
    whyCommand(talks),
    positionsCommand(talks),
    quotesCommand(talks),
    ...(narrator === null ? [] : [askCommand(talks, narrator)]),
    timelineCommand(talks),
    delegationsCommand(talks),
    pressureCommand(talks),
    sourcesCommand(talks),
    talksCommand(talks),
    pauseCommand,
    unsubscribeCommand,
    exportCommand,
    forgetCommand,
    feedsCommand(talks),
    statsCommand,
    broadcastCommand(talks),
  ];
  return table;
}
