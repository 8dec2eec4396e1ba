import { type Command, Option } from "commander";
import { ROLES } from "../cluster/roles.ts";
import type { Setting } from "./setting.ts";

/** `run`, `subscriptions`, `doctor`, `health`, `backup`, `narrations` and `migrate-store`: running Parley and looking after it. */
export function addOperatorCommands(program: Command, setting: Setting): void {
  addSubscriptions(program, setting);
  addNarrations(program, setting);
  addMigrateStore(program, setting);
  addRun(program, setting);
  const { terminal, config, end } = setting;
  program
    .command("doctor")
    .description("check settings, seeds, store, feeds and chat, and say how to mend them")
    .option("--offline", "leave the network alone")
    .action(async (options) => {
      const { doctorCommand } = await import("../cli/doctor.ts");
      end(await doctorCommand(terminal, options));
    });
  program
    .command("health")
    .description("ask the Parley that runs here whether it can do its work")
    .option("--live", "ask only whether it lives")
    .action(async (options) => {
      const { healthCommand } = await import("../cli/health.ts");
      end(await healthCommand(terminal, options));
    });
  program
    .command("backup")
    .description("copy the database as of now, while Parley runs")
    .argument("<file>", "a new file")
    .action(async (file) => {
      const { backupCommand } = await import("../cli/backup.ts");
      end(await backupCommand(terminal, config, file));
    });
}

function addSubscriptions(program: Command, { terminal, config, end }: Setting): void {
  program
    .command("subscriptions")
    .description("who gets what, and when")
    .addOption(new Option("--format <form>", "form").choices(["text", "json"]).default("text"))
    .action(async (options) => {
      const { subscriptionsCommand } = await import("../cli/subscriptions.ts");
      end(await subscriptionsCommand(terminal, config, options));
    });
}

function addNarrations(program: Command, { terminal, config, end }: Setting): void {
  program
    .command("narrations")
    .description("drop what a language model wrote and is kept, so that it is told no more")
    .addOption(
      new Option("--drop <which>", "since the last midnight UTC, or all of it")
        .choices(["today", "all"])
        .makeOptionMandatory(),
    )
    .action(async (options) => {
      const { narrationsCommand } = await import("../cli/narrations.ts");
      end(await narrationsCommand(terminal, config, options));
    });
}

function addMigrateStore(program: Command, { terminal, config, end }: Setting): void {
  program
    .command("migrate-store")
    .description("move a database file into PostgreSQL, and prove that all has arrived")
    .option("--from <address>", "the file, such as file:data/parley.db; unset: DATABASE_URL")
    .option("--to <address>", "postgres://user:password@host/database; unset: DATABASE_URL")
    .action(async (options) => {
      const { migrateStoreCommand } = await import("../cli/migrate-store.ts");
      end(await migrateStoreCommand(terminal, config, options));
    });
}

function addRun(program: Command, { terminal, config, end }: Setting): void {
  program
    .command("run")
    .description("read the feeds and talk with people in chat, until a signal to end")
    .addOption(
      new Option(
        "--role <role>",
        "what this node does, where several work on one PostgreSQL: ingest reads the feeds, gateway answers " +
          "people and serves the page, deliver sends what is owed",
      )
        .choices(ROLES)
        .default("all"),
    )
    .action(async ({ role }) => {
      const { runCommand } = await import("../cli/run.ts");
      end(await runCommand(terminal, config, role));
    });
}
