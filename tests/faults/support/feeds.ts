import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { DossierFeed } from "../../../src/config/dossier.ts";
import { feedDocument, type Press } from "./news.ts";

/** How a feed's server behaves. */
export type Manner =
  | { readonly kind: "answers" }
  /** A byte now and then, without end. */
  | { readonly kind: "dribbles"; readonly everyMs: number };

/** Publishers on loopback, each under a name of its own. */
export type FeedHosts = {
  readonly feeds: readonly DossierFeed[];
  /** Requests answered in full, documents and 304s. */
  answered(): number;
  onRequest: ((count: number) => void) | null;
  /** How the publishers of these names behave from now on; the others answer. */
  behave(manner: Manner, hosts: readonly string[]): void;
  close(): Promise<void>;
};

/** Serves each publisher's feed from `http://feed-N.test`, with validators, as honest servers do. */
export async function serveFeeds(press: Press): Promise<FeedHosts> {
  const documents = new Map(
    [...press].map(([source, items], n) => [`feed-${n}.test`, feedDocument(source, items)]),
  );
  const slow = new Map<string, Manner>();
  let answered = 0;
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    hosts.onRequest?.(asked);
    const host = (request.headers.host ?? "").split(":")[0] ?? "";
    const manner = slow.get(host);
    if (manner?.kind === "dribbles") return dribble(response, manner.everyMs);
    answer(request, response, documents.get(host));
    answered += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const hosts: FeedHosts = {
    feeds: [...press.keys()].map((source, n) => feedOf(source, n, port)),
    answered: () => answered,
    onRequest: null,
    behave: (manner, names) => {
      for (const name of names)
        if (manner.kind === "answers") slow.delete(name);
        else slow.set(name, manner);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return hosts;
}

const POLL_MS = 120_000;

const feedOf = (source: string, n: number, port: number): DossierFeed => ({
  id: `feed-${n}`,
  url: `http://feed-${n}.test:${port}/feed.json`,
  name: source,
  also: [],
  labels: [],
  owner: source,
  tier: "outlet",
  lang: "en",
  pollEveryMs: POLL_MS,
});

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  document: string | undefined,
): void {
  if (document === undefined) {
    response.writeHead(404).end();
    return;
  }
  const etag = `"${createHash("sha256").update(document).digest("base64url")}"`;
  if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(200, { "content-type": "application/feed+json", etag }).end(document);
}

function dribble(response: ServerResponse, everyMs: number): void {
  response.writeHead(200, { "content-type": "application/feed+json" });
  response.write("{");
  const timer = setInterval(() => response.write(" "), everyMs);
  response.on("close", () => clearInterval(timer));
}
