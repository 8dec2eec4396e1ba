import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { told } from "./told.ts";

const CASES: readonly (readonly [lang: Language, body: string, words: readonly string[]])[] = [
  [
    "en",
    "Vance urged Tehran to sign no text that leaves a single missile in its silos.",
    ["sign no text that leaves a single missile in its silos"],
  ],
  [
    "en",
    "Qatar's prime minister called on all parties to avoid any step that would harm the talks.",
    ["avoid any step that would harm the talks"],
  ],
  [
    "en",
    "Rubio asked nobody's leave and urged both sides to keep a line open that had served them well.",
    ["keep a line open that had served them well"],
  ],
  ["ar", "ودعا عراقجي أثناء زيارته إلى مسقط إلى وقف التهديدات.", ["وقف التهديدات"]],
  [
    "ar",
    "ودعا وزير الخارجية التركي هاكان فيدان خلال مكالمة مع نظيره الإيراني إلى خفض التوتر فورا.",
    ["خفض التوتر فورا"],
  ],
  ["ar", "قال بقائي إن بلاده مستعدة، وذلك قبل ساعات من الجولة.", ["بلاده مستعدة"]],
  [
    "fa",
    "بقائی با رد ادعایی که از توقف غنی‌سازی خبر می‌داد، گفت برنامه ادامه دارد.",
    ["برنامه ادامه دارد"],
  ],
  [
    "fa",
    "روبیو با اشاره به گزارشی که از سفر ونس خبر می‌داد، افزود هنوز تصمیمی گرفته نشده است.",
    ["هنوز تصمیمی گرفته نشده است"],
  ],
];

describe("what somebody said", () => {
  it.each(CASES)("is told whole and no further (%s): %s", (lang, body, words) => {
    expect(told({ lang, body }).map((said) => said[3])).toEqual(words);
  });
});
