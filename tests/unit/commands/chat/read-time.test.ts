import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  looksLikeTime,
  readQuietHours,
  readTime,
} from "../../../../src/commands/chat/read-time.ts";

describe("a time of day", () => {
  it.each([
    ["08:30", "08:30"],
    ["8:30", "08:30"],
    ["8.30", "08:30"],
    ["0830", "08:30"],
    ["8h30", "08:30"],
    ["8", "08:00"],
    ["٠٨:٣٠", "08:30"],
    ["۸:۳۰", "08:30"],
    ["۸٫۳۰", "08:30"],
    ["8 am", "08:00"],
    ["8:30pm", "20:30"],
    ["12 am", "00:00"],
    ["12 pm", "12:00"],
    ["٨ صباحاً", "08:00"],
    ["الساعة ٨ مساءً", "20:00"],
    ["ساعت ۸ شب", "20:00"],
    ["۷ صبح", "07:00"],
    ["at 8:30", "08:30"],
    ["00:00", "00:00"],
    ["23:59", "23:59"],
  ])("reads %s", (said, time) => {
    expect(readTime(said)).toBe(time);
  });

  it.each([
    "25:00",
    "24:00",
    "8:60",
    "8:3",
    "-8:00",
    "8:30:00",
    "noonish",
    "",
    "8 o",
    "13 am",
    "٨:٧٥",
  ])("does not read %s", (said) => {
    expect(readTime(said)).toBeNull();
  });

  it("is recognised as meant, though wrong", () => {
    expect(looksLikeTime("25:00")).toBe(true);
    expect(looksLikeTime("۲۵:۹۹")).toBe(true);
    expect(looksLikeTime("weekdays")).toBe(false);
  });

  it("reads whatever minute of the day in any digits", () => {
    const digits = fc.constantFrom(0x30, 0x660, 0x6f0);
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), digits, (hour, minute, zero) => {
        const clock = [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
        const said = clock.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
        expect(readTime(said)).toBe(clock);
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it("survives any words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (said) => {
        const read = readTime(said);
        expect(read === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(read)).toBe(true);
      }),
      { seed: 8, numRuns: 500 },
    );
  });
});

describe("quiet hours", () => {
  it.each([
    ["23:00-07:00", "23:00", "07:00"],
    ["23-7", "23:00", "07:00"],
    ["11 pm to 7 am", "23:00", "07:00"],
    ["۲۳ تا ۷", "23:00", "07:00"],
    ["٢٣:٠٠ إلى ٧:٠٠", "23:00", "07:00"],
    ["22:30\u201306:30", "22:30", "06:30"],
  ])("reads %s", (said, from, until) => {
    expect(readQuietHours(said)).toEqual({ from, until });
  });

  it.each(["23:00", "night", "25:00-07:00", "1-2-3", ""])("does not read %s", (said) => {
    expect(readQuietHours(said)).toBeNull();
  });
});
