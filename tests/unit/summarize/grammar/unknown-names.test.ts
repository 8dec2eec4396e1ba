import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import type { ClaimFact } from "../../../../src/summarize/claim.ts";
import { judgeOn } from "./made-claims.ts";

/** That somebody made demands on sanctions, in words of another language than the reader's. */
const demandOf = (speaker: string, party: string, language: Language): ClaimFact => ({
  kind: "statement",
  party,
  statement: {
    speaker,
    topic: "sanctions",
    stance: "demands",
    text: "\u2026",
    lang: language === "en" ? "ar" : "en",
    direct: false,
    published: "2026-08-04T10:05:00.000Z",
  },
});

const judge = (text: string, language: Language, ...speakers: readonly [string, string][]) =>
  judgeOn(
    speakers.map(([name, party]) => demandOf(name, party, language)),
    language,
    text,
  );

const KARMI = ["سالم الكرمي", "QAT"] as const;
const GOLZAR = ["پژمان گلزار", "IRN"] as const;

describe("somebody whom the dossier does not know", () => {
  it.each([
    ["en", "Salem al-Karmi of Qatar made demands on sanctions.", KARMI],
    ["en", "Qatar's Salem al-Karmi made demands on sanctions.", KARMI],
    ["en", "Al-Karmi made demands on sanctions.", KARMI],
    ["en", "سالم الكرمي of Qatar made demands on sanctions.", KARMI],
    ["fa", "سالم الکرمی از قطر درباره تحریم‌ها خواسته‌هایی مطرح کرد.", KARMI],
    ["fa", "الکرمی درباره تحریم‌ها خواسته‌هایی مطرح کرد.", KARMI],
    ["fa", "گلزار درباره تحریم‌ها خواسته‌هایی مطرح کرد.", GOLZAR],
    ["ar", "طرح القطري سالم الكرمي مطالب بشأن العقوبات.", KARMI],
    ["ar", "طرح سالم الكرمي من قطر مطالب بشأن العقوبات.", KARMI],
    ["ar", "طرح الكرمي مطالب بشأن العقوبات.", KARMI],
    ["ar", "طرح بجمان غلزار مطالب بشأن العقوبات.", GOLZAR],
  ] as const)("is named in %s as %s", (language, text, [name, party]) => {
    expect(judge(text, language, [name, party])).toBe("supported");
  });

  it.each([
    ["another family name", "en", "Salem al-Karam of Qatar made demands on sanctions."],
    ["another first name", "en", "Selma al-Karmi of Qatar made demands on sanctions."],
    ["the first name alone", "en", "Salem made demands on sanctions."],
    ["another's name", "en", "Abbas Araghchi made demands on sanctions."],
    ["another country", "en", "Oman's Salem al-Karmi made demands on sanctions."],
    ["another country", "fa", "سالم الکرمی از عمان درباره تحریم‌ها خواسته‌هایی مطرح کرد."],
    ["another name", "fa", "سالم الکرم از قطر درباره تحریم‌ها خواسته‌هایی مطرح کرد."],
    ["another country", "ar", "طرح العماني سالم الكرمي مطالب بشأن العقوبات."],
    ["another name", "ar", "طرح القطري سالم الكرم مطالب بشأن العقوبات."],
  ] as const)("is not named by %s (%s)", (_, language, text) => {
    expect(judge(text, language, [...KARMI])).toBe("unsupported");
  });

  it("is listed with others", () => {
    expect(
      judge(
        "Pejman Golzar of Iran and Salem al-Karmi of Qatar made demands on sanctions.",
        "en",
        [...KARMI],
        [...GOLZAR],
      ),
    ).toBe("supported");
  });

  it("is not named by a family name that somebody else has, too", () => {
    const text = "Al-Karmi made demands on sanctions.";
    expect(judge(text, "en", [...KARMI], ["ناصر الكرمي", "OMN"])).toBe("unsupported");
    expect(judge("Araghchi made demands on sanctions.", "en", ["حامد عراقچی", "IRN"])).toBe(
      "unsupported",
    );
    expect(judge("Hamed Araghchi made demands on sanctions.", "en", ["حامد عراقچی", "IRN"])).toBe(
      "supported",
    );
  });
});
