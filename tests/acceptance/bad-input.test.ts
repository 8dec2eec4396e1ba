import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FeedServer, reply, startFeedServer } from "../support/feed-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { parley } from "../support/terminal.ts";

const folder = temporaryFolder();
let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());

const env = (changes: Record<string, string> = {}): Record<string, string> => ({
  DATABASE_URL: `file:${folder()}/parley.db`,
  PARLEY_ALLOW_PRIVATE_FEEDS: "true",
  LOG_LEVEL: "silent",
  ...changes,
});

const fileOf = (name: string, content: string | Uint8Array): string => {
  const file = `${folder()}/${name}`;
  writeFileSync(file, content);
  return file;
};

const item = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: "a",
  url: "https://news.example/a",
  source: "News",
  published: "2026-02-05T10:00:00Z",
  title: "Iran and US to hold talks in Muscat on Friday",
  ...changes,
});

const itemsOf = (...items: readonly unknown[]): string => JSON.stringify(items);

const READERS = ["digest", "extract"] as const;

describe("a file that holds no items is refused with its reason", () => {
  it.each([
    ["an empty file", "", /is empty/],
    ["white space", "  \n\t ", /is empty/],
    ["binary noise", randomBytes(100_000), /is not JSON/],
    ["an object", "{}", /holds no JSON array/],
    ["half a document", '[{"id":"a"', /is not JSON/],
    ["one line of brackets", "[".repeat(100_000), /is not JSON/],
  ])("%s", async (name, content, reason) => {
    const file = fileOf(`refused-${name.replaceAll(" ", "-")}`, content);
    for (const command of READERS) {
      const told = await parley([command, "--items", file], { env: env() });
      expect(told).toMatchObject({ code: 2, out: "" });
      expect(told.err).toMatch(reason);
      expect(told.err.length).toBeLessThan(500);
    }
  });

  it.each(READERS)("%s: a file that is not there", async (command) => {
    const told = await parley([command, "--items", `${folder()}/none.json`], { env: env() });
    expect(told).toMatchObject({
      code: 2,
      err: expect.stringContaining("cannot be read (ENOENT)"),
    });
  });
});

describe("an item that cannot be read is named, and the others are read", () => {
  it.each([
    ["no fields", {}, "id"],
    ["a title that is no text", item({ id: "x", title: 5 }), "title"],
    ["a date in words", item({ id: "x", published: "yesterday" }), "published"],
    ["no date", item({ id: "x", published: null }), "published"],
    ["the year 9999", item({ id: "x", published: "9999-12-31T23:59:59Z" }), "1900 to 2200"],
    ["an unknown language", item({ id: "x", lang: "fr" }), "not among en, ar, fa"],
    ["neither title nor text", item({ id: "x", title: " " }), "neither title nor text"],
    ["null", null, "expected object"],
    ["an id that stands twice", item(), "stands twice"],
  ])("%s", async (_, wrong, reason) => {
    const file = fileOf("partly.json", itemsOf(item(), wrong));
    const told = await parley(["extract", "--items", file], { env: env() });
    expect(told.code).toBe(0);
    expect(told.out.split("\n")).toHaveLength(1);
    expect(told.err).toContain(reason);
    expect(told.err).toContain("1 left out in all");
  });

  it("fails when none can be read", async () => {
    const file = fileOf("none.json", itemsOf({}, 3));
    expect(await parley(["digest", "--items", file], { env: env() })).toMatchObject({ code: 1 });
  });
});

const extracted = async (name: string, content: string): Promise<Record<string, unknown>> => {
  const file = fileOf(name, content);
  const told = await parley(["extract", "--items", file], { env: env() });
  expect(told.code).toBe(0);
  return JSON.parse(told.out) as Record<string, unknown>;
};

describe("hostile texts are read like any other", () => {
  it("unpaired surrogates, in the store too", async () => {
    const text = itemsOf(item({ body: "Iran and the US BROKEN meet in Muscat." }));
    const content = text.replace("BROKEN", String.raw`\ud800 \udc00`);
    expect(await extracted("halves.json", content)).toMatchObject({ relevant: true });
    const kept = { DATABASE_URL: `file:${folder()}/halves.db` };
    const file = fileOf("halves.json", content);
    expect(await parley(["ingest", "--feed", file], { env: env(kept) })).toMatchObject({ code: 0 });
    const told = await parley(["digest"], { env: env(kept) });
    expect(told.code).toBe(0);
    expect(told.out.isWellFormed()).toBe(true);
  });

  it("HTML in a title never reaches the page as HTML", async () => {
    const title = "<img src=x onerror=alert(1)>Iran &amp; US to hold talks in Muscat on Friday";
    const file = fileOf("html.json", itemsOf(item({ title })));
    const told = await parley(["digest", "--items", file, "--format", "html"], { env: env() });
    expect(told.code).toBe(0);
    expect(told.out).not.toContain("<img");
    expect(told.out).toContain("Iran &amp; US");
  });

  it("an article of 50 MB, in seconds", { timeout: 60_000 }, async () => {
    const body = "Iran and the United States will meet in Muscat on Friday. ".repeat(900_000);
    expect(await extracted("long.json", itemsOf(item({ body })))).toMatchObject({
      phase: "scheduled",
    });
  });

  it("one line of 100 million characters, in seconds", { timeout: 60_000 }, async () => {
    const file = fileOf("line.txt", Buffer.alloc(100_000_000, "a"));
    const args = ["digest", "--text", file, "--published", "2026-02-05T10:00:00Z"];
    const told = await parley(args, { env: env() });
    expect([0, 2]).toContain(told.code);
    expect(told.err.length + told.out.length).toBeLessThan(5_000);
  });
});

describe("a feed that is none is named with its reason, and the store stays as it was", () => {
  const BOMB = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>`;
  it.each([
    ["binary noise", randomBytes(200_000), "binary"],
    ["an XML bomb", BOMB, "entity-declarations"],
    ["a web page", "<!doctype html><title>News</title>", "html-page"],
    ["nothing", "", "empty"],
    ["XML cut short", "<rss version='2.0'><channel><item><title>Iran", "broken-xml"],
  ])("%s", async (name, body, reason) => {
    const path = `/${name.replaceAll(" ", "-")}`;
    server.answer(path, reply(200, { "content-type": "application/rss+xml" }, body));
    for (const feed of [`${server.origin}${path}`, fileOf("feed.bin", body)]) {
      const told = await parley(["ingest", "--feed", feed], { env: env() });
      expect(told.code).toBe(1);
      expect(told.out + told.err).toContain(reason);
    }
    expect(await parley(["digest"], { env: env() })).toMatchObject({
      code: 1,
      err: expect.stringContaining("Nothing is kept yet"),
    });
  });
});

describe("a command line that cannot be followed says why", () => {
  it.each([
    ["an unknown command", ["dijest"], /unknown command/],
    ["an unknown option", ["digest", "--itmes", "x"], /unknown option.*--items/s],
    ["unknown talks", ["digest", "--talks", "mars-venus"], /Choose from: iran-us, russia-ukraine/],
    ["a path for talks", ["digest", "--talks", "../../package"], /No talks are called/],
    ["an unknown language", ["digest", "--lang", "fr"], /en, ar, fa/],
    ["an unknown zone", ["digest", "--tz", "Mars/Olympus"], /IANA/],
    ["an unreadable instant", ["digest", "--at", "tomorrow"], /ISO 8601/],
    ["a day of no calendar", ["digest", "--at", "2026-02-31T00:00:00Z"], /ISO 8601/],
    ["the year 9999", ["digest", "--at", "9999-12-31T23:59:59Z"], /ISO 8601/],
    ["an address of another kind", ["ingest", "--feed", "ftp://news.example/rss"], /neither http/],
    ["a feed's file that is not there", ["ingest", "--feed", "none.rss"], /cannot be read/],
    ["a missing argument", ["import"], /missing required argument/],
  ])("%s", async (_, args, reason) => {
    const told = await parley(args, { env: env() });
    expect(told).toMatchObject({ code: 2, out: "" });
    expect(told.err).toMatch(reason);
  });
});

describe("a database that cannot be used is named", () => {
  const cases = [
    ["no address", "parley.db", /DATABASE_URL/],
    ["another kind of database", "mysql://localhost/x", /DATABASE_URL/],
    ["a folder", "file:FOLDER", /DATABASE_URL/],
    ["a file that is no database", "file:FOLDER/noise.db", /not a database/],
    ["a folder that cannot be made", "file:FOLDER/noise.db/parley.db", /cannot be made/],
  ] as const;

  it.each(cases)("%s", async (_, url, reason) => {
    mkdirSync(folder(), { recursive: true });
    writeFileSync(`${folder()}/noise.db`, randomBytes(10_000));
    const DATABASE_URL = url.replace("FOLDER", folder());
    const args = ["digest", "--at", "2026-02-05T18:00:00Z"];
    const told = await parley(args, { env: env({ DATABASE_URL }) });
    expect(told).toMatchObject({ code: 1, out: "" });
    expect(told.err).toMatch(reason);
  });
});

describe("settings that are wrong", () => {
  it("stop a command, by name and without their value", async () => {
    const told = await parley(["digest"], { env: env({ PARLEY_LANG: "tlhIngan" }) });
    expect(told.code).toBe(1);
    expect(told.err).toContain("PARLEY_LANG");
    expect(told.err).not.toContain("tlhIngan");
  });

  it("stop no one from asking for help", async () => {
    const told = await parley(["--help"], { env: env({ PARLEY_LANG: "tlhIngan" }) });
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining("ingest") });
  });
});
