import { array, assert, constantFrom, oneof, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { textOf } from "../../../src/articles/article.ts";
import { evidenceOf } from "../../../src/facts/evidence.ts";
import { LANGUAGES } from "../../../src/lib/language.ts";
import { articleOf, extractFrom, type News } from "../../support/extract-news.ts";

const PIECES = [
  "Iran and the United States",
  "will hold talks",
  "in Muscat",
  "on Friday",
  "Araghchi said",
  "إيران والولايات المتحدة",
  "المحادثات",
  "في جنيف",
  "يوم الجمعة",
  "برئاسة",
  "ایران و آمریکا",
  "مذاکرات",
  "در ژنو",
  "به ریاست",
  "لغو شد",
  "cancelled",
  "led by",
  "\n\n",
  ". ",
  ", ",
  "«",
  "»",
  "<b>",
  "&amp;",
  "\ud800",
  "\u202e",
  "١٢",
];

const text = array(oneof(constantFrom(...PIECES), string({ maxLength: 12, unit: "binary" })), {
  maxLength: 40,
}).map((pieces) => pieces.join(" "));

const news = record({ lang: constantFrom(...LANGUAGES), title: text, body: text });

describe("extraction", () => {
  it("rests every fact on a span within the text, whatever the text", () => {
    assert(
      property(news, (piece: News) => {
        const { length } = textOf(articleOf(piece));
        for (const [start, end] of evidenceOf(extractFrom(piece))) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(length);
        }
      }),
      { seed: 20260407, numRuns: 300 },
    );
  });

  it("asserts nothing for an article about something else", () => {
    expect(extractFrom({ lang: "en", title: "Rain expected in the mountains" })).toEqual({
      relevant: false,
      phase: null,
      meetings: [],
      delegations: [],
      statements: [],
      events: [],
      disagreements: [],
      milestones: [],
    });
  });

  it("reads a round, its delegations and its disputes out of one report", () => {
    const report = extractFrom({
      lang: "en",
      title: "Iran and US to meet in Geneva on Thursday after dispute over venue is settled",
      body: "Abbas Araghchi will lead the Iranian delegation and Steve Witkoff the American one. It will be the first meeting since the twelve-day war.",
    });

    expect(report.phase?.phase).toBe("scheduled");
    expect(report.meetings).toMatchObject([
      { date: "2026-04-09", venue: { city: "Geneva", country: "CHE" }, status: "scheduled" },
    ]);
    expect(report.delegations.map(({ party }) => party)).toEqual(["IRN", "USA"]);
    expect(report.disagreements).toMatchObject([{ about: "venue", settled: true }]);
    expect(report.milestones).toMatchObject([{ since: "twelve-day-war" }]);
  });
});
