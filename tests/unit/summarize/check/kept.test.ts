import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { faultsOfTranslation } from "./judge.ts";

const ROWS: readonly (readonly [original: string, Language, text: string, isFaithful: boolean])[] =
  [
    ["The talks will last two weeks.", "fa", "مذاکرات دو هفته طول خواهد کشید.", true],
    ["The talks will last two weeks.", "fa", "مذاکرات دو ماه طول خواهد کشید.", false],
    ["They will face sanctions.", "fa", "آنها با تحریم روبه‌رو خواهند شد.", true],
    ["They will face sanctions.", "fa", "ما با تحریم روبه‌رو خواهیم شد.", false],
    ["They will face sanctions.", "ar", "سيواجهون عقوبات.", true],
    ["They will face sanctions.", "ar", "نحن سنواجه عقوبات.", false],
    ["They will face sanctions.", "ar", "سيواجهون عقوبات جديدة.", false],
    ["They will face sanctions.", "ar", "سيواجهون دائماً عقوبات.", false],
  ];

describe("small words that turn a translation", () => {
  it.each(ROWS)("keeps units, persons and amounts: %s in %s: %s (%s)", (...row) => {
    const [original, language, text, isFaithful] = row;
    const faults = faultsOfTranslation({ lang: "en", text: original }, text, language);
    expect(faults.length === 0).toBe(isFaithful);
  });
});
