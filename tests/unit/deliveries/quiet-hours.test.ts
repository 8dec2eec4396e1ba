import { describe, expect, it } from "vitest";
import { inQuietHours, quietEnd } from "../../../src/deliveries/quiet-hours.ts";
import type { QuietHours, TimeOfDay } from "../../../src/deliveries/schedule.ts";

const quiet = (from: string, until: string): QuietHours => ({
  from: from as TimeOfDay,
  until: until as TimeOfDay,
});
const endOf = (hours: QuietHours, timeZone: string, at: string) =>
  quietEnd(hours, timeZone, new Date(at))?.toISOString() ?? null;

describe("quiet hours", () => {
  const night = quiet("22:00", "07:00");

  it.each([
    ["just before", "2026-02-05T17:59:59Z", null],
    ["at their beginning", "2026-02-05T18:00:00Z", "2026-02-06T03:00:00.000Z"],
    ["before midnight", "2026-02-05T19:30:00Z", "2026-02-06T03:00:00.000Z"],
    ["after midnight", "2026-02-06T02:59:59Z", "2026-02-06T03:00:00.000Z"],
    ["at their end", "2026-02-06T03:00:00Z", null],
  ])("over midnight, %s", (_, at, expected) => {
    expect(endOf(night, "Asia/Muscat", at)).toBe(expected);
  });

  it("within a day", () => {
    const noon = quiet("12:00", "14:30");
    expect(endOf(noon, "Asia/Tehran", "2026-02-05T09:00:00Z")).toBe("2026-02-05T11:00:00.000Z");
    expect(endOf(noon, "Asia/Tehran", "2026-02-05T08:00:00Z")).toBeNull();
  });

  it("are none where both times are one", () => {
    for (let hour = 0; hour < 24; hour += 1)
      expect(
        inQuietHours(quiet("08:00", "08:00"), "UTC", new Date(Date.UTC(2026, 1, 5, hour))),
      ).toBe(false);
  });

  it.each([
    [
      "an hour shorter as clocks jump",
      "America/New_York",
      "2026-03-08T04:00:00Z",
      "2026-03-08T11:00:00.000Z",
    ],
    [
      "an hour longer as they go back",
      "America/New_York",
      "2026-11-01T04:00:00Z",
      "2026-11-01T12:00:00.000Z",
    ],
  ])("are %s", (_, timeZone, at, expected) => {
    expect(endOf(night, timeZone, at)).toBe(expected);
  });

  it("end after the jump where their end is skipped", () => {
    expect(endOf(quiet("22:00", "02:30"), "Europe/Berlin", "2026-03-29T00:30:00Z")).toBe(
      "2026-03-29T01:00:00.000Z",
    );
  });

  it("end the first time that their end is shown", () => {
    const early = quiet("22:00", "01:30");
    expect(endOf(early, "America/New_York", "2026-11-01T05:10:00Z")).toBe(
      "2026-11-01T05:30:00.000Z",
    );
    expect(endOf(early, "America/New_York", "2026-11-01T06:10:00Z")).toBeNull();
  });
});
