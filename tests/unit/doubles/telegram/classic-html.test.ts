import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { parseClassicHtml } from "../../../doubles/telegram/classic-html.ts";
import { Refusal } from "../../../doubles/telegram/refusal.ts";

/** Whether parsing gives something or refuses, rather than breaks. */
function isReadOrRefused(html: string): boolean {
  try {
    parseClassicHtml(html);
    return true;
  } catch (error) {
    return error instanceof Refusal;
  }
}

describe("HTML of a classic message", () => {
  it.each([
    ["a &lt;b&gt; &amp; &quot;c&quot; &#1585; &#x631;", 'a <b> & "c" ر ر'],
    ["an unknown &copy; stays", "an unknown &copy; stays"],
    ["R&D", "R&D"],
    ["<b>bold</b> and <i>more</i>", "bold and more"],
  ])("%s reads as %s", (html, text) => {
    expect(parseClassicHtml(html).text).toBe(text);
  });

  it.each([
    ["a < b", 'Unsupported start tag "" at byte offset 2'],
    ["یک <h1>b</h1>", 'Unsupported start tag "h1" at byte offset 5'],
    ["<b>a", 'Can\'t find end tag corresponding to start tag "b"'],
    ["a</b>", "Unexpected end tag at byte offset 1"],
    ["<b><i>a</b></i>", 'Unmatched end tag, expected "</i>", found "</b>" at byte offset 7'],
    ["<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ["<b", 'Unclosed start tag "b" at byte offset 0'],
    ["<a href='x>a</a>", 'Unclosed start tag "a" at byte offset 0'],
    [
      '<tg-time unix="soon">a</tg-time>',
      'Tag "tg-time" must have valid "unix" and "format" at byte offset 0',
    ],
  ])("%s is refused", (html, reason) => {
    expect(() => parseClassicHtml(html)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });

  it("gives entities in UTF-16 units, outermost first", () => {
    const html =
      '😀 <blockquote expandable><b>a <a href="https://a.org/?x=1&amp;y=2">b</a></b></blockquote> <tg-time unix="60" format="wDT">c</tg-time>';
    expect(parseClassicHtml(html)).toEqual({
      text: "😀 a b c",
      entities: [
        { type: "expandable_blockquote", offset: 3, length: 3 },
        { type: "bold", offset: 3, length: 3 },
        { type: "text_link", offset: 5, length: 1, url: "https://a.org/?x=1&y=2" },
        { type: "date_time", offset: 7, length: 1, unix_time: 60, date_time_format: "wDT" },
      ].toSorted((a, b) => a.offset - b.offset),
    });
  });

  it.each(["javascript:alert(1)", "", "nowhere", "data:text/html,x"])(
    "drops a link to %j and keeps its words",
    (href) => {
      expect(parseClassicHtml(`<a href="${href}">words</a>`)).toEqual({
        text: "words",
        entities: [],
      });
    },
  );

  it("reads or refuses anything", () => {
    const piece = constantFrom("<", ">", "/", "b", "a href=", '"', "&", "#", ";", "amp", " ", "ر");
    assert(
      property(array(piece, { maxLength: 40 }), (pieces) => {
        expect(isReadOrRefused(pieces.join(""))).toBe(true);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});
