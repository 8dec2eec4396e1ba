import { describe, expect, it } from "vitest";
import { nextOccurrence } from "../../src/deliveries/next-occurrence.ts";
import type { IsoWeekday, Schedule, TimeOfDay } from "../../src/deliveries/schedule.ts";
import { formatDay } from "../../src/i18n/dates.ts";
import { addDays, calendarDate, daysBetween, weekdayOf } from "../../src/lib/calendar-date.ts";
import type { Language } from "../../src/lib/language.ts";
import { createBudget } from "../../src/llm/budget.ts";
import { openStore } from "../../src/store/open-store.ts";
import { SILENT } from "../support/instrumented.ts";
import { datesOf } from "../unit/facts/dates/support.ts";

const at = (clock: string) => clock as TimeOfDay;
const daily = (clock: string): Schedule => ({ kind: "daily", at: at(clock) });
const weekly = (day: IsoWeekday): Schedule => ({ kind: "weekly", day, at: at("00:20") });
const cron = (expression: string): Schedule => ({ kind: "cron", expression });

/** Monday 28 February 2028 in Greenwich, late in the evening. */
const EVE = new Date("2028-02-28T22:00:00Z");

function firstThree(schedule: Schedule, timeZone: string): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  let after: Date | null = EVE;
  for (let n = 0; n < 3 && after !== null; n += 1) {
    after = nextOccurrence(schedule, timeZone, after);
    found.push(after?.toISOString().slice(0, 16));
  }
  return found;
}

describe("over the 29 February 2028", () => {
  it.each<[Schedule, string, string[]]>([
    [daily("00:00"), "UTC", ["2028-02-29T00:00", "2028-03-01T00:00", "2028-03-02T00:00"]],
    [daily("03:45"), "Asia/Tehran", ["2028-02-29T00:15", "2028-03-01T00:15", "2028-03-02T00:15"]],
    [
      daily("19:15"),
      "America/New_York",
      ["2028-02-29T00:15", "2028-03-01T00:15", "2028-03-02T00:15"],
    ],
    [weekly(2), "UTC", ["2028-02-29T00:20", "2028-03-07T00:20", "2028-03-14T00:20"]],
    [weekly(3), "UTC", ["2028-03-01T00:20", "2028-03-08T00:20", "2028-03-15T00:20"]],
    [cron("20 0 29 * *"), "UTC", ["2028-02-29T00:20", "2028-03-29T00:20", "2028-04-29T00:20"]],
    [cron("20 0 29 2 *"), "UTC", ["2028-02-29T00:20", "2032-02-29T00:20", "2036-02-29T00:20"]],
  ])("%j in %s comes when the calendar says", (schedule, timeZone, expected) => {
    expect(firstThree(schedule, timeZone)).toEqual(expected);
  });

  it.each<[Language, string]>([
    ["en", "Tuesday 29 February 2028"],
    ["ar", "الثلاثاء 29 فبراير/شباط 2028"],
    ["fa", "سه‌شنبه ۱۰ اسفند ۱۴۰۶ (۲۹ فوریه ۲۰۲۸)"],
  ])("the day has its name in %s", (language, words) => {
    expect(formatDay(language, "2028-02-29")).toBe(words);
  });

  it("the day is one of that year, and of no year beside it", () => {
    const years = [2027, 2028, 2029, 2100].map((year) => calendarDate(year, 2, 29));
    expect(years).toEqual([null, "2028-02-29", null, null]);
    expect([addDays("2028-02-28", 1), addDays("2028-03-01", -1)]).toEqual([
      "2028-02-29",
      "2028-02-29",
    ]);
    expect([daysBetween("2028-02-28", "2028-03-01"), weekdayOf("2028-02-29")]).toEqual([2, 2]);
  });

  it.each<[Language, string, string]>([
    ["en", "The talks will be held in Muscat on 29 February.", "29 February = 2028-02-29"],
    ["en", "The talks will be held in Muscat tomorrow.", "tomorrow = 2028-02-29"],
    ["ar", "ستعقد المحادثات في مسقط يوم 29 فبراير.", "29 فبراير = 2028-02-29"],
    ["ar", "ستعقد المحادثات في مسقط غدا.", "غدا = 2028-02-29"],
    ["fa", "مذاکرات ۲۹ فوریه در مسقط برگزار می‌شود.", "۲۹ فوریه = 2028-02-29"],
    ["fa", "مذاکرات فردا در مسقط برگزار می‌شود.", "فردا = 2028-02-29"],
    ["fa", "مذاکرات ۱۰ اسفند در مسقط برگزار می‌شود.", "۱۰ اسفند = 2028-02-29"],
  ])("%s news of the day before names it: %s", (language, text, expected) => {
    const reference = { published: new Date("2028-02-28T09:00:00Z"), timeZone: "Asia/Muscat" };
    expect(datesOf(text, language, reference)).toEqual([expected]);
  });

  it("a day's budget is spent by the day, and lasts as long as its clock says", async () => {
    const store = await openStore("file::memory:", () => undefined);
    let now = new Date("2028-02-28T23:59:59Z");
    const budget = createBudget({
      ledger: store.modelTokens,
      clock: { now: () => now },
      log: SILENT,
      model: "small",
      dailyTokens: 100,
      briefingTokens: 50,
    });
    const most = { inputTokens: 60, outputTokens: 40 };
    const spendsAt = async (instant: string): Promise<boolean> => {
      now = new Date(instant);
      const held = await budget.reserve(most, "briefing", new AbortController().signal);
      if (typeof held === "string") return false;
      await held.settle(most);
      return true;
    };
    expect(await spendsAt("2028-02-28T23:59:59Z")).toBe(true);
    expect(await spendsAt("2028-02-29T00:00:00Z")).toBe(true);
    expect(await spendsAt("2028-02-29T23:59:59Z")).toBe(false);
    // Set back an hour over midnight, it is the spent day's again.
    expect(await spendsAt("2028-02-28T23:10:00Z")).toBe(false);
    expect(await spendsAt("2028-03-01T00:00:00Z")).toBe(true);
    await store.modelTokens.prune("2028-02-29");
    expect(await store.modelTokens.used("2028-02-28")).toEqual([]);
    expect(await store.modelTokens.used("2028-02-29")).toHaveLength(1);
    await store.close();
  });
});
