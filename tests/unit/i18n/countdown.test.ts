import { describe, expect, it } from "vitest";
import { formatCountdown } from "../../../src/i18n/countdown.ts";
import type { Language } from "../../../src/lib/language.ts";

const NOW = new Date("2026-02-05T18:00:00Z");
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const [HOUR, DAY] = [60, 1_440];

describe("a countdown", () => {
  it.each<[Language, number, string | null]>([
    ["en", 12 * HOUR, "in 12 hours"],
    ["en", DAY + HOUR, "in 1 day and 1 hour"],
    ["en", 2 * DAY + 3 * HOUR + 20, "in 2 days and 3 hours"],
    ["en", 1, "in 1 minute"],
    ["en", 0.5, "in 1 minute"],
    ["en", 0, null],
    ["en", -5, null],
    ["ar", HOUR, "بعد ساعة واحدة"],
    ["ar", 2 * HOUR, "بعد ساعتين"],
    ["ar", 3 * HOUR, "بعد 3 ساعات"],
    ["ar", 11 * HOUR + 2, "بعد 11 ساعة ودقيقتين"],
    ["ar", 2 * DAY + 15 * HOUR, "بعد يومين و15 ساعة"],
    ["ar", 11 * DAY, "بعد 11 يوماً"],
    ["fa", DAY + 16 * HOUR, "۱ روز و ۱۶ ساعت دیگر"],
    ["fa", 45, "۴۵ دقیقه دیگر"],
  ])("in %s over %d minutes is %j", (language, minutes, words) => {
    expect(formatCountdown(language, NOW, after(minutes))).toBe(words);
  });
});
