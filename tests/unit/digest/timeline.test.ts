import type { MeetingStatus } from "../../../src/facts/fact.ts";
import type { Phase } from "../../../src/facts/phase.ts";
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

/** Iran's word on the phase and the round. */
const says = (id: string, at: string, phase: Phase, status: MeetingStatus) =>
  reportOf({
    id,
    at,
    says: {
      phase: claimOf(phase, partyWord("IRN")),
      meetings: [{ ...MUSCAT, status, attribution: partyWord("IRN") }],
    },
  });

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

  it("tells a round that was held as held, and not as called off", () => {
    const reports = [...story, says("e", "2026-02-06T14:00:00Z", "adjourned", "held")];

    expect(timelineOf(iranUs, logOf(reports), ...ALL).at(-1)).toMatchObject({
      phase: "adjourned",
      nextRound: null,
      ended: { date: "2026-02-06", held: true },
    });
  });

  it("tells of a round whose day passed in silence neither that it was held nor that it is off", () => {
    const next = meetingOf({ ...MUSCAT, date: "2026-02-20" });
    const reports = [
      ...story,
      reportOf({
        id: "e",
        at: "2026-02-12T08:00:00Z",
        says: { phase: claimOf("scheduled", partyWord("IRN")), meetings: [next] },
      }),
    ];

    expect(timelineOf(iranUs, logOf(reports), ...ALL).at(-1)).toMatchObject({
      nextRound: { date: "2026-02-20" },
      ended: { date: "2026-02-06", held: false },
    });
  });

  it("tells of no end where a round is moved or called off before its day", () => {
    const entries = timelineOf(
      iranUs,
      logOf([
        ...story,
        says("e", "2026-02-05T08:00:00Z", "cancelled", "cancelled"),
        says("f", "2026-02-05T09:00:00Z", "cancelled", "cancelled"),
      ]),
      ...ALL,
    );

    expect(entries.at(-1)).toMatchObject({ phase: "cancelled", nextRound: null });
    expect(entries.map(({ ended }) => ended)).toEqual(entries.map(() => null));
  });
});
