import { describe, expect, it } from "vitest";
import { QUOTED, REPORTED, told } from "./told.ts";

describe("statements of an article", () => {
  it("leaves a headline's unnamed party to the body, which names who spoke", () => {
    const title = "Oman: talks set for Geneva";
    const body =
      "Omani Foreign Minister Badr Albusaidi said that the talks would be held in Geneva.";

    expect(told({ title, body })).toEqual([
      ["Badr Albusaidi", "OMN", REPORTED, "the talks would be held in Geneva"],
    ]);
  });

  it("takes the headline's word where there is nothing else", () => {
    expect(told({ title: "No direct talks held in Muscat: Iranian diplomat" })).toEqual([
      [null, "IRN", REPORTED, "No direct talks held in Muscat"],
    ]);
  });

  it.each([
    ["en", "Breaking | Araghchi: The talks will go on", "The talks will go on"],
    ["ar", "عاجل | عراقجي: المحادثات ستستمر غدا", "المحادثات ستستمر غدا"],
    ["fa", "فوری - عراقچی: مذاکرات ادامه دارد", "مذاکرات ادامه دارد"],
  ] as const)(
    "passes over what stands before the speaker in a headline (%s)",
    (lang, title, words) => {
      expect(told({ lang, title })).toEqual([["Abbas Araghchi", "IRN", REPORTED, words]]);
    },
  );

  it.each([
    ["en", "MUSCAT, Oman (AP) — Araghchi said that the talks would go on."],
    ["en", "DUBAI, Feb 8 (Reuters) - Araghchi said that the talks would go on."],
  ] as const)("passes over a dateline (%s: %s)", (lang, body) => {
    expect(told({ lang, body })).toEqual([
      ["Abbas Araghchi", "IRN", REPORTED, "the talks would go on"],
    ]);
  });

  it("goes on for the speaker when a paragraph leaves the quotation open", () => {
    const body = "“We came for a deal,” Araghchi said. “It was hard work.\n\n“We leave with hope.”";

    expect(told({ body })).toEqual([
      ["Abbas Araghchi", "IRN", QUOTED, "We came for a deal"],
      ["Abbas Araghchi", "IRN", QUOTED, "It was hard work"],
      ["Abbas Araghchi", "IRN", QUOTED, "We leave with hope"],
    ]);
  });

  it("gives a quotation without a reporting clause to nobody", () => {
    const body = "“We came for a deal,” Araghchi said.\n\nThe talks ended late.\n\n“It is over.”";

    expect(told({ body })).toEqual([["Abbas Araghchi", "IRN", QUOTED, "We came for a deal"]]);
  });

  it("resolves the spokesman by the name that the article gave before", () => {
    const body =
      "Esmail Baghaei, the spokesman of the Iranian Foreign Ministry, said the reply was ready. " +
      'The spokesman added: "We are in no hurry."';

    expect(told({ body })).toEqual([
      ["Esmail Baghaei", "IRN", REPORTED, "the reply was ready"],
      ["Esmail Baghaei", "IRN", QUOTED, "We are in no hurry"],
    ]);
  });

  it("gives the ministry's statement to the ministry named before", () => {
    const body =
      "وجهت وزارة الخارجية الإيرانية رسالة إلى واشنطن. وأكدت الوزارة أن إيران تدخل المفاوضات بجدية. " +
      "وأضاف البيان أن التجارب السابقة لن تنسى.";

    expect(told({ lang: "ar", body })).toEqual([
      ["Iranian Foreign Ministry", "IRN", REPORTED, "إيران تدخل المفاوضات بجدية"],
      ["Iranian Foreign Ministry", "IRN", REPORTED, "التجارب السابقة لن تنسى"],
    ]);
  });

  it("does not let a woman's verb carry on a man's speech", () => {
    const body =
      "قالت المتحدثة باسم البيت الأبيض كارولين ليفيت إن الرئيس يفضل الحوار. " +
      "وقال الرئيس دونالد ترامب إن الوقت ينفد. وأضافت أن جميع الخيارات مطروحة.";

    expect(told({ lang: "ar", body }).map(([speaker]) => speaker)).not.toContainEqual(null);
    expect(told({ lang: "ar", body }).at(-1)?.[0]).not.toBe("Donald Trump");
  });

  it("reads markup and entities as a reader sees them", () => {
    const body = "<p>&ldquo;We are <em>ready</em> for talks,&rdquo; Araghchi said.</p>";

    expect(told({ body })).toEqual([["Abbas Araghchi", "IRN", QUOTED, "We are ready for talks"]]);
  });
});
