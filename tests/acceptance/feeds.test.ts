import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readOpml } from "../../src/app/opml/read-opml.ts";
import { type FeedServer, reply, startFeedServer } from "../support/feed-server.ts";
import { ANNOUNCEMENT, rss } from "../support/news-feed.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { parley } from "../support/terminal.ts";

const folder = temporaryFolder();
let server: FeedServer;
let stores = 0;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startFeedServer();
  server.answer("/rss", reply(200, { "content-type": "application/rss+xml" }, rss([ANNOUNCEMENT])));
});
afterAll(() => server.close());
beforeEach(() => {
  stores += 1;
  env = { DATABASE_URL: `file:${folder()}/${stores}/parley.db`, LOG_LEVEL: "silent" };
});

const opmlFile = (body: string, before = ""): string => {
  const file = `${folder()}/given.opml`;
  writeFileSync(
    file,
    `<?xml version="1.0"?>${before}<opml version="2.0"><body>${body}</body></opml>`,
  );
  return file;
};

const feedsOf = (xml: string) => {
  const opml = readOpml(xml);
  return opml.kind === "read" ? opml.feeds : [];
};

describe("parley import and export", () => {
  it("exports the feeds of the talks as OPML that reads back the same", async () => {
    const told = await parley(["export", "--talks", "iran-us"], { env });
    expect(told.code).toBe(0);
    const feeds = feedsOf(told.out);
    expect(feeds.length).toBeGreaterThan(20);
    expect(feeds).toContainEqual(
      expect.objectContaining({ id: "irna-fa", side: "IRN", tier: "official", lang: "fa" }),
    );
  });

  it("adds feeds, in folders too, and lists them from then on", async () => {
    const file = opmlFile(
      '<outline text="News"><outline type="rss" text="&#x627;&#x62E;&#x628;&#x627;&#x631; &amp; more" xmlUrl="https://ar.example/rss" language="ar-OM"/></outline>',
    );
    const told = await parley(["import", file], { env });
    expect(told).toMatchObject({ code: 0, out: "1 added, 0 listed already, 0 left out" });
    const feeds = feedsOf((await parley(["export"], { env })).out);
    expect(feeds).toContainEqual(
      expect.objectContaining({
        url: "https://ar.example/rss",
        name: "\u0627\u062e\u0628\u0627\u0631 & more",
        lang: "ar",
        tier: "outlet",
      }),
    );
    const again = await parley(["import", file], { env });
    expect(again).toMatchObject({ code: 0, out: "0 added, 1 listed already, 0 left out" });
  });

  it("gives an empty store all that another one exported", async () => {
    const given = opmlFile(
      '<outline text="One" xmlUrl="https://one.example/rss" language="fa"/><outline text="Two" xmlUrl="https://two.example/rss"/>',
    );
    await parley(["import", given], { env });
    const file = `${folder()}/all-${stores}.opml`;
    await parley(["export", file], { env });
    const other = { ...env, DATABASE_URL: `file:${folder()}/${stores}-other/parley.db` };
    await parley(["import", file], { env: other });
    expect((await parley(["export"], { env: other })).out).toBe(
      readFileSync(file, "utf8").trimEnd(),
    );
  });

  it.each([
    "http://127.0.0.1/rss",
    "http://[::1]/rss",
    "http://169.254.169.254/latest",
    "http://2130706433/rss",
    "http://localhost:8080/rss",
    "http://printer.local/rss",
    "http://intranet/rss",
    "http://user:secret@news.example/rss",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "not an address",
  ])("leaves out %s", async (url) => {
    const told = await parley(["import", opmlFile(`<outline text="x" xmlUrl="${url}"/>`)], { env });
    expect(told).toMatchObject({ code: 1, out: "0 added, 0 listed already, 1 left out" });
  });

  it.each([
    ["an empty file", "", /it is empty/],
    ["a feed", rss([ANNOUNCEMENT]), /<rss>, not <opml>/],
    ["no XML", "feeds: none", /it is not XML/],
    ["OPML cut short", '<opml version="2.0"><body><outline text="x"', /not closed/],
    [
      "entities of its own",
      '<!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml><body><outline text="&a;" xmlUrl="https://a.example/rss"/></body></opml>',
      /entities/,
    ],
  ])("refuses %s", async (name, text, reason) => {
    const file = `${folder()}/${name.replaceAll(" ", "-")}`;
    writeFileSync(file, text);
    const told = await parley(["import", file], { env });
    expect(told).toMatchObject({ code: 1, out: "" });
    expect(told.err).toMatch(reason);
  });

  it("says when the list of added feeds is broken", async () => {
    await parley(["import", opmlFile('<outline xmlUrl="https://a.example/rss"/>')], { env });
    writeFileSync(`${folder()}/${stores}/feeds.opml`, "<opml><body>");
    const told = await parley(["feeds"], { env });
    expect(told).toMatchObject({ code: 1, err: expect.stringContaining("feeds.opml") });
  });
});

describe("parley feeds", () => {
  it("tells each feed in a line of at most 80 columns", async () => {
    const told = await parley(["feeds"], { env });
    expect(told.code).toBe(0);
    const lines = told.out.split("\n");
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(82);
    expect(lines.at(-1)).toMatch(/^\d+ feeds: 0 lively, 0 quiet, 0 dead, 0 failed, \d+ new$/);
  });

  it("isolates names that are written from the right, so that they move no other cell", async () => {
    const name = "\u0648\u0643\u0627\u0644\u0629 \u0627\u0644\u0623\u0646\u0628\u0627\u0621";
    await parley(["import", opmlFile(`<outline text="${name}" xmlUrl="https://a.example/rss"/>`)], {
      env,
    });
    const { out } = await parley(["feeds"], { env });
    expect(out).toContain(`\u2068${name}\u2069`);
  });

  it("tells what became of a poll, as a table and as JSON", async () => {
    const lenient = { ...env, PARLEY_ALLOW_PRIVATE_FEEDS: "true" };
    const url = `${server.origin}/rss`;
    await parley(["import", opmlFile(`<outline text="Ours" xmlUrl="${url}"/>`)], { env: lenient });
    await parley(["ingest", "--feed", url], { env: lenient });
    const told = await parley(["feeds", "--format", "json"], { env: lenient });
    expect(JSON.parse(told.out)).toContainEqual(
      expect.objectContaining({
        url,
        state: "lively",
        failures: 0,
        newestItem: "2026-02-05T12:00:00.000Z",
        lastSuccess: "2026-02-05T18:00:00.000Z",
      }),
    );
    const table = await parley(["feeds"], { env: lenient });
    expect(table.out).toMatch(/^Ours +en +outlet +lively 6h +0m +0$/m);
    const digest = await parley(["digest", "--format", "json"], { env: lenient });
    expect(JSON.parse(digest.out)).toMatchObject({
      coverage: { feeds: { read: 1, stale: 0, failed: 0 } },
    });
  });
});
