import { describe, expect, it } from "vitest";
import {
  createBibliography,
  eachOnce,
  newestFew,
  witnesses,
} from "../../../src/digest/bibliography.ts";
import type { Span } from "../../../src/lib/span.ts";
import type { Citation, Report } from "../../../src/talks/report.ts";
import { reportOf } from "../../support/reports.ts";

const NO_COPIES = new Map<string, number>();
const first = reportOf({ id: "first", at: "2026-02-05T06:00:00Z" });
const second = reportOf({ id: "second", at: "2026-02-05T07:00:00Z" });
const copy = reportOf({ id: "copy", at: "2026-02-05T08:00:00Z", storyId: "first" });

const citing = (report: Report, start = 0): Citation => ({
  report,
  evidence: [start, start + 10],
});

const passage = (span: Span, text: string) => ({ span, text });

describe("sources", () => {
  it("are numbered as they are first cited, and keep their number", () => {
    const sources = createBibliography(NO_COPIES);
    expect(sources.cite([citing(second)])).toEqual([1]);
    expect(sources.cite([citing(first), citing(second)])).toEqual([1, 2]);
    expect(sources.sources().map(({ n, title }) => [n, title])).toEqual([
      [1, "Report second"],
      [2, "Report first"],
    ]);
  });

  it("count copies of one report as one where they say the same, and tell how many there are", () => {
    const alike = { ...copy, quote: first.quote };
    const sources = createBibliography(new Map([["first", 4]]));
    expect(sources.cite([citing(first), citing(alike)])).toEqual([1]);
    expect(sources.cite([citing(alike)])).toEqual([1]);
    expect(sources.sources()).toMatchObject([{ n: 1, copies: 4 }]);
  });

  it("show each passage cited once, and under the article that has it", () => {
    const sources = createBibliography(NO_COPIES);
    const long = { ...first, quote: ([start]: Span) => `words at ${start}` };
    sources.cite([citing(long, 20), citing(long, 20), citing(long, 40)]);
    sources.cite([citing(copy, 60)]);
    expect(sources.sources().map(({ evidence }) => evidence.map(({ span }) => span))).toEqual([
      [
        [20, 30],
        [40, 50],
      ],
      [[60, 70]],
    ]);
  });

  it("show no passage that stands inside another one, and no words twice", () => {
    expect(
      eachOnce([
        passage([4, 9], "talks"),
        passage([0, 20], "The talks are set"),
        passage([0, 20], "The talks are set"),
        passage([40, 60], "The talks are set"),
      ]),
    ).toEqual([passage([0, 20], "The talks are set")]);
  });
});

describe("the newest few", () => {
  it("are of one report each story, its original if it is there", () => {
    const [oldest, ...rest] = Array.from({ length: 4 }, (_, n) =>
      citing(reportOf({ id: `r${n}`, at: `2026-02-05T0${n}:00:00Z` })),
    );
    const named = newestFew([citing(copy), oldest!, ...rest, citing(first)]);
    expect(named.map(({ report }) => report.articleId)).toEqual(["first", "r3", "r2"]);
  });
});

const voteBy = (voice: string, weight: number, report: Report) => ({
  value: null,
  voice,
  weight,
  attribution: { kind: "article" } as const,
  citation: citing(report),
});

describe("the witnesses of a claim", () => {
  it("are one report a voice, the newest, weightiest voices first", () => {
    const cited = witnesses([
      voteBy("owner:a", 0.5, first),
      voteBy("actor:IRN", 0.85, first),
      voteBy("actor:IRN", 0.85, second),
    ]);
    expect(cited.map(({ report }) => report.articleId)).toEqual(["second", "first"]);
  });

  it("are originals rather than their copies", () => {
    const cited = witnesses([voteBy("actor:IRN", 0.85, first), voteBy("actor:IRN", 0.85, copy)]);
    expect(cited.map(({ report }) => report.articleId)).toEqual(["first"]);
  });
});
