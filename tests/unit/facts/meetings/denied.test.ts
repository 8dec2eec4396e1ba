import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { extractFrom } from "../../../support/extract-news.ts";

type Case = readonly [lang: Language, sentence: string];

/** What stands above each sentence and says nothing of a day. */
const TITLES = {
  en: "News on Iran and the United States",
  ar: "أخبار إيران والولايات المتحدة",
  fa: "خبرهای ایران و آمریکا",
} as const satisfies Record<Language, string>;

/** The days, with where and how they stand, of the meetings that a sentence tells of in a body; it is Tuesday, 7 April. */
const meetingsIn = (lang: Language, sentence: string, title?: string): readonly string[] =>
  extractFrom({ lang, title: title ?? TITLES[lang], body: sentence })
    .meetings.filter(({ background }) => !background)
    .map(({ date, venue, status }) => `${status} ${date ?? "-"} ${venue?.city ?? "-"}`);

describe("a meeting that is denied", () => {
  const CASES: readonly Case[] = [
    [
      "en",
      "Baghaei rejected reports that a new round of talks with Washington had been fixed for Friday in Doha.",
    ],
    [
      "en",
      "The claim that Iranian and American envoys will meet in Oslo on 14 April is not true, Araghchi said.",
    ],
    ["en", "Tehran denied that any meeting with the Americans had been held in Baku on Monday."],
    [
      "en",
      "An Iranian diplomat called word of a round of talks with the US in Bern on Thursday pure invention.",
    ],
    [
      "en",
      "Reports that Iran and the United States would meet in Ankara on Saturday were wrong, a State Department official said.",
    ],
    [
      "en",
      "The agency withdrew its report that the talks between Iran and the US would resume in Doha on Friday.",
    ],
    [
      "en",
      "No meeting with the Americans is planned for Thursday, Baghaei said, adding that no invitation had come from Oman.",
    ],
    [
      "en",
      "There is no truth to talk of a second round with the United States in Rome this Sunday, the ministry said.",
    ],
    [
      "en",
      "Iran's mission in Geneva issued a denial of a newspaper story about negotiations with the US in the city on Wednesday.",
    ],
    [
      "en",
      "The statement puts an end to speculation that the Iran-US round would be held in Vienna on 10 April.",
    ],
    [
      "en",
      "A broadcaster had wrongly named Friday as the day of the next round between Iran and the US.",
    ],
    [
      "ar",
      "نفى بقائي ما نشرته صحيفة عن عقد جولة جديدة من المفاوضات مع واشنطن يوم الجمعة في الدوحة.",
    ],
    [
      "ar",
      "قالت الخارجية الإيرانية إن خبر اجتماع الوفدين الإيراني والأمريكي في أوسلو يوم 14 أبريل غير صحيح.",
    ],
    [
      "ar",
      "أكدت طهران استمرار الاتصالات مع الأمريكيين، نافية ما تردد عن انعقاد جولة المحادثات غدا في باكو.",
    ],
    ["ar", "لا صحة للأنباء عن لقاء إيراني أمريكي في برن يوم الخميس، بحسب متحدث باسم السفارة."],
    ["ar", "سحبت الوكالة خبرها عن استئناف المحادثات بين إيران والولايات المتحدة الجمعة في الدوحة."],
    ["ar", "ليس هناك أي لقاء مقرر مع الأمريكيين يوم الخميس، ولم تصلنا دعوة من عمان، قال بقائي."],
    [
      "ar",
      "وصف دبلوماسي إيراني الحديث عن جولة مفاوضات مع واشنطن في أنقرة السبت بأنه عار من الصحة.",
    ],
    ["ar", "صدر تكذيب رسمي لما أوردته قناة عن محادثات إيرانية أمريكية في فيينا الأربعاء."],
    ["ar", "وضع البيان حدا للتكهنات بأن الجولة بين إيران وأمريكا ستعقد في فيينا يوم 10 أبريل."],
    ["fa", "بقائی خبر برگزاری دور تازه مذاکرات با واشنگتن در روز جمعه در دوحه را رد کرد."],
    ["fa", "خبر دیدار هیئت‌های ایران و آمریکا در اسلو در روز ۲۵ فروردین درست نیست، عراقچی گفت."],
    ["fa", "تهران تکذیب کرد که روز دوشنبه نشستی با آمریکایی‌ها در باکو برگزار شده باشد."],
    [
      "fa",
      "یک دیپلمات ایرانی گزارش‌ها از دور مذاکرات با آمریکا در برن در روز پنجشنبه را ساختگی خواند.",
    ],
    [
      "fa",
      "خبرگزاری گزارش خود درباره ازسرگیری مذاکرات ایران و آمریکا در روز جمعه در دوحه را پس گرفت.",
    ],
    [
      "fa",
      "هیچ نشستی با آمریکایی‌ها برای روز پنجشنبه برنامه‌ریزی نشده و دعوتی هم از عمان نرسیده است، بقائی گفت.",
    ],
    ["fa", "آنچه درباره مذاکرات ایران و آمریکا در آنکارا در روز شنبه منتشر شده حقیقت ندارد."],
    [
      "fa",
      "این بیانیه به گمانه‌زنی‌ها درباره برگزاری دور مذاکرات ایران و آمریکا در ۲۱ فروردین در وین پایان داد.",
    ],
    ["fa", "خبر «جمعه» برای دور بعدی مذاکرات ایران و آمریکا اصلاح شد."],
  ];

  it.each(CASES)("[%s] is none: %s", (lang, sentence) => {
    expect(meetingsIn(lang, sentence)).toEqual([]);
    expect(extractFrom({ lang, title: sentence }).meetings).toEqual([]);
  });
});

describe("what a denial leaves standing", () => {
  const CASES: readonly (readonly [...Case, string])[] = [
    [
      "en",
      "Iran denied that Friday's talks with the United States in Doha had been postponed.",
      "scheduled 2026-04-10 Doha",
    ],
    [
      "en",
      "Baghaei did not deny that a round with the Americans is set for Friday in Doha.",
      "scheduled 2026-04-10 Doha",
    ],
    [
      "en",
      "Tehran dismissed claims that it would skip the talks with Washington in Oslo on Thursday.",
      "scheduled 2026-04-09 Oslo",
    ],
    [
      "en",
      "Araghchi denied reports of a rift and said the talks with the US will be held in Ankara on Saturday.",
      "scheduled 2026-04-11 Ankara",
    ],
    [
      "en",
      "Iran rejected reports of a round on Thursday and said it would meet the Americans in Oslo on Friday.",
      "scheduled 2026-04-10 Oslo",
    ],
    [
      "en",
      "Iran denied that any deal was reached at the talks with the US held in Doha on Monday.",
      "held 2026-04-06 Doha",
    ],
    [
      "ar",
      "نفت إيران تأجيل المحادثات المقررة مع الولايات المتحدة الجمعة في الدوحة.",
      "scheduled 2026-04-10 Doha",
    ],
    [
      "ar",
      "لم ينف بقائي أن جولة المفاوضات مع الأمريكيين ستعقد الجمعة في الدوحة.",
      "scheduled 2026-04-10 Doha",
    ],
    [
      "ar",
      "نفى عراقجي وجود خلاف وقال إن المحادثات مع واشنطن ستعقد في أنقرة يوم السبت.",
      "scheduled 2026-04-11 Ankara",
    ],
    [
      "ar",
      "نفت طهران التوصل إلى أي اتفاق في المحادثات التي عقدت مع واشنطن في الدوحة أمس الاثنين.",
      "held 2026-04-06 Doha",
    ],
    [
      "fa",
      "ایران تعویق مذاکرات روز جمعه با آمریکا در دوحه را تکذیب کرد.",
      "scheduled 2026-04-10 Doha",
    ],
    [
      "fa",
      "بقائی تکذیب نکرد که دور مذاکرات با آمریکایی‌ها روز جمعه در دوحه برگزار می‌شود.",
      "scheduled 2026-04-10 Doha",
    ],
    [
      "fa",
      "عراقچی وجود اختلاف را رد کرد و گفت مذاکرات با آمریکا روز شنبه در آنکارا برگزار خواهد شد.",
      "scheduled 2026-04-11 Ankara",
    ],
    [
      "fa",
      "تهران دستیابی به هرگونه توافق در مذاکراتی را که دیروز در دوحه با آمریکا برگزار شد تکذیب کرد.",
      "held 2026-04-06 Doha",
    ],
  ];

  it.each(CASES)("[%s] %s", (lang, sentence, expected) => {
    expect(meetingsIn(lang, sentence)).toEqual([expected]);
  });
});
