import { describe, expect, it } from "vitest";
import { carried, mustTell, type Told } from "../../../bench/support/summaries/score-summary.ts";
import type { Checkpoint } from "../../eval/checkpoints.ts";

const checkpoint = (wanted: Partial<Checkpoint>): Checkpoint => ({
  id: "eve",
  at: "2026-02-05T19:00:00Z",
  why: "for the test",
  ...wanted,
});

const told = (what: Partial<Record<keyof Told, readonly string[]>>): Told => ({
  phases: new Set(what.phases),
  days: new Set(what.days),
  hours: new Set(what.hours),
  cities: new Set(what.cities),
  people: new Set(what.people),
});

describe("the facts that a summary must tell", () => {
  it("are the phase, each round's day, hour and city, and who heads each side", () => {
    const venue = { city: "Muscat", country: "OMN" };
    const facts = mustTell(
      checkpoint({
        phase: ["scheduled", "underway"],
        nextRound: { date: "2026-02-06", time: "10:00", venue },
        lastRound: { date: "2026-01-20" },
        heads: { USA: "Steve Witkoff" },
      }),
    );
    expect(facts).toEqual([
      { kind: "phase", anyOf: ["scheduled", "underway"] },
      { kind: "day", anyOf: ["2026-02-06"] },
      { kind: "hour", anyOf: ["10:00"] },
      { kind: "city", anyOf: ["Muscat"] },
      { kind: "day", anyOf: ["2026-01-20"] },
      { kind: "head", anyOf: ["Steve Witkoff"] },
    ]);
  });

  it.each<[string, Partial<Checkpoint>]>([
    ["what may be left out", { phase: ["scheduled", null], nextRound: { time: ["10:00", null] } }],
    ["a round that there is not", { nextRound: null }],
    ["a round that may be told or not", { nextRound: [null, { date: "2026-02-06" }] }],
  ])("are not %s", (_, wanted) => {
    expect(mustTell(checkpoint(wanted))).toEqual([]);
  });
});

describe("a summary", () => {
  const facts = mustTell(
    checkpoint({ phase: ["scheduled", "underway"], heads: { USA: "Steve Witkoff" } }),
  );

  it.each([
    ["one right answer of several", { phases: ["underway"] }, 1],
    ["all", { phases: ["scheduled"], people: ["Steve Witkoff"] }, 2],
    ["a wrong answer", { phases: ["cancelled"] }, 0],
    ["the right words for another thing", { cities: ["Steve Witkoff"] }, 0],
  ])("carries of two facts, telling %s", (_, what, count) => {
    expect(carried(facts, told(what))).toBe(count);
  });
});
