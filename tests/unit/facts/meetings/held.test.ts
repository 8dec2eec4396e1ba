import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { extractFrom } from "../../../support/extract-news.ts";

type Case = readonly [lang: Language, sentence: string, expected: string];

/** What stands above each sentence and says nothing of a day. */
const TITLES = {
  en: "News on Iran and the United States",
  ar: "أخبار إيران والولايات المتحدة",
  fa: "خبرهای ایران و آمریکا",
} as const satisfies Record<Language, string>;

/** The meetings that a sentence tells of in a body, with their day and place; it is Tuesday, 7 April. */
const meetingsIn = (lang: Language, sentence: string): string =>
  extractFrom({ lang, title: TITLES[lang], body: sentence, published: "2026-04-07T19:00:00Z" })
    .meetings.map(({ date, venue, status }) => `${status} ${date ?? "-"} ${venue?.city ?? "-"}`)
    .join(", ");

describe("a round that is told by what came of it", () => {
  const CASES: readonly Case[] = [
    [
      "en",
      "Iran and the United States reached a general understanding at indirect talks in Oslo on Tuesday, Araghchi said.",
      "held 2026-04-07 Oslo",
    ],
    [
      "en",
      "The two sides made progress on enrichment in a second round of negotiations between Tehran and Washington in Doha on Monday.",
      "held 2026-04-06 Doha",
    ],
    [
      "en",
      "Iranian and American negotiators agreed on a list of principles at their talks in Oslo on Monday.",
      "held 2026-04-06 Oslo",
    ],
    [
      "en",
      "Tehran and Washington narrowed their differences during talks in Doha on Tuesday, the mediator said.",
      "held 2026-04-07 Doha",
    ],
    [
      "en",
      "Iran and the US exchanged drafts at a third round in Oslo on Tuesday.",
      "held 2026-04-07 Oslo",
    ],
    [
      "en",
      "The longest session of talks between the United States and Iran in Doha ended late Monday without agreement.",
      "held 2026-04-06 Doha",
    ],
    [
      "en",
      "The second round of talks between Iran and the US broke up in Oslo in the early hours of Tuesday.",
      "held 2026-04-07 Oslo",
    ],
    [
      "en",
      "The round between Iran and the US in Oslo ended late Monday without a deal, though Oman said experts would meet in Doha next week.",
      "held 2026-04-06 Oslo, scheduled - Doha",
    ],
    [
      "ar",
      "توصلت إيران والولايات المتحدة إلى تفاهم عام في محادثات غير مباشرة في أوسلو اليوم الثلاثاء.",
      "held 2026-04-07 Oslo",
    ],
    [
      "ar",
      "أحرز الطرفان تقدما خلال جولة ثانية من المفاوضات بين طهران وواشنطن في الدوحة أمس الاثنين.",
      "held 2026-04-06 Doha",
    ],
    [
      "ar",
      "اتفق المفاوضون الإيرانيون والأمريكيون على قائمة مبادئ خلال محادثاتهم في أوسلو يوم الاثنين.",
      "held 2026-04-06 Oslo",
    ],
    [
      "ar",
      "قلصت طهران وواشنطن خلافاتهما في محادثات جرت في الدوحة الثلاثاء، بحسب الوسيط.",
      "held 2026-04-07 Doha",
    ],
    [
      "ar",
      "تبادل الوفدان الإيراني والأمريكي المسودات في الجولة الثالثة التي شهدتها أوسلو الثلاثاء.",
      "held 2026-04-07 Oslo",
    ],
    [
      "ar",
      "انتهت في ساعة متأخرة من مساء الاثنين في الدوحة أطول جولة من المحادثات بين أمريكا وإيران دون اتفاق.",
      "held 2026-04-06 Doha",
    ],
    [
      "ar",
      "أعلن عراقجي مساء الثلاثاء، بعد انتهاء جلستين من المفاوضات مع الأمريكيين في أوسلو، أن الجولة كانت الأطول.",
      "held 2026-04-07 Oslo",
    ],
    [
      "ar",
      "خرج الوفدان الإيراني والأمريكي من جولة الدوحة، الاثنين، بتفاهم على مبادئ عامة.",
      "held 2026-04-06 Doha",
    ],
    [
      "fa",
      "ایران و آمریکا روز سه‌شنبه در مذاکرات غیرمستقیم در اسلو به تفاهمی کلی رسیدند.",
      "held 2026-04-07 Oslo",
    ],
    [
      "fa",
      "دو طرف در دور دوم مذاکرات تهران و واشنگتن در دوحه در روز دوشنبه به پیشرفت‌هایی دست یافتند.",
      "held 2026-04-06 Doha",
    ],
    [
      "fa",
      "مذاکره‌کنندگان ایران و آمریکا دیروز در گفت‌وگوهای اسلو بر سر فهرستی از اصول توافق کردند.",
      "held 2026-04-06 Oslo",
    ],
    [
      "fa",
      "تهران و واشنگتن در گفت‌وگوهای سه‌شنبه در دوحه اختلاف‌های خود را کم کردند.",
      "held 2026-04-07 Doha",
    ],
    [
      "fa",
      "هیئت‌های ایران و آمریکا در دور سوم در اسلو امروز پیش‌نویس‌ها را رد و بدل کردند.",
      "held 2026-04-07 Oslo",
    ],
    [
      "fa",
      "طولانی‌ترین دور مذاکرات ایران و آمریکا در دوحه دوشنبه‌شب بدون توافق پایان یافت.",
      "held 2026-04-06 Doha",
    ],
    [
      "fa",
      "عراقچی سه‌شنبه‌شب پس از پایان دو نوبت گفت‌وگو با آمریکایی‌ها در اسلو گفت این دور طولانی‌ترین دور بود.",
      "held 2026-04-07 Oslo",
    ],
    [
      "fa",
      "عراقچی دوشنبه‌شب پس از پایان دو نوبت گفت‌وگو در دوحه گفت این دور با آمریکا طولانی‌ترین دور بود.",
      "held 2026-04-06 Doha",
    ],
    [
      "fa",
      "وزیر خارجه ایران دوشنبه‌شب پس از پایان نشست دوم با هیئت آمریکایی در دوحه اعلام کرد متن تازه‌ای در کار است.",
      "held 2026-04-06 Doha",
    ],
    [
      "fa",
      "وزیر خارجه ایران سه‌شنبه‌شب پس از پایان مذاکرات با آمریکا در اسلو گفت دو طرف به هم نزدیک شده‌اند.",
      "held 2026-04-07 Oslo",
    ],
    [
      "fa",
      "غریب‌آبادی دوشنبه‌شب پس از اتمام دو جلسه رایزنی با آمریکا در دوحه خبر داد که متنی در دست تهیه است.",
      "held 2026-04-06 Doha",
    ],
  ];

  it.each(CASES)("[%s] %s", (lang, sentence, expected) => {
    expect(meetingsIn(lang, sentence)).toBe(expected);
  });
});
