import { assert, constantFrom, integer, property, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCron } from "../../../src/deliveries/cron.ts";
import { nextOccurrence } from "../../../src/deliveries/next-occurrence.ts";
import type { IsoWeekday, Schedule, TimeOfDay } from "../../../src/deliveries/schedule.ts";
import { localParts } from "../../../src/i18n/dates.ts";
import { addDays, calendarDate, localDate, weekdayOf } from "../../../src/lib/calendar-date.ts";

const at = (clock: string) => clock as TimeOfDay;
const daily = (clock: string): Schedule => ({ kind: "daily", at: at(clock) });
const workdays = (clock: string): Schedule => ({ kind: "workdays", at: at(clock) });
const weekly = (day: IsoWeekday, clock: string): Schedule => ({
  kind: "weekly",
  day,
  at: at(clock),
});
const cron = (expression: string): Schedule => ({ kind: "cron", expression });

const next = (schedule: Schedule, timeZone: string, after: string) =>
  nextOccurrence(schedule, timeZone, new Date(after))?.toISOString() ?? null;

/** All occurrences from an instant on, before another. */
function occurrences(schedule: Schedule, timeZone: string, from: Date, until: Date): Date[] {
  const found: Date[] = [];
  let last = from;
  for (;;) {
    const following = nextOccurrence(schedule, timeZone, last);
    if (following === null || following >= until) return found;
    found.push(following);
    last = following;
  }
}

describe("a daily briefing", () => {
  it.each([
    ["Asia/Muscat", "2026-02-05T00:00:00Z", "2026-02-05T03:00:00.000Z"],
    ["Asia/Tehran", "2026-02-05T00:00:00Z", "2026-02-05T03:30:00.000Z"],
    ["Asia/Kolkata", "2026-02-05T02:00:00Z", "2026-02-06T01:30:00.000Z"],
    ["America/New_York", "2026-02-05T00:00:00Z", "2026-02-05T12:00:00.000Z"],
    ["Asia/Kathmandu", "2026-02-05T00:00:00Z", "2026-02-05T01:15:00.000Z"],
  ])("comes at seven in %s", (timeZone, after, expected) => {
    expect(next(daily("07:00"), timeZone, after)).toBe(expected);
  });

  it("never comes at the very instant it came last", () => {
    expect(next(daily("07:00"), "UTC", "2026-02-05T07:00:00Z")).toBe("2026-02-06T07:00:00.000Z");
    expect(next(daily("07:00"), "UTC", "2026-02-05T06:59:59.999Z")).toBe(
      "2026-02-05T07:00:00.000Z",
    );
  });
});

describe("where clocks jump forward", () => {
  it.each([
    ["New York", "America/New_York", "02:30", "2026-03-08T01:00:00Z", "2026-03-08T07:00:00.000Z"],
    ["Berlin", "Europe/Berlin", "02:30", "2026-03-28T23:30:00Z", "2026-03-29T01:00:00.000Z"],
    [
      "Lord Howe, by half an hour",
      "Australia/Lord_Howe",
      "02:15",
      "2026-10-03T12:00:00Z",
      "2026-10-03T15:30:00.000Z",
    ],
    [
      "Cairo, at midnight",
      "Africa/Cairo",
      "00:30",
      "2026-04-23T10:00:00Z",
      "2026-04-23T22:00:00.000Z",
    ],
    [
      "Nuuk, late in the evening",
      "America/Nuuk",
      "23:30",
      "2026-03-28T12:00:00Z",
      "2026-03-29T01:00:00.000Z",
    ],
  ])("the briefing comes the first instant after, in %s", (_, timeZone, clock, after, expected) => {
    expect(next(daily(clock), timeZone, after)).toBe(expected);
  });

  it("comes once when it was skipped and asked for after the jump, too", () => {
    const both = cron("0,30 2-3 * * *");
    const told = occurrences(
      both,
      "America/New_York",
      new Date("2026-03-08T05:00:00Z"),
      new Date("2026-03-09T04:00:00Z"),
    );
    expect(told.map((one) => one.toISOString())).toEqual([
      "2026-03-08T07:00:00.000Z",
      "2026-03-08T07:30:00.000Z",
    ]);
  });
});

describe("where clocks show an hour twice", () => {
  it("comes the first time only", () => {
    const first = "2026-11-01T05:30:00.000Z";
    expect(next(daily("01:30"), "America/New_York", "2026-11-01T04:00:00Z")).toBe(first);
    expect(next(daily("01:30"), "America/New_York", first)).toBe("2026-11-02T06:30:00.000Z");
    expect(next(daily("01:30"), "America/New_York", "2026-11-01T06:10:00Z")).toBe(
      "2026-11-02T06:30:00.000Z",
    );
  });
});

describe("where a zone skips a day", () => {
  it("does not come on that day, nor twice on the next", () => {
    const told = occurrences(
      daily("09:00"),
      "Pacific/Apia",
      new Date("2011-12-29T00:00:00Z"),
      new Date("2012-01-01T12:00:00Z"),
    );
    expect(told.map((one) => localDate(one, "Pacific/Apia"))).toEqual([
      "2011-12-29",
      "2011-12-31",
      "2012-01-01",
    ]);
  });
});

describe("working days", () => {
  it.each([
    ["Asia/Tehran", "Thursday", "2026-02-04T20:31:00Z", "2026-02-05"],
    ["Asia/Tehran", "not Friday nor Saturday", "2026-02-05T12:00:00Z", "2026-02-08"],
    ["Asia/Muscat", "not Friday nor Saturday", "2026-02-05T12:00:00Z", "2026-02-08"],
    ["Asia/Riyadh", "not Friday nor Saturday", "2026-02-05T12:00:00Z", "2026-02-08"],
    ["Asia/Baghdad", "not Friday nor Saturday", "2026-02-05T12:00:00Z", "2026-02-08"],
    ["Africa/Cairo", "not Friday nor Saturday", "2026-02-05T12:00:00Z", "2026-02-08"],
    ["Asia/Jerusalem", "not Friday nor Saturday", "2026-02-05T12:00:00Z", "2026-02-08"],
    ["Asia/Dubai", "Friday", "2026-02-05T12:00:00Z", "2026-02-06"],
    ["Asia/Beirut", "Friday", "2026-02-05T12:00:00Z", "2026-02-06"],
    ["America/New_York", "not Saturday nor Sunday", "2026-02-06T15:00:00Z", "2026-02-09"],
    ["Asia/Kolkata", "not Saturday nor Sunday", "2026-02-06T15:00:00Z", "2026-02-09"],
    ["Etc/UTC", "not Saturday nor Sunday", "2026-02-06T15:00:00Z", "2026-02-09"],
  ])("of %s: %s", (timeZone, _, after, day) => {
    const found = nextOccurrence(workdays("08:00"), timeZone, new Date(after));
    expect(found === null ? null : localDate(found, timeZone)).toBe(day);
  });
});

describe("a weekly briefing", () => {
  it.each([
    [1, "2026-02-09"],
    [5, "2026-02-06"],
    [7, "2026-02-08"],
  ] as const)("comes on day %i of the week", (day, expected) => {
    const found = next(weekly(day, "06:00"), "Asia/Tehran", "2026-02-05T12:00:00Z");
    expect(localDate(new Date(found ?? 0), "Asia/Tehran")).toBe(expected);
  });
});

describe("a cron expression", () => {
  it.each([
    ["0 9 * * 1-5", "2026-02-06T05:00:00.000Z"],
    ["*/30 8-20 * * *", "2026-02-05T12:30:00.000Z"],
    ["15 6,18 * feb-mar *", "2026-02-05T14:15:00.000Z"],
    ["0 9 * * sun", "2026-02-08T05:00:00.000Z"],
    ["0 9 * * 7", "2026-02-08T05:00:00.000Z"],
    ["0 9 1 * *", "2026-03-01T05:00:00.000Z"],
    ["0 9 13 * 5", "2026-02-06T05:00:00.000Z"],
    ["0 0 29 2 *", "2028-02-28T20:00:00.000Z"],
  ])("%s", (expression, expected) => {
    expect(next(cron(expression), "Asia/Muscat", "2026-02-05T12:00:00Z")).toBe(expected);
  });

  it.each(["", "nonsense", "0 9 31 2 *", "0 9 * *"])(
    "that is never due gives nothing: %s",
    (words) => {
      expect(next(cron(words), "UTC", "2026-02-05T12:00:00Z")).toBeNull();
    },
  );
});

describe("a cron expression is taken", () => {
  it.each([
    "0 9 * * *",
    "*/30 * * * *",
    " 0  9 * * 1-5 ",
    "15,45 * * * *",
    "0 9 1 jan *",
    "59 23,0 1 * *",
  ])("%s", (expression) => expect(checkCron(expression)).toEqual({ kind: "ok" }));
});

describe("a cron expression is refused", () => {
  it.each([
    ["fields", ""],
    ["fields", "0 9 * *"],
    ["fields", "0 0 9 * * *"],
    ["invalid", "60 9 * * *"],
    ["invalid", "0 24 * * *"],
    ["invalid", "*/0 9 * * *"],
    ["invalid", "0 9 L * *"],
    ["invalid", "0 9 15W * *"],
    ["invalid", "0 9 * * 1#2"],
    ["invalid", "0 9 ? * *"],
    ["invalid", "0-99999999 9 * * *"],
    ["invalid", "۰ ۹ * * *"],
    ["invalid", "a b c d e"],
    ["too-often", "* * * * *"],
    ["too-often", "*/15 * * * *"],
    ["too-often", "0,45 * * * *"],
    ["too-often", "0,50 23,0 * * *"],
    ["invalid", "0 9 31 2 *"],
    ["too-rare", "0 9 29 2 *"],
  ])("as %s: %s", (reason, expression) =>
    expect(checkCron(expression)).toEqual({ kind: "refused", reason }),
  );

  it("that is longer than anybody writes", () => {
    const long = `${"0,".repeat(4_000)}0 9 * * *`;
    expect(checkCron(long)).toEqual({ kind: "refused", reason: "fields" });
  });

  it("or taken, whatever is typed", () => {
    assert(
      property(string({ unit: "grapheme" }), (words) => {
        expect(["ok", "refused"]).toContain(checkCron(words).kind);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

const ZONES = [
  "Asia/Tehran",
  "Asia/Kolkata",
  "Asia/Muscat",
  "Australia/Lord_Howe",
  "America/New_York",
  "America/St_Johns",
  "America/Nuuk",
  "America/Santiago",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Asia/Beirut",
  "Europe/Berlin",
  "Europe/Dublin",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Antarctica/Troll",
  "UTC",
];
const clocks = tuple(integer({ min: 0, max: 23 }), integer({ min: 0, max: 59 })).map((two) =>
  two.map((number) => String(number).padStart(2, "0")).join(":"),
);
const instants = integer({ min: Date.UTC(2009, 0), max: Date.UTC(2030, 0) }).map(
  (ms) => new Date(ms),
);

describe("in any zone at any time", () => {
  it("the next one is later, and shows the time asked for unless clocks skip it", () => {
    assert(
      property(constantFrom(...ZONES), clocks, instants, (timeZone, clock, after) => {
        const found = nextOccurrence(daily(clock), timeZone, after);
        if (found === null) throw new Error("A daily briefing never ends.");
        expect(found.getTime()).toBeGreaterThan(after.getTime());
        const shown = localParts(found, timeZone);
        if (shown.clock === clock) return;
        const justBefore = localParts(new Date(found.getTime() - 1), timeZone);
        const asked = `${shown.day} ${clock}`;
        const jumped = clock > shown.clock ? `${addDays(shown.day, -1)} ${clock}` : asked;
        expect(`${justBefore.day} ${justBefore.clock}` < jumped).toBe(true);
        expect(jumped < `${shown.day} ${shown.clock}`).toBe(true);
      }),
      { seed: 11, numRuns: 1_500 },
    );
  });

  it("none is skipped or doubled across a year", () => {
    assert(
      property(
        constantFrom(...ZONES),
        clocks,
        integer({ min: 2010, max: 2029 }),
        (timeZone, clock, year) => {
          const [from, until] = [
            new Date(Date.UTC(year, 0, 1)),
            new Date(Date.UTC(year + 1, 0, 1)),
          ];
          const told = occurrences(daily(clock), timeZone, from, until);
          const gaps = told
            .slice(1)
            .map((one, place) => one.getTime() - (told[place]?.getTime() ?? 0));
          expect(Math.min(...gaps)).toBeGreaterThan(20 * 3_600_000);
          expect(Math.max(...gaps)).toBeLessThan(28 * 3_600_000);
          const skipped = timeZone === "Pacific/Apia" && year === 2011 ? 1 : 0;
          const days = calendarDate(year, 2, 29) === null ? 365 : 366;
          expect(Math.abs(told.length + skipped - days)).toBeLessThanOrEqual(1);
        },
      ),
      { seed: 17, numRuns: 40 },
    );
  });

  it("a weekly one comes on its day", () => {
    assert(
      property(
        constantFrom(...ZONES),
        integer({ min: 1, max: 7 }),
        instants,
        (timeZone, day, after) => {
          const found = nextOccurrence(weekly(day as IsoWeekday, "12:00"), timeZone, after);
          expect(weekdayOf(localDate(found ?? new Date(0), timeZone))).toBe(day % 7);
        },
      ),
      { seed: 23, numRuns: 500 },
    );
  });
});
