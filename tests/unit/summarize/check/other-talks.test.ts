import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import type { Claim, ClaimFact, ClaimId } from "../../../../src/summarize/claim.ts";
import type { Checker } from "../../../../src/summarize/verdict.ts";
import { loadSurfaceChecker } from "./judge.ts";

type Row = readonly [language: Language, cited: keyof typeof CLAIMS, text: string];
type Cited = Readonly<Record<Language, string>> & {
  readonly fact: ClaimFact;
  readonly originals: Claim["originals"];
};

const WORDS = "We are ready to exchange 314 prisoners and 1,200 bodies in two stages before Easter";

const CLAIMS = {
  round: {
    en: "Next round: Wednesday 4 March 2026, Istanbul, Türkiye, 14:00 local time; Mediator: Türkiye; stated by one party",
    ar: "الجولة المقبلة: الأربعاء 4 مارس/آذار 2026، إسطنبول، تركيا، الساعة 14:00 بالتوقيت المحلي؛ الوسيط: تركيا",
    fa: "دور بعدی: چهارشنبه ۱۳ اسفند ۱۴۰۴ (۴ مارس ۲۰۲۶)، استانبول، ترکیه، ساعت ۱۴:۰۰ به وقت محلی؛ میانجی: ترکیه",
    fact: {
      kind: "next-round",
      round: {
        date: "2026-03-04",
        time: "14:00",
        timeZone: "Europe/Istanbul",
        venue: { city: "Istanbul", country: "TUR" },
        format: "direct",
        mediator: "TUR",
        status: "scheduled",
        confirmation: "one-party",
        attributedTo: "RUS",
        citations: [1],
      },
    },
    originals: [],
  },
  said: {
    en: `Russia: Dmitry Peskov on prisoners (confirms): “${WORDS}”`,
    ar: "روسيا: دميتري بيسكوف عن الأسرى (تأكيد، بالإنجليزية)",
    fa: "روسیه: دمیتری پسکوف درباره اسیران (تأیید، به انگلیسی)",
    fact: {
      kind: "statement",
      party: "RUS",
      statement: {
        speaker: "Dmitry Peskov",
        topic: null,
        stance: "confirms",
        text: WORDS,
        lang: "en",
        direct: true,
        published: "2026-03-01T10:00:00Z",
      },
    },
    originals: [{ text: WORDS, lang: "en" }],
  },
} as const satisfies Readonly<Record<string, Cited>>;

const HONEST: readonly Row[] = [
  [
    "en",
    "round",
    "Delegations from Moscow and Kyiv are to meet in Istanbul on Wednesday, 4 March 2026, at 2 p.m. local time.",
  ],
  [
    "en",
    "said",
    "Kremlin spokesman Dmitry Peskov said Russia was ready to swap 314 prisoners and 1,200 bodies in two stages.",
  ],
  ["en", "round", "Turkey mediates the next round between Russia and Ukraine in Istanbul."],
  ["ar", "round", "يجتمع وفدا روسيا وأوكرانيا في إسطنبول يوم الأربعاء 4 مارس 2026 بوساطة تركية."],
  ["ar", "said", "قال دميتري بيسكوف إن روسيا مستعدة لتبادل 314 أسيراً و1200 جثة على مرحلتين."],
  [
    "ar",
    "said",
    "أكد المتحدث باسم الكرملين دميتري بيسكوف الاستعداد لتبادل ثلاثمئة وأربعة عشر أسيراً.",
  ],
  [
    "fa",
    "round",
    "هیئت‌های روسیه و اوکراین چهارشنبه ۱۳ اسفند ۱۴۰۴ در استانبول و با میانجیگری ترکیه دیدار می‌کنند.",
  ],
  ["fa", "said", "دمیتری پسکوف گفت روسیه آماده تبادل ۳۱۴ اسیر و ۱۲۰۰ جسد در دو مرحله است."],
];

const PLANTED: readonly Row[] = [
  ["en", "round", "Delegations are to meet in Istanbul on Thursday, 5 March 2026."],
  ["en", "round", "Delegations are to meet in Ankara on 4 March."],
  ["en", "said", "Peskov said Russia was ready to swap 1,200 prisoners and 314 bodies."],
  ["en", "said", "Sergei Lavrov said Russia was ready to swap prisoners."],
  ["en", "round", "The next round is in Moscow on 4 March."],
  ["en", "said", "Peskov said Russia was “ready to release all prisoners”."],
  ["en", "round", "Qatar mediates the next round."],
  ["en", "said", "Peskov said Russia was ready to swap three hundred and forty prisoners."],
  ["ar", "said", "قال بيسكوف إن روسيا مستعدة لتبادل 340 أسيراً."],
  ["ar", "said", "قال بيسكوف إن روسيا مستعدة لتبادل 1200 أسير و314 جثة."],
  ["ar", "round", "يجتمع الوفدان في أنقرة يوم 4 مارس."],
  ["ar", "round", "يجتمع الوفدان في إسطنبول يوم 5 مارس."],
  ["ar", "said", "قال سيرغي لافروف إن روسيا مستعدة."],
  ["ar", "round", "يجتمع الوفدان بوساطة سعودية."],
  ["fa", "said", "پسکوف گفت روسیه آماده تبادل ۳۴۱ اسیر است."],
  ["fa", "said", "پسکوف گفت روسیه آماده تبادل اسیران در سه مرحله است."],
  ["fa", "round", "دیدار در آنکارا برگزار می‌شود."],
  ["fa", "round", "دیدار پنجشنبه ۱۴ اسفند برگزار می‌شود."],
  ["fa", "said", "سرگئی لاوروف گفت روسیه آماده است."],
  ["fa", "round", "دیدار با میانجیگری قطر برگزار می‌شود."],
];

describe("the surface of a sentence about other talks", () => {
  let checker: Checker;
  beforeAll(() => {
    checker = loadSurfaceChecker("russia-ukraine");
  });
  const verdictOf = (text: string, cited: keyof typeof CLAIMS, language: Language) => {
    const { fact, originals, ...told } = CLAIMS[cited];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test's own id
    const id = "c1" as ClaimId;
    const claim: Claim = { id, told: told[language], fact, originals, citations: [1] };
    return checker.sentence(text, [claim], language);
  };

  it.each(HONEST)("stands in %s, by %s: %s", (language, cited, text) => {
    expect(verdictOf(text, cited, language)).toEqual({ kind: "supported" });
  });

  it.each(PLANTED)("falls in %s, by %s: %s", (language, cited, text) => {
    expect(verdictOf(text, cited, language).kind).toBe("unsupported");
  });
});
