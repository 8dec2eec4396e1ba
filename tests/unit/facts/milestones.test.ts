import { describe, expect, it } from "vitest";
import { extractFrom } from "../../support/extract-news.ts";

describe("what a meeting is the first since", () => {
  it.each([
    ["en", "Iran and US meet in Muscat for the first time since the twelve-day war"],
    ["en", "Thursday's talks between Iran and US will be the first since the war in June"],
    ["en", "US and Iran hold first direct talks after the 12-day war"],
    ["ar", "إيران وأمريكا تلتقيان لأول مرة منذ حرب الـ12 يوما"],
    ["ar", "محادثات بين إيران وأمريكا هي الأولى منذ حرب الاثني عشر يوما"],
    ["fa", "نخستین دیدار ایران و آمریکا پس از جنگ دوازده‌روزه"],
    ["fa", "ایران و آمریکا برای نخستین بار از زمان جنگ ۱۲ روزه مذاکره می‌کنند"],
  ] as const)("[%s] %s", (lang, title) => {
    expect(extractFrom({ lang, title }).milestones.map(({ since }) => since)).toEqual([
      "twelve-day-war",
    ]);
  });

  it.each([
    ["en", "Iran and US meet in Muscat months after the twelve-day war"],
    ["ar", "محادثات بين إيران وأمريكا بعد أشهر من حرب الـ12 يوما"],
    ["fa", "مذاکرات ایران و آمریکا چند ماه پس از جنگ دوازده‌روزه"],
  ] as const)("[%s] takes no mere mention for a first: %s", (lang, title) => {
    expect(extractFrom({ lang, title }).milestones).toEqual([]);
  });
});
