import { type Command, Option } from "commander";
import type { Setting } from "./setting.ts";

const ALL_TALKS = "which talks (default: all of PARLEY_TALKS)";

/** `ingest`, `feeds`, `import` and `export`: the feeds and what they bring. */
export function addFeedCommands(program: Command, setting: Setting): void {
  addIngest(program, setting);
  addFeeds(program, setting);
  addOpml(program, setting);
}

function addIngest(program: Command, { terminal, config, end }: Setting): void {
  program
    .command("ingest")
    .description("poll the feeds once and keep what they bring")
    .option(
      "--feed <address>",
      "only this feed: its URL, its id, or a file (RSS, Atom, JSON, items)",
    )
    .option("--talks <id>", ALL_TALKS)
    .action(async (options) => {
      const { ingestCommand } = await import("../cli/ingest.ts");
      end(await ingestCommand(terminal, config, options));
    });
}

function addFeeds(program: Command, { terminal, config, end }: Setting): void {
  program
    .command("feeds")
    .description("where every feed stands: lively, quiet, dead or failed")
    .option("--talks <id>", ALL_TALKS)
    .addOption(new Option("--format <form>", "form").choices(["text", "json"]).default("text"))
    .action(async (options) => {
      const { feedsCommand } = await import("../cli/feeds.ts");
      end(await feedsCommand(terminal, config, options));
    });
}

function addOpml(program: Command, { terminal, config, end }: Setting): void {
  program
    .command("export")
    .description("the feeds as OPML 2.0")
    .argument("[file]", "a new file (default: to stdout)")
    .option("--talks <id>", ALL_TALKS)
    .action(async (file, options) => {
      const { exportCommand } = await import("../cli/export.ts");
      end(exportCommand(terminal, config, { ...options, ...(file === undefined ? {} : { file }) }));
    });
  program
    .command("import")
    .description("add the feeds of an OPML file to those that are polled")
    .argument("<file>", "OPML file")
    .action(async (file) => {
      const { importCommand } = await import("../cli/import.ts");
      end(importCommand(terminal, config, file));
    });
}
