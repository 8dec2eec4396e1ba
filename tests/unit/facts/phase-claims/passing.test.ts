import { describe, expect, it } from "vitest";
import { extractFrom } from "../../../support/extract-news.ts";

describe("what is said of the talks in passing", () => {
  it.each([
    ["en", "US sanctions Iranian tankers ahead of Friday's talks in Muscat", true],
    ["ar", "واشنطن تفرض عقوبات على ناقلات إيرانية قبل محادثات الجمعة في مسقط", true],
    ["fa", "آمریکا پیش از مذاکرات جمعه در مسقط نفتکش‌های ایران را تحریم کرد", true],
    ["en", "Iran and US to hold talks in Muscat on Friday", false],
    ["ar", "المحادثات بين إيران وأمريكا ستعقد الجمعة في مسقط", false],
    ["fa", "مذاکرات ایران و آمریکا جمعه در مسقط برگزار می‌شود", false],
  ] as const)("[%s] %s: %s", (lang, title, passing) => {
    expect(extractFrom({ lang, title }).phase?.passing).toBe(passing);
  });

  it("is news when the delegates are on their way", () => {
    const title = "Araghchi flies to Muscat ahead of Friday's talks with US";
    expect(extractFrom({ lang: "en", title }).phase?.passing).toBe(false);
  });
});
