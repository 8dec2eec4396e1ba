import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { extractFrom } from "../../../support/extract-news.ts";

/** What stands above each sentence and says nothing of a day. */
const TITLES = {
  en: "News on Iran and the United States",
  ar: "أخبار إيران والولايات المتحدة",
  fa: "خبرهای ایران و آمریکا",
} as const satisfies Record<Language, string>;

/** The days of the meetings that a sentence tells of, in a body or as the title; it is Tuesday, 7 April. */
const daysIn = (lang: Language, sentence: string): readonly (readonly string[])[] =>
  [
    { lang, title: TITLES[lang], body: sentence },
    { lang, title: sentence },
  ].map((news) => extractFrom(news).meetings.flatMap(({ date }) => date ?? []));

describe("a day on which somebody spoke, or did something else", () => {
  const CASES: readonly (readonly [Language, string])[] = [
    [
      "en",
      "Iran's foreign minister Abbas Araghchi said on 6 April that the talks with the United States had no future.",
    ],
    ["en", "On 30 March, Witkoff spoke to Axios about the negotiations with Iran."],
    ["en", "Iranian state television reported on 2 April about the talks with Washington."],
    [
      "en",
      "The United States sent two destroyers to the Gulf on 2 April as talks with Iran continue.",
    ],
    [
      "en",
      "Talks between Iran and the US continue, while the Pentagon on 4 April moved a carrier to the Arabian Sea.",
    ],
    ["en", "Washington added five tankers to its blacklist on 3 April amid talks with Tehran."],
    [
      "en",
      "The Treasury on Monday blacklisted a Tehran bank even as negotiations between Iran and the US go on.",
    ],
    ["en", "Araghchi told Al Jazeera on 5 April about the talks with the Americans."],
    ["en", "On 15 April the Majlis will debate the talks with the United States."],
    ["en", "Speaking on 4 April, Baghaei said negotiations with Washington were useful."],
    ["en", "Trump signed an order on 31 March with the Iran talks in the balance."],
    ["en", "Brent crude rose on 6 April on hopes for the talks between Iran and the US."],
    ["en", "Senators wrote to Rubio on 2 April about the talks with Iran."],
    ["en", "Iran tested a missile on 12 April as talks with Washington continue."],
    [
      "en",
      "On 5 April, the spokesman of the Iranian government, Fatemeh Mohajerani, answered questions on the talks with America.",
    ],
    [
      "en",
      "The Soufan Center published a paper on 25 March on the negotiations between Iran and the US.",
    ],
    [
      "en",
      "The US Navy moved two destroyers through Hormuz on 2 April, with talks between Washington and Tehran still going on.",
    ],
    [
      "en",
      "Israel bombed a depot near Isfahan on 3 April while Iranian and American negotiators prepared for a new round of talks.",
    ],
    [
      "en",
      "Even as talks between Iran and the United States drag on, Congress on 16 April will vote on a sanctions bill.",
    ],
    ["en", "Larijani travelled to Moscow on 4 April to brief Russia on the talks with the US."],
    [
      "en",
      "Egypt's foreign minister phoned Araghchi on 3 April to discuss the negotiations with Washington.",
    ],
    ["en", "The rial fell on 6 April on fears that negotiations with the US would fail."],
    ["en", "Khamenei, in a sermon on 27 March, defended the negotiations with the United States."],
    ["en", "Grossi will report on 20 April to the IAEA board about Iran's talks with the US."],
    ["en", "Iran executed two men on 1 April; talks with the US continue."],
    [
      "en",
      "The New York Times reported on 31 March that talks between Iran and the US had stalled.",
    ],
    [
      "en",
      "CENTCOM deployed bombers to Diego Garcia on 15 March, before the talks between Iran and the US resumed.",
    ],
    ["en", "Washington sent ships on 2 March as talks with Iran continue."],
    ["en", "Kuwait's emir on 3 April voiced support for the talks between Iran and the US."],
    ["en", "On 3 April the EU urged Iran and the US to keep their talks alive."],
    ["en", "A poll published on 2 April shows Americans back the talks with Iran."],
    ["en", "Hundreds marched through Shiraz on 12 April to oppose the talks with America."],
    ["en", "Iran will mark Army Day on 18 April as its talks with the US proceed."],
    [
      "en",
      "The embassy in Baghdad was evacuated on 4 April despite the talks between Iran and the US.",
    ],
    [
      "ar",
      "قال وزير الخارجية الإيراني عباس عراقجي يوم 2 أبريل لقناة الجزيرة عن المحادثات مع واشنطن إنها صعبة.",
    ],
    ["ar", "تحدث ويتكوف في 30 مارس لموقع أكسيوس عن المفاوضات مع إيران."],
    ["ar", "صرح بقائي يوم 4 أبريل بشأن المحادثات مع الولايات المتحدة."],
    ["ar", "في 3 نيسان أدلى عراقجي بتصريحات حول المفاوضات مع أمريكا."],
    ["ar", "أرسلت الولايات المتحدة سفنا إلى الخليج يوم 2 أبريل مع استمرار المحادثات مع إيران."],
    ["ar", "أدرجت واشنطن خمس ناقلات على قائمتها السوداء في 3 أبريل في ظل المحادثات مع طهران."],
    ["ar", "حركت واشنطن حاملة طائرات يوم 4 أبريل فيما تتواصل المفاوضات مع إيران."],
    ["ar", "نشرت وكالة إرنا يوم 5 أبريل تقريرا عن المحادثات بين إيران والولايات المتحدة."],
    ["ar", "يناقش البرلمان الإيراني يوم 15 أبريل المفاوضات مع الولايات المتحدة."],
    ["ar", "ارتفعت أسعار النفط يوم الاثنين على أمل نجاح المحادثات بين إيران وأمريكا."],
    ["ar", "وقع ترامب أمرا تنفيذيا في 31 مارس والمحادثات مع إيران مستمرة."],
    ["ar", "اختبرت إيران صاروخا يوم 12 أبريل بينما تستمر المحادثات مع واشنطن."],
    ["ar", "تظاهر المئات في طهران يوم 3 أبريل ضد المفاوضات مع أمريكا."],
    ["ar", "أكد المتحدث يوم 14 فروردين أن المفاوضات مع أمريكا لم تصل إلى نتيجة."],
    ["ar", "علقت المتحدثة باسم الحكومة الإيرانية يوم 5 أبريل على سير المحادثات مع واشنطن."],
    ["ar", "هاتف وزير الخارجية المصري عراقجي يوم الأحد لبحث المفاوضات مع واشنطن."],
    [
      "ar",
      "قصفت إسرائيل مستودعا قرب أصفهان في 3 أبريل بينما يستعد الإيرانيون والأمريكيون لجولة محادثات جديدة.",
    ],
    ["ar", "في خطبة يوم 27 مارس دافع خامنئي عن المفاوضات مع الولايات المتحدة."],
    ["ar", "يقدم غروسي في 20 أبريل تقريرا حول المحادثات بين إيران وأمريكا."],
    ["ar", "على الرغم من المحادثات مع إيران، فرضت الخزانة الأمريكية عقوبات يوم 2 نيسان."],
    ["ar", "هبط الريال يوم 6 أبريل خوفا من فشل المفاوضات مع أمريكا."],
    ["ar", "كتب المحلل في صحيفة الشرق الأوسط يوم 1 أبريل عن مستقبل المفاوضات الإيرانية الأمريكية."],
    ["ar", "يصوت الكونغرس يوم 16 أبريل على مشروع قانون يقيد المفاوضات مع إيران."],
    ["ar", "عين ترامب يوم 30 مارس مبعوثا جديدا للمفاوضات مع إيران."],
    [
      "ar",
      "قال الوزير يوم 2 مارس لقناة العربية عن المحادثات بين إيران والولايات المتحدة إنها بلا جدوى.",
    ],
    ["ar", "أعربت الكويت يوم 3 أبريل عن دعمها للمحادثات بين إيران وأمريكا."],
    ["ar", "أظهر استطلاع نشر في 2 أبريل أن الأمريكيين يؤيدون المفاوضات مع إيران."],
    ["ar", "رحبت قطر يوم السبت بالمحادثات بين طهران وواشنطن."],
    ["ar", "تحيي إيران يوم الجيش في 18 أبريل فيما تتواصل المحادثات مع أمريكا."],
    ["ar", "أخلت واشنطن سفارتها في بغداد يوم 4 أبريل رغم المحادثات مع إيران."],
    ["ar", "سئل روبيو يوم الأحد عن المفاوضات مع إيران فلم يجب."],
    ["fa", "عباس عراقچی ۱۳ فروردین درباره مذاکرات با آمریکا به الجزیره گفت که کار سخت است."],
    ["fa", "ویتکاف روز ۱۰ فروردین درباره مذاکرات با ایران با آکسیوس گفت‌وگو کرد."],
    ["fa", "بقائی در ۱۵ فروردین در مورد مذاکرات با ایالات متحده توضیح داد."],
    ["fa", "عراقچی روز دوشنبه درباره مذاکرات ایران و آمریکا سخن گفت."],
    ["fa", "آمریکا ۱۳ فروردین با ادامه مذاکرات با ایران چند کشتی به خلیج فارس فرستاد."],
    ["fa", "همزمان با مذاکرات ایران و آمریکا، واشنگتن روز ۱۴ فروردین پنج نفتکش را تحریم کرد."],
    ["fa", "در حالی که مذاکرات با آمریکا ادامه دارد، پنتاگون ۱۵ فروردین یک ناو را جابه‌جا کرد."],
    ["fa", "خبرگزاری ایرنا روز ۵ آوریل گزارشی درباره مذاکرات ایران و آمریکا منتشر کرد."],
    ["fa", "مجلس ۲۶ فروردین مذاکرات با آمریکا را بررسی می‌کند."],
    ["fa", "قیمت نفت روز دوشنبه به امید مذاکرات ایران و آمریکا بالا رفت."],
    ["fa", "صدها نفر روز ۱۴ فروردین علیه مذاکرات با آمریکا در تهران تجمع کردند."],
    ["fa", "ایران ۲۳ فروردین در میانه مذاکرات با واشنگتن موشکی آزمایش کرد."],
    ["fa", "۱۲ فروردین ترامپ در مصاحبه با فاکس نیوز به مذاکرات با ایران اشاره کرد."],
    ["fa", "سناتورها ۲ آوریل درباره مذاکرات با ایران به روبیو نامه نوشتند."],
    ["fa", "سخنگوی دولت ایران ۱۶ فروردین به پرسش‌ها درباره مذاکرات با آمریکا پاسخ داد."],
    ["fa", "وزیر خارجه مصر روز یکشنبه در تماس با عراقچی درباره مذاکرات با واشنگتن صحبت کرد."],
    [
      "fa",
      "اسرائیل ۱۴ فروردین انباری نزدیک اصفهان را بمباران کرد، در حالی که ایران و آمریکا برای دور تازه مذاکرات آماده می‌شوند.",
    ],
    ["fa", "خامنه‌ای در خطبه ۷ فروردین از مذاکرات با آمریکا دفاع کرد."],
    ["fa", "گروسی ۳۱ فروردین گزارشی درباره مذاکرات ایران و آمریکا به شورای حکام می‌دهد."],
    ["fa", "با وجود مذاکرات با ایران، خزانه‌داری آمریکا ۱۳ فروردین تحریم‌های تازه اعمال کرد."],
    ["fa", "ارزش ریال ۱۷ فروردین از بیم شکست مذاکرات با آمریکا افت کرد."],
    ["fa", "کنگره آمریکا ۲۷ فروردین درباره طرح محدود کردن مذاکرات با ایران رأی می‌دهد."],
    ["fa", "ترامپ ۱۰ فروردین فرستاده تازه‌ای برای مذاکرات با ایران تعیین کرد."],
    ["fa", "روزنامه شرق ۱۲ فروردین یادداشتی در باب مذاکرات ایران و آمریکا چاپ کرد."],
    ["fa", "وزیر خارجه ایران ۱۱ اسفند درباره مذاکرات با آمریکا به خبرنگاران گفت."],
    ["fa", "واشنگتن ۱۱ اسفند همزمان با ادامه مذاکرات با ایران کشتی‌هایی فرستاد؛ آمریکا پاسخ نداد."],
    ["fa", "کویت ۱۴ فروردین از مذاکرات ایران و آمریکا حمایت کرد."],
    ["fa", "قطر روز شنبه از مذاکرات تهران و واشنگتن استقبال کرد."],
    ["fa", "نظرسنجی ۱۳ فروردین نشان می‌دهد آمریکایی‌ها از مذاکرات با ایران حمایت می‌کنند."],
    ["fa", "ایران ۲۹ فروردین روز ارتش را جشن می‌گیرد، در حالی که مذاکرات با آمریکا ادامه دارد."],
    ["fa", "روبیو روز یکشنبه در مصاحبه‌ای درباره مذاکرات با ایران گفت عجله‌ای ندارد."],
    ["fa", "آمریکا ۱۵ فروردین با وجود مذاکرات با ایران سفارتش در بغداد را تخلیه کرد."],
  ];
  it.each(CASES)("[%s] is no day of the talks: %s", (lang, sentence) => {
    expect(daysIn(lang, sentence)).toEqual([[], []]);
  });
});

describe("a day that the meeting's own words have", () => {
  const CASES: readonly (readonly [Language, string, day: string])[] = [
    ["en", "Iran and the US will hold talks on 12 April, Araghchi said on 6 April.", "2026-04-12"],
    [
      "en",
      "Araghchi said on 6 April that the talks with the US will be held on 12 April.",
      "2026-04-12",
    ],
    [
      "en",
      "Baghaei said on Monday the next round of talks with the US would be on Friday.",
      "2026-04-10",
    ],
    [
      "en",
      "The talks on 14 April between Iran and the US will be indirect, Witkoff told CNN.",
      "2026-04-14",
    ],
    ["en", "On 14 April Iranian and American negotiators will meet in Geneva.", "2026-04-14"],
    ["en", "Iran-US talks resumed on 7 April as Washington sent ships to the Gulf.", "2026-04-07"],
    [
      "en",
      "As the United States sends more ships, talks with Iran are set for 13 April.",
      "2026-04-13",
    ],
    ["en", "The two sides met on 5 April for talks, Oman's foreign minister said.", "2026-04-05"],
    [
      "en",
      "Tehran announced on 6 April that a round of talks with Washington is scheduled for 11 April in Muscat.",
      "2026-04-11",
    ],
    ["en", "Vance said the talks with Iran on 11 April would be decisive.", "2026-04-11"],
    [
      "en",
      "Oman's foreign minister announced 11 April talks between Iran and the US.",
      "2026-04-11",
    ],
    ["en", "Iran said the negotiations with the US took place in Muscat on 4 April.", "2026-04-04"],
    ["en", "Iran and the US held talks in Doha on 6 April, the spokesman said.", "2026-04-06"],
    [
      "en",
      "Iran and the United States will meet in Oslo on 15 April to continue talks about enrichment.",
      "2026-04-15",
    ],
    [
      "en",
      "Baghaei commented on Friday's talks with the US, saying Iran would attend.",
      "2026-04-10",
    ],
    [
      "en",
      "With tensions high over the Gulf, Iranian and US envoys will hold talks on 16 April.",
      "2026-04-16",
    ],
    [
      "en",
      "Amid American threats, the fifth round of Iran-US talks will open on 13 April in Oslo.",
      "2026-04-13",
    ],
    [
      "en",
      "The ministry spoke about the talks, which Iran and the US will hold on 14 April.",
      "2026-04-14",
    ],
    [
      "en",
      "The US-Iran negotiations over uranium resume on Saturday, 11 April, the White House said.",
      "2026-04-11",
    ],
    [
      "en",
      "Washington and Tehran met on 5 April for talks over the Strait of Hormuz.",
      "2026-04-05",
    ],
    ["en", "Despite the strikes, Iran and the US are to hold talks on 12 April.", "2026-04-12"],
    [
      "en",
      "Iran's delegation will be in Oslo on 12 April for talks with the United States about sanctions.",
      "2026-04-12",
    ],
    [
      "en",
      "Reuters reported on the second round of Iran-US talks, set for 17 April.",
      "2026-04-17",
    ],
    ["en", "Qatar welcomed the talks that Iran and the US held on 4 April.", "2026-04-04"],
    ["en", "The EU urged Iran and the US to meet for talks on 16 April.", "2026-04-16"],
    [
      "en",
      "Iran confirmed on Sunday that it will attend Friday's talks with the US.",
      "2026-04-10",
    ],
    ["en", "Even as ships arrive, Iran and the US meet on 12 April in Oslo.", "2026-04-12"],
    ["en", "While Israel objects, the next Iran-US talks are set for 12 April.", "2026-04-12"],
    [
      "en",
      "Iran and the US will hold talks on 12 April in Oslo while mediators look for a compromise.",
      "2026-04-12",
    ],
    ["en", "Rubio criticised the 4 April talks with Iran.", "2026-04-04"],
    ["ar", "قال عراقجي يوم 6 أبريل إن المحادثات مع واشنطن ستعقد يوم 12 أبريل.", "2026-04-12"],
    ["ar", "قال بقائي إن محادثات يوم 11 أبريل مع أمريكا ستكون غير مباشرة.", "2026-04-11"],
    [
      "ar",
      "تعقد إيران والولايات المتحدة جولة محادثات في 14 أبريل، حسب ما أعلن عراقجي يوم 6 أبريل.",
      "2026-04-14",
    ],
    ["ar", "عقدت إيران وأمريكا محادثات في الدوحة يوم 6 أبريل.", "2026-04-06"],
    [
      "ar",
      "أعلنت عمان يوم الاثنين أن الجولة المقبلة من المفاوضات بين إيران وأمريكا ستكون يوم الجمعة.",
      "2026-04-10",
    ],
    ["ar", "يوم 14 أبريل يلتقي المفاوضون الإيرانيون والأمريكيون في جنيف.", "2026-04-14"],
    [
      "ar",
      "فيما ترسل واشنطن سفنا، من المقرر أن تعقد المحادثات مع إيران في 13 أبريل.",
      "2026-04-13",
    ],
    [
      "ar",
      "جرت المفاوضات بين إيران والولايات المتحدة في مسقط في 4 أبريل، وفق ما قال البوسعيدي.",
      "2026-04-04",
    ],
    ["ar", "صرح فانس بأن المفاوضات مع إيران في 11 نيسان ستكون حاسمة.", "2026-04-11"],
    [
      "ar",
      "انطلقت المحادثات بين إيران وأمريكا يوم 7 أبريل وسط إرسال واشنطن سفنا إلى الخليج.",
      "2026-04-07",
    ],
    ["ar", "أعلن البوسعيدي عقد محادثات بين إيران وأمريكا يوم 11 أبريل.", "2026-04-11"],
    [
      "ar",
      "تلتقي إيران والولايات المتحدة في أوسلو يوم 15 أبريل لمواصلة المحادثات حول التخصيب.",
      "2026-04-15",
    ],
    ["ar", "علق بقائي على محادثات الجمعة مع أمريكا قائلا إن إيران ستشارك.", "2026-04-10"],
    [
      "ar",
      "وسط تهديدات أمريكية تعقد إيران وأمريكا جولة خامسة من المحادثات يوم 13 أبريل.",
      "2026-04-13",
    ],
    [
      "ar",
      "يوم 13 أبريل ووسط تهديدات أمريكية تبدأ الجولة الخامسة من المحادثات بين إيران وأمريكا.",
      "2026-04-13",
    ],
    [
      "ar",
      "تستأنف المفاوضات بين إيران وأمريكا بشأن اليورانيوم السبت 11 أبريل، بحسب البيت الأبيض.",
      "2026-04-11",
    ],
    ["ar", "رغم الضربات تعقد إيران والولايات المتحدة محادثات في 12 أبريل.", "2026-04-12"],
    ["ar", "تحدثت الوزارة عن المحادثات التي ستعقدها إيران وأمريكا يوم 14 أبريل.", "2026-04-14"],
    ["ar", "اجتمع وفدا واشنطن وطهران يوم 5 أبريل لإجراء محادثات حول مضيق هرمز.", "2026-04-05"],
    [
      "ar",
      "أعلنت الخارجية الإيرانية عن جولة محادثات مع أمريكا يوم 16 أبريل في أوسلو.",
      "2026-04-16",
    ],
    ["ar", "ناقش الطرفان الإيراني والأمريكي ملف العقوبات في محادثات يوم 5 أبريل.", "2026-04-05"],
    ["ar", "رحبت قطر بالمحادثات التي عقدتها إيران وأمريكا يوم 4 أبريل.", "2026-04-04"],
    [
      "ar",
      "ستعقد المحادثات بين إيران وأمريكا في أوسلو يوم 12 أبريل بينما تعارضها إسرائيل.",
      "2026-04-12",
    ],
    ["ar", "انتقد روبيو محادثات 4 أبريل مع إيران.", "2026-04-04"],
    [
      "ar",
      "بينما تعترض إسرائيل، حدد يوم 12 أبريل موعدا للمحادثات بين إيران وأمريكا.",
      "2026-04-12",
    ],
    ["ar", "يلتقي الوفدان الإيراني والأمريكي السبت في أوسلو وسط تفاؤل بشأن المحادثات.", "2026-04-11"],
    ["fa", "عراقچی روز ۱۷ فروردین گفت مذاکرات با آمریکا ۲۳ فروردین برگزار می‌شود.", "2026-04-12"],
    ["fa", "بقائی گفت مذاکرات ۲۲ فروردین با آمریکا غیرمستقیم خواهد بود.", "2026-04-11"],
    ["fa", "دور تازه مذاکرات ایران و آمریکا ۲۵ فروردین در ژنو برگزار می‌شود.", "2026-04-14"],
    ["fa", "ایران و آمریکا روز ۱۷ فروردین در دوحه مذاکره کردند.", "2026-04-06"],
    [
      "fa",
      "عمان روز دوشنبه اعلام کرد که دور بعدی مذاکرات ایران و آمریکا جمعه برگزار خواهد شد.",
      "2026-04-10",
    ],
    ["fa", "روز ۱۴ آوریل مذاکره‌کنندگان ایران و آمریکا در ژنو دیدار می‌کنند.", "2026-04-14"],
    [
      "fa",
      "مذاکرات ایران و آمریکا ۱۵ فروردین در مسقط برگزار شد، وزیر خارجه عمان گفت.",
      "2026-04-04",
    ],
    ["fa", "ونس درباره مذاکرات ۲۲ فروردین با ایران گفت که سرنوشت‌ساز خواهد بود.", "2026-04-11"],
    [
      "fa",
      "مذاکرات ایران و آمریکا ۱۸ فروردین همزمان با اعزام ناوهای آمریکایی آغاز شد.",
      "2026-04-07",
    ],
    [
      "fa",
      "ایران و آمریکا ۲۶ فروردین در اسلو دیدار می‌کنند تا مذاکرات درباره غنی‌سازی را ادامه دهند.",
      "2026-04-15",
    ],
    ["fa", "بقائی درباره مذاکرات جمعه با آمریکا گفت ایران شرکت می‌کند.", "2026-04-10"],
    [
      "fa",
      "در میانه تهدیدهای آمریکا، دور پنجم مذاکرات ایران و آمریکا ۲۴ فروردین در اسلو آغاز می‌شود.",
      "2026-04-13",
    ],
    [
      "fa",
      "۲۴ فروردین و با وجود تهدیدهای آمریکا، دور پنجم مذاکرات ایران و آمریکا برگزار می‌شود.",
      "2026-04-13",
    ],
    ["fa", "ایران و آمریکا روز ۲۳ فروردین درباره برنامه هسته‌ای مذاکره می‌کنند.", "2026-04-12"],
    [
      "fa",
      "ایران و آمریکا روز ۲۳ فروردین درباره برنامه هسته‌ای دور تازه مذاکرات را برگزار می‌کنند.",
      "2026-04-12",
    ],
    ["fa", "به‌رغم حملات، ایران و آمریکا ۲۳ فروردین مذاکره خواهند کرد.", "2026-04-12"],
    [
      "fa",
      "هیئت‌های ایران و آمریکا ۱۶ فروردین برای مذاکره درباره تنگه هرمز دیدار کردند.",
      "2026-04-05",
    ],
    [
      "fa",
      "دو طرف ایرانی و آمریکایی در مذاکرات ۱۶ فروردین پرونده تحریم‌ها را بررسی کردند.",
      "2026-04-05",
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا درباره اورانیوم شنبه ۲۲ فروردین از سر گرفته می‌شود.",
      "2026-04-11",
    ],
    ["fa", "قطر از مذاکرات ۱۵ فروردین ایران و آمریکا استقبال کرد.", "2026-04-04"],
    [
      "fa",
      "در حالی که اسرائیل مخالف است، مذاکرات ایران و آمریکا ۲۳ فروردین برگزار می‌شود.",
      "2026-04-12",
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا ۲۳ فروردین در اسلو برگزار می‌شود، در حالی که اسرائیل مخالف است.",
      "2026-04-12",
    ],
    ["fa", "روبیو مذاکرات ۱۵ فروردین با ایران را محکوم کرد.", "2026-04-04"],
    [
      "fa",
      "هیئت‌های ایران و آمریکا شنبه با امید به پیشرفت مذاکرات در اسلو دیدار می‌کنند.",
      "2026-04-11",
    ],
  ];
  it.each(CASES)(
    "[%s] stays its own, whoever speaks and acts beside it: %s",
    (lang, sentence, day) => {
      expect(daysIn(lang, sentence)).toEqual([[day], [day]]);
    },
  );
});

describe("a day in news of other talks", () => {
  const CASES: readonly (readonly [Language, string, days: readonly string[]])[] = [
    [
      "en",
      "Zelensky told Der Spiegel on 28 March what he thinks of the negotiations between Ukraine and Russia.",
      [],
    ],
    ["en", "On 2 April Lavrov mocked the talks between Russia and Ukraine.", []],
    ["en", "Drones hit Odesa on 3 April as negotiations between Kyiv and Moscow drag on.", []],
    [
      "en",
      "The Bundestag on 17 April will hear the chancellor on the talks between Russia and Ukraine.",
      [],
    ],
    ["en", "Grain prices slid on 6 April on optimism over talks between Russia and Ukraine.", []],
    [
      "en",
      "A court in Moscow jailed a reporter on 1 April for writing about the talks between Russia and Ukraine.",
      [],
    ],
    ["en", "Macron and Starmer spoke by phone on 5 April about the Russia-Ukraine talks.", []],
    [
      "en",
      "The next meeting between Russian and Ukrainian negotiators is set for 13 April, Peskov said on 6 April.",
      ["2026-04-13"],
    ],
    [
      "en",
      "Russia and Ukraine exchanged prisoners on 3 April and will meet for talks on 12 April.",
      ["2026-04-12"],
    ],
    [
      "en",
      "Zelensky said on Monday that Ukraine would sit down with Russia on 11 April.",
      ["2026-04-11"],
    ],
    [
      "en",
      "Russian and Ukrainian teams held a round of talks in Istanbul on 4 April, while drones hit Odesa.",
      ["2026-04-04"],
    ],
    ["ar", "سخر لافروف يوم 2 أبريل من المحادثات بين روسيا وأوكرانيا.", []],
    ["ar", "أصابت مسيرات أوديسا يوم 3 أبريل والمفاوضات بين كييف وموسكو متعثرة.", []],
    ["ar", "أدلى بيسكوف صباح 4 أبريل بتعليق على المفاوضات بين روسيا وأوكرانيا.", []],
    ["ar", "تحدث ماكرون وستارمر هاتفيا يوم 5 أبريل بشأن المحادثات بين روسيا وأوكرانيا.", []],
    ["ar", "تراجعت أسعار القمح يوم 6 أبريل بفعل التفاؤل بالمحادثات بين روسيا وأوكرانيا.", []],
    ["ar", "يستمع البوندستاغ يوم 17 أبريل إلى المستشار بشأن المفاوضات بين روسيا وأوكرانيا.", []],
    ["ar", "كشف زيلينسكي في 28 مارس لمجلة دير شبيغل رأيه في المفاوضات بين أوكرانيا وروسيا.", []],
    [
      "ar",
      "يعقد الاجتماع المقبل بين المفاوضين الروس والأوكرانيين في 13 أبريل، كما قال بيسكوف يوم 6 أبريل.",
      ["2026-04-13"],
    ],
    [
      "ar",
      "تبادلت روسيا وأوكرانيا الأسرى يوم 3 أبريل وستعقدان محادثات يوم 12 أبريل.",
      ["2026-04-12"],
    ],
    [
      "ar",
      "عقد الوفدان الروسي والأوكراني جولة محادثات في إسطنبول يوم 4 أبريل بينما كانت المسيرات تقصف أوديسا.",
      ["2026-04-04"],
    ],
    ["fa", "لاوروف ۱۳ فروردین مذاکرات روسیه و اوکراین را مسخره کرد.", []],
    [
      "fa",
      "پهپادها ۱۴ فروردین به اودسا خوردند، در حالی که مذاکرات کی‌یف و مسکو کند پیش می‌رود؛ روسیه و اوکراین حرفی نزدند.",
      [],
    ],
    ["fa", "پسکوف صبح ۱۵ فروردین درباره مذاکرات روسیه و اوکراین به خبرنگاران توضیح داد.", []],
    ["fa", "مکرون و استارمر ۱۶ فروردین تلفنی درباره مذاکرات روسیه و اوکراین صحبت کردند.", []],
    ["fa", "قیمت گندم ۱۷ فروردین به دلیل خوش‌بینی به مذاکرات روسیه و اوکراین پایین آمد.", []],
    ["fa", "بوندستاگ ۲۸ فروردین سخنان صدراعظم درباره مذاکرات روسیه و اوکراین را می‌شنود.", []],
    ["fa", "زلنسکی ۸ فروردین به اشپیگل نظرش را درباره مذاکرات اوکراین و روسیه گفت.", []],
    [
      "fa",
      "پسکوف ۱۷ فروردین گفت دیدار بعدی مذاکره‌کنندگان روسیه و اوکراین ۲۴ فروردین برگزار می‌شود.",
      ["2026-04-13"],
    ],
    [
      "fa",
      "روسیه و اوکراین ۱۴ فروردین اسیران را مبادله کردند و ۲۳ فروردین مذاکره خواهند کرد.",
      ["2026-04-12"],
    ],
    ["fa", "زلنسکی روز دوشنبه گفت اوکراین و روسیه ۲۲ فروردین مذاکره می‌کنند.", ["2026-04-11"]],
    [
      "fa",
      "هیئت‌های روسیه و اوکراین ۱۵ فروردین در استانبول مذاکره کردند، در حالی که پهپادها اودسا را می‌زدند.",
      ["2026-04-04"],
    ],
  ];
  it.each(CASES)(
    "[%s] is the one that the meeting's own words have: %s",
    (lang, sentence, days) => {
      const { meetings } = extractFrom({ talks: "russia-ukraine", lang, title: sentence });
      expect(meetings.flatMap(({ date }) => date ?? [])).toEqual(days);
    },
  );
});
