import type { Command } from "commander";
import { talksOption } from "./options.ts";
import type { Setting } from "./setting.ts";

/** `extract`, `dates` and `code`: what single texts say, one JSON line an item. */
export function addReadingCommands(program: Command, setting: Setting): void {
  addExtract(program, setting);
  addLineCommands(program, setting);
}

function addExtract(program: Command, { terminal, config, end }: Setting): void {
  program
    .command("extract")
    .description("all that each article asserts, one JSON line an item")
    .addOption(talksOption(config))
    .requiredOption("--items <file>", "items file")
    .action(async (options) => {
      const { extractCommand } = await import("../cli/extract.ts");
      end(extractCommand(terminal, options));
    });
}

function addLineCommands(program: Command, { terminal, end }: Setting): void {
  program
    .command("dates")
    .description("the dates that texts name, one JSON line an item")
    .requiredOption("--items <file>", "JSON array of {id, lang, text, reference, timeZone}")
    .action(async (options) => {
      const { datesCommand } = await import("../cli/dates.ts");
      end(datesCommand(terminal, options));
    });
  program
    .command("code")
    .description("the PLOVER type of marked relations, one JSON line an item")
    .requiredOption("--items <file>", "JSON array of {id, lang, text, source, target}")
    .action(async (options) => {
      const { codeCommand } = await import("../cli/code.ts");
      end(codeCommand(terminal, options));
    });
}
