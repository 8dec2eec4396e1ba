import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import type { Told } from "./support/serve-corpus.ts";
import { printMetrics, rounded } from "./support/print-metrics.ts";

/** Pages and documents as many readers ask for them at once, and event streams that stay open. */
const CONNECTIONS = 50;
const SECONDS = "5";
const STREAMS = 1_000;
const SERVER = join(import.meta.dirname, "support", "serve-corpus.ts");
/** As the npm script that starts Parley has them. */
const FLAGS = ["--expose-gc", "--max-semi-space-size=4", "--v8-pool-size=1"];
const CANNON = fileURLToPath(import.meta.resolve("autocannon"));

const Load = z.object({
  requests: z.object({ average: z.number() }),
  latency: z.object({ p50: z.number(), p99: z.number() }),
  non2xx: z.number(),
  errors: z.number(),
});

const server = fork(SERVER, { execArgv: FLAGS });
const port = await portOf(server);
const origin = `http://127.0.0.1:${port}`;
for (const path of ["/iran-us/en", "/iran-us/fa", "/iran-us/en/digest.json"]) {
  const cold = performance.now();
  await (await fetch(`${origin}${path}`)).arrayBuffer();
  const firstMs = rounded(performance.now() - cold);
  const { requests, latency, non2xx, errors } = await load(`${origin}${path}`);
  printMetrics("web", {
    path,
    connections: CONNECTIONS,
    requestsPerSecond: Math.round(requests.average),
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    failures: non2xx + errors,
    firstMs,
    residentMb: await residentMb(server),
  });
}
const before = await residentMb(server);
const streams = await Promise.all(Array.from({ length: STREAMS }, () => openStream(port)));
printMetrics("web", {
  path: "/iran-us/en/events",
  streams: streams.length,
  residentMb: await residentMb(server),
  beforeMb: before,
});
server.disconnect();
await once(server, "exit");
for (const stream of streams) stream.destroy();

async function load(url: string): Promise<z.output<typeof Load>> {
  const args = [
    CANNON,
    "-c",
    String(CONNECTIONS),
    "-d",
    SECONDS,
    "-j",
    "-H",
    "accept-encoding=gzip",
    url,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e8 });
  return Load.parse(JSON.parse(stdout));
}

async function told(child: ChildProcess): Promise<Told> {
  const [message] = await once(child, "message");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- sent by the file named above
  return message as Told;
}

async function portOf(child: ChildProcess): Promise<number> {
  const first = await told(child);
  return "port" in first ? first.port : Number.NaN;
}

async function residentMb(child: ChildProcess): Promise<number> {
  const answer = told(child);
  child.send("memory");
  const now = await answer;
  return "residentMb" in now ? now.residentMb : Number.NaN;
}

/** Settles once the stream has told its first event. */
async function openStream(at: number): Promise<IncomingMessage> {
  const request = get({ host: "127.0.0.1", port: at, path: "/iran-us/en/events", agent: false });
  request.on("error", () => {});
  const response: IncomingMessage = await new Promise((resolve) =>
    request.once("response", resolve),
  );
  await once(response, "data");
  response.on("error", () => {});
  return response.resume();
}
