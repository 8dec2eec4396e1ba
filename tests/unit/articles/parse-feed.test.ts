import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ParsedFeed, parseFeed } from "../../../src/articles/parse-feed.ts";
import type { Language } from "../../../src/lib/language.ts";
import { windows1256 } from "../../support/windows-1256.ts";

const NOW = new Date("2026-02-05T18:00:00Z");

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/feeds/${name}`, import.meta.url));

const parse = (
  document: string | Uint8Array,
  { lang = "en", now = NOW }: { lang?: Language; now?: Date } = {},
): Promise<ParsedFeed> =>
  parseFeed(
    {
      bytes: typeof document === "string" ? new TextEncoder().encode(document) : document,
      contentType: null,
      lang,
      url: "https://desk.example/feed.atom",
    },
    now,
  );

const items = async (document: string | Uint8Array, options = {}) => {
  const parsed = await parse(document, options);
  return parsed.kind === "parsed" ? parsed.items : parsed;
};

const rss = (inner: string) => `<rss version="2.0"><channel>${inner}</channel></rss>`;

const item = ({
  title = "Talks open",
  link = "https://a.example/n",
  date = "Thu, 05 Feb 2026 10:00:00 GMT",
  more = "",
} = {}) =>
  `<item><title>${title}</title><link>${link}</link><pubDate>${date}</pubDate>${more}</item>`;

describe("a document", () => {
  it("in RSS 2.0 gives clean articles and counts what it leaves out", async () => {
    expect(await parse(fixture("rss2-ar.xml"), { lang: "ar" })).toEqual({
      kind: "parsed",
      ttlMs: 900_000,
      items: [
        {
          id: expect.any(String),
          guid: "ar-101",
          url: "https://ar.example/news/101",
          title: "الوفدان يصلان إلى مسقط عشية المحادثات",
          body: "وصل الوفدان مساء الخميس.\n\nويبدأ اللقاء صباح الجمعة.",
          published: new Date("2026-02-05T14:30:00Z"),
        },
        {
          id: expect.any(String),
          guid: null,
          url: "https://ar.example/news/102",
          title: "وزير الخارجية العماني يستقبل ضيوفه",
          summary: "استقبال رسمي & جدول أعمال",
          published: new Date("2026-02-05T11:00:00Z"),
        },
      ],
      skipped: [
        { reason: "undated", count: 2 },
        { reason: "future-dated", count: 1 },
        { reason: "untitled", count: 1 },
        { reason: "no-link", count: 1 },
      ],
    });
  });

  it("in RSS 0.91 is read, its document type and bare ampersands included", async () => {
    expect(await items(fixture("rss091-en.xml"))).toMatchObject([
      {
        title: "Envoys & ministers gather for talks",
        url: "http://wire.example/story?id=7&section=world",
        published: new Date("2026-02-05T19:00:00Z"),
      },
    ]);
  });

  it("in RDF is read, and an item without a link is found by its name", async () => {
    expect(await items(fixture("rdf-fa.xml"), { lang: "fa" })).toMatchObject([
      { title: "هیئت ایرانی وارد مسقط شد", summary: "گفت‌وگوها فردا آغاز می‌شود." },
      { url: "https://fa.example/n/2", published: new Date("2026-02-05T15:30:00Z") },
    ]);
  });

  it("in Atom is read, and one bad date does not spoil the others", async () => {
    const parsed = await parse(fixture("atom-en.xml"));

    expect(parsed).toMatchObject({ kind: "parsed", skipped: [{ reason: "undated", count: 1 }] });
    expect(await items(fixture("atom-en.xml"))).toMatchObject([
      {
        url: "https://desk.example/2026/02/serious",
        title: 'Mediator: "both sides are serious"',
        summary: "Both sides came prepared.",
        body: "The mediator spoke briefly to reporters.\n\nHe named no date.",
        published: new Date("2026-02-05T15:59:59Z"),
      },
      { published: new Date("2026-02-05T12:00:00Z") },
    ]);
  });

  it("in Atom 0.3 with a prefix is read", async () => {
    expect(await items(fixture("atom03-prefixed.xml"))).toMatchObject([
      { url: "https://log.example/2", body: "The host confirmed it." },
    ]);
  });

  it("in JSON Feed is read, and a bad item is counted", async () => {
    const parsed = await parse(fixture("json-feed-en.json"));

    expect(parsed).toMatchObject({
      items: [
        { guid: "1", url: "https://json.example/a", body: "Delegations meet at ten." },
        { guid: "2", url: "https://json.example/b", body: "Line one < line two\nLine three" },
      ],
      skipped: [
        { reason: "untitled", count: 2 },
        { reason: "not-an-item", count: 1 },
      ],
    });
  });

  it("in undeclared windows-1256 is read by the feed's language", async () => {
    const bytes = windows1256(rss(item({ title: "الوفد يصل إلى مسقط" })));

    expect(await items(bytes, { lang: "ar" })).toMatchObject([{ title: "الوفد يصل إلى مسقط" }]);
  });

  it("with more than a hundred new items gives them all", async () => {
    const many = Array.from({ length: 350 }, (_, n) => item({ link: `https://a.example/${n}` }));

    expect(await items(rss(many.join("")))).toHaveLength(350);
  });

  it("that is a feed without items is a feed without items", async () => {
    expect(await parse(rss(""))).toMatchObject({ kind: "parsed", items: [] });
  });

  it.each([
    ["nothing", "", "empty"],
    ["white space", " \n\t ", "empty"],
    [
      "a web page answered with 200",
      "<!DOCTYPE html><html><body>Not found</body></html>",
      "html-page",
    ],
    ["a web page without a document type", "<html><head></head></html>", "html-page"],
    ["text", "Service unavailable", "not-a-feed"],
    ["other XML", "<urlset><url>x</url></urlset>", "not-a-feed"],
    ["other JSON", '{"error": "quota"}', "not-a-feed"],
    [
      "a JSON Feed of another version",
      '{"version": "https://jsonfeed.org/version/2", "items": []}',
      "not-a-feed",
    ],
    ["cut JSON", '{"version": "https://jsonfeed.org/version/1", "items": [', "broken-json"],
    ["JSON a million deep", '{"a":'.repeat(1_000_000), "broken-json"],
    ["a cut feed", rss(item()).slice(0, -30), "broken-xml"],
    ["crossed tags", rss("<item><b></item></b>"), "broken-xml"],
    ["RSS without a channel", '<rss version="2.0"></rss>', "broken-xml"],
    ["bytes of a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "binary"],
    [
      "an entity bomb",
      `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rss(item({ title: "&b;" }))}`,
      "entity-declarations",
    ],
    [
      "an outside entity",
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>${rss("")}`,
      "entity-declarations",
    ],
  ])("that is %s is refused with its reason", async (_, document, reason) => {
    expect(await parse(document)).toMatchObject({ kind: "failed", reason });
  });
});

describe("an item", () => {
  it.each([
    ["is undated without a date, and never dated now", item({ date: "" }), "undated"],
    ["is undated with an unreadable date", item({ date: "just now" }), "undated"],
    ["is left out more than an hour ahead", item({ date: "2026-02-05T19:00:01Z" }), "future-dated"],
    ["of the year 9999 is left out", item({ date: "9999-12-31T00:00:00Z" }), "future-dated"],
    ["needs a title of more than markup", item({ title: "<![CDATA[<b> </b>]]>" }), "untitled"],
    ["needs an address that people can open", item({ link: "javascript:alert(1)" }), "no-link"],
    ["needs an address without a password", item({ link: "https://u:p@a.example/" }), "no-link"],
  ])("%s", async (_, text, reason) => {
    expect(await parse(rss(text))).toMatchObject({ items: [], skipped: [{ reason, count: 1 }] });
  });

  it("up to an hour ahead is a publisher's clock", async () => {
    expect(await items(rss(item({ date: "2026-02-05T18:59:00Z" })))).toHaveLength(1);
  });

  it("is cut where its fields are longer than any article's", async () => {
    const long = "<p>talks </p>".repeat(100_000);
    const text = item({
      title: "t".repeat(1e6),
      more: `<description><![CDATA[${long}]]></description>`,
    });

    const [article] = (await items(rss(text))) as readonly { title: string; summary?: string }[];

    expect(article?.title).toHaveLength(1_000);
    expect(article?.summary?.length).toBeLessThanOrEqual(20_000);
  });

  it("reads markup that stands unescaped in its text", async () => {
    const text = item({
      title: "Talks <em>to</em> resume",
      more: "<description><p>One &nbsp;day</p><p>R&D, 5 < 6</p></description>",
    });

    expect(await items(rss(text))).toMatchObject([
      { title: "Talks to resume", summary: "One day\n\nR&D, 5 < 6" },
    ]);
  });
});

const idsOf = async (...documents: string[]) => {
  const parsed = await Promise.all(documents.map((each) => items(rss(each))));
  return new Set(parsed.flatMap((list) => ("kind" in list ? [] : list.map(({ id }) => id))));
};
const guid = (text: string) => `<guid isPermaLink="false">${text}</guid>`;

const entry = (n: number) => item({ title: `Line ${n}`, link: `https://a.example/live#e${n}` });

const front = (title: string) =>
  item({ title, link: "https://office.example/", more: guid(title) });

describe("the same article", () => {
  it.each([
    ["has a new guid", item({ more: guid("1") }), item({ more: guid("2") })],
    ["has an edited date", item(), item({ date: "Thu, 05 Feb 2026 11:00:00 GMT" })],
    ["has an edited title", item(), item({ title: "Talks open in Muscat" })],
    ["is linked with tracking", item(), item({ link: "http://www.a.example/n/?utm_source=rss" })],
    ["is linked with a fragment", item(), item({ link: "https://a.example/n#xtor=RSS-1" })],
  ])("stays the same when it %s", async (_, before, after) => {
    expect(await idsOf(before, after)).toHaveProperty("size", 1);
  });

  it("listed twice is one, and the other is counted", async () => {
    expect(await parse(rss(item() + item({ title: "Again", more: guid("2") })))).toMatchObject({
      items: [{ title: "Talks open" }],
      skipped: [{ reason: "repeated", count: 1 }],
    });
  });

  it("is not every entry of a live blog", async () => {
    expect(await idsOf(entry(1) + entry(2), entry(2) + entry(3))).toHaveProperty("size", 3);
  });

  it("is not every item that an office links to its front page", async () => {
    expect(await idsOf(front("a") + front("b"), front("b"))).toHaveProperty("size", 2);
  });
});

describe("hostile documents", () => {
  const hostile = [
    "<item>",
    "<title>",
    "<!--",
    "<![CDATA[",
    "&",
    "<",
    "<a b='",
    "</item>",
    "<content>x<b>",
  ];

  it.each(hostile)("of many %j end soon", { timeout: 10_000 }, async (piece) => {
    const parsed = await parse(`<rss version="2.0"><channel>${piece.repeat(200_000)}`);

    expect(["parsed", "failed"]).toContain(parsed.kind);
  });

  it("a million elements deep end soon", { timeout: 10_000 }, async () => {
    const deep = `${"<a>".repeat(500_000)}${"</a>".repeat(500_000)}`;

    expect(await parse(rss(item() + deep))).toMatchObject({ kind: "parsed" });
  });

  it("with one line of very many characters end soon", { timeout: 10_000 }, async () => {
    const parsed = await parse(rss(item({ title: "<br ".repeat(1_000_000) })));

    expect(["parsed", "failed"]).toContain(parsed.kind);
  });

  it("of any bytes are parsed or refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(["parsed", "failed"]).toContain((await parse(bytes)).kind);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each(["rss2-ar.xml", "rdf-fa.xml", "atom-en.xml", "json-feed-en.json"])(
    "mutated from %s are parsed or refused, and no article lacks a date",
    async (name) => {
      const whole = fixture(name).toString("utf8");
      const piece = fc.oneof(
        fc.string({ unit: "binary", maxLength: 20 }),
        fc.constantFrom(
          "<",
          ">",
          "&",
          "]]>",
          "<![CDATA[",
          "</item>",
          "<item>",
          "__proto__",
          "<constructor>",
          '"',
          "\0",
        ),
      );
      const change = fc.tuple(fc.nat(whole.length), fc.nat(200), piece);
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
          const mutated = changes.reduce(
            (text, [at, length, by]) => text.slice(0, at) + by + text.slice(at + length),
            whole,
          );
          const parsed = await parse(mutated);
          for (const each of parsed.kind === "parsed" ? parsed.items : []) {
            expect(each.published.getTime()).toBeLessThanOrEqual(NOW.getTime() + 3_600_000);
            expect(each.title).not.toBe("");
          }
        }),
        { seed: 1, numRuns: 300 },
      );
    },
  );
});
