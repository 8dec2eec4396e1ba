import { describe, expect, it } from "vitest";
import { orderRuns } from "../../../src/cards/text-order.ts";

/** Runs from left to right; those that read from right to left in angle brackets. */
const shown = (line: string, base: "ltr" | "rtl"): string =>
  orderRuns(line, base)
    .map(({ text, isRightToLeft }) => (isRightToLeft ? `<${text}>` : `[${text}]`))
    .join("")
    .replace(/[\u2066-\u2069]/gu, "");

describe("a line from right to left", () => {
  it.each([
    ["a Latin name in Arabic", "عن Steve Witkoff أمس", "< أمس>[Steve Witkoff]<عن >"],
    ["numbers in Arabic", "الساعة 10:00 يوم 6", "[6]< يوم >[10:00]<الساعة >"],
    ["Persian digits", "۱۷ بهمن ۱۴۰۴", "[۱۴۰۴]< بهمن >[۱۷]"],
    ["a half space inside a word", "می\u200cرویم به وین", "<می\u200cرویم به وین>"],
    ["a signed number that is isolated", "از \u2066\u2212۱۰\u2069 تا", "< تا>[\u2212۱۰]<از >"],
    ["a line that begins with a Latin name", "Axios: نبأ", "<: نبأ>[Axios]"],
    ["brackets about a Latin name", "مسقط (Muscat) اليوم", "<) اليوم>[Muscat]<مسقط (>"],
    [
      "isolated words that end in a bracket",
      "قال \u2066Iran (IRN)\u2069، أمس",
      "<، أمس>[Iran (IRN)]<قال >",
    ],
  ])("orders %s", (_, line, expected) => {
    expect(shown(line, "rtl")).toBe(expected);
  });
});

describe("a line from left to right", () => {
  it.each([
    ["an Arabic name in English", "by عباس عراقجي alone", "[by ]<عباس عراقجي>[ alone]"],
    ["a line that begins with an Arabic name", "مسقط, Oman", "<مسقط>[, Oman]"],
    ["nothing", "", ""],
  ])("orders %s", (_, line, expected) => {
    expect(shown(line, "ltr")).toBe(expected);
  });
});
