import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FeedServer, reply, startFeedServer } from "../support/feed-server.ts";
import { ANNOUNCEMENT, FOOTBALL, rss } from "../support/news-feed.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { parley } from "../support/terminal.ts";

const folder = temporaryFolder();
let server: FeedServer;
let stores = 0;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());
beforeEach(() => {
  stores += 1;
  env = {
    DATABASE_URL: `file:${folder()}/${stores}/parley.db`,
    PARLEY_ALLOW_PRIVATE_FEEDS: "true",
    LOG_LEVEL: "silent",
  };
});

const serve = (path: string, document: string, type = "application/rss+xml"): string => {
  server.answer(path, reply(200, { "content-type": type }, document));
  return `${server.origin}${path}`;
};

const file = (name: string, text: string): string => {
  writeFileSync(`${folder()}/${name}`, text);
  return `${folder()}/${name}`;
};

const moved = (text = ""): string =>
  text.replace("Muscat, Oman", "Geneva, Switzerland").replace("Muscat", "Geneva");

const digest = async (at: string): Promise<Record<string, unknown>> => {
  const told = await parley(["digest", "--at", at, "--format", "json"], { env });
  return JSON.parse(told.out) as Record<string, unknown>;
};

describe("parley ingest", () => {
  it("keeps a feed's articles and tells a digest from them", async () => {
    const feed = serve("/news", rss([ANNOUNCEMENT, FOOTBALL]));
    const told = await parley(["ingest", "--feed", feed], { env });
    expect(told).toMatchObject({ code: 0, err: "" });
    expect(told.out).toContain("2 new, 0 revised, 0 known, 1 about the talks");
    expect(await digest("2026-02-05T18:00:00Z")).toMatchObject({
      phase: "scheduled",
      nextRound: { date: "2026-02-06", venue: { city: "Muscat", country: "OMN" } },
      coverage: { articles: 2, feeds: { read: 0, stale: 0, failed: 0 } },
    });
  });

  it("adds nothing when the same articles come again", async () => {
    const feed = serve("/again", rss([ANNOUNCEMENT]));
    await parley(["ingest", "--feed", feed], { env });
    expect((await parley(["ingest", "--feed", feed], { env })).out).toContain("not changed");
    serve("/again", `${rss([ANNOUNCEMENT])}<!-- other bytes, same news -->`);
    expect((await parley(["ingest", "--feed", feed], { env })).out).toContain(
      "0 new, 0 revised, 1 known",
    );
  });

  it("reads an edited article again", async () => {
    const feed = serve("/edited", rss([ANNOUNCEMENT]));
    await parley(["ingest", "--feed", feed], { env });
    serve(
      "/edited",
      rss([{ ...ANNOUNCEMENT, title: moved(ANNOUNCEMENT.title), text: moved(ANNOUNCEMENT.text) }]),
    );
    const told = await parley(["ingest", "--feed", feed], { env });
    expect(told.out).toContain("0 new, 1 revised");
    expect(await digest("2026-02-05T18:00:00Z")).toMatchObject({
      nextRound: { venue: { city: "Geneva" } },
      coverage: { articles: 1 },
    });
  });

  it("counts a report and its copy as one story, also when they come in different runs", async () => {
    const copy = { ...ANNOUNCEMENT, link: "https://copy.example/talks-set" };
    await parley(["ingest", "--feed", serve("/first", rss([ANNOUNCEMENT]))], { env });
    await parley(["ingest", "--feed", serve("/second", rss([copy]))], { env });
    expect(await digest("2026-02-05T18:00:00Z")).toMatchObject({
      coverage: { articles: 2, stories: 1 },
      sources: [{ copies: 2 }],
    });
  });

  it("reads a feed's file, an items file and a JSON feed", async () => {
    const items = [
      {
        id: "a",
        url: "https://news.example/a",
        source: "News",
        published: "2026-02-05T10:00:00Z",
        title: "Talks in Muscat between Iran and the US",
      },
    ];
    const jsonFeed = {
      version: "https://jsonfeed.org/version/1.1",
      title: "News",
      items: [
        {
          id: "b",
          url: "https://news.example/b",
          title: "Iran, US meet",
          date_published: "2026-02-05T10:00:00Z",
        },
      ],
    };
    const files = [
      file("news.rss", rss([ANNOUNCEMENT])),
      file("items.json", JSON.stringify(items)),
      file("feed.json", JSON.stringify(jsonFeed)),
    ];
    for (const each of files) {
      const told = await parley(["ingest", "--feed", each], { env });
      expect(told).toMatchObject({ code: 0, out: expect.stringContaining("1 new") });
    }
  });

  it("fails with advice when every feed fails", async () => {
    const told = await parley(["ingest", "--feed", `${server.origin}/missing`], { env });
    expect(told.code).toBe(1);
    expect(told.out).toContain("FAILED not-found");
    expect(told.err).toContain("parley doctor");
  });

  it("does not reach private addresses unless it is allowed to", async () => {
    const feed = serve("/private", rss([ANNOUNCEMENT]));
    const told = await parley(["ingest", "--feed", feed], {
      env: { ...env, PARLEY_ALLOW_PRIVATE_FEEDS: "false" },
    });
    expect(told).toMatchObject({ code: 1, out: expect.stringContaining("address-refused") });
  });

  it("waits as long as a server asked it to", async () => {
    server.answer("/busy", reply(429, { "retry-after": "7200" }));
    const feed = `${server.origin}/busy`;
    expect((await parley(["ingest", "--feed", feed], { env })).out).toContain(
      "asks to wait 120 min",
    );
    const seen = server.seen.length;
    expect((await parley(["ingest", "--feed", feed], { env })).out).toContain("asked to wait");
    expect(server.seen).toHaveLength(seen);
  });

  it("ends at once when asked to, and says so", async () => {
    const stop = new AbortController();
    server.answer("/slow", () => stop.abort());
    const told = await parley(["ingest", "--feed", `${server.origin}/slow`], {
      env,
      signal: stop.signal,
    });
    expect(told.code).toBe(1);
    expect(told.out).toContain("not polled");
    expect(told.err).toContain("Stopped");
  });
});

describe("parley digest from the store", () => {
  it("says what to do when nothing is kept", async () => {
    const told = await parley(["digest"], { env });
    expect(told).toMatchObject({ code: 1, out: "" });
    expect(told.err).toContain("parley ingest");
  });

  it("changes nothing", async () => {
    await parley(["ingest", "--feed", serve("/still", rss([ANNOUNCEMENT]))], { env });
    const once = await digest("2026-02-05T18:00:00Z");
    expect(await digest("2026-02-05T18:00:00Z")).toEqual(once);
  });

  it("tells what changed since an instant", async () => {
    await parley(["ingest", "--feed", serve("/since", rss([ANNOUNCEMENT]))], { env });
    const told = await parley(["digest", "--since", "2026-02-04T18:00:00Z", "--format", "json"], {
      env,
    });
    expect(JSON.parse(told.out)).toMatchObject({
      changes: expect.arrayContaining([
        expect.objectContaining({ kind: "phase", from: null, to: "scheduled" }),
      ]),
    });
  });

  it("knows nothing before the first article, and says so", async () => {
    await parley(["ingest", "--feed", serve("/before", rss([ANNOUNCEMENT]))], { env });
    const told = await parley(["digest", "--at", "2020-01-01T00:00:00Z", "--format", "json"], {
      env,
    });
    expect(told.code).toBe(0);
    expect(told.err).toContain("later --at");
    expect(JSON.parse(told.out)).toMatchObject({ phase: null, nextRound: null });
  });
});
