import { type ExitCode, type Terminal } from "../../src/app/terminal.ts";
import { runProgram } from "../../src/app/program.ts";

/** What one command line printed, and how it ended. */
export type Told = { readonly code: ExitCode; readonly out: string; readonly err: string };

/** A machine on which command lines are run in this process. */
export type Machine = {
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: string;
  readonly signal?: AbortSignal;
  /** Hears each line as it is printed to stderr. */
  readonly onError?: (line: string) => void;
};

const NEVER = new AbortController().signal;

/** Runs one command line of the real program, on a terminal that keeps what is printed. */
export async function parley(args: readonly string[], machine: Machine = {}): Promise<Told> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    out: (text) => out.push(text),
    err: (text) => {
      err.push(text);
      machine.onError?.(text);
    },
    interactive: false,
    columns: 80,
    env: machine.env ?? {},
    now: () => new Date(machine.now ?? "2026-02-05T18:00:00Z"),
    stopSignal: () => machine.signal ?? NEVER,
  };
  const code = await runProgram(terminal, args);
  return { code, out: out.join("\n"), err: err.join("\n") };
}
