import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { BENDING_FILE, type Bending } from "./bend-process.ts";

/** One line of a program's log. */
export type Line = {
  readonly msg: string;
  readonly level: number;
  readonly [field: string]: unknown;
};

/** The real program in a process of its own. */
export type BotProcess = {
  readonly lines: readonly Line[];
  /** What stood on stderr that was no line of the log. */
  readonly strays: readonly string[];
  readonly isRunning: () => boolean;
  /** Hears each line as it comes. */
  heed(listener: (line: Line) => void): void;
  /** `kill -9`; resolves once the process is gone. */
  kill(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Ends it as a service manager does; gives its exit code, null when it had to be killed. */
  stop(): Promise<number | null>;
  readonly ended: Promise<unknown>;
};

const BEND = new URL("bend-process.ts", import.meta.url).href;
const MAIN = new URL("../../../src/app/main.ts", import.meta.url).pathname;
const PATIENCE_MS = 20_000;

/** Writes down what bent processes go by. */
export const writeBending = (file: string, bending: Bending): void =>
  writeFileSync(file, JSON.stringify(bending));

/** Where a program runs, and what it goes by; `bending` is a file. */
export type Setting = {
  readonly env: Readonly<Record<string, string>>;
  readonly bending: string;
  readonly folder: string;
};

/** Starts `parley …` with these settings and no others. */
export function startParley(args: readonly string[], setting: Setting): BotProcess {
  const { env, bending, folder } = setting;
  const child = spawn(process.execPath, ["--import", BEND, MAIN, ...args], {
    cwd: folder,
    env: { ...env, [BENDING_FILE]: bending },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const lines: Line[] = [];
  const strays: string[] = [];
  const listeners: ((line: Line) => void)[] = [];
  createInterface({ input: child.stderr }).on("line", (text) => {
    const line = lineOf(text);
    if (line === null) strays.push(text);
    else {
      lines.push(line);
      for (const listener of listeners) listener(line);
    }
  });
  const ended = once(child, "close");
  return {
    lines,
    strays,
    ended,
    isRunning: () => isRunning(child),
    heed: (listener) => void listeners.push(listener),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    signal: (name) => void child.kill(name),
    async stop() {
      const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
      child.kill("SIGTERM");
      await ended;
      clearTimeout(timer);
      return child.exitCode;
    },
  };
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode === null && signalCode === null;

function lineOf(text: string): Line | null {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the program's own log
    return JSON.parse(text) as Line;
  } catch {
    return null;
  }
}
