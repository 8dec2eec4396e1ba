import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { feedWriter } from "./feed-documents.ts";
import { type PlannedFeed, planFeeds } from "./feed-plan.ts";

/** What is asked of this process. */
export type Asked = { readonly round: number } | { readonly tell: true };

/** What this process tells: its port once, and what it answered since it was last asked. */
export type Served = {
  readonly port: number;
  readonly requests: number;
  readonly unchanged: number;
  readonly megabytes: number;
  /** The most requests that one host had at one time. */
  readonly mostAHost: number;
};

// The server of many feeds on all addresses of loopback, each with its own latency and behaviour.
const feeds = planFeeds(Number(process.argv[2]));
const byPath = new Map(feeds.map((feed) => [feed.path, feed]));
const write = feedWriter(new Date());
const open = new Map<string, number>();
let [round, requests, unchanged, bytes, mostAHost] = [1, 0, 0, 0, 0];

const server = createServer((request, response) => {
  const feed = byPath.get(request.url ?? "");
  if (feed === undefined) return void response.writeHead(404).end();
  requests += 1;
  const atOnce = (open.get(feed.host) ?? 0) + 1;
  open.set(feed.host, atOnce);
  mostAHost = Math.max(mostAHost, atOnce);
  response.once("close", () => open.set(feed.host, (open.get(feed.host) ?? 1) - 1));
  setTimeout(() => answer(feed, request, response), feed.latencyMs);
});
server.listen({ port: 0, host: "0.0.0.0", backlog: 4_096 }, () => tell());

process.on("message", (asked: Asked) => {
  if ("round" in asked) round = asked.round;
  else tell();
});
process.on("disconnect", () => process.exit());

function answer(feed: PlannedFeed, request: IncomingMessage, response: ServerResponse): void {
  switch (feed.behaviour) {
    case "well":
      return answerWell(feed, request, response);
    case "not-found":
      return void response.writeHead(404).end("not here");
    case "broken":
      return void response.writeHead(500).end("trouble");
    case "busy":
      return void response.writeHead(503, { "retry-after": "120" }).end();
    case "reset":
      return void request.socket.destroy();
    case "cut-off":
      return send(response, write(feed, 0).slice(0, 900), "application/rss+xml");
    case "page":
      return send(response, "<!doctype html><html><body>Moved</body></html>", "text/html");
    case "silent":
  }
}

function answerWell(feed: PlannedFeed, request: IncomingMessage, response: ServerResponse): void {
  const news = feed.hasNews ? 2 * (round - 1) : 0;
  const etag = `"${feed.n}-${news}"`;
  if (request.headers["if-none-match"] !== etag)
    return send(response, write(feed, news), "application/rss+xml; charset=utf-8", etag);
  unchanged += 1;
  response.writeHead(304, { etag }).end();
}

function send(response: ServerResponse, text: string, type: string, etag = '"none"'): void {
  const body = Buffer.from(text);
  bytes += body.length;
  response.writeHead(200, { "content-type": type, "content-length": body.length, etag }).end(body);
}

function tell(): void {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const served: Served = { port, requests, unchanged, megabytes: bytes / 1e6, mostAHost };
  process.send?.(served);
  [requests, unchanged, bytes, mostAHost] = [0, 0, 0, 0];
}
