import { describe, expect, it } from "vitest";
import { classicBlock } from "../../../../adapters/telegram/classic-html.ts";
import type { Language } from "../../../../src/lib/language.ts";
import { type Span, strong, text } from "../../../../src/messages/message.ts";

const MARK = "\u200f";
const paragraph = (language: Language, ...spans: readonly Span[]): string =>
  classicBlock({ kind: "paragraph", spans }, language, true).html;

describe("a line of a classic message", () => {
  it.each([
    ["a Latin name", "fa", "Reuters: گفت‌وگو", `${MARK}Reuters: گفت‌وگو`],
    ["an isolated name", "ar", "\u2066Axios\u2069: محادثات", `${MARK}\u2066Axios\u2069: محادثات`],
    ["a digit", "fa", "۱۲ منبع", `${MARK}۱۲ منبع`],
    ["a Latin digit", "ar", "12 مصدراً", `${MARK}12 مصدراً`],
    ["a letter of its own", "fa", "«منبع» Reuters", "«منبع» Reuters"],
    ["a letter, from left to right", "en", "Reuters: گفت‌وگو", "Reuters: گفت‌وگو"],
  ] as const)("runs its language's way though it begins with %s", (_, language, words, html) => {
    expect(paragraph(language, text(words))).toBe(html);
  });

  it("looks past its markup for what it begins with", () => {
    expect(paragraph("fa", strong("مرحله"), text(" A"))).toBe("<b>مرحله</b> A");
    expect(paragraph("fa", strong("A"), text(" مرحله"))).toBe(`${MARK}<b>A</b> مرحله`);
  });

  it("shows a moment in the reader's own zone, where that is known to work", () => {
    const span: Span = { kind: "time", at: new Date("2026-02-06T06:00:00Z"), text: "10:00" };
    expect(paragraph("en", span)).toBe('<tg-time unix="1770357600" format="wDt">10:00</tg-time>');
    expect(classicBlock({ kind: "paragraph", spans: [span] }, "en", false).html).toBe("10:00");
    const never: Span = { ...span, at: new Date(Number.NaN) };
    expect(paragraph("en", never)).toBe("10:00");
  });

  it("keeps how far off a moment is beside the moment, which Telegram shows in place of its words", () => {
    const at = new Date(1_770_357_600_000);
    const span = { kind: "time", at, text: "in 12 hours", isDistance: true } as const;

    expect(paragraph("en", span)).toBe(
      'in 12 hours (<tg-time unix="1770357600" format="wDt">2026-02-06 06:00 UTC</tg-time>)',
    );
  });

  it("holds no quotation within a quotation", () => {
    const { html } = classicBlock(
      {
        kind: "details",
        summary: "Said",
        blocks: [
          {
            kind: "quote",
            introduction: [text("He")],
            text: "No.",
            lang: "en",
            direct: true,
            citations: [],
          },
        ],
      },
      "en",
      true,
    );
    expect(html).toBe("<b>Said</b>\n<blockquote expandable>He:\n\u201cNo.\u201d</blockquote>");
  });
});
