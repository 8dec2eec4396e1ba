import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";

// Only modules imported after this call are cached.
enableCompileCache();
const { runProgram } = await import("./program.ts");
const { listenForStop } = await import("./stop-signal.ts");

if (existsSync(".env")) process.loadEnvFile(".env");

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader such as `head` has seen enough.
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

// A log whose reader is gone is no reason to end; logging that it is gone would go on without end.
process.stderr.on("error", () => undefined);

process.exitCode = await runProgram(
  {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    interactive: process.stderr.isTTY,
    columns: process.stdout.columns || 80,
    env: process.env,
    now: () => new Date(),
    stopSignal: listenForStop,
  },
  process.argv.slice(2),
);

/** What is still open by then, as a connection that does not close, keeps the process no longer. */
const LINGER_MS = 1_000;
setTimeout(() => process.exit(), LINGER_MS).unref();
