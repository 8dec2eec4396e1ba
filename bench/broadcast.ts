import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Load, overallOf, type Sent, TOKEN } from "./support/broadcast/load.ts";
import { told } from "./support/child-process.ts";
import { printMetrics, rounded } from "./support/print-metrics.ts";

/**
 * An alert to 100,000 Telegram chats, by Parley and by grammY with its own plugins for limits: the same
 * messages to the same chats of a server on loopback, which refuses what is too fast. The server's limits
 * are Telegram's, `factor` times as wide. Usage: `npm run bench broadcast [chats [factor]]`.
 */
const [size = 100_000, factor = 30] = process.argv.slice(2).map(Number);
const SERVER = join(import.meta.dirname, "..", "tests", "doubles", "telegram", "serve.ts");
const SUPPORT = join(import.meta.dirname, "support", "broadcast");

/** As the npm script that starts Parley has them. */
const FLAGS = ["--expose-gc", "--max-semi-space-size=4", "--v8-pool-size=1"];

const SYSTEMS = [
  ["parley", FLAGS],
  ["grammy", []],
] as const;

for (const [system, flags] of SYSTEMS) {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  try {
    await broadcast(system, flags, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function broadcast(
  system: "parley" | "grammy",
  flags: readonly string[],
  folder: string,
): Promise<void> {
  const server = fork(SERVER, [TOKEN, String(factor)]);
  const { root } = await told<{ root: string }>(server);
  const load: Load = { apiRoot: root, folder, size, factor };
  await once(start("fill", load), "exit");
  const sender = start(`send-by-${system}`, load, flags);
  const { sendingMs, ...sent } = await told<Sent>(sender);
  server.send("counters");
  const { counters, violations } = await told<Counted>(server);
  server.disconnect();
  if (violations.length > 0) throw new Error(violations.join("\n"));
  const allowedPerSecond = overallOf(factor).messages;
  const arrived = counters.sent - counters.duplicates;
  const sentPerSecond = (arrived * 1_000) / sendingMs;
  printMetrics(
    "broadcast",
    {
      chats: size,
      factor,
      allowedPerSecond,
      sentPerSecond: rounded(sentPerSecond),
      share: Math.round((sentPerSecond * 1_000) / allowedPerSecond) / 1_000,
      tooManyRequests: counters.tooManyRequests,
      lost: size - arrived,
      duplicated: counters.duplicates,
      ...sent,
    },
    system,
  );
}

type Counted = {
  readonly counters: Readonly<Record<"sent" | "duplicates" | "tooManyRequests", number>>;
  readonly violations: readonly string[];
};

function start(name: string, load: Load, execArgv: readonly string[] = []): ChildProcess {
  const file = join(SUPPORT, `${name}.ts`);
  return fork(file, [JSON.stringify(load)], { execArgv: [...execArgv] });
}
