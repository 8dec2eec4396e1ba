import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText } from "../../../src/articles/clean-text.ts";
import { htmlLine, htmlText } from "../../../src/articles/html-text.ts";

describe("the text of a fragment", () => {
  it.each([
    ["passes plain text through", "محادثات في مسقط", "محادثات في مسقط"],
    ["parts paragraphs", "<p>One.</p><p>Two.</p>", "One.\n\nTwo."],
    ["parts headings and list items", "<h2>Head</h2><ul><li>a<li>b</ul>", "Head\n\na\n\nb"],
    ["breaks lines", "one<br>two<br/>three", "one\ntwo\nthree"],
    ["keeps words whole across inline tags", "re<b>open</b>ed <i>talks</i>", "reopened talks"],
    ["makes white space single", "a\n   b\t c&nbsp;&nbsp;d", "a b c d"],
    ["decodes entities", "&laquo;x&raquo; &amp; &#1575;&#x200c;", "«x» & ا\u200c"],
    ["drops scripts and styles", "a<script>if (a < b) x()</script><style>p{}</style>b", "ab"],
    [
      "drops frames, forms' fields and pictures",
      '<iframe src="x"/>a<select><option>o</select><svg><text>t</text></svg>b',
      "ab",
    ],
    ["drops comments", "a<!-- hidden <p> -->b", "ab"],
    ["keeps what only looks like a tag", "5 < 6 and 7 > 2", "5 < 6 and 7 > 2"],
    ["keeps Persian spelling", "<p>می\u200cشود</p>", "می\u200cشود"],
    ["drops marks that turn the direction", "a\u202eb\u2066c\u2069", "abc"],
    ["mends torn characters", "a\ud800b", "a\ufffdb"],
    ["drops control characters", "a\u0007b\u001b[2J", "ab[2J"],
    ["lives with unclosed tags", "<p>a<div>b<b>c", "a\n\nbc"],
    ["reads the body whose head was left open", "<head><meta charset=utf-8><body>text", "text"],
  ])("%s", (_, html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it("is one line for titles", () => {
    expect(htmlLine("<p>One</p>\n<p>two &lt;b&gt;</p>")).toBe("One two <b>");
  });

  it("never takes more than linear time", { timeout: 40_000 }, () => {
    const hostile = [
      "<b>",
      "</b>",
      "<",
      "&",
      "<svg>",
      "<!--",
      "<p ",
      "&#x",
      "<script>",
      "\n\n",
      " ",
    ];

    for (const piece of hostile) expect(htmlText(piece.repeat(300_000)).length).toBeLessThan(1e7);
  });

  it("is clean for any markup", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "<p>",
        "</p>",
        "<script>",
        "</script>",
        "<!--",
        "&#0;",
        "&#xD800;",
        "\ud800",
        "<br",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = htmlText(pieces.join(""));
        expect(text.isWellFormed()).toBe(true);
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/\n{3}|[\u202a-\u202e\u2066-\u2069]/);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

it("cuts a text between characters, never within one", () => {
  expect(cutText("ab\u{1f54a}c", 3)).toBe("ab");
  expect(cutText("ab\u{1f54a}c", 4)).toBe("ab\u{1f54a}");
  expect(cutText("ab", 9)).toBe("ab");
});
