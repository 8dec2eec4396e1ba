import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText } from "../../../../adapters/telegram/cut-text.ts";
import { renderTelegram } from "../../../../adapters/telegram/render.ts";
import { type Block, type Message, text } from "../../../../src/messages/message.ts";
import { parseClassicHtml } from "../../../doubles/telegram/classic-html.ts";
import { telegramProblems } from "../../../support/telegram-problems.ts";

const textsOf = (message: Message): readonly string[] =>
  renderTelegram(
    message,
    { kind: "classic", localTimes: true, pictured: false },
    { forms: [], inline: true },
  ).map((part) => (part.kind === "classic" ? part.html : ""));

const messageOf = (...blocks: [Block, ...Block[]]): Message => ({ language: "en", blocks });

describe("a message too long for one", () => {
  it("is cut between blocks, and a heading goes with what it stands over", () => {
    const paragraph: Block = { kind: "paragraph", spans: [text("x".repeat(3_900))] };
    const texts = textsOf(messageOf(paragraph, { kind: "heading", text: "Disputed" }, paragraph));
    expect(texts).toHaveLength(2);
    expect(texts[1]).toMatch(/^<b>Disputed<\/b>\n\nx/);
  });

  it("names the speaker again in each part of a long quotation", () => {
    const texts = textsOf(
      messageOf({
        kind: "quote",
        introduction: [text("Abbas Araghchi")],
        text: "We come in good faith. ".repeat(500).trim(),
        lang: "en",
        direct: true,
        citations: [{ kind: "citation", n: 1, url: "https://news.example/1" }],
      }),
    );
    expect(texts.length).toBeGreaterThan(2);
    for (const html of texts) {
      expect(html).toContain("Abbas Araghchi:");
      expect(html).toContain("[1]</a>");
      const said = parseClassicHtml(html).text.split("\n").at(-1) ?? "";
      expect(said).toMatch(/^\u201c(?:\u2026)?We .*faith\.(?:\u2026)?\u201d \[1\]$/);
    }
  });

  it("is cut after a sentence, where one ends", () => {
    const words = "One came here today. Two went away. ".repeat(200).trim();
    const texts = textsOf(messageOf({ kind: "paragraph", spans: [text(words)] }));
    for (const html of texts) expect(html).toMatch(/^(?:One|Two).*\.$/s);
    expect(texts.join(" ").replaceAll(/\s+/g, " ")).toBe(words);
  });

  it("keeps no more formatted runs in one than Telegram keeps", () => {
    const items = Array.from({ length: 300 }, (_, at) => [
      { kind: "citation", n: at, url: `https://news.example/${at}` } as const,
    ]);
    const parts = renderTelegram(
      messageOf({ kind: "list", items }),
      { kind: "classic", localTimes: true, pictured: false },
      { forms: [], inline: true },
    );
    expect(parts.flatMap(telegramProblems)).toEqual([]);
    expect(parts.length).toBeGreaterThanOrEqual(3);
    const links = parts.flatMap((part) =>
      part.kind === "classic" ? parseClassicHtml(part.html).entities : [],
    );
    expect(links).toHaveLength(300);
  });

  it("folds away both halves of long details", () => {
    const items = Array.from({ length: 200 }, (_, at) => [text(`source ${at} `.repeat(5))]);
    const texts = textsOf(
      messageOf({ kind: "details", summary: "Sources", blocks: [{ kind: "list", items }] }),
    );
    for (const html of texts) expect(html).toMatch(/^<b>Sources<\/b>\n<blockquote expandable>/);
  });

  it("carries its buttons under the last part", () => {
    const parts = renderTelegram(
      {
        ...messageOf({ kind: "paragraph", spans: [text("word ".repeat(2_000))] }),
        controls: [[{ kind: "link", label: "Site", url: "https://news.example" }]],
      },
      { kind: "classic", localTimes: true, pictured: false },
      { forms: [], inline: true },
    );
    expect(parts.map((part) => "keyboard" in part && part.keyboard.length)).toEqual([0, 0, 1]);
  });
});

describe("a text cut in two", () => {
  it("has all its characters, whole, on one side or the other", () => {
    const words = fc.string({ unit: "grapheme", minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(words, (given) => {
        const halves = cutText(given, 0.5);
        if (halves === null) return;
        const [first, second] = halves;
        expect(first.isWellFormed() && second.isWellFormed()).toBe(true);
        expect((first + second).replaceAll(/[\s\u2066-\u2069]/g, "")).toBe(
          given.replaceAll(/[\s\u2066-\u2069]/g, ""),
        );
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it("ends an isolate at the cut and begins it anew", () => {
    expect(cutText("\u2067اول دوم\u2069", 0.7)).toEqual(["\u2067اول\u2069", "\u2067دوم\u2069"]);
  });
});
