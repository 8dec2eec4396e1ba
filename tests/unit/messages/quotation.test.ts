import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inQuotationMarks, shorten } from "../../../src/messages/quotation.ts";
import { hostileWords } from "../../support/hostile.ts";

describe("quotation marks", () => {
  it.each([
    ["en", "a \u201cb\u201d", "\u201ca \u2018b\u2019\u201d"],
    ["ar", "أ «ب»", "«أ \u201cب\u201d»"],
    ["fa", "الف «ب»", "«الف \u201cب\u201d»"],
  ] as const)("nest as %s nests them", (lang, words, quoted) => {
    expect(inQuotationMarks(words, lang)).toBe(quoted);
  });
});

describe("shortened words", () => {
  it.each([
    ["fit", 20, "fit"],
    ["talks in Muscat on Friday", 16, "talks in Muscat\u2026"],
    ["talks in Muscat, on Friday", 18, "talks in Muscat\u2026"],
    ["x".repeat(30), 10, `${"x".repeat(9)}\u2026`],
    ["\u{1f600}".repeat(10), 10, `${"\u{1f600}".repeat(4)}\u2026`],
  ])("%j in %i", (words, most, short) => {
    expect(shorten(words, most)).toBe(short);
  });

  it("are never longer than asked for, and never end in half a character", () => {
    fc.assert(
      fc.property(hostileWords, fc.integer({ min: 2, max: 60 }), (words, most) => {
        const short = shorten(words.toWellFormed(), most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short.isWellFormed()).toBe(true);
      }),
      { seed: 20_260_206 },
    );
  });
});
