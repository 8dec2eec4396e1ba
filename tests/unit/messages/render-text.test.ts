import { describe, expect, it } from "vitest";
import { type Block, type Message, text } from "../../../src/messages/message.ts";
import { renderText } from "../../../src/messages/render-text.ts";

const render = (language: Message["language"], ...[first, ...rest]: [Block, ...Block[]]) =>
  renderText({ language, blocks: [first, ...rest] });

const list = (...items: string[]): Block => ({
  kind: "list",
  items: items.map((item) => [text(item)]),
});

describe("the terminal", () => {
  it.each([
    ["Talks", "====="],
    ["会议", "===="],
    ["مُحادثات", "======="],
    ["گفت\u200cوگو", "======"],
  ])("underlines %s as wide as it shows", (title, line) => {
    expect(render("en", { kind: "title", text: title })).toBe(`${title}\n${line}`);
  });

  it("hangs the rows of a list item under its first", () => {
    const rows = render("en", list("word ".repeat(30))).split("\n");
    expect(rows[0]).toMatch(/^- word/);
    expect(rows[1]).toMatch(/^ {2}word/);
    expect(rows.some((row) => row.length > 78 || row.endsWith(" "))).toBe(false);
  });

  it("breaks a word that no row can hold", () => {
    const rows = render("en", list("x".repeat(200))).split("\n");
    expect(rows.map(({ length }) => length)).toEqual([78, 78, 50]);
  });

  it("begins each row of Arabic and Persian from the right, and leaves blank rows blank", () => {
    const rows = render("fa", { kind: "title", text: "ایران" }, list("۱"), {
      kind: "heading",
      text: "Axios",
    }).split("\n");
    expect(rows.map((row) => row.charAt(0)).join("|")).toBe(
      ["\u200f", "\u200f", "\u200f", "", "\u200f", "\u200f"].join("|"),
    );
  });

  it("keeps the direction of a quotation on each row it takes", () => {
    const quote = render("ar", {
      kind: "quote",
      introduction: [text("قال")],
      text: "we will try ".repeat(12).trim(),
      lang: "en",
      direct: true,
      citations: [{ kind: "citation", n: 3, url: "https://news.example/3" }],
    });
    const [first, second, ...rest] = quote.split("\n");
    expect(first).toMatch(/^\u200f- قال: \u2066\u201cwe .*\u2069$/u);
    expect(second).toMatch(/^\u200f {2}\u2066.*\u2069/u);
    expect(rest.join("\n")).not.toMatch(/\u2066[^\u2069]*$/mu);
    expect(quote.endsWith("try\u201d\u2069 [3]")).toBe(true);
  });

  it("gives each of the details one row, and counts those beyond twelve", () => {
    const items = Array.from({ length: 15 }, (_, n) => `${n + 1} ${"headline ".repeat(20)}`);
    const rows = render("en", {
      kind: "details",
      summary: "Sources",
      blocks: [list(...items)],
    }).split("\n");
    expect(rows).toHaveLength(15);
    expect(rows[2]).toMatch(/^- 1 headline .*headline\u2026$/u);
    expect(rows.at(-1)).toBe("- and 3 more sources");
  });
});
