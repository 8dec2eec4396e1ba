import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { captionOf } from "../../../../adapters/telegram/caption.ts";
import { parseClassicHtml } from "../../../doubles/telegram/classic-html.ts";
import { hostileWords } from "../../../support/hostile.ts";
import { telegramProblems } from "../../../support/telegram-problems.ts";
import { PICTURE } from "../../../support/messages.ts";

const problemsOf = (words: string) =>
  telegramProblems({ kind: "photo", picture: PICTURE, caption: captionOf(words) });

const seen = (words: string) => parseClassicHtml(captionOf(words)).text;

describe("a caption", () => {
  it("is said as it is", () => {
    expect(seen('المحادثات: مقرّرة – الجمعة 10:00 <مسقط> & "عمان"')).toBe(
      'المحادثات: مقرّرة – الجمعة 10:00 <مسقط> & "عمان"',
    );
  });

  it("is cut between words to what one holds, and says that it was", () => {
    const words = seen("گفت\u200cوگوها برقرار است ".repeat(200));
    expect(words.length).toBeLessThanOrEqual(1024);
    expect(words.length).toBeGreaterThan(900);
    expect(words).toMatch(/(?:گفت\u200cوگوها|برقرار|است)…$/);
  });

  it.each([
    ["names, which would notify people", "@everyone ".repeat(300)],
    ["directions that never end", "\u2067".repeat(5_000)],
    ["characters of two units", "😀".repeat(2_000)],
    ["what must be escaped", "<&>".repeat(2_000)],
  ])("keeps within what Telegram takes with %s", (_, words) => {
    expect(problemsOf(words)).toEqual([]);
  });

  it.each(["", " \n ", "\u200b\u2067"])("is none where there is nothing to see: %j", (words) => {
    expect(captionOf(words)).toBe("");
  });

  it("lets nothing that others write become markup, a link or a mention", () => {
    fc.assert(
      fc.property(hostileWords, (words) => {
        expect(problemsOf(words)).toEqual([]);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
