import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type Config, parseConfig } from "../config/config.ts";
import { ConfigError } from "../config/env.ts";
import { LANGUAGES } from "../lib/language.ts";
import { UsageError } from "./items-file.ts";
import { FORMATS } from "./tell.ts";
import { EXIT, type ExitCode, type Terminal } from "./terminal.ts";

/** Runs one command line; the code it ends with is what the process should exit with. */
export async function runProgram(terminal: Terminal, args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const end: End = (ended) => {
    code = ended;
  };
  try {
    const program = createProgram(terminal, parseConfig(terminal.env), end);
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return exitCodeOf(error, terminal);
  }
}

function exitCodeOf(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof UsageError) {
    terminal.err(error.message);
    return EXIT.usage;
  }
  if (error instanceof ConfigError) {
    terminal.err(error.message);
    return EXIT.failed;
  }
  throw error;
}

type End = (code: ExitCode) => void;
type Setting = { readonly terminal: Terminal; readonly config: Config; readonly end: End };

function createProgram(terminal: Terminal, config: Config, end: End): Command {
  const program = new Command("parley")
    .description("Watches diplomatic talks and tells people where they stand.")
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
    .exitOverride()
    .showHelpAfterError("(add --help for how to use it)");
  addDigest(program, { terminal, config, end });
  addReplay(program, { terminal, config, end });
  addExtract(program, { terminal, config, end });
  addLineCommands(program, { terminal, config, end });
  addDemo(program, { terminal, config, end });
  return program;
}

const talksOption = ({ PARLEY_TALKS: [first = "iran-us"] }: Config) =>
  new Option("--talks <id>", "which talks").default(first);
const langOption = ({ PARLEY_LANG }: Config) =>
  new Option("--lang <language>", "language to write in").choices(LANGUAGES).default(PARLEY_LANG);
const zoneOption = ({ PARLEY_TZ }: Config) => {
  const option = new Option(
    "--tz <zone>",
    "IANA time zone, such as Asia/Tehran (default: the venue's)",
  );
  option.argParser(timeZone);
  return PARLEY_TZ === undefined ? option : option.default(PARLEY_TZ);
};

function instant(value: string): Date {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(value) || !value.includes("T") ? value : `${value}Z`;
  const at = new Date(zoned);
  if (Number.isNaN(at.getTime()) || !/^\d{4}-\d\d-\d\d/.test(value))
    throw new InvalidArgumentError("Give an ISO 8601 instant, such as 2026-02-05T18:00:00Z.");
  return at;
}

function timeZone(value: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError("Give an IANA time zone, such as Asia/Muscat.");
  }
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function duration(value: string): number {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(value) ?? [];
  const ms = Number(count) * (UNIT_MS[unit ?? ""] ?? 0);
  if (!(ms > 0)) throw new InvalidArgumentError("Give a length of time, such as 30m, 12h or 1d.");
  return ms;
}

function addDigest(program: Command, { terminal, config, end }: Setting): void {
  program
    .command("digest")
    .description("one digest of where the talks stand")
    .addOption(talksOption(config))
    .option(
      "--at <instant>",
      "as of this instant, ISO 8601 (default: the newest article's)",
      instant,
    )
    .option("--since <instant>", "tell what changed since this instant", instant)
    .addOption(langOption(config))
    .addOption(zoneOption(config))
    .addOption(new Option("--format <form>", "form").choices(FORMATS).default("text"))
    .option("--items <file>", "read this items file")
    .option("--text <file>", "read this plain article")
    .option("--published <instant>", "when that article was published", instant)
    .option("--source <name>", "who published that article", "unnamed source")
    .action(async (options) => {
      const { digestCommand } = await import("./cli/digest.ts");
      end(digestCommand(terminal, options));
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
      const { replayCommand } = await import("./cli/replay.ts");
      end(replayCommand(terminal, { ...options, stepMs: step }));
    });
}

function addExtract(program: Command, { terminal, config, end }: Setting): void {
  program
    .command("extract")
    .description("all that each article asserts, one JSON line an item")
    .addOption(talksOption(config))
    .requiredOption("--items <file>", "items file")
    .action(async (options) => {
      const { extractCommand } = await import("./cli/extract.ts");
      end(extractCommand(terminal, options));
    });
}

function addLineCommands(program: Command, { terminal, end }: Setting): void {
  program
    .command("dates")
    .description("the dates that texts name, one JSON line an item")
    .requiredOption("--items <file>", "JSON array of {id, lang, text, reference, timeZone}")
    .action(async (options) => {
      const { datesCommand } = await import("./cli/dates.ts");
      end(datesCommand(terminal, options));
    });
  program
    .command("code")
    .description("the PLOVER type of marked relations, one JSON line an item")
    .requiredOption("--items <file>", "JSON array of {id, lang, text, source, target}")
    .action(async (options) => {
      const { codeCommand } = await import("./cli/code.ts");
      end(codeCommand(terminal, options));
    });
}

function addDemo(program: Command, { terminal, end }: Setting): void {
  program
    .command("demo")
    .description("eight days of talks, replayed from the demo corpus")
    .action(async () => {
      const { demoCommand } = await import("./cli/demo.ts");
      end(demoCommand(terminal));
    });
}
