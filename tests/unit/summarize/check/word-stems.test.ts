import { describe, expect, it } from "vitest";
import { createWordForms, foldWord } from "../../../../src/articles/word-forms.ts";
import { loadLexicons } from "../../../../src/config/load-lexicon.ts";
import {
  createStems,
  inOtherPersons,
  withClitics,
} from "../../../../src/summarize/check/word-stems.ts";

const { ar, en, fa } = loadLexicons("seeds/lexicon", ["talks", "speech"]);
const stems = createStems("ar", createWordForms(ar.orthography));
const stemsOf = (word: string): readonly string[] => stems(foldWord(word));

describe("the stems of an Arabic word", () => {
  it.each([
    ["to two who are feminine", "اتفقتا", "اتفق"],
    ["before our", "إخوتنا", "إخوة"],
    ["before our, behind what is joined to it", "لإخوتنا", "إخوة"],
    ["before your", "موقفكم", "موقف"],
    ["before me", "يمكنني", "يمكن"],
    ["in two before what they belong to", "مسألتي", "مسألة"],
    ["in many before what they belong to", "مفاوضو", "مفاوض"],
    ["in many before a pronoun", "يعتبرونها", "يعتبرون"],
    ["of an alef before a pronoun", "مستواها", "مستوى"],
    ["of a hamza before a pronoun", "استيائه", "استياء"],
    ["of a hamza that is the subject", "حلفاؤها", "حلفاء"],
    ["of a verb in the future", "وسيجتمعون", "جتمع"],
    ["of a verb of the first person", "نؤكد", "ؤكد"],
  ])("are those %s", (_, word, stem) => {
    expect(stemsOf(word)).toContain(foldWord(stem));
  });

  it("leave three letters", () => {
    expect(stemsOf("كتي").every((stem) => stem.length >= 3)).toBe(true);
  });
});

describe("an Arabic verb in a list", () => {
  it("stands for all persons of the present", () => {
    expect(inOtherPersons("ar", "يقول")).toEqual(["تقول", "نقول", "أقول"]);
  });

  it.each(["يوم", "قال", "=يقول", "يقول إن"])("does not, written %s", (word) => {
    expect(inOtherPersons("ar", word)).toEqual([]);
  });

  it("does not in other languages", () => {
    expect(inOtherPersons("fa", "یادآور")).toEqual([]);
  });
});

describe("short words", () => {
  it("are met with what Arabic joins to them", () => {
    expect(withClitics("ar", "منه")).toEqual(["ومنه", "فمنه", "بمنه", "كمنه", "لمنه"]);
  });

  it("of two letters are met with the article, too", () => {
    expect(withClitics("ar", "شك")).toEqual(expect.arrayContaining(["الشك", "بالشك", "للشك"]));
  });

  it("that begin a phrase are met behind and", () => {
    expect(withClitics("ar", "لم يكشف")).toEqual(["ولم يكشف", "فلم يكشف"]);
  });

  it.each(["موقف", "=من", "من|عن قبل"])("are no others: %s", (pattern) => {
    expect(withClitics("ar", pattern)).toEqual([]);
  });

  it("stand alone in other languages", () => {
    expect(withClitics("en", "on")).toEqual([]);
  });
});

describe("stems of other languages", () => {
  it("are those of the lexicon in English", () => {
    const forms = createWordForms(en.orthography);
    expect(createStems("en", forms)("talks")).toEqual(forms("talks"));
  });

  it("lose the Persian beginnings of verbs", () => {
    const forms = createWordForms(fa.orthography);
    expect(createStems("fa", forms)("نرفت")).toContain("رفت");
  });
});
