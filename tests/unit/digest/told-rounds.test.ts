import { describe, expect, it } from "vitest";
import type { RoundHistory } from "../../../src/digest/rounds.ts";
import { joinRounds } from "../../../src/digest/told-rounds.ts";
import { TOLD_ROUND } from "../../support/told-rounds.ts";

const round = (changes: Partial<RoundHistory> = {}): RoundHistory => ({
  ...TOLD_ROUND,
  ...changes,
});
const at = (iso: string) => new Date(iso);
/** Reports of before March are no longer known. */
const SPRING = { since: at("2026-03-01T00:00:00Z"), today: "2026-04-15" } as const;
const shown = (rounds: readonly RoundHistory[]) =>
  rounds.map(({ firstDate, date, came }) => `${firstDate} ${date} ${came}`);

describe("rounds that were told before", () => {
  it("stay once their reports are too old to be known", () => {
    expect(joinRounds([round()], [], SPRING)).toEqual([round()]);
  });

  it("stay for a year, and go after that", () => {
    const kept = [round()];
    expect(joinRounds(kept, [], { ...SPRING, today: "2027-02-06" })).toEqual(kept);
    expect(joinRounds(kept, [], { ...SPRING, today: "2027-04-01" })).toEqual([]);
  });

  it("stay, though their end was told when their announcement was too old already", () => {
    const kept = round({ changedAt: at("2026-03-02T00:00:00Z") });
    expect(joinRounds([kept], [], SPRING)).toEqual([kept]);
  });

  it("go when later reports tell the same weeks without them", () => {
    const since = at("2026-01-01T00:00:00Z");
    expect(joinRounds([round()], [], { ...SPRING, since })).toEqual([]);
  });

  it("have passed once their day is over and nothing more was heard", () => {
    const kept = round({ came: "ahead" });
    expect(shown(joinRounds([kept], [], SPRING))).toEqual(["2026-02-06 2026-02-06 passed"]);
    const eve = { ...SPRING, today: "2026-02-06" } as const;
    expect(shown(joinRounds([kept], [], eve))).toEqual(["2026-02-06 2026-02-06 ahead"]);
  });

  it("give way to what is told of them now", () => {
    const moved = round({ date: "2026-04-18", came: "ahead" });
    expect(joinRounds([round()], [moved], SPRING)).toEqual([moved]);
  });

  it("stay as they were once they are over, though little is still known of them", () => {
    const bare = { ...TOLD_ROUND.round, time: null };
    const left = round({ round: bare, announcedAt: at("2026-03-10T00:00:00Z") });
    expect(joinRounds([round()], [left], SPRING)).toEqual([round()]);
    const passed = round({ came: "passed" });
    expect(joinRounds([passed], [left], SPRING)).toEqual([round()]);
  });

  it("keep the name of their first day when only their last is still known", () => {
    const kept = round({ firstDate: "2026-02-06", date: "2026-04-20", came: "ahead" });
    const told = round({
      firstDate: "2026-04-20",
      date: "2026-04-20",
      announcedAt: at("2026-03-10T00:00:00Z"),
      came: "ahead",
    });
    const [joined] = joinRounds([kept], [told], SPRING);
    expect(joined).toEqual({ ...told, firstDate: "2026-02-06", announcedAt: kept.announcedAt });
  });

  it("come in the order of their days, with those that are told now", () => {
    const told = round({ firstDate: "2026-04-20", date: "2026-04-20", came: "ahead" });
    expect(shown(joinRounds([round()], [told], SPRING))).toEqual([
      "2026-02-06 2026-02-06 met",
      "2026-04-20 2026-04-20 ahead",
    ]);
  });
});
