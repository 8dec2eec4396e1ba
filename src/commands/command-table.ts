import type { Command, CommandContext } from "./command.ts";
import { helpCommand } from "./reading/help.ts";
import { statusCommand } from "./reading/status.ts";

/** Everything that can be asked, in the order in which it is offered. */
export function commandTable({ talks }: CommandContext): readonly Command[] {
  const table: readonly Command[] = [
    statusCommand(talks),
    helpCommand(talks, () => table.map(({ form }) => form)),
  ];
  return table;
}
