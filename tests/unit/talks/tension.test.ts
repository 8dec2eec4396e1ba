import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Event } from "../../../src/facts/fact.ts";
import { intensityOf, PLOVER_TYPES, type PloverType } from "../../../src/facts/plover.ts";
import { addDays, type CalendarDate } from "../../../src/lib/calendar-date.ts";
import { type Deeds, stepTension, tensionOn, tensionSeries } from "../../../src/talks/tension.ts";
import { happening } from "../../support/assessments.ts";

type Told = readonly [day: CalendarDate, type: PloverType, event?: Partial<Event>];

const deedsOf = (...told: readonly Told[]): Deeds =>
  told.reduce<Deeds>(
    (deeds, [day, type, event]) =>
      stepTension(
        deeds,
        happening({ type, mode: null, intensity: intensityOf(type, null), ...event }),
        day,
      ),
    [],
  );

const aRoundAgreed: readonly Told[] = [
  ["2026-02-22", "AGREE", { date: "2026-02-26" }],
  ["2026-02-26", "CONSULT", { date: "2026-02-26" }],
  ["2026-02-27", "AGREE", { date: "2026-03-02" }],
];
const attack: Told = ["2026-02-28", "ASSAULT", { date: "2026-02-28" }];

describe("tension between the parties", () => {
  it("is unknown where nothing happened, and that of the deed where one did", () => {
    expect(tensionOn([], "2026-02-28")).toBeNull();
    expect(tensionOn(deedsOf(attack), "2026-02-28")).toBe(-9);
    expect(tensionOn(deedsOf(attack), "2026-02-27")).toBeNull();
  });

  it("is high two days after an attack, whatever was agreed before it", () => {
    const calm = tensionOn(deedsOf(...aRoundAgreed), "2026-02-27");
    const then = tensionOn(deedsOf(...aRoundAgreed, attack), "2026-03-02");
    expect(calm).toBe(2.5);
    expect(then).toBeLessThanOrEqual(-3);
  });

  it("eases as days of talks follow a threat", () => {
    const after = deedsOf(
      ["2026-02-20", "THREATEN"],
      ["2026-02-22", "AGREE", { date: "2026-02-26" }],
      ["2026-02-26", "CONSULT", { date: "2026-02-26" }],
    );
    const scores = ["2026-02-20", "2026-02-22", "2026-02-26"].map((day) =>
      tensionOn(after, day as CalendarDate),
    );
    expect(scores).toEqual(scores.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
  });

  it.each([
    ["a plan for one day", "AGREE", "2026-02-26", ["2026-02-22", "2026-02-23", "2026-02-25"]],
    ["a deed of one day", "ASSAULT", "2026-02-20", ["2026-02-20", "2026-02-21", "2026-02-24"]],
    ["a deed told again with no day", "SANCTION", null, ["2026-02-20", "2026-02-21"]],
  ] as const)("counts %s once, however often it is told", (_, type, date, days) => {
    expect(deedsOf(...days.map((day): Told => [day, type, { date }]))).toHaveLength(1);
  });

  it("counts what is done on another day, or by the other side, as another deed", () => {
    expect(
      deedsOf(
        attack,
        ["2026-03-01", "ASSAULT", { date: "2026-03-01" }],
        ["2026-02-28", "ASSAULT", { date: "2026-02-28", source: "IRN", target: "USA" }],
      ),
    ).toHaveLength(3);
  });

  it("lies between the gravest and the kindest deed, and is as the series has it", () => {
    const aDeed = fc.record({
      type: fc.constantFrom(...PLOVER_TYPES),
      ago: fc.nat(40),
    });
    const today: CalendarDate = "2026-03-02";
    fc.assert(
      fc.property(fc.array(aDeed, { minLength: 1, maxLength: 40 }), (some) => {
        const told = some.toSorted((a, b) => b.ago - a.ago);
        const deeds = deedsOf(...told.map(({ type, ago }): Told => [addDays(today, -ago), type]));
        const scores = told.map(({ type }) => intensityOf(type, null));
        const now = tensionOn(deeds, today);
        expect(now).toBeGreaterThanOrEqual(Math.min(0, ...scores));
        expect(now).toBeLessThanOrEqual(Math.max(0, ...scores));
        expect(tensionSeries(deeds, today).at(-1)).toEqual({ date: today, value: now });
      }),
      { seed: 20_260_228, numRuns: 200 },
    );
  });
});
