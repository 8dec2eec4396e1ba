import * as fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import {
  calendarFile,
  type CalendarEntry,
  writeCalendar,
} from "../../../src/commands/calendar-file.ts";

const entry = (given: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: "iran-us-after-none@parley",
  learntAt: new Date("2026-02-05T18:00:00Z"),
  begins: new Date("2026-02-06T06:00:00Z"),
  status: "CONFIRMED",
  summary: "Iran–US talks",
  location: "Muscat, Oman",
  description: "Confirmed",
  url: "https://news.example/1",
  ...given,
});

const linesOf = (content: string) => content.replaceAll("\r\n ", "").split("\r\n");
const valueOf = (content: string, name: string) =>
  linesOf(content)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);
const unescape = (value: string) =>
  value.replace(/\\(.)/gsu, (_, mark: string) => (mark === "n" ? "\n" : mark));

describe("the calendar file of a round (RFC 5545)", () => {
  it("begins at the hour where one is known", () => {
    expect(linesOf(calendarFile("a.ics", entry()).content)).toContain("DTSTART:20260206T060000Z");
  });

  it("takes the whole day where no hour is known", () => {
    const { content } = calendarFile("a.ics", entry({ begins: "2026-02-06" }));

    expect(linesOf(content)).toContain("DTSTART;VALUE=DATE:20260206");
  });

  it("is of one round and one version", () => {
    const { content, mediaType } = calendarFile("a.ics", entry());

    expect(mediaType).toBe("text/calendar");
    expect(linesOf(content)).toEqual(
      expect.arrayContaining([
        "UID:iran-us-after-none@parley",
        "SEQUENCE:34624800",
        "DTSTAMP:20260205T180000Z",
        "STATUS:CONFIRMED",
      ]),
    );
  });

  it("is of a later version whenever something was learnt since", () => {
    const later = entry({ learntAt: new Date("2026-02-05T18:00:01Z") });

    expect(valueOf(calendarFile("a.ics", later).content, "SEQUENCE")).toBe("34624801");
  });

  it("holds a component though there is no round yet, as it must", () => {
    const calendar = new ICAL.Component(ICAL.parse(writeCalendar("Iran–US talks", [])));

    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(["vtimezone"]);
  });

  it("lets no words break out of their line, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (words) => {
        const { content } = calendarFile("a.ics", entry({ summary: words, description: words }));

        expect(content.isWellFormed()).toBe(true);
        for (const row of content.split("\r\n")) {
          expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75);
          expect(row).not.toMatch(/[\r\n]/);
        }
        expect(linesOf(content).filter((line) => line.startsWith("BEGIN:"))).toHaveLength(2);
        expect(linesOf(content)).toHaveLength(
          linesOf(calendarFile("a.ics", entry()).content).length,
        );
      }),
      { seed: 20_260_206, numRuns: 300 },
    );
  });

  it("gives words back as they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (words) => {
        const clean = words
          .toWellFormed()
          // oxlint-disable-next-line eslint/no-control-regex -- what the format cannot hold
          .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
        const { content } = calendarFile("a.ics", entry({ summary: clean }));

        expect(unescape(valueOf(content, "SUMMARY") ?? "")).toBe(clean);
      }),
      { seed: 20_260_206, numRuns: 300 },
    );
  });
});
