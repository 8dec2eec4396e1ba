import { describe, expect, it } from "vitest";
import { type FeedCursor, newCursor } from "../../../src/feeds/feed-state.ts";
import { type FeedReading, type PollDeps, pollFeed } from "../../../src/feeds/poll.ts";
import type { HttpAnswer, HttpRequest } from "../../../src/lib/http-answer.ts";
import { feedAddress } from "../../support/feeds.ts";

const NOW = new Date("2026-02-05T18:00:00Z");
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NEWEST = new Date("2026-02-05T17:00:00Z");

const facts = {
  url: "https://a.example/rss",
  movedTo: null,
  etag: null,
  lastModified: null,
  maxAgeMs: null,
};

const fresh = (given: Partial<Extract<HttpAnswer, { kind: "fresh" }>> = {}): HttpAnswer => ({
  kind: "fresh",
  body: new TextEncoder().encode("<rss/>"),
  contentType: null,
  ...facts,
  ...given,
});

const reading = (given: object = {}): FeedReading => ({
  kind: "read",
  items: 5,
  skipped: 1,
  newestItemAt: NEWEST,
  usualGapMs: null,
  ttlMs: null,
  ...given,
});

async function poll(
  answer: HttpAnswer,
  {
    cursor = {},
    read = reading(),
    random = 0,
  }: { cursor?: Partial<FeedCursor>; read?: FeedReading; random?: number } = {},
) {
  const asked: HttpRequest[] = [];
  let reads = 0;
  const deps: PollDeps = {
    get: async (request) => {
      asked.push(request);
      return answer;
    },
    read: async () => {
      reads += 1;
      return read;
    },
    clock: { now: () => NOW },
    random: () => random,
  };
  const before = { ...newCursor("https://a.example/rss"), ...cursor };
  const polled = await pollFeed(deps, feedAddress(), before, new AbortController().signal);
  const waitMs = polled.cursor.nextPollAt.getTime() - NOW.getTime();
  return { ...polled, asked: asked[0], reads, waitMs };
}

describe("a new document", () => {
  it("moves the cursor once it is kept", async () => {
    const { result, cursor } = await poll(fresh({ etag: '"2"', lastModified: "then" }), {
      cursor: { failures: 4, lastFailure: "timeout" },
    });

    expect(result).toEqual({ kind: "fresh", items: 5, skipped: 1 });
    expect(cursor).toMatchObject({
      etag: '"2"',
      lastModified: "then",
      lastItemAt: NEWEST,
      lastSuccessAt: NOW,
      items: 5,
      failures: 0,
      lastFailure: null,
      counts: { fresh: 1, skipped: 1 },
    });
  });

  it("that is no feed is a failure, and its validators are not remembered", async () => {
    const failure: FeedReading = { kind: "failed", reason: "html-page", detail: "" };

    const { result, cursor } = await poll(fresh({ etag: '"2"' }), { read: failure });

    expect(result).toMatchObject({ kind: "failed", reason: "html-page" });
    expect(cursor).toMatchObject({
      etag: null,
      documentHash: null,
      failures: 1,
      lastFailure: "html-page",
    });
  });

  it("that is the old one again is not read twice", async () => {
    const once = await poll(fresh());

    const again = await poll(fresh(), { cursor: once.cursor });

    expect(again).toMatchObject({ result: { kind: "unchanged" }, reads: 0 });
  });

  it("with older items never sets the newest back", async () => {
    const newer = new Date("2026-02-05T17:30:00Z");

    const { cursor } = await poll(fresh(), { cursor: { lastItemAt: newer } });

    expect(cursor.lastItemAt).toEqual(newer);
  });

  it("without items counts as none", async () => {
    const { cursor } = await poll(fresh(), {
      cursor: { items: 9 },
      read: reading({ items: 0, newestItemAt: null }),
    });

    expect(cursor).toMatchObject({ items: 0, lastItemAt: null });
  });
});

describe("an unchanged document", () => {
  it("is a success that keeps what is known and takes new validators", async () => {
    const { cursor, asked } = await poll(
      { kind: "unchanged", ...facts, etag: '"3"' },
      { cursor: { etag: '"2"', lastModified: "then", lastItemAt: NEWEST, items: 5, failures: 2 } },
    );

    expect(asked).toMatchObject({ etag: '"2"', lastModified: "then" });
    expect(cursor).toMatchObject({
      etag: '"3"',
      lastModified: "then",
      lastItemAt: NEWEST,
      items: 5,
      failures: 0,
      lastSuccessAt: NOW,
    });
  });
});

describe("a feed that moved for good", () => {
  it("is polled at its new address from then on", async () => {
    const moved = await poll(fresh({ movedTo: "https://b.example/rss" }));

    const after = await poll(fresh(), { cursor: moved.cursor });

    expect(after.asked?.url).toBe("https://b.example/rss");
    expect(after.cursor).toMatchObject({
      address: "https://a.example/rss",
      movedTo: "https://b.example/rss",
    });
  });

  it("to nowhere is asked for at its listed address again", async () => {
    const { cursor } = await poll(
      { kind: "failed", reason: "not-found", detail: "HTTP 404" },
      { cursor: { movedTo: "https://b.example/rss" } },
    );

    expect(cursor.movedTo).toBeNull();
  });
});

describe("the next poll", () => {
  it.each([
    ["comes at the feed's pace", fresh(), reading(), 10 * MINUTE_MS],
    [
      "waits for what a cache holds",
      fresh({ maxAgeMs: 30 * MINUTE_MS }),
      reading(),
      30 * MINUTE_MS,
    ],
    ["but not for a day", fresh({ maxAgeMs: 24 * HOUR_MS }), reading(), HOUR_MS],
    [
      "never comes sooner than the pace",
      fresh({ maxAgeMs: 0 }),
      reading({ ttlMs: 1 }),
      10 * MINUTE_MS,
    ],
    ["heeds the document's wish a little", fresh(), reading({ ttlMs: HOUR_MS }), 15 * MINUTE_MS],
  ] as const)("%s", async (_, answer, read, waitMs) => {
    expect((await poll(answer, { read })).waitMs).toBe(waitMs);
  });

  it("is spread over a tenth of the pace", async () => {
    expect((await poll(fresh(), { random: 0.5 })).waitMs).toBe(10.5 * MINUTE_MS);
  });

  it.each([
    [0, 10 * MINUTE_MS],
    [1, 20 * MINUTE_MS],
    [2, 40 * MINUTE_MS],
    [50, 3 * HOUR_MS],
  ])("after %i failures and one more comes in %i ms at the soonest", async (failures, waitMs) => {
    const answer: HttpAnswer = { kind: "failed", reason: "timeout", detail: "" };

    expect((await poll(answer, { cursor: { failures } })).waitMs).toBe(waitMs);
  });

  it.each([
    ["waits as long as the server asks", 45 * MINUTE_MS, 45 * MINUTE_MS],
    ["never comes sooner than the pace, whatever it asks", 1_000, 10 * MINUTE_MS],
    ["waits a day when it asks for a year", 365 * 24 * HOUR_MS, 24 * HOUR_MS],
    ["backs off when it does not say", null, 10 * MINUTE_MS],
  ])("after 429 %s", async (_, ms, waitMs) => {
    const polled = await poll({ kind: "later", ms, status: 429 });

    expect(polled.waitMs).toBe(waitMs);
    expect(polled.cursor).toMatchObject({ failures: 1, lastFailure: "asked-to-wait" });
  });

  it("comes within a day even for a feed polled every two", async () => {
    const { cursor } = await pollFeed(
      {
        get: async () => fresh(),
        read: async () => reading(),
        clock: { now: () => NOW },
        random: () => 1,
      },
      feedAddress({ pollEveryMs: 48 * HOUR_MS }),
      newCursor("https://a.example/rss"),
      new AbortController().signal,
    );

    expect(cursor.nextPollAt.getTime() - NOW.getTime()).toBe(24 * HOUR_MS);
  });

  it("is as due as before when the program stopped it", async () => {
    const { cursor } = await poll({ kind: "failed", reason: "stopped", detail: "" });

    expect(cursor).toEqual(newCursor("https://a.example/rss"));
  });
});
