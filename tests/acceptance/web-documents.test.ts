import { request } from "node:http";
import { connect } from "node:net";
import ICAL from "ical.js";
import { DOMParser, parseHTML } from "linkedom";
import RssParser from "rss-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { LANGUAGES } from "../../src/lib/language.ts";
import { type CorpusSite, corpusArticles, corpusSite } from "../support/corpus-site.ts";
import { type RunningWeb, serveWeb } from "../support/web.ts";

const EVE = new Date("2026-02-05T18:00:00Z");
const PUBLIC = "https://talks.example/parley";

let now = EVE;
let corpus: CorpusSite;
let web: RunningWeb;

beforeAll(async () => {
  corpus = corpusSite({ now: () => now }, corpusArticles());
  const env = { PARLEY_PUBLIC_URL: PUBLIC, PARLEY_METRICS_TOKEN: "a-token-of-sixteen" };
  web = await serveWeb({ site: corpus.site, now: () => now, env });
});

afterAll(async () => {
  await web.close();
  corpus.close();
});

const get = (path: string, init?: RequestInit) => fetch(`${web.origin}${path}`, init);
const textOf = async (path: string) => (await get(path)).text();

describe("the page", () => {
  it.each(LANGUAGES)("cites on every day nothing that it does not show in %s", async (language) => {
    for (let day = 0; day < 26; day += 1) {
      now = new Date(Date.parse("2026-01-15T09:00:00Z") + day * 86_400_000);
      const { document } = parseHTML(await textOf(`/iran-us/${language}`));
      const leads = [...document.querySelectorAll('a[href^="#"]')];
      for (const lead of leads)
        expect(document.querySelector(lead.getAttribute("href") ?? "")).not.toBeNull();
      const sources = [...document.querySelectorAll(".sources li")];
      expect(sources.map(({ id }) => id)).toEqual(sources.map((_, at) => `source-${at + 1}`));
      for (const source of sources) {
        expect(source.querySelector("blockquote")?.textContent).toBeTruthy();
        expect(source.querySelector("a[rel]")?.getAttribute("href")).toMatch(/^https:/);
      }
    }
    now = EVE;
  });
});

describe("feeds", () => {
  it.each(LANGUAGES)("tell changes and days in %s, as RSS readers read it", async (language) => {
    const response = await get(`/iran-us/${language}/feed.xml`);
    expect(response.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
    const feed = await new RssParser().parseString(await response.text());
    expect(feed.feedUrl).toBe(`${PUBLIC}/iran-us/${language}/feed.xml`);
    expect(feed.items.length).toBeGreaterThan(10);
    const dates = feed.items.map(({ isoDate }) => isoDate ?? "");
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(new Set(feed.items.map(({ guid }) => guid)).size).toBe(feed.items.length);
    for (const { title, content, link } of feed.items) {
      expect(title).not.toBe("");
      expect(content).toContain("<");
      expect(link).toBe(`${PUBLIC}/iran-us/${language}`);
    }
  });

  it("tell where each claim was read", async () => {
    const feed = await new RssParser().parseString(await textOf("/iran-us/en/feed.xml"));
    const step = feed.items.find(({ title }) => title?.includes("Phase: Cancelled"));
    expect(step?.content).toMatch(/href="https:\/\/[^"]+" rel="external/);
  });

  it("keep to JSON Feed 1.1", async () => {
    const Feed = z.object({
      version: z.literal("https://jsonfeed.org/version/1.1"),
      title: z.string().min(1),
      home_page_url: z.url(),
      feed_url: z.url(),
      language: z.enum(LANGUAGES),
      items: z
        .array(
          z.object({
            id: z.string().min(1),
            url: z.url(),
            title: z.string().min(1),
            content_html: z.string().min(1),
            date_published: z.iso.datetime(),
          }),
        )
        .min(10),
    });
    for (const language of LANGUAGES) {
      const response = await get(`/iran-us/${language}/feed.json`);
      expect(response.headers.get("content-type")).toBe("application/feed+json; charset=utf-8");
      Feed.parse(await response.json());
    }
  });
});

/** What a calendar program keeps of the calendar at an instant. */
async function roundsAt(instant: string) {
  now = new Date(instant);
  await corpus.site.changed(now);
  const calendar = new ICAL.Component(ICAL.parse(await textOf("/iran-us/en/calendar.ics")));
  now = EVE;
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      begins: event.startDate.toString(),
      location: event.location,
      status: component.getFirstPropertyValue("status"),
    };
  });
}

describe("the calendar", () => {
  it("never shows a client something new without a higher sequence, nor a lower one", async () => {
    const known = new Map<string, { readonly sequence: number; readonly says: string }>();
    for (
      let hour = Date.parse("2026-02-01T00:00:00Z");
      hour < Date.parse("2026-03-02T00:00:00Z");
      hour += 6 * 3_600_000
    )
      for (const { uid, sequence, ...rest } of await roundsAt(new Date(hour).toISOString())) {
        const before = known.get(uid) ?? { sequence: -1, says: "" };
        const says = JSON.stringify(rest);
        known.set(uid, { sequence, says });
        const least = before.says === says ? before.sequence : before.sequence + 1;
        expect(sequence).toBeGreaterThanOrEqual(least);
      }
    expect(known.size).toBeGreaterThan(1);
  });

  it("moves, calls off and restores a round under one identity, each time with a higher sequence", async () => {
    const planned = await roundsAt("2026-02-03T08:00:00Z");
    const off = await roundsAt("2026-02-04T16:40:00Z");
    const restored = await roundsAt("2026-02-05T18:00:00Z");

    expect(planned).toMatchObject([{ begins: "2026-02-06", location: "Istanbul, Turkey" }]);
    expect(off).toMatchObject([{ begins: "2026-02-06", status: "CANCELLED" }]);
    expect(restored).toMatchObject([
      { begins: "2026-02-06T06:00:00Z", location: "Muscat, Oman", status: "CONFIRMED" },
    ]);
    const versions = [planned, off, restored].flat();
    expect(new Set(versions.map(({ uid }) => uid)).size).toBe(1);
    const sequences = versions.map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
    expect(new Set(sequences).size).toBe(3);
  });

  it("keeps each round under one identity while it is on, once it was held, and when the next is set", async () => {
    const [before] = await roundsAt("2026-02-05T18:00:00Z");
    const during = await roundsAt("2026-02-06T09:00:00Z");
    const after = await roundsAt("2026-02-08T12:00:00Z");
    const next = await roundsAt("2026-02-16T18:00:00Z");
    for (const kept of [during, after]) expect(kept.map(({ uid }) => uid)).toEqual([before?.uid]);
    expect(next.map(({ begins }) => begins)).toEqual([before?.begins, "2026-02-17"]);
    expect(next[1]?.uid).not.toBe(before?.uid);
  });
});

describe("other programs", () => {
  it("get the digest as its contract says, from anywhere", async () => {
    const response = await get("/iran-us/fa/digest.json");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(await response.json()).toMatchObject({
      talks: "iran-us",
      phase: "scheduled",
      nextRound: { date: "2026-02-06", time: "10:00", timeZone: "Asia/Muscat" },
    });
  });

  it.each(LANGUAGES)("get a badge in %s that is one well-formed picture", async (language) => {
    const svg = await textOf(`/iran-us/${language}/badge.svg`);
    expect(svg).toMatch(/^<svg [^>]+ role="img" aria-label="[^"<>]+"/);
    expect(svg).not.toMatch(/style=|<script|href=/);
  });

  it("get a card, and previews that lead to it", async () => {
    const card = await get("/iran-us/ar/card.png");
    expect(card.headers.get("content-type")).toBe("image/png");
    const bytes = Buffer.from(await card.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(await textOf("/iran-us/ar")).toContain(
      `property="og:image" content="${PUBLIC}/iran-us/ar/card.png"`,
    );
  });

  it("get the feeds that are read", async () => {
    expect(await textOf("/iran-us/en/feeds.opml")).toContain("xmlUrl=");
  });
});

describe("answers", () => {
  it("are not sent twice", async () => {
    for (const path of ["/iran-us/en", "/iran-us/en/feed.xml", "/iran-us/en/digest.json", "/"]) {
      const first = await get(path);
      const etag = first.headers.get("etag") ?? "";
      expect(first.headers.get("cache-control")).toMatch(/^public, max-age=\d+$/);
      const again = await get(path, { headers: { "if-none-match": `"other", ${etag}` } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
  });

  it("come zipped to those who take it, and plain to others", async () => {
    const zipped = await get("/iran-us/en", { headers: { "accept-encoding": "gzip;q=0.5" } });
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
    const plain = await get("/iran-us/en", { headers: { "accept-encoding": "gzip;q=0" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await zipped.text()).toBe(await plain.text());
  });

  it("to HEAD are those to GET without a body, streams too", async () => {
    for (const path of [
      "/",
      "/iran-us/ar",
      "/iran-us/en/calendar.ics",
      "/iran-us/en/events",
      "/no",
    ]) {
      const head = await get(path, { method: "HEAD" });
      expect(await head.text()).toBe("");
      expect(head.status).toBe(path === "/no" ? 404 : 200);
    }
  });

  it.each(["/", "/iran-us/ar", "/iran-us/en/calendar.ics", "/iran-us/en/card.png"])(
    "to HEAD tell the length of what GET brings: %s",
    async (path) => {
      const headers = { "accept-encoding": "identity" };
      const head = await get(path, { method: "HEAD", headers });
      const { byteLength } = await (await get(path, { headers })).arrayBuffer();
      expect(head.headers.get("content-length")).toBe(String(byteLength));
    },
  );

  it("carry a policy that lets nothing in", async () => {
    for (const path of ["/", "/iran-us/en", "/none", "/iran-us/en/badge.svg"]) {
      const { headers } = await get(path);
      expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
      expect(headers.get("content-security-policy")).not.toMatch(/unsafe|https:|\*/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    }
  });

  it.each([
    ["ar-EG,en;q=0.5", "ar"],
    ["de, fa;q=0.3, en;q=0.2", "fa"],
    ["de", "en"],
    ["en;q=0, ar;q=0.1", "ar"],
    [",;q=,=;;q=x", "en"],
  ])("to %j are in %s", async (accepted, language) => {
    const home = await get("/", { headers: { "accept-language": accepted } });
    expect(await home.text()).toContain(`<html lang="${language}"`);
    const page = await get("/iran-us", {
      headers: { "accept-language": accepted },
      redirect: "manual",
    });
    expect(page.headers.get("location")).toBe(`/parley/iran-us/${language}`);
  });
});

/** Where an address leads to. */
async function ledTo(path: string) {
  const { status, headers } = await get(path, { redirect: "manual" });
  return [status, headers.get("location")];
}

describe("what people and simple programs send", () => {
  it("leads to the page though a slash follows its address", async () => {
    expect(await ledTo("/iran-us/fa/")).toEqual([301, "/parley/iran-us/fa"]);
    expect(await ledTo("/iran-us/")).toEqual(await ledTo("/iran-us"));
  });

  it("is answered in HTTP/1.0, which names no host", async () => {
    expect(await exchange("GET /healthz HTTP/1.0\r\n\r\n")).toContain(" 200 OK");
  });
});

describe("what nobody should send", () => {
  it.each([
    ["POST", "/iran-us/en", 405],
    ["DELETE", "/", 405],
    ["OPTIONS", "/iran-us/en/digest.json", 405],
    ["GET", `/${"a".repeat(2_000)}`, 414],
    ["GET", "/iran-us/en/../../etc/passwd", 404],
    ["GET", "/assets/..%2f..%2fpackage.json", 404],
    ["GET", "/iran-us/en/%00", 404],
    ["GET", "/%ff%fe/en", 404],
    ["GET", "/__proto__/en", 404],
    ["GET", "/iran-us/constructor", 404],
    ["GET", "/iran-us/en/toString", 404],
    ["GET", "/iran-us/en/feed.xml/x", 404],
    ["GET", "//example.org/en", 404],
    ["GET", "/no-talks/en/", 404],
    ["GET", "//example.org/", 404],
    ["GET", "/iran-us/de/", 404],
  ])("%s %j is answered with %i", async (method, path, status) => {
    const answered = await raw({ method, path });
    expect(answered.status).toBe(status);
    expect(answered.body).not.toContain("at file:");
    expect(web.complaints).toEqual([]);
  });

  it.each([
    ["no request at all", "\u0000\u0001\u0002\r\n\r\n"],
    ["a host that is none", "GET / HTTP/1.1\r\nHost: <script>\r\n\r\n"],
    [
      "two lengths",
      "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
    ["endless headers", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(20_000)}\r\n\r\n`],
  ])("%s ends the connection, and nothing else", async (_, bytes) => {
    const answered = await exchange(bytes);
    expect(answered).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect((await get("/healthz")).status).toBe(200);
  });
});

function raw({ method, path }: { method: string; path: string }) {
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    request({ host: "127.0.0.1", port: web.port, method, path }, (response) => {
      let body = "";
      response.on("data", (data: Buffer) => (body += data.toString()));
      response.on("end", () => resolve({ status: response.statusCode, body }));
    })
      .on("error", reject)
      .end();
  });
}

function exchange(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(web.port, "127.0.0.1", () => socket.write(bytes));
    let heard = "";
    socket.on("data", (data) => {
      heard += data.toString();
      socket.end();
    });
    socket.on("error", () => resolve(heard));
    socket.on("close", () => resolve(heard));
  });
}

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

describe("operators", () => {
  it("measure with the token only, once the page is public", async () => {
    expect((await get("/metrics")).status).toBe(401);
    expect((await get("/metrics", bearer("a-token-of-another"))).status).toBe(401);
    const measured = await get("/metrics", bearer("a-token-of-sixteen"));
    expect([measured.status, await measured.text()]).toEqual([200, "up 1\n"]);
  });

  it("ask whether it lives and is ready", async () => {
    expect(await textOf("/healthz")).toBe("ok\n");
    expect(await (await get("/readyz")).json()).toEqual({
      ready: true,
      checks: [{ name: "store", ok: true }],
    });
  });
});

/** The content of a page's meta elements by their property or name, in their order. */
async function metaOf(path: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { document } = parseHTML(await textOf(path));
  const found = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const name = meta.getAttribute("property") ?? meta.getAttribute("name") ?? "";
    found.set(name, [...(found.get(name) ?? []), meta.getAttribute("content") ?? ""]);
  }
  return found;
}

describe("previews", () => {
  it.each([
    ["en", "en_GB", /Scheduled/],
    ["ar", "ar_AR", /محددة الموعد/],
    ["fa", "fa_IR", /۱۷ بهمن/],
  ] as const)(
    "tell in %s where the talks stand, with a picture",
    async (language, locale, words) => {
      const meta = await metaOf(`/iran-us/${language}`);
      const own = `${PUBLIC}/iran-us/${language}`;
      expect(meta.get("og:type")).toEqual(["article"]);
      expect(meta.get("og:locale")).toEqual([locale]);
      expect(meta.get("og:locale:alternate")).toHaveLength(2);
      expect(meta.get("og:url")).toEqual([own]);
      expect(meta.get("og:image")).toEqual([`${own}/card.png`]);
      expect(meta.get("og:image:alt")?.[0]).toMatch(words);
      expect(meta.get("og:description")).toEqual(meta.get("description"));
      expect(meta.get("twitter:card")).toEqual(["summary_large_image"]);
      expect([...meta].filter(([, values]) => values.includes(""))).toEqual([]);
    },
  );

  it("have a size that is the card's", async () => {
    const meta = await metaOf("/iran-us/en");
    const bytes = Buffer.from(await (await get("/iran-us/en/card.png")).arrayBuffer());
    expect(meta.get("og:image:width")).toEqual([String(bytes.readUInt32BE(16))]);
    expect(meta.get("og:image:height")).toEqual([String(bytes.readUInt32BE(20))]);
  });

  it("are there for the list of all talks", async () => {
    const meta = await metaOf("/?lang=ar");
    expect(meta.get("og:type")).toEqual(["website"]);
    expect(meta.get("og:url")).toEqual([`${PUBLIC}/?lang=ar`]);
    expect(meta.get("twitter:card")).toEqual(["summary"]);
  });

  it.each(LANGUAGES)("go with the page's own address and its versions in %s", async (language) => {
    const { document } = parseHTML(await textOf(`/iran-us/${language}`));
    const hrefs = (selector: string) =>
      [...document.querySelectorAll(selector)].map((link) => link.getAttribute("href"));
    expect(hrefs('link[rel="canonical"]')).toEqual([`${PUBLIC}/iran-us/${language}`]);
    expect(hrefs('link[rel="alternate"][hreflang]')).toEqual([
      ...LANGUAGES.map((each) => `${PUBLIC}/iran-us/${each}`),
      `${PUBLIC}/`,
    ]);
  });
});

describe("crawlers", () => {
  it("are told of every page in every language", async () => {
    const response = await get("/sitemap.xml");
    expect(response.headers.get("content-type")).toBe("application/xml; charset=utf-8");
    const xml = new DOMParser().parseFromString(await response.text(), "text/xml");
    const urls = [...xml.querySelectorAll("url")];
    expect(urls.map((url) => url.querySelector("loc")?.textContent)).toEqual([
      `${PUBLIC}/`,
      ...LANGUAGES.map((language) => `${PUBLIC}/iran-us/${language}`),
    ]);
    for (const url of urls.slice(1)) {
      expect(url.querySelector("lastmod")?.textContent).toMatch(/^2026-02-05T.*Z$/);
      expect(url.getElementsByTagName("xhtml:link")).toHaveLength(LANGUAGES.length);
    }
  });

  it("are asked to leave streams alone", async () => {
    expect(await textOf("/robots.txt")).toBe(
      [
        "User-agent: *",
        "Disallow: /parley/*/events",
        "Disallow: /parley/healthz",
        "Disallow: /parley/readyz",
        "Disallow: /parley/metrics",
        "",
        `Sitemap: ${PUBLIC}/sitemap.xml`,
        "",
      ].join("\n"),
    );
  });
});

describe("without a public address", () => {
  it("no address that a client named is told to others", async () => {
    const plain = await serveWeb({ site: corpus.site, now: () => now });
    const forged = {
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      forwarded: "host=evil.example",
    };
    try {
      for (const path of ["/", "/iran-us/en", "/iran-us/fa/feed.xml", "/iran-us/ar/feed.json"]) {
        const told = await toldTo(plain, path, forged);
        expect(told).not.toContain("evil.example");
        expect(told).not.toContain("og:image");
        expect(told).not.toContain('rel="canonical"');
      }
      expect(await toldTo(plain, "/robots.txt", forged)).not.toContain("Sitemap");
      expect((await fetch(`${plain.origin}/sitemap.xml`)).status).toBe(404);
    } finally {
      await plain.close();
    }
  });
});

/** What is answered to a client that sends such headers, `Host` among them. */
function toldTo(
  { port }: RunningWeb,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    })
      .on("error", reject)
      .end();
  });
}
