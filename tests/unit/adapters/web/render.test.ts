import { parseHTML } from "linkedom";
import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { renderBlocks, type Setting } from "../../../../adapters/web/render.ts";
import type { Block } from "../../../../src/messages/message.ts";
import { text } from "../../../../src/messages/message.ts";

const PAGE: Setting = { language: "en", heading: "h3", citations: "page", open: false };
const dom = (blocks: readonly Block[], setting = PAGE) =>
  parseHTML(`<html><body>${renderBlocks(blocks, setting)}</body></html>`).document;

const HOSTILE = `</script><img src=x onerror=alert(1)> & "quotes' <b>`;
const everyBlock = (words: string, url: string): Block[] => [
  { kind: "title", text: words },
  { kind: "paragraph", spans: [text(words), { kind: "strong", text: words }] },
  { kind: "list", items: [[{ kind: "link", text: words, url }]] },
  {
    kind: "quote",
    introduction: [text(words)],
    text: words,
    lang: "ar",
    direct: true,
    citations: [{ kind: "citation", n: 1, url }],
  },
  { kind: "table", columns: [words, words], rows: [[[text(words)], [text(words)]]] },
  { kind: "details", summary: words, blocks: [{ kind: "heading", text: words }] },
  { kind: "paragraph", spans: [{ kind: "command", name: words }] },
  { kind: "paragraph", spans: [{ kind: "time", at: new Date(0), text: words }] },
];

const citation = (n: number) => ({ kind: "citation", n, url: "https://a.example/" }) as const;

describe("blocks as HTML", () => {
  it("hold words as words, wherever they stand", () => {
    const document = dom(everyBlock(HOSTILE, `https://a.example/?"><script>`));
    expect(document.querySelectorAll("img, script, b").length).toBe(0);
    expect(document.querySelector("h3")?.textContent).toBe(HOSTILE);
    expect(document.querySelector("a")?.getAttribute("href")).toBe(`https://a.example/?"><script>`);
  });

  it("hold the same words for any words", () => {
    assert(
      property(string({ unit: "binary" }), (words) => {
        const html = renderBlocks([{ kind: "paragraph", spans: [text(words)] }], PAGE);
        expect(html.slice(3, -4)).not.toMatch(/[<>"]/);
        expect(html.isWellFormed()).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "//a.example", " https://a.example", ""])(
    "link to no %j",
    (url) => {
      const document = dom(everyBlock("words", url), { ...PAGE, citations: "out" });
      expect(document.querySelectorAll("a").length).toBe(0);
    },
  );

  it("keep citations in a row together, each leading to its source on the page", () => {
    const document = dom([{ kind: "paragraph", spans: [text("So "), citation(1), citation(2)] }]);
    expect(document.querySelectorAll("sup").length).toBe(1);
    expect([...document.querySelectorAll("sup a")].map((a) => a.getAttribute("href"))).toEqual([
      "#source-1",
      "#source-2",
    ]);
  });

  it("say which language a quotation is in, and which way it runs", () => {
    const quote = dom(everyBlock("كلمات", "https://a.example/")).querySelector("blockquote");
    expect([quote?.getAttribute("lang"), quote?.getAttribute("dir")]).toEqual(["ar", "rtl"]);
  });
});
