import { describe, expect, it } from "vitest";
import { readRichMessage } from "../../../doubles/telegram/rich-message.ts";
import { call, startDouble } from "./call-double.ts";

const times = (count: number, html: string) => html.repeat(count);
const nested = (depth: number) =>
  "<blockquote>".repeat(depth) + "a" + "</blockquote>".repeat(depth);
const row = (cells: number) => `<table><tr>${times(cells, "<td>a</td>")}</tr></table>`;

describe("a rich message", () => {
  it("reads headings, lists, tables, quotations and details", () => {
    const html = `<h1>Talks</h1>
<p>Round <b>three</b><br>at <tg-time unix="60" format="t">noon</tg-time> <a href="https://a.org/">[1]</a></p>
<ol start="3"><li>One</li><li><p>Two</p><ul><li><input type="checkbox" checked>Done</li></ul></li></ol>
<table bordered><caption>Who</caption><tr><th>Side</th><th>Head</th></tr><tr><td colspan="2">Oman</td></tr></table>
<blockquote>Words<cite>A</cite></blockquote>
<details open><summary>More</summary>Text &mdash; here<hr/></details>`;
    expect(readRichMessage({ html, is_rtl: true })).toEqual({
      is_rtl: true,
      blocks: [
        { type: "heading", size: 1, text: "Talks" },
        {
          type: "paragraph",
          text: [
            "Round ",
            { type: "bold", text: "three" },
            "\n",
            "at ",
            { type: "date_time", text: "noon", unix_time: 60, date_time_format: "t" },
            " ",
            { type: "url", text: "[1]", url: "https://a.org/" },
          ],
        },
        {
          type: "list",
          items: [
            { label: "3.", blocks: [{ type: "paragraph", text: "One" }] },
            {
              label: "4.",
              blocks: [
                { type: "paragraph", text: "Two" },
                {
                  type: "list",
                  items: [{ label: "☑", blocks: [{ type: "paragraph", text: "Done" }] }],
                },
              ],
            },
          ],
        },
        {
          type: "table",
          is_bordered: true,
          caption: "Who",
          cells: [
            [
              { text: "Side", is_header: true, align: "left", valign: "top" },
              { text: "Head", is_header: true, align: "left", valign: "top" },
            ],
            [{ text: "Oman", colspan: 2, align: "left", valign: "top" }],
          ],
        },
        { type: "blockquote", blocks: [{ type: "paragraph", text: "Words" }], credit: "A" },
        {
          type: "details",
          is_open: true,
          summary: "More",
          blocks: [{ type: "paragraph", text: "Text — here" }, { type: "divider" }],
        },
      ],
    });
  });

  it.each<[what: string, input: object, reason: string]>([
    ["no content", {}, "exactly one of the fields"],
    ["two contents", { html: "a", markdown: "a" }, "exactly one of the fields"],
    ["nothing to show", { html: " <p></p>" }, "message text is empty"],
    ["32,769 characters", { html: "é".repeat(32_769) }, "rich message is too long"],
    ["501 blocks", { html: times(501, "<p>a</p>") }, "rich message has too many blocks"],
    [
      "251 items",
      { html: `<ul>${times(251, "<li>a</li>")}</ul>` },
      "rich message has too many blocks",
    ],
    ["17 levels", { html: nested(17) }, "rich message is nested too deep"],
    [
      "51 pictures",
      { html: times(51, '<img src="https://a.org/a.png"/>') },
      "rich message has too many media",
    ],
    ["21 columns", { html: row(21) }, "rich message table has too many columns"],
    ["a script", { html: "<script>a</script>" }, 'Unsupported start tag "script" at byte offset 0'],
    ["a div", { html: "a <div>b</div>" }, 'Unsupported start tag "div" at byte offset 2'],
    ["a paragraph left open", { html: "<p>a" }, "Can't find end tag"],
    ["crossed tags", { html: "<p><b>a</p></b>" }, "Unmatched end tag"],
    [
      "a heading within a paragraph",
      { html: "<p><h1>a</h1></p>" },
      'tag "h1" is not allowed within text',
    ],
    ["text within a table", { html: "<table>a</table>" }, 'text is not allowed in "table"'],
    [
      "a block within a cell",
      { html: "<table><tr><td><p>a</p></td></tr></table>" },
      'tag "p" is not allowed within text',
    ],
    ["details without a summary", { html: "<details>a</details>" }, 'must begin with "summary"'],
    ["an item without a list", { html: "<li>a</li>" }, 'tag "li" is not allowed within text'],
    ["a picture from a disk", { html: '<img src="file:///a"/>' }, 'needs an HTTP or HTTPS "src"'],
    [
      "a moment that is none",
      { html: '<tg-time unix="60" format="q">a</tg-time>' },
      'must have valid "unix" and "format"',
    ],
    ["half a character", { html: "\ud83d" }, "strings must be encoded in UTF-8"],
  ])("with %s is refused", (_what, input, reason) => {
    expect(() => readRichMessage({ ...input })).toThrow(reason);
  });

  it.each<[what: string, html: string]>([
    ["32,768 characters", "é".repeat(32_768)],
    ["500 blocks", times(500, "<p>a</p>")],
    ["16 levels", nested(16)],
    ["20 columns", row(20)],
  ])("with %s is taken", (_what, html) => {
    expect(readRichMessage({ html }).blocks.length).toBeGreaterThan(0);
  });

  it("is not known to an older server, which takes no notice of it in an edit", async () => {
    const double = await startDouble();
    const reader = double.person({});
    reader.says("/start");
    double.forgetRichMessages();
    const rich = { chat_id: reader.id, rich_message: { html: "<p>a</p>" } };
    expect(await call(double, "sendRichMessage", rich)).toMatchObject({ status: 404 });
    const sent = await call(double, "sendMessage", { chat_id: reader.id, text: "a" });
    const { message_id } = sent.result as { readonly message_id: number };
    expect(await call(double, "editMessageText", { ...rich, message_id })).toMatchObject({
      description: "Bad Request: message text is empty",
    });
  });
});
