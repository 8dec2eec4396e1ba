import { existsSync } from "node:fs";
import { runProgram } from "./program.ts";

if (existsSync(".env")) process.loadEnvFile(".env");

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader such as `head` has seen enough.
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

process.exitCode = await runProgram(
  {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    interactive: process.stderr.isTTY,
    columns: process.stdout.columns || 80,
    env: process.env,
    now: () => new Date(),
  },
  process.argv.slice(2),
);
