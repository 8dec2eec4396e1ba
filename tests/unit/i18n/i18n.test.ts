import { describe, expect, it } from "vitest";
import { ar } from "../../../src/i18n/ar.ts";
import {
  formatDay,
  formatDistance,
  formatInstant,
  formatMoment,
  formatNearMoment,
  formatShortDay,
} from "../../../src/i18n/dates.ts";
import { balanceIsolates, embed, plainLine } from "../../../src/i18n/direction.ts";
import { en } from "../../../src/i18n/en.ts";
import { fa } from "../../../src/i18n/fa.ts";
import { formatNumber, listOf } from "../../../src/i18n/locale.ts";
import { addDays } from "../../../src/lib/calendar-date.ts";

describe("counts", () => {
  it.each([
    [0, "لا مصادر"],
    [1, "مصدر واحد"],
    [2, "مصدرين"],
    [3, "3 مصادر"],
    [11, "11 مصدراً"],
    [100, "100 مصدر"],
  ])("%i is counted in Arabic as Arabic does", (count, words) => {
    expect(ar["coverage.sources"]({ count })).toBe(words);
  });

  it("are in Persian digits in Persian", () => {
    expect(fa["coverage.sources"]({ count: 12 })).toBe("۱۲ منبع");
  });

  it("know one from many in English", () => {
    expect(en["sources.behind"]({ count: 1 })).toBe("One source alone stands behind this digest.");
    expect(en["sources.behind"]({ count: 3 })).toBe("3 sources stand behind this digest.");
  });

  it.each(["en", "ar", "fa"] as const)("have the plural forms that CLDR gives %s", (language) => {
    const forms = {
      en: ["one", "other"],
      fa: ["one", "other"],
      ar: ["zero", "one", "two", "few", "many", "other"],
    };
    const given = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    expect(given.toSorted()).toEqual(forms[language].toSorted());
  });
});

const moment = (at: string) =>
  formatNearMoment("en", new Date(at), new Date("2026-02-05T18:00:00Z"), "UTC");

describe("days", () => {
  it("are told as each language tells them", () => {
    expect(formatDay("en", "2026-02-06")).toBe("Friday 6 February 2026");
    expect(formatDay("ar", "2026-02-06")).toBe("الجمعة 6 فبراير/شباط 2026");
    expect(formatDay("fa", "2026-02-06")).toBe("جمعه ۱۷ بهمن ۱۴۰۴ (۶ فوریه ۲۰۲۶)");
    expect(formatShortDay("fa", "2026-02-06")).toBe("۱۷ بهمن ۱۴۰۴");
    expect(formatMoment("ar", new Date("2026-02-05T18:00:00Z"), "Asia/Muscat")).toBe(
      "5 فبراير/شباط 2026، 22:00",
    );
  });

  it("are told without their year where it is known", () => {
    expect(moment("2026-02-03T09:05:00Z")).toBe("3 February, 09:05");
    expect(moment("2025-06-13T09:05:00Z")).toBe("13 June 2025, 09:05");
  });

  it("are those of the reader's zone, to the minute", () => {
    const at = new Date("2026-02-05T20:45:00Z");
    expect(formatInstant("en", at, "Asia/Tehran")).toBe("Friday 6 February 2026, 00:15");
  });
});

describe("direction", () => {
  it("isolates a Latin name in Arabic and an Arabic one in English", () => {
    expect(embed("Axios", "ar")).toBe("\u2066Axios\u2069");
    expect(embed("مسقط", "en")).toBe("\u2067مسقط\u2069");
  });

  it("leaves a name of its own direction alone", () => {
    expect(embed("مسقط", "fa")).toBe("مسقط");
  });

  it("isolates a mixed run by its first letter, with its digits and brackets", () => {
    expect(embed("F-35 (عراقجي) 2", "ar")).toBe("\u2066F-35 (عراقجي) 2\u2069");
    expect(embed("عراقجي (Axios)", "ar")).toBe("\u2067عراقجي (Axios)\u2069");
  });

  it.each([
    ["direction controls", "a\u202eb\u2069c", "abc"],
    ["what a terminal obeys", "a\u001b[31mb\u0007c\u009bd", "a[31mbcd"],
    ["line breaks", " a\r\n\tb\u2028c ", "a b c"],
    ["what nobody sees", "a\u200b\u2060\u00ad\ufeffb\u{e0041}", "ab"],
  ])("takes %s out of a name", (_, hostile, plain) => {
    expect(embed(hostile, "en")).toBe(plain);
  });

  it("keeps the joiner of Persian words and mends half a character", () => {
    expect(plainLine("گفت\u200cوگو \ud83d")).toBe("گفت\u200cوگو \ufffd");
  });

  it("closes the isolates of a broken line and opens them again on the next", () => {
    expect(balanceIsolates(["a \u2066b", "c\u2069 d", "e"])).toEqual([
      "a \u2066b\u2069",
      "\u2066c\u2069 d",
      "e",
    ]);
  });
});

describe("how far off a day is", () => {
  it.each([
    ["en", 1, "tomorrow"],
    ["en", 6, "in 6 days"],
    ["ar", 1, "غداً"],
    ["ar", 2, "بعد غد"],
    ["ar", 6, "بعد 6 أيام"],
    ["ar", 11, "بعد 11 يوماً"],
    ["ar", -1, "أمس"],
    ["fa", 1, "فردا"],
    ["fa", 6, "۶ روز دیگر"],
  ] as const)("in %s, %i days", (language, days, words) => {
    expect(formatDistance(language, "2026-02-05", addDays("2026-02-05", days))).toBe(words);
  });
});

describe("numbers and lists", () => {
  it("are in the language's own form", () => {
    expect(formatNumber("fa", 12.5)).toBe("۱۲٫۵");
    expect(listOf("ar", ["أ", "ب", "ج"])).toBe("أ وب وج");
    expect(listOf("en", ["A", "B"])).toBe("A and B");
    expect(listOf("fa", ["الف", "ب", "پ"])).toBe("الف، ب و پ");
    expect(listOf("fa", ["الف"])).toBe("الف");
  });
});
