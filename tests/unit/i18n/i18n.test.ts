import { describe, expect, it } from "vitest";
import { ar } from "../../../src/i18n/ar.ts";
import { formatDay, formatInstant, formatMoment, formatShortDay } from "../../../src/i18n/dates.ts";
import { embed } from "../../../src/i18n/direction.ts";
import { en } from "../../../src/i18n/en.ts";
import { fa } from "../../../src/i18n/fa.ts";
import { formatNumber, listOf } from "../../../src/i18n/locale.ts";

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
    expect(en["sources.behind"]({ count: 1 })).toBe("One source stands behind this digest.");
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

describe("days", () => {
  it("are told as each language tells them", () => {
    expect(formatDay("en", "2026-02-06")).toBe("Friday 6 February 2026");
    expect(formatDay("ar", "2026-02-06")).toBe("الجمعة 6 فبراير/شباط 2026");
    expect(formatDay("fa", "2026-02-06")).toBe("جمعه ۱۷ بهمن ۱۴۰۴ (۶ فوریهٔ ۲۰۲۶)");
    expect(formatShortDay("fa", "2026-02-06")).toBe("۱۷ بهمن ۱۴۰۴");
    expect(formatMoment("ar", new Date("2026-02-05T18:00:00Z"), "Asia/Muscat")).toBe(
      "5 فبراير/شباط 2026، 22:00",
    );
  });

  it("are those of the reader's zone, to the minute", () => {
    const at = new Date("2026-02-05T20:45:00Z");
    expect(formatInstant("en", at, "Asia/Tehran")).toBe("Friday 6 February 2026, 00:15 (GMT+3:30)");
  });
});

describe("direction", () => {
  it("isolates a Latin name in Arabic and an Arabic one in English", () => {
    expect(embed("Axios", "ar")).toBe("\u2068Axios\u2069");
    expect(embed("مسقط", "en")).toBe("\u2068مسقط\u2069");
  });

  it("leaves a name of its own direction alone", () => {
    expect(embed("مسقط", "fa")).toBe("مسقط");
  });

  it("takes hostile direction controls out of a name", () => {
    expect(embed("a\u202eb\u2069c", "en")).toBe("abc");
  });
});

describe("numbers and lists", () => {
  it("are in the language's own form", () => {
    expect(formatNumber("fa", 12.5)).toBe("۱۲٫۵");
    expect(listOf("ar", ["أ", "ب", "ج"])).toBe("أ وب وج");
    expect(listOf("en", ["A", "B"])).toBe("A and B");
  });
});
