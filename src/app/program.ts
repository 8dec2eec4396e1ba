import { Command, CommanderError } from "commander";
import { type Config, parseConfig } from "../config/config.ts";
import { ConfigError } from "../config/env.ts";
import { StoreError } from "../store/store-error.ts";
import { UsageError } from "./items-file.ts";
import { addDemo } from "./program/demo-command.ts";
import { addFeedCommands } from "./program/feed-commands.ts";
import { addOperatorCommands } from "./program/operator-commands.ts";
import { addReadingCommands } from "./program/reading-commands.ts";
import type { Setting } from "./program/setting.ts";
import { addTellingCommands } from "./program/telling-commands.ts";
import { EXIT, type ExitCode, type Terminal } from "./terminal.ts";

/** Runs one command line; the code it ends with is what the process should exit with. */
export async function runProgram(terminal: Terminal, args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const { config, problem } = readConfig(terminal);
  const end = (ended: ExitCode) => {
    code = ended;
  };
  try {
    const program = createProgram({ terminal, config, end });
    program.hook("preAction", (_, command) => {
      if (problem !== null && !NEEDS_NO_CONFIG.has(command.name())) throw problem;
    });
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return exitCodeOf(error, terminal);
  }
}

/** The commands that tell what is wrong with the settings, or need none. */
const NEEDS_NO_CONFIG: ReadonlySet<string> = new Set(["doctor", "demo"]);

/** Help is given whatever the settings are. */
function readConfig({ env }: Terminal): {
  readonly config: Config;
  readonly problem: ConfigError | null;
} {
  try {
    return { config: parseConfig(env), problem: null };
  } catch (error) {
    if (error instanceof ConfigError) return { config: parseConfig({}), problem: error };
    throw error;
  }
}

function exitCodeOf(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof UsageError) {
    terminal.err(error.message);
    return EXIT.usage;
  }
  if (error instanceof ConfigError || error instanceof StoreError) {
    terminal.err(error.message);
    return EXIT.failed;
  }
  throw error;
}

function createProgram(setting: Setting): Command {
  const { terminal } = setting;
  const program = new Command("parley")
    .description("Watches diplomatic talks and tells people where they stand.")
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
    .exitOverride()
    .showHelpAfterError("(add --help for how to use it)");
  addTellingCommands(program, setting);
  addFeedCommands(program, setting);
  addReadingCommands(program, setting);
  addOperatorCommands(program, setting);
  addDemo(program, setting);
  return program;
}
