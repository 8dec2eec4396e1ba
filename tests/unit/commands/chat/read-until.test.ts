import { expect, it } from "vitest";
import { readUntil } from "../../../../src/commands/chat/read-until.ts";

const NOW = new Date("2026-02-05T18:00:00Z");
const read = (said: string, zone = "Asia/Tehran", now = NOW) => readUntil(said, zone, now);

it.each([
  ["1d", "2026-02-06T18:00:00Z"],
  ["2 days", "2026-02-07T18:00:00Z"],
  ["1w", "2026-02-12T18:00:00Z"],
  ["12h", "2026-02-06T06:00:00Z"],
  ["۳ روز", "2026-02-08T18:00:00Z"],
  ["يوم", "2026-02-06T18:00:00Z"],
  ["٢ أسابيع", "2026-02-19T18:00:00Z"],
  ["2026-02-15", "2026-02-14T20:30:00Z"],
  ["15.2.2026", "2026-02-14T20:30:00Z"],
  ["15/02/2026", "2026-02-14T20:30:00Z"],
  ["۱۴۰۴/۱۱/۲۶", "2026-02-14T20:30:00Z"],
  ["1404-11-26", "2026-02-14T20:30:00Z"],
])("rests for %s", (said, until) => {
  expect(read(said)).toEqual({ kind: "until", at: new Date(until) });
});

it("ends a day at the same hour, though clocks change in between", () => {
  const evening = new Date("2026-03-28T19:00:00Z");
  expect(read("1d", "Europe/Berlin", evening)).toEqual({
    kind: "until",
    at: new Date("2026-03-29T18:00:00Z"),
  });
});

it.each([
  ["open", "open"],
  ["indefinitely", "open"],
  ["تا اطلاع بعدی", "open"],
  ["resume", "resume"],
  ["استئناف", "resume"],
  ["ادامه", "resume"],
  ["2026-02-05", "past"],
  ["1404/1/1", "past"],
  ["0d", "past"],
  ["2028-01-01", "far"],
  ["9999d", "far"],
  ["2026-02-30", "unreadable"],
  ["1404/13/1", "unreadable"],
  ["soon", "unreadable"],
  ["1", "unreadable"],
  ["", "unreadable"],
  ["1d".repeat(1_000), "unreadable"],
])("understands %s", (said, kind) => {
  expect(read(said).kind).toBe(kind);
});
