import { describe, expect, it } from "vitest";
import { timelineOf } from "../../../src/digest/timeline.ts";
import type { Report } from "../../../src/talks/report.ts";
import { createStandingOf } from "../../../src/talks/source-standing.ts";
import { createTalksLog } from "../../../src/talks/talks-log.ts";
import { iranUs } from "../../support/real-seeds.ts";
import { claimOf, meetingOf, partyWord, reportOf } from "../../support/reports.ts";

const logOf = (reports: readonly Report[]) => {
  const log = createTalksLog({ dossier: iranUs, standingOf: createStandingOf(iranUs) });
  for (const report of reports) log.add(report);
  return log;
};
const ALL = [new Date(0), new Date("2026-03-01T00:00:00Z")] as const;

const MUSCAT = meetingOf({
  date: "2026-02-06",
  venue: { city: "Muscat", country: "OMN" },
  status: "scheduled",
});
const story = [
  reportOf({ id: "a", at: "2026-02-02T08:00:00Z", says: { phase: claimOf("proposed") } }),
  reportOf({
    id: "b",
    at: "2026-02-03T08:00:00Z",
    says: { phase: claimOf("scheduled", partyWord("IRN")), meetings: [MUSCAT] },
  }),
  reportOf({
    id: "c",
    at: "2026-02-03T09:00:00Z",
    says: { phase: claimOf("scheduled", partyWord("USA")), meetings: [MUSCAT] },
  }),
  reportOf({ id: "d", at: "2026-02-04T09:00:00Z", says: {} }),
];

describe("the timeline", () => {
  it("has an entry for each change, with what it rests on", () => {
    const entries = timelineOf(iranUs, logOf(story), ...ALL);

    expect(
      entries.map(({ at, phase, nextRound, sources }) => [
        at.toISOString().slice(0, 16),
        phase,
        nextRound?.date ?? null,
        sources.map(({ url }) => url),
      ]),
    ).toEqual([
      ["2026-02-02T08:00", "proposed", null, ["https://a.example/a"]],
      ["2026-02-03T08:00", "scheduled", "2026-02-06", ["https://b.example/b"]],
    ]);
  });

  it("is the same in whatever order the reports came", () => {
    const [a, b] = [story, story.toReversed()].map((reports) =>
      timelineOf(iranUs, logOf(reports), ...ALL),
    );

    expect(b).toEqual(a);
  });

  it("tells what changed in a period against how it began", () => {
    const from = new Date("2026-02-03T08:30:00Z");

    expect(timelineOf(iranUs, logOf(story), from, ALL[1])).toEqual([]);
  });

  it("numbers the sources of each entry from 1", () => {
    for (const { sources } of timelineOf(iranUs, logOf(story), ...ALL))
      expect(sources.map(({ n }) => n)).toEqual(sources.map((_, at) => at + 1));
  });
});
