import { chatCommands } from "./chat/chat-commands.ts";
import type { Command, CommandContext } from "./command.ts";
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

/** Everything that can be asked, in the order in which it is offered. */
export function commandTable({ talks }: CommandContext): readonly Command[] {
  const table: readonly Command[] = [
    statusCommand(talks),
    digestCommand(talks),
    nextCommand(talks),
    whyCommand(talks),
    positionsCommand(talks),
    delegationsCommand(talks),
    pressureCommand(talks),
    talksCommand(talks),
    timelineCommand(talks),
    quotesCommand(talks),
    sourcesCommand(talks),
    ...chatCommands(talks),
    helpCommand(talks, () => table.map(({ form }) => form)),
  ];
  return table;
}
