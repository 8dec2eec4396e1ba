import { describe, expect, it } from "vitest";
import { roundsOf } from "../../../src/digest/rounds.ts";
import type { DigestRound } from "../../../src/digest/digest.ts";
import type { TimelineEntry } from "../../../src/digest/timeline.ts";
import type { Phase } from "../../../src/facts/phase.ts";
import type { CalendarDate } from "../../../src/lib/calendar-date.ts";

const round = (date: CalendarDate | null, rest: Partial<DigestRound> = {}): DigestRound => ({
  date,
  time: "10:00",
  timeZone: "Asia/Muscat",
  venue: { city: "Muscat", country: "OMN" },
  format: null,
  mediator: null,
  status: "scheduled",
  confirmation: "both-parties",
  attributedTo: null,
  citations: [1],
  ...rest,
});

const step = (
  at: string,
  phase: Phase,
  nextRound: DigestRound | null,
  ended: TimelineEntry["ended"] = null,
): TimelineEntry => ({
  at: new Date(at),
  phase,
  nextRound,
  contested: false,
  ended,
  sources: [],
});

const told = (...entries: readonly TimelineEntry[]) =>
  roundsOf(entries, "Asia/Muscat").map(
    ({ date, firstDate, came, round: { status }, changedAt }) => ({
      date,
      firstDate,
      came,
      status,
      changedAt: changedAt.toISOString().slice(0, 10),
    }),
  );

describe("the rounds of a timeline", () => {
  it("are one where a round is moved, called off and restored", () => {
    expect(
      told(
        step("2026-02-01T08:00:00Z", "scheduled", round("2026-02-05")),
        step("2026-02-02T08:00:00Z", "scheduled", round("2026-02-06")),
        step("2026-02-03T08:00:00Z", "cancelled", null),
        step("2026-02-04T08:00:00Z", "scheduled", round("2026-02-07")),
      ),
    ).toEqual([
      {
        date: "2026-02-07",
        firstDate: "2026-02-05",
        came: "ahead",
        status: "scheduled",
        changedAt: "2026-02-04",
      },
    ]);
  });

  it.each(["cancelled", "postponed"] as const)(
    "keep the day of one that was %s, as not taking place then",
    (phase) => {
      expect(
        told(
          step("2026-02-01T08:00:00Z", "scheduled", round("2026-02-05")),
          step("2026-02-03T08:00:00Z", phase, null),
        ),
      ).toMatchObject([{ date: "2026-02-05", came: "ahead", status: phase }]);
    },
  );

  it("are two where another is announced after the day of one that was called off", () => {
    expect(
      told(
        step("2026-02-01T08:00:00Z", "scheduled", round("2026-02-05")),
        step("2026-02-03T08:00:00Z", "cancelled", null),
        step("2026-02-09T08:00:00Z", "scheduled", round("2026-02-12")),
      ),
    ).toMatchObject([
      { date: "2026-02-05", firstDate: "2026-02-05", came: "off", status: "cancelled" },
      { date: "2026-02-12", firstDate: "2026-02-12", came: "ahead", status: "scheduled" },
    ]);
  });

  it("are one where one that was put off gets its new day after the old one", () => {
    expect(
      told(
        step("2026-02-01T08:00:00Z", "scheduled", round("2026-02-05")),
        step("2026-02-03T08:00:00Z", "postponed", round("2026-02-05", { status: "postponed" })),
        step("2026-02-09T08:00:00Z", "scheduled", round("2026-02-12")),
      ),
    ).toMatchObject([{ date: "2026-02-12", firstDate: "2026-02-05", status: "scheduled" }]);
  });

  it("are two where nothing is heard of one that was put off for longer than a month", () => {
    expect(
      told(
        step("2026-02-01T08:00:00Z", "scheduled", round("2026-02-05")),
        step("2026-02-03T08:00:00Z", "postponed", null),
        step("2026-04-09T08:00:00Z", "scheduled", round("2026-04-12")),
      ),
    ).toMatchObject([
      { date: "2026-02-05", came: "off", status: "postponed" },
      { date: "2026-04-12", firstDate: "2026-04-12", came: "ahead" },
    ]);
  });

  it("change when their end is told, by what reports say of it", () => {
    const held = { date: "2026-02-06", held: true } as const;
    expect(
      told(
        step("2026-02-01T08:00:00Z", "scheduled", round("2026-02-06")),
        step("2026-02-08T14:00:00Z", "scheduled", round("2026-02-12"), held),
      ),
    ).toMatchObject([
      { date: "2026-02-06", came: "met", changedAt: "2026-02-08" },
      { date: "2026-02-12", came: "ahead" },
    ]);
  });

  it("are two once the first has met", () => {
    expect(
      told(
        step("2026-02-01T08:00:00Z", "scheduled", round("2026-02-06")),
        step("2026-02-06T08:00:00Z", "underway", null),
        step("2026-02-06T14:00:00Z", "adjourned", null),
        step("2026-02-09T14:00:00Z", "scheduled", round("2026-02-12")),
      ),
    ).toMatchObject([
      { date: "2026-02-06", firstDate: "2026-02-06", came: "met", status: "scheduled" },
      { date: "2026-02-12", firstDate: "2026-02-12", came: "ahead" },
    ]);
  });

  it("are one where it goes on the next day in the same place", () => {
    expect(
      told(
        step("2026-02-01T08:00:00Z", "scheduled", round("2026-02-06")),
        step("2026-02-06T14:00:00Z", "adjourned", null),
        step("2026-02-07T08:00:00Z", "underway", round("2026-02-07", { status: "underway" })),
        step("2026-02-07T14:00:00Z", "adjourned", null),
      ),
    ).toMatchObject([{ date: "2026-02-06", came: "met" }]);
  });

  it("are not said to have met where their day passed in silence", () => {
    expect(
      told(
        step("2026-02-01T08:00:00Z", "scheduled", round("2026-02-06")),
        step("2026-02-09T08:00:00Z", "scheduled", round("2026-02-12")),
      ),
    ).toMatchObject([
      { date: "2026-02-06", came: "passed" },
      { date: "2026-02-12", firstDate: "2026-02-12", came: "ahead" },
    ]);
  });

  it("are one where it is put off on the day itself", () => {
    expect(
      told(
        step("2026-02-01T08:00:00Z", "scheduled", round("2026-02-06")),
        step("2026-02-06T03:00:00Z", "postponed", round("2026-02-10")),
      ),
    ).toMatchObject([{ date: "2026-02-10", firstDate: "2026-02-06" }]);
  });

  it("change only with what readers plan by", () => {
    expect(
      told(
        step("2026-02-01T08:00:00Z", "proposed", round("2026-02-06")),
        step("2026-02-02T08:00:00Z", "scheduled", round("2026-02-06")),
      ),
    ).toMatchObject([{ changedAt: "2026-02-01" }]);
  });

  it("are none before a day is known", () => {
    expect(told(step("2026-02-01T08:00:00Z", "proposed", round(null)))).toEqual([]);
  });
});
