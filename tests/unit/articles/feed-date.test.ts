import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFeedDate } from "../../../src/articles/feed-date.ts";

describe("a feed's date", () => {
  it.each([
    ["Thu, 05 Feb 2026 18:30:00 GMT", "2026-02-05T18:30:00Z"],
    ["Thu, 5 Feb 2026 18:30 +0330", "2026-02-05T15:00:00Z"],
    ["05 Feb 26 18:30:00 UT", "2026-02-05T18:30:00Z"],
    ["Thursday, 05-Feb-26 18:30:00 GMT", "2026-02-05T18:30:00Z"],
    ["Wed, 05 Feb 2026 18:30:00 EST", "2026-02-05T23:30:00Z"],
    ["Thu, 05 February 2026 18:30:00 +03:30", "2026-02-05T15:00:00Z"],
    ["Thu, 05 Feb 2026 18:30:00 GMT+4", "2026-02-05T14:30:00Z"],
    ["Thu, 05 Feb 2026 18:30:00 UTC+03:30", "2026-02-05T15:00:00Z"],
    ["Thu, 05 Feb 2026 18:30:00 +0200 (EET)", "2026-02-05T16:30:00Z"],
    ["Thu,  05  Feb  2026  18:30:00", "2026-02-05T18:30:00Z"],
    ["Thu, 05 Feb 2026 18:30:60 Z", "2026-02-05T18:30:59Z"],
    ["Thu, 05 Feb 2026", "2026-02-05T00:00:00Z"],
    ["Feb 5, 2026 6:30 PM GMT", "2026-02-05T18:30:00Z"],
    ["February 5, 2026, 12:05 am", "2026-02-05T00:05:00Z"],
    ["Thu Feb 05 18:30:00 UTC 2026", "2026-02-05T18:30:00Z"],
    ["2026-02-05T18:30:00Z", "2026-02-05T18:30:00Z"],
    ["2026-02-05T18:30:00.123+03:30", "2026-02-05T15:00:00Z"],
    ["2026-02-05T18:30-0500", "2026-02-05T23:30:00Z"],
    ["2026-02-05 18:30:00", "2026-02-05T18:30:00Z"],
    ["2026/02/05 18:30", "2026-02-05T18:30:00Z"],
    ["2026-02-05", "2026-02-05T00:00:00Z"],
    ["۲۰۲۶-۰۲-۰۵T۱۸:۳۰:۰۰Z", "2026-02-05T18:30:00Z"],
    ["٠٥ Feb ٢٠٢٦ ١٨:٣٠ GMT", "2026-02-05T18:30:00Z"],
    ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"],
  ])("%j is %s", (text, instant) => {
    expect(parseFeedDate(text)).toEqual(new Date(instant));
  });

  it.each([
    "",
    "now",
    "yesterday",
    "قبل قليل",
    "1404-11-16T18:30:00+03:30",
    "05/02/2026",
    "2026-02-30",
    "2026-13-01",
    "2026-02-05T25:00:00Z",
    "2026-02-05T18:61:00Z",
    "0000-00-00 00:00:00",
    "Thu, 01 Jan 1970 00:00:00 GMT",
    "Thu, 05 Foo 2026 18:30:00 GMT",
    "Thu, 05 Feb 2026 18:30:00 IST",
    "Thu, 05 Feb 2026 18:30:00 +9900",
    "Thu, 05 Feb 2026 and some more",
    "1770316200",
  ])("%j is unreadable, not now", (text) => {
    expect(parseFeedDate(text)).toBeNull();
  });

  it.each([
    ["Thu, 05 Feb 2026 18:30:00", "Asia/Tehran", "2026-02-05T15:00:00Z"],
    ["2026-07-05 18:30", "America/New_York", "2026-07-05T22:30:00Z"],
    ["2026-03-08 12:00", "America/New_York", "2026-03-08T16:00:00Z"],
    ["Thu, 05 Feb 2026 18:30:00 GMT", "Asia/Tehran", "2026-02-05T18:30:00Z"],
  ])("%j of a feed at home in %s is %s", (text, timeZone, instant) => {
    expect(parseFeedDate(text, timeZone)).toEqual(new Date(instant));
  });

  it("of a million digits is unreadable at once", () => {
    expect(parseFeedDate("2".repeat(1_000_000))).toBeNull();
  });

  it("reads back what RFC 822 and ISO 8601 write", () => {
    const range = { min: new Date("1990-01-01"), max: new Date("2999-12-31"), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), (date) => {
        const second = new Date(Math.floor(date.getTime() / 1000) * 1000);
        expect(parseFeedDate(second.toUTCString())).toEqual(second);
        expect(parseFeedDate(date.toISOString())).toEqual(second);
      }),
      { seed: 1 },
    );
  });

  it("is valid or null for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(parseFeedDate(text)?.getTime()).not.toBeNaN();
      }),
      { seed: 1 },
    );
  });
});
