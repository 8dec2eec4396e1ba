import { describe, expect, it } from "vitest";
import { changedRows, dayHeading, NOTHING_TOLD } from "../../../../src/app/cli/demo-rows.ts";

const muscat = { phase: "Scheduled", round: "round: Friday, Muscat", rivals: null };

describe("the demo", () => {
  it("tells a day of contradictions as such", () => {
    expect(dayHeading("2026-02-04", false)).toBe("Wednesday 4 February");
    expect(dayHeading("2026-02-04", true)).toContain("sources contradict each other");
  });

  it("tells nothing where nothing changed", () => {
    expect(changedRows(muscat, muscat)).toEqual({ rows: [], isMoved: false });
  });

  it("tells only what changed", () => {
    expect(changedRows({ ...NOTHING_TOLD, round: muscat.round }, muscat).rows).toEqual([
      "Scheduled",
    ]);
    expect(changedRows({ ...muscat, round: "" }, muscat).rows).toEqual([
      "Scheduled",
      "round: Friday, Muscat",
    ]);
  });

  it("tells what others say, and when they no longer do, without a report that moved it", () => {
    const contested = { ...muscat, rivals: "cancelled" };
    expect(changedRows(muscat, contested)).toEqual({
      rows: ["Scheduled", "contested: other sources say cancelled"],
      isMoved: true,
    });
    expect(changedRows(contested, muscat)).toEqual({
      rows: ["Scheduled, no longer contested"],
      isMoved: false,
    });
  });
});
