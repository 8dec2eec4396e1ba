import { type Command, Option } from "commander";
import { FORMATS } from "../formats.ts";
import { duration, instant, langOption, talksOption, zoneOption } from "./options.ts";
import type { Setting } from "./setting.ts";

/** `digest` and `replay`: where the talks stand, and how that came about. */
export function addTellingCommands(program: Command, setting: Setting): void {
  addDigest(program, setting);
  addReplay(program, setting);
}

function addDigest(program: Command, { terminal, config, end }: Setting): void {
  program
    .command("digest")
    .description("one digest of where the talks stand")
    .addOption(talksOption(config))
    .option(
      "--at <instant>",
      "as of this instant, ISO 8601 (default: now, or the newest article's given)",
      instant,
    )
    .option("--since <instant>", "tell what changed since this instant", instant)
    .addOption(langOption(config))
    .addOption(zoneOption(config))
    .addOption(new Option("--format <form>", "form").choices(FORMATS).default("text"))
    .option("--items <file>", "read this items file instead of the store")
    .option("--text <file>", "read this plain article instead of the store")
    .option("--published <instant>", "when that article was published", instant)
    .option("--no-model", "leave the language model of the settings out")
    .option("--source <name>", "who published that article", "unnamed source")
    .action(async (options) => {
      const { digestCommand } = await import("../cli/digest.ts");
      end(await digestCommand(terminal, config, options));
    });
}

function addReplay(program: Command, { terminal, config, end }: Setting): void {
  program
    .command("replay")
    .description("how the digest evolved, step by step")
    .addOption(talksOption(config))
    .requiredOption("--items <file>", "items file")
    .requiredOption("--from <instant>", "first instant, ISO 8601", instant)
    .requiredOption("--to <instant>", "last instant, ISO 8601", instant)
    .option("--step <length>", "length of a step: 30m, 12h, 1d", duration, 12 * 3_600_000)
    .addOption(langOption(config))
    .addOption(zoneOption(config))
    .addOption(new Option("--format <form>", "form").choices(["text", "json"]).default("text"))
    .action(async ({ step, ...options }) => {
      const { replayCommand } = await import("../cli/replay.ts");
      end(replayCommand(terminal, { ...options, stepMs: step }));
    });
}
