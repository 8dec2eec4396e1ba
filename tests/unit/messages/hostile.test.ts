import * as fc from "fast-check";
import { Parser } from "htmlparser2";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Digest } from "../../../src/digest/digest.ts";
import { LANGUAGES } from "../../../src/lib/language.ts";
import { composeDigest } from "../../../src/messages/compose-digest.ts";
import type { Block, Message } from "../../../src/messages/message.ts";
import { renderHtml } from "../../../src/messages/render-html.ts";
import { renderMarkdown } from "../../../src/messages/render-markdown.ts";
import { renderText } from "../../../src/messages/render-text.ts";
import { digestSaying, iranUsNames } from "../../support/digests.ts";
import { hostileWords } from "../../support/hostile.ts";

const RUNS = { seed: 20_260_206, numRuns: 60 };

const messageOf = (digest: Digest, language: (typeof LANGUAGES)[number]) =>
  composeDigest(iranUsNames, digest, { language, timeZone: "Asia/Muscat" });

const OUR_TAGS = new Set(
  "article h1 h2 p ul li strong a sup figure figcaption blockquote details summary time".split(" "),
);
const OUR_ATTRIBUTES = new Set(["lang", "dir", "href", "rel", "datetime"]);

describe.each(LANGUAGES)("whatever an article says, in %s", (language) => {
  it("becomes no tag, attribute or foreign link in HTML", () => {
    fc.assert(
      fc.property(hostileWords, (words) => {
        const digest = digestSaying(words);
        const known = new Set(digest.sources.map(({ url }) => url.toWellFormed()));
        const html = renderHtml(messageOf(digest, language));
        for (const [tag, attributes] of tagsOf(html)) {
          expect(OUR_TAGS).toContain(tag);
          for (const name of Object.keys(attributes)) expect(OUR_ATTRIBUTES).toContain(name);
        }
        for (const url of linksOf(html)) {
          expect(known).toContain(url);
          expect(url).toMatch(/^https?:\/\//i);
        }
      }),
      RUNS,
    );
  });

  it("fits the terminal, obeyed by it in nothing and turning no line", () => {
    fc.assert(
      fc.property(hostileWords, (words) => {
        const text = renderText(messageOf(digestSaying(words), language));
        // oxlint-disable-next-line eslint/no-control-regex -- these must not be there
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
        for (const line of text.split("\n")) {
          expect(stringWidth(line)).toBeLessThanOrEqual(78);
          expect(line).toBe(line.trimEnd());
          expect(countOf(line, /[\u2066\u2067]/gu)).toBe(countOf(line, /\u2069/gu));
        }
      }),
      RUNS,
    );
  });
});

const countOf = (line: string, mark: RegExp): number => [...line.matchAll(mark)].length;

function tagsOf(html: string): [string, Record<string, string>][] {
  const tags: [string, Record<string, string>][] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => tags.push([name, attributes]),
    oncomment: () => tags.push(["comment", {}]),
    onprocessinginstruction: () => tags.push(["instruction", {}]),
  });
  parser.end(html);
  return tags;
}

const linksOf = (html: string): (string | undefined)[] =>
  tagsOf(html)
    .filter(([tag]) => tag === "a")
    .map(([, { href }]) => href);

const rendered = (block: Block): string => {
  const message: Message = { language: "en", blocks: [block] };
  return renderMarkdown(message);
};

describe("whatever an article says, in Markdown", () => {
  it.each<[string, (words: string) => Block, before: string, after: string]>([
    ["a title", (text) => ({ kind: "title", text }), "# ", ""],
    ["plain words", (text) => ({ kind: "paragraph", spans: [{ kind: "text", text }] }), "", ""],
    ["a list", (text) => ({ kind: "list", items: [[{ kind: "text", text }]] }), "- ", ""],
    [
      "strong words",
      (text) => ({ kind: "paragraph", spans: [{ kind: "strong", text: `x${text}x` }] }),
      "**",
      "**",
    ],
    [
      "a quotation",
      (text) => ({
        kind: "quote",
        introduction: [],
        text,
        lang: "en",
        direct: false,
        citations: [],
      }),
      ":\n\n> ",
      "",
    ],
  ])("has every mark of punctuation escaped in %s, on one line", (_, blockOf, before, after) => {
    fc.assert(
      fc.property(hostileWords, (words) => {
        const markdown = rendered(blockOf(words));
        expect(markdown.startsWith(before)).toBe(true);
        expect(markdown.endsWith(after)).toBe(true);
        const own = markdown.slice(before.length, markdown.length - after.length);
        expect(own).not.toContain("\n");
        expect(own.replace(/\\[!-/:-@[-`{-~]/g, "")).not.toMatch(/[!-/:-@[-`{-~]/);
      }),
      RUNS,
    );
  });

  it("cannot end or widen a link", () => {
    fc.assert(
      fc.property(hostileWords, (words) => {
        const url = `https://news.example/${words}`;
        const markdown = rendered({
          kind: "paragraph",
          spans: [{ kind: "link", text: words, url }],
        });
        expect(markdown).toMatch(/^\[(?:\\[!-~]|[^[\]\\\n])*\]\(https:\/\/[^\s()<>`[\]]*\)$/u);
      }),
      RUNS,
    );
  });

  it("is no link unless it is a web address", () => {
    const link = rendered({
      kind: "paragraph",
      spans: [{ kind: "link", text: "x", url: "javascript:alert(1)" }],
    });
    expect(link).toBe("x");
  });
});
