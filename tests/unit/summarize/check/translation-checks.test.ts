import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import type { FaultKind } from "../../../../src/summarize/verdict.ts";
import { type Cited, translationFaults } from "./judge.ts";

type Row = readonly [language: Language, cited: Cited, text: string];

const FAITHFUL: readonly Row[] = [
  [
    "ar",
    "english",
    "سنقبل التخصيب بنسبة 3.67 في المئة، وقد يعود 60 مفتشاً قبل 15 مارس في مرحلة ثانية",
  ],
  [
    "fa",
    "english",
    "ما غنی‌سازی در سطح ۳٫۶۷ درصد را می‌پذیریم و ۶۰ بازرس می‌توانند پیش از ۱۵ مارس در مرحله دوم بازگردند",
  ],
  [
    "en",
    "arabic",
    "We demand the lifting of 60 percent of the sanctions over two rounds, and the return of 1,500 experts to three facilities",
  ],
  [
    "fa",
    "arabic",
    "ما خواستار رفع ۶۰ درصد تحریم‌ها در دو دور و بازگشت ۱۵۰۰ کارشناس به سه تأسیسات هستیم",
  ],
  [
    "en",
    "persian",
    "240 kilograms of uranium will be moved in three stages over 2.5 years, and he called it “an important step”",
  ],
  [
    "ar",
    "persian",
    "ستُنقل 240 كيلوغراماً من اليورانيوم على ثلاث مراحل خلال 2.5 سنة، ووصف ذلك بأنه «خطوة مهمة»",
  ],
];

const UNFAITHFUL: readonly (readonly [about: FaultKind, ...Row])[] = [
  [
    "number",
    "ar",
    "english",
    "سنقبل التخصيب بنسبة 5 في المئة، وقد يعود 60 مفتشاً قبل 15 مارس في مرحلة ثانية",
  ],
  [
    "number",
    "fa",
    "english",
    "ما غنی‌سازی را می‌پذیریم و ۶۰ بازرس می‌توانند پیش از ۱۵ مارس در مرحله دوم بازگردند",
  ],
  [
    "number",
    "en",
    "arabic",
    "We demand the lifting of 60 percent of the sanctions over two rounds, and the return of 1,500 experts",
  ],
  [
    "date",
    "ar",
    "english",
    "سنقبل التخصيب بنسبة 3.67 في المئة، وقد يعود 60 مفتشاً قبل 15 مايو في مرحلة ثانية",
  ],
  [
    "date",
    "fa",
    "english",
    "ما غنی‌سازی در سطح ۳٫۶۷ درصد را می‌پذیریم و ۶۰ بازرس می‌توانند در مرحله دوم بازگردند",
  ],
  [
    "party",
    "en",
    "arabic",
    "Together with Israel we demand the lifting of 60 percent of the sanctions over two rounds, and the return of 1,500 experts to three facilities",
  ],
  [
    "name",
    "en",
    "persian",
    "240 kilograms of uranium will be moved in three stages over 2.5 years, Donald Trump said, and he called it “an important step”",
  ],
  [
    "quotation",
    "en",
    "arabic",
    "We “demand” the lifting of 60 percent of the sanctions over two rounds, and the return of 1,500 experts to three facilities",
  ],
  [
    "language",
    "en",
    "arabic",
    "نطالب برفع 60 في المئة من العقوبات خلال جولتين، وبعودة 1,500 خبير إلى ثلاث منشآت",
  ],
  [
    "form",
    "en",
    "arabic",
    "We demand the lifting of <b>60 percent</b> of the sanctions over two rounds, and the return of 1,500 experts to three facilities",
  ],
  ["form", "en", "arabic", "60 percent, two, 1,500, three"],
  [
    "form",
    "en",
    "arabic",
    `We demand the lifting of 60 percent of the sanctions over two rounds, and the return of 1,500 experts to three facilities${", as we must".repeat(20)}`,
  ],
];

describe("a translation", () => {
  it.each(FAITHFUL)("stands in %s, of %s: %s", (language, cited, text) => {
    expect(translationFaults(text, cited, language)).toEqual([]);
  });

  it.each(UNFAITHFUL)("is wrong about a %s in %s, of %s: %s", (about, language, cited, text) => {
    expect(translationFaults(text, cited, language)).toContain(about);
  });
});
