import type { CommandEvent } from "../../commands/command-event.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import { settingsCatalogOf } from "../../i18n/settings/catalog.ts";
import type { Metrics } from "../../lib/metrics.ts";

const BUCKETS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** Every command, whether it is offered here or not. */
const namesOfAll = (): readonly string[] =>
  Object.keys({ ...commandCatalogOf("en").command, ...settingsCatalogOf("en").command });

/** Measures what people ask, and how fast they are answered. */
export function createCommandMetrics(metrics: Metrics): (event: CommandEvent) => void {
  const commands = metrics.counter<{ command: string; outcome: "answered" | "failed" }>(
    {
      name: "parley_commands_total",
      help: "Commands given, by name and whether they came to an answer.",
      labels: ["command", "outcome"],
    },
    namesOfAll().map((command) => ({ command, outcome: "failed" })),
  );
  const took = metrics.histogram<{ command: string }>(
    {
      name: "parley_command_seconds",
      help: "Time until a command's answer was ready.",
      labels: ["command"],
    },
    BUCKETS,
  );
  const refusals = metrics.counter<{ verdict: "ask-to-wait" | "silent" }>({
    name: "parley_flood_refusals_total",
    help: "Commands refused because their asker gave too many.",
    labels: ["verdict"],
  });
  return (event) => {
    switch (event.kind) {
      case "refused":
        return refusals({ verdict: event.verdict });
      case "answered":
      case "failed":
        commands({ command: event.command, outcome: event.kind });
        return took({ command: event.command }, event.tookMs / 1_000);
    }
  };
}
