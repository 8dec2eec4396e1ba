import { describe, expect, it } from "vitest";
import { parseClassicHtml } from "../../../doubles/telegram/classic-html.ts";
import { readRichMessage } from "../../../doubles/telegram/rich-message.ts";
import { tappableIn } from "../../../doubles/telegram/tappable.ts";

describe("what may be tapped", () => {
  it.each<[words: string, detected: readonly string[]]>([
    ["see https://a.org/x?y=1 or a.org", ["https://a.org/x?y=1", "a.org"]],
    ["write to a.b@c.org, or @parley", ["a.b@c.org", "@parley"]],
    ["/start or /why@parley_bot", ["/start", "/why@parley_bot"]],
    ["#مذاکرات and #1, $USD", ["#مذاکرات", "$USD"]],
    ["12/5, either/or, Mr. Smith, 3.5, a@b", []],
  ])("%s", (words, detected) => {
    expect(tappableIn({ kind: "text", text: words, entities: [] }).detected).toEqual(detected);
  });

  it("leaves out what is code or behind a link of the bot's", () => {
    const html = '<code>a.org</code> <a href="https://b.org/">c.org</a> d.org';
    const expected = { links: ["https://b.org/"], detected: ["d.org"] };
    expect(tappableIn({ kind: "text", ...parseClassicHtml(html) })).toEqual(expected);
    expect(tappableIn({ kind: "rich", rich: readRichMessage({ html }) })).toEqual(expected);
  });

  it("is found in every kind of block", () => {
    const html =
      "<ul><li>@one</li></ul><table><tr><td>@two</td></tr></table><details><summary>@three</summary><blockquote>@four<cite>@five</cite></blockquote></details>";
    expect(
      tappableIn({ kind: "rich", rich: readRichMessage({ html }) }).detected.toSorted(),
    ).toEqual(["@five", "@four", "@one", "@three", "@two"]);
  });
});
