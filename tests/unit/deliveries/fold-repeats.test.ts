import { describe, expect, it } from "vitest";
import { foldRepeats, type ToldBefore } from "../../../src/deliveries/fold-repeats.ts";
import type { Alert } from "../../../src/digest/alert.ts";
import { RICH_DIGEST } from "../../support/digests.ts";

const NOW = new Date("2026-02-04T18:30:00Z");
const TO: Alert = { kind: "phase", from: "in-doubt", to: "scheduled" };
const FRO: Alert = { kind: "phase", from: "scheduled", to: "in-doubt" };
const ago = (minutes: number, alert: Alert, certainty: number): ToldBefore => ({
  at: new Date(NOW.getTime() - minutes * 60_000),
  alert,
  certainty,
});

const repeated = (told: readonly ToldBefore[], confidence: number) => {
  const digest = { ...RICH_DIGEST, phase: "scheduled", confidence } as const;
  const previous = { ...RICH_DIGEST, phase: "in-doubt" } as const;
  const { alerts, seen } = foldRepeats([TO], { previous, digest, told, now: NOW });
  return { isTold: alerts.length > 0, phase: seen.phase };
};

describe("a phase that was told, and taken back, within three hours", () => {
  it("is not told again while it is no surer", () => {
    const told = [ago(60, FRO, 0.4), ago(160, TO, 0.45)];
    expect(repeated(told, 0.5)).toEqual({ isTold: false, phase: "in-doubt" });
  });

  it("is told at once when it is far surer, to those who want only what is sure", () => {
    const told = [ago(60, FRO, 0.4), ago(160, TO, 0.45)];
    expect(repeated(told, 0.97)).toEqual({ isTold: true, phase: "scheduled" });
  });

  it("is told again later, when it lasts", () => {
    const told = [ago(60, FRO, 0.9), ago(181, TO, 0.9)];
    expect(repeated(told, 0.9).isTold).toBe(true);
  });
});
