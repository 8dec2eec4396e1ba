import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDocumentReader } from "../../../src/articles/read-document.ts";
import type { FeedItem } from "../../../src/articles/feed-item.ts";
import { dueFeeds } from "../../../src/feeds/due-feeds.ts";
import { feedAddresses } from "../../../src/feeds/feed-address.ts";
import { newCursor } from "../../../src/feeds/feed-state.ts";
import { type PollFeedsDeps, pollFeeds } from "../../../src/feeds/poll-feeds.ts";
import { createHttpClient, DEFAULT_LIMITS, type HttpClient } from "../../../src/lib/http-get.ts";
import { createLog } from "../../../src/lib/log.ts";
import { type FeedServer, reply, startFeedServer } from "../../support/feed-server.ts";
import { dossierFeed, memoryFeedStates } from "../../support/feeds.ts";

let server: FeedServer;
let client: HttpClient;
let now: Date;
beforeAll(async () => {
  server = await startFeedServer();
  client = createHttpClient({
    clock: { now: () => now },
    userAgent: "Parley/test",
    allowedNetworks: ["127.0.0.0/8"],
    limits: { ...DEFAULT_LIMITS, totalMs: 2_000 },
  });
});
afterAll(async () => {
  await client.close();
  await server.close();
});
beforeEach(() => {
  now = new Date("2026-02-05T18:00:00Z");
});

function poller(given: Partial<PollFeedsDeps> = {}) {
  const store = memoryFeedStates();
  const articles = new Map<string, FeedItem>();
  const clock = { now: () => now };
  const read = createDocumentReader({
    clock,
    keep: async (_, items) => {
      for (const item of items) articles.set(item.id, item);
    },
  });
  const log = createLog({ level: "silent", secrets: [], write: () => {} });
  const deps: PollFeedsDeps = {
    get: client.get,
    read,
    clock,
    random: () => 0,
    store,
    log,
    concurrency: 8,
    ...given,
  };
  const poll = (...urls: string[]) =>
    pollFeeds(
      deps,
      feedAddresses(urls.map((url) => dossierFeed({ url }))),
      new AbortController().signal,
    );
  return { poll, store, articles };
}

const rss = (title: string, path: string) =>
  `<rss version="2.0"><channel><item><title>${title}</title><link>https://a.example/${path}</link><pubDate>Thu, 05 Feb 2026 17:00:00 GMT</pubDate></item></channel></rss>`;

const kinds = (reports: readonly { result: { kind: string } }[]) =>
  reports.map(({ result }) => result.kind);

describe("polling many feeds", () => {
  it("keeps the articles, then asks only for what has changed", async () => {
    server.answer("/rss", (request, response) => {
      const known = request.headers["if-none-match"] === '"1"';
      reply(
        known ? 304 : 200,
        { etag: '"1"' },
        known ? "" : rss("Talks open", "n"),
      )(request, response);
    });
    const { poll, articles } = poller();

    const first = await poll(`${server.origin}/rss`);
    const early = await poll(`${server.origin}/rss`);
    now = new Date("2026-02-05T18:10:00Z");
    const later = await poll(`${server.origin}/rss`);

    expect([kinds(first), kinds(early), kinds(later)]).toEqual([["fresh"], [], ["unchanged"]]);
    expect([...articles.values()]).toMatchObject([{ title: "Talks open" }]);
  });

  it("polls two feeds of one address once", async () => {
    server.answer("/shared", reply(200, {}, rss("Shared", "s")));
    const { poll } = poller();
    const before = server.seen.length;

    const reports = await poll(`${server.origin}/shared`, `${server.origin}/shared#top`);

    expect(reports).toHaveLength(1);
    expect(reports[0]?.feed.feeds).toHaveLength(2);
    expect(server.seen).toHaveLength(before + 1);
  });

  it("remembers a permanent move", async () => {
    server.answer("/was", reply(301, { location: "/is" }));
    server.answer("/is", reply(200, {}, rss("Moved", "m")));
    const { poll, store } = poller();

    await poll(`${server.origin}/was`);

    expect(store.kept.get(`${server.origin}/was`)).toMatchObject({
      movedTo: `${server.origin}/is`,
    });
  });

  it("asks a host for one feed at a time", async () => {
    const paths = Array.from({ length: 6 }, (_, n) => `/host-${n}`);
    for (const path of paths)
      server.answer(path, (_, response) => setImmediate(() => response.end(rss("Title", path))));
    const { poll } = poller();

    const reports = await poll(...paths.map((path) => server.origin + path));

    expect(reports).toHaveLength(6);
    expect(server.mostAtOnce()).toBe(1);
  });

  it("goes on when one feed fails, in whatever way", async () => {
    server.answer("/good", reply(200, {}, rss("Good", "g")));
    server.answer(
      "/page",
      reply(200, { "content-type": "text/html" }, "<html><p>Sorry</p></html>"),
    );
    server.answer("/broken", (_, response) => response.destroy());
    const { poll, store } = poller();

    const reports = await poll(
      ...["/page", "/broken", "/missing", "/good"].map((path) => server.origin + path),
      "http://127.0.0.1:1/refused",
    );

    const reasonOf = (path: string) => store.kept.get(server.origin + path)?.lastFailure;
    expect(reports).toHaveLength(5);
    expect(["/page", "/broken", "/missing", "/good"].map(reasonOf)).toEqual([
      "html-page",
      "connection",
      "not-found",
      null,
    ]);
  });

  it("keeps no validators of a document that could not be kept", async () => {
    server.answer("/full-disk", reply(200, { etag: '"1"' }, rss("Lost", "l")));
    const { poll, store } = poller({
      read: async () => {
        throw new Error("disk full");
      },
    });

    const reports = await poll(`${server.origin}/full-disk`);

    expect(reports[0]?.result).toMatchObject({ kind: "failed", reason: "not-kept" });
    expect(store.kept.get(`${server.origin}/full-disk`)).toMatchObject({ etag: null, failures: 1 });
  });

  it("lives with a store that refuses", async () => {
    server.answer("/unsaved", reply(200, {}, rss("Unsaved", "u")));
    const store = memoryFeedStates();
    const { poll } = poller({
      store: { ...store, save: () => Promise.reject(new Error("locked")) },
    });

    expect(kinds(await poll(`${server.origin}/unsaved`))).toEqual(["fresh"]);
  });
});

const at = (address: string, time: string) =>
  [address, { ...newCursor(address), nextPollAt: new Date(time) }] as const;

describe("due feeds", () => {
  const [one, other] = feedAddresses([
    dossierFeed({ url: "https://a.example/1" }),
    dossierFeed({ url: "https://a.example/2" }),
  ]);
  if (one === undefined || other === undefined) throw new Error("two addresses");

  it("are those never polled or whose time has come, the longest overdue first", () => {
    const cursors = new Map([at(one.address, "2026-02-05T17:59:00Z")]);

    expect(dueFeeds([one, other], cursors, now).due.map(({ feed }) => feed)).toEqual([other, one]);
  });

  it("leave the time of the next", () => {
    const cursors = new Map([
      at(one.address, "2026-02-05T18:05:00Z"),
      at(other.address, "2026-02-05T18:02:00Z"),
    ]);

    expect(dueFeeds([one, other], cursors, now)).toEqual({
      due: [],
      nextAt: new Date("2026-02-05T18:02:00Z"),
    });
  });

  it("include one whose time was set by a clock that ran ahead", () => {
    const cursors = new Map([at(one.address, "2031-01-01T00:00:00Z")]);

    expect(dueFeeds([one], cursors, now).due).toHaveLength(1);
  });
});

it("gives an address the pace of its most eager feed", () => {
  const [address] = feedAddresses([
    dossierFeed({ pollEveryMs: 600_000 }),
    dossierFeed({ pollEveryMs: 120_000, url: "https://A.example:443/rss" }),
  ]);

  expect(address).toMatchObject({ pollEveryMs: 120_000, host: "a.example" });
});
