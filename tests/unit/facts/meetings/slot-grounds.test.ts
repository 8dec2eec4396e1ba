import { describe, expect, it } from "vitest";
import { evidenceOf } from "../../../../src/facts/evidence.ts";
import type { MeetingSlot } from "../../../../src/facts/fact.ts";
import { textOf } from "../../../../src/articles/article.ts";
import { articleOf, extractFrom, type News } from "../../../support/extract-news.ts";

function tellingOf(news: News, slot: MeetingSlot): string | undefined {
  const [meeting] = extractFrom(news).meetings;
  const span = meeting?.grounds?.[slot] ?? meeting?.evidence;
  return span === undefined ? undefined : textOf(articleOf(news)).slice(...span);
}

const inEnglish: News = {
  lang: "en",
  title: "Iran and US to hold talks in Geneva on Thursday",
  body: "The talks between Iran and the United States will begin at 10 a.m. on Thursday.",
};
const inArabic: News = {
  lang: "ar",
  title: "إيران والولايات المتحدة تعقدان محادثات في جنيف الخميس",
  body: "وستبدأ المحادثات بين إيران والولايات المتحدة الساعة العاشرة من صباح الخميس.",
};
const inPersian: News = {
  lang: "fa",
  title: "مذاکرات ایران و آمریکا پنجشنبه در ژنو برگزار می‌شود",
  body: "مذاکرات ایران و آمریکا ساعت ۱۰ صبح روز پنجشنبه آغاز خواهد شد.",
};

describe("the sentences that tell the slots of a meeting", () => {
  it.each([inEnglish, inArabic, inPersian])(
    "are the one with the hour for the hour, and the first for day and place: $title",
    (news) => {
      const [meeting] = extractFrom(news).meetings;
      expect(meeting).toMatchObject({ date: "2026-04-09", time: "10:00" });
      expect(tellingOf(news, "time")).toBe(news.body);
      expect(tellingOf(news, "date")).toBe(news.title);
      expect(tellingOf(news, "venue")).toBe(news.title);
    },
  );

  it("are all kept with the evidence of the article", () => {
    const extraction = extractFrom(inEnglish);
    const spans = evidenceOf(extraction).map(String);
    const grounds = Object.values(extraction.meetings[0]?.grounds ?? {}).map(String);
    expect(grounds.length).toBeGreaterThan(0);
    expect(spans).toEqual(expect.arrayContaining(grounds));
    expect(new Set(spans).size).toBe(spans.length);
  });
});
