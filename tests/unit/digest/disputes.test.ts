import { describe, expect, it } from "vitest";
import { createBibliography } from "../../../src/digest/bibliography.ts";
import { disputesOf } from "../../../src/digest/disputes.ts";
import type { Disagreement } from "../../../src/facts/fact.ts";
import type { Report } from "../../../src/talks/report.ts";
import { assessmentOf } from "../../support/assessments.ts";
import { iranUs } from "../../support/real-seeds.ts";
import { claimOf, meetingOf, partyWord, reportOf } from "../../support/reports.ts";

const MUSCAT = { city: "Muscat", country: "OMN" };
const ISTANBUL = { city: "Istanbul", country: "TUR" };

function told(at: string, ...reports: Report[]) {
  const sources = createBibliography(new Map());
  const disputes = disputesOf(assessmentOf(at, ...reports), iranUs, sources);
  const titles = new Map(sources.sources().map(({ n, title }) => [n, title]));
  return disputes.map(({ about, settled, versions }) => ({
    about,
    settled,
    versions: versions.map(({ value, citations }) => [value, citations.map((n) => titles.get(n))]),
  }));
}

const setFor = (id: string, at: string, date: `${string}-${string}-${string}`, venue = MUSCAT) =>
  reportOf({
    id,
    at,
    says: {
      phase: claimOf("scheduled", partyWord("IRN")),
      meetings: [meetingOf({ date, venue })],
    },
  });

const again = setFor("again", "2026-02-04T23:00:00Z", "2026-02-06");
const byOthers = (date: `${string}-${string}-${string}`, venue = MUSCAT) =>
  reportOf({
    id: "others",
    at: "2026-02-04T22:00:00Z",
    says: { meetings: [meetingOf({ date, venue, attribution: partyWord("USA") })] },
  });

const argued = (about: Disagreement["about"], settled: boolean): Disagreement => ({
  about,
  settled,
  evidence: [0, 5],
});

const scheduled = setFor("scheduled", "2026-02-04T18:00:00Z", "2026-02-06");

const openly = (about: Disagreement["about"], at = "2026-02-04T12:00:00Z") =>
  reportOf({ id: "open", at, says: { disagreements: [argued(about, false)] } });

describe("disputes", () => {
  it("are none where sources agree", () => {
    const second = setFor("second", "2026-02-04T20:00:00Z", "2026-02-06");
    expect(told("2026-02-05T06:00:00Z", scheduled, second)).toEqual([]);
  });

  it("keep both versions of the phase, each with its source", () => {
    const rumour = reportOf({
      id: "rumour",
      at: "2026-02-05T06:00:00Z",
      tier: "outlet",
      says: { phase: claimOf("cancelled") },
    });
    expect(told("2026-02-05T07:00:00Z", scheduled, rumour)).toEqual([
      {
        about: "phase",
        settled: false,
        versions: [
          ["scheduled", ["Report scheduled"]],
          ["cancelled", ["Report rumour"]],
        ],
      },
    ]);
  });

  it("keep both dates", () => {
    const [dispute] = told("2026-02-05T06:00:00Z", scheduled, byOthers("2026-02-07"), again);
    expect(dispute?.about).toBe("date");
    expect(dispute?.versions.map(([value]) => value).toSorted()).toEqual([
      "2026-02-06",
      "2026-02-07",
    ]);
  });

  it("keep both places of one day", () => {
    const others = byOthers("2026-02-06", ISTANBUL);
    const [dispute] = told("2026-02-05T06:00:00Z", scheduled, others, again);
    expect(dispute?.about).toBe("venue");
    expect(dispute?.versions).toHaveLength(2);
  });

  it("forget a place that was not repeated once the other was out", () => {
    const before = setFor("before", "2026-02-03T08:00:00Z", "2026-02-06", ISTANBUL);
    expect(told("2026-02-05T06:00:00Z", before, scheduled)).toEqual([]);
  });

  it("between the parties stand open until told as settled", () => {
    const open = reportOf({
      id: "open",
      at: "2026-02-04T19:00:00Z",
      says: { disagreements: [argued("format", false)] },
    });
    const closed = reportOf({
      id: "closed",
      at: "2026-02-04T21:00:00Z",
      says: { disagreements: [argued("format", true)] },
    });
    expect(told("2026-02-04T20:00:00Z", scheduled, open)).toMatchObject([
      { about: "format", settled: false },
    ]);
    expect(told("2026-02-05T06:00:00Z", scheduled, open, closed)).toMatchObject([
      {
        about: "format",
        settled: true,
        versions: [["words of closed", ["Report closed"]]],
      },
    ]);
  });

  it("between the parties turn open again once told as open", () => {
    const closed = reportOf({
      id: "closed",
      at: "2026-02-04T09:00:00Z",
      says: { disagreements: [argued("venue", true)] },
    });
    const open = reportOf({
      id: "open",
      at: "2026-02-04T19:00:00Z",
      says: { disagreements: [argued("venue", false)] },
    });
    expect(told("2026-02-04T20:00:00Z", closed, open)).toEqual([
      { about: "venue", settled: false, versions: [["words of open", ["Report open"]]] },
    ]);
  });

  const byIran = reportOf({
    id: "iran",
    at: "2026-02-04T18:00:00Z",
    says: {
      meetings: [meetingOf({ date: "2026-02-06", venue: MUSCAT, attribution: partyWord("IRN") })],
    },
  });

  it.each(["venue", "format", "date"] as const)(
    "between the parties over the %s are over once both gave the round as fixed",
    (about) => {
      const both = [byIran, byOthers("2026-02-06")];
      expect(told("2026-02-05T06:00:00Z", openly(about), byIran)).toMatchObject([
        { about, settled: false },
      ]);
      expect(told("2026-02-05T06:00:00Z", openly(about), ...both)).toEqual([
        { about, settled: true, versions: [["words of open", ["Report open", "Report others"]]] },
      ]);
    },
  );

  it("over the agenda stay open where a round is fixed, as do new ones over its place", () => {
    const both = [byIran, byOthers("2026-02-06")];
    expect(told("2026-02-05T06:00:00Z", openly("agenda"), ...both)).toMatchObject([
      { about: "agenda", settled: false },
    ]);
    const anew = openly("venue", "2026-02-05T01:00:00Z");
    expect(told("2026-02-05T06:00:00Z", anew, ...both)).toMatchObject([
      { about: "venue", settled: false },
    ]);
  });

  it("are over where the report that recalls them gives the round as fixed", () => {
    const recalls = reportOf({
      id: "recalls",
      at: "2026-02-05T01:00:00Z",
      says: {
        meetings: [meetingOf({ date: "2026-02-06", venue: MUSCAT })],
        disagreements: [argued("venue", false)],
      },
    });
    const both = [byIran, byOthers("2026-02-06")];
    expect(told("2026-02-05T06:00:00Z", ...both, recalls)).toMatchObject([
      { about: "venue", settled: true },
    ]);
  });
});
