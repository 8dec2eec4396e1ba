import { describe, expect, it } from "vitest";
import { createBibliography, witnesses } from "../../../src/digest/bibliography.ts";
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

  it("count copies of one report as one, and tell how many there are", () => {
    const sources = createBibliography(new Map([["first", 4]]));
    expect(sources.cite([citing(first), citing(copy)])).toEqual([1]);
    expect(sources.cite([citing(copy)])).toEqual([1]);
    expect(sources.sources()).toMatchObject([{ n: 1, copies: 4 }]);
  });

  it("show each passage cited once, and only passages of the article that is named", () => {
    const sources = createBibliography(NO_COPIES);
    sources.cite([citing(first, 20)]);
    sources.cite([citing(first, 20)]);
    sources.cite([citing(first, 40)]);
    sources.cite([citing(copy, 60)]);
    expect(sources.sources()[0]?.evidence.map(({ span }) => span)).toEqual([
      [20, 30],
      [40, 50],
    ]);
  });

  it("named for one claim are the newest, and few", () => {
    const sources = createBibliography(NO_COPIES);
    const [oldest, ...rest] = Array.from({ length: 6 }, (_, n) =>
      citing(reportOf({ id: `r${n}`, at: `2026-02-05T0${n}:00:00Z` })),
    );
    sources.cite([oldest!, ...rest]);
    expect(sources.sources().map(({ title }) => title)).toEqual([
      "Report r5",
      "Report r4",
      "Report r3",
    ]);
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
});
