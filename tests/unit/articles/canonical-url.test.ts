import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleIdOf } from "../../../src/articles/article-id.ts";
import { canonicalUrl } from "../../../src/articles/canonical-url.ts";

describe("the canonical address", () => {
  it.each([
    [
      "leaves tracking out",
      "https://a.example/n?utm_source=x&id=7&fbclid=9",
      "https://a.example/n?id=7",
    ],
    ["leaves the fragment out", "https://a.example/n#comments", "https://a.example/n"],
    ["sorts the query", "https://a.example/n?b=2&a=1", "https://a.example/n?a=1&b=2"],
    [
      "keeps the spelling of the query",
      "https://a.example/?p&q=a%20b+c",
      "https://a.example/?p&q=a%20b+c",
    ],
    ["keeps repeated parameters", "https://a.example/?t=2&t=1", "https://a.example/?t=1&t=2"],
    ["lowers the host, not the path", "HTTPS://A.Example:443/News", "https://a.example/News"],
    ["drops the root's dot", "https://a.example./n", "https://a.example/n"],
    ["keeps another port", "http://a.example:8080/n", "http://a.example:8080/n"],
    [
      "writes Arabic paths one way",
      "https://a.example/خبر",
      "https://a.example/%D8%AE%D8%A8%D8%B1",
    ],
    [
      "whatever the case",
      "https://a.example/%d8%ae%d8%a8%d8%b1",
      "https://a.example/%D8%AE%D8%A8%D8%B1",
    ],
    ["takes AMP paths off", "https://a.example/story/amp/", "https://a.example/story"],
    [
      "takes AMP parameters off",
      "https://a.example/story?outputType=amp",
      "https://a.example/story",
    ],
    [
      "opens AMP caches",
      "https://a-example.cdn.ampproject.org/c/s/a.example/story",
      "https://a.example/story",
    ],
    [
      "opens the search engine's",
      "https://www.google.com/amp/s/a.example/story",
      "https://a.example/story",
    ],
    ["leaves /amp alone as a page", "https://a.example/amp", "https://a.example/amp"],
    ["leaves mobile hosts alone", "https://m.a.example/n", "https://m.a.example/n"],
    ["encodes international hosts", "https://مثال.example/n", "https://xn--mgbh0fb.example/n"],
  ])("%s", (_, given, canonical) => {
    expect(canonicalUrl(given)).toBe(canonical);
  });

  it("starts relative links from the feed", () => {
    expect(canonicalUrl("/n/1", "https://a.example/rss")).toBe("https://a.example/n/1");
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://a.example/n",
    "https://user:pass@a.example/",
    "not an address",
    `https://a.example/${"x".repeat(3_000)}`,
    "",
  ])("is none for %j", (given) => {
    expect(canonicalUrl(given)).toBeNull();
  });

  it("is the same when given again", () => {
    fc.assert(
      fc.property(
        fc.webUrl({
          withQueryParameters: true,
          withFragments: true,
          validSchemes: ["http", "https"],
        }),
        (url) => {
          const once = canonicalUrl(url) ?? "";
          expect(canonicalUrl(once) ?? "").toBe(once);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  it("is found or refused for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect([null, "string"]).toContain(canonicalUrl(text) && typeof canonicalUrl(text));
      }),
      { seed: 1 },
    );
  });
});

describe("an article's id", () => {
  it.each([
    ["http://a.example/n", "https://a.example/n"],
    ["https://www.a.example/n", "https://a.example/n"],
    ["https://a.example/n/", "https://a.example/n"],
    ["https://a.example/n/?id=1", "https://a.example/n?id=1"],
  ])("is the same for %s and %s", (one, other) => {
    expect(articleIdOf(one)).toBe(articleIdOf(other));
  });

  it("differs for other pages, and for the entries of one", () => {
    const ids = [
      articleIdOf("https://a.example/n"),
      articleIdOf("https://a.example/N"),
      articleIdOf("https://a.example/n?id=1"),
      articleIdOf("https://a.example/n", "#1"),
      articleIdOf("https://a.example/n", "#2"),
    ];

    expect(new Set(ids).size).toBe(ids.length);
  });
});
