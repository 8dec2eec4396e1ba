import { describe, expect, it } from "vitest";
import { groundsOf } from "../../../src/digest/grounds.ts";
import { assessmentOf } from "../../support/assessments.ts";
import { iranUs } from "../../support/real-seeds.ts";
import { claimOf, partyWord, reportOf } from "../../support/reports.ts";

const AT = "2026-02-04T12:00:00Z";
const saying = (id: string, at: string, ...claim: Parameters<typeof claimOf>) =>
  reportOf({ id, at: `2026-02-04T${at}:00Z`, says: { phase: claimOf(...claim) } });

describe("what a phase rests on", () => {
  it("is nothing before anything was heard", () => {
    expect(groundsOf(assessmentOf(AT), iranUs)).toEqual({ versions: [] });
  });

  it("names each voice once, the weightiest first", () => {
    const reports = [
      saying("one", "08:00", "agreed-in-principle"),
      saying("two", "09:00", "agreed-in-principle", partyWord("IRN")),
      saying("three", "10:00", "agreed-in-principle", partyWord("IRN")),
    ];

    const [version] = groundsOf(assessmentOf(AT, ...reports), iranUs).versions;

    expect(version?.phase).toBe("agreed-in-principle");
    expect(version?.voices).toBe(2);
    expect(
      version?.words.map(({ source, attribution }) => [source.source, attribution.kind]),
    ).toEqual([
      ["three", "party"],
      ["one", "article"],
    ]);
    expect(version?.words.map(({ source }) => source.n)).toEqual([1, 2]);
  });

  it("quotes the words that were counted, and no others", () => {
    const [version] = groundsOf(
      assessmentOf(AT, saying("one", "08:00", "agreed-in-principle")),
      iranUs,
    ).versions;

    expect(version?.words[0]?.source.evidence).toEqual([{ span: [0, 10], text: "words of one" }]);
  });

  it("tells rival versions with their own words", () => {
    const reports = [
      saying("one", "08:00", "agreed-in-principle", partyWord("IRN")),
      saying("two", "09:00", "agreed-in-principle", partyWord("USA")),
      reportOf({
        id: "three",
        at: "2026-02-04T10:00:00Z",
        tier: "outlet",
        says: { phase: claimOf("cancelled") },
      }),
    ];

    const { versions } = groundsOf(assessmentOf(AT, ...reports), iranUs);

    expect(versions.map(({ phase, since }) => [phase, since === null])).toEqual([
      ["agreed-in-principle", false],
      ["cancelled", true],
    ]);
    expect(versions[1]?.words.map(({ source }) => [source.source, source.n])).toEqual([
      ["three", 3],
    ]);
  });
});
