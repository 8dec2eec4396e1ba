import { describe, expect, it } from "vitest";
import type { Attribution } from "../../../../src/facts/fact.ts";
import { extractFrom } from "../../../support/extract-news.ts";

const wordOf = (attribution: Attribution | undefined): string => {
  if (attribution === undefined) return "none";
  const whose = "actor" in attribution ? attribution.actor : null;
  const person = "person" in attribution ? attribution.person : null;
  return [attribution.kind, whose, person].filter(Boolean).join(" ");
};

describe("whose word a round is", () => {
  it.each([
    [
      "en",
      "Pakistan's foreign ministry said Iran and the United States would hold talks in Islamabad on Friday",
      "mediator PAK",
    ],
    [
      "ar",
      "أعلنت وزارة الخارجية النرويجية أن الجولة المقبلة بين إيران والولايات المتحدة ستعقد في أوسلو الجمعة",
      "mediator NOR",
    ],
    ["fa", "وزارت خارجه نروژ اعلام کرد ایران و آمریکا جمعه در اسلو مذاکره می‌کنند", "mediator NOR"],
    ["ar", "مصر: محادثات بين إيران والولايات المتحدة في القاهرة الأحد", "mediator EGY"],
    [
      "ar",
      "أعلنت وزارة الخارجية الإيرانية أن المحادثات مع واشنطن ستعقد الجمعة في مسقط",
      "party IRN",
    ],
    ["en", "Report: Iran to skip Friday's talks with US", "anonymous"],
    ["en", "Trump says Iran talks will resume on Friday", "party USA Donald Trump"],
  ] as const)("[%s] %s: %s", (lang, title, whose) => {
    expect(wordOf(extractFrom({ lang, title }).meetings[0]?.attribution)).toBe(whose);
  });

  it("goes on with the one who spoke before", () => {
    const { meetings } = extractFrom({
      lang: "en",
      title: "Iran and the US",
      body: "Araghchi spoke to reporters in Tehran. He said the talks with the US will be held on Friday in Muscat.",
    });
    expect(wordOf(meetings[0]?.attribution)).toBe("party IRN Abbas Araghchi");
  });
});
