import type { Config } from "../../config/config.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

/** What the commands of a command line share; a command tells `end` how it ended. */
export type Setting = {
  readonly terminal: Terminal;
  readonly config: Config;
  readonly end: (code: ExitCode) => void;
};
