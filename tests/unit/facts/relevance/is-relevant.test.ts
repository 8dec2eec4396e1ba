import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { extractFrom, type SmallTalks } from "../../../support/extract-news.ts";

type Case = readonly [lang: Language, title: string, body?: string | undefined, talks?: SmallTalks];

const ABOUT_THE_TALKS: readonly Case[] = [
  ["en", "Witkoff, Araghchi to meet Friday in Istanbul"],
  ["en", "Pakistan offers to host US-Iran talks"],
  ["en", "Trump: Iran wants to make a deal"],
  ["en", "Araghchi lands in Muscat"],
  ["en", "Iran denies reports that talks with US have been cancelled"],
  [
    "en",
    "US imposes new sanctions on Iran",
    "The United States imposed sanctions on Iranian shipping on Monday. The move came days before negotiators of the two countries meet in Geneva.",
  ],
  ["en", "Russia and Ukraine to hold new round of talks in Abu Dhabi", undefined, "russia-ukraine"],
  ["en", "Kremlin says talks with Ukraine postponed", undefined, "russia-ukraine"],
  ["ar", "عاجل | الوفد الإيراني يصل إلى مسقط"],
  ["ar", "جولة جديدة من المفاوضات بين إيران والولايات المتحدة السبت المقبل"],
  ["ar", "ترامب: إيران تريد إبرام صفقة"],
  ["ar", "باكستان تعرض استضافة محادثات بين إيران والولايات المتحدة"],
  ["ar", "سلطنة عمان: المحادثات كانت جادة ومفيدة"],
  ["ar", "الكرملين: تأجيل المفاوضات مع أوكرانيا", undefined, "russia-ukraine"],
  ["fa", "فوری: هیئت ایرانی وارد مسقط شد"],
  ["fa", "دور تازه مذاکرات ایران و آمریکا شنبه آینده برگزار می‌شود"],
  ["fa", "ترامپ: ایران خواهان توافق است"],
  ["fa", "سرنوشت مذاکرات ایران و آمریکا نامشخص است"],
  ["fa", "کرملین: مذاکرات با اوکراین به تعویق افتاد", undefined, "russia-ukraine"],
];

const ABOUT_SOMETHING_ELSE: readonly Case[] = [
  [
    "en",
    "Oil prices slide as US and Iran prepare for talks",
    "Brent crude fell 2% to $62 a barrel as traders weighed the prospect of talks between the United States and Iran.",
  ],
  ["en", "Iran beat US in friendly football match", "Both coaches praised the meeting in Doha."],
  [
    "en",
    "Iran and European powers hold talks in Geneva",
    "Iran's deputy foreign minister met diplomats from the E3 on Monday.",
  ],
  [
    "en",
    "Ukraine, Russia hold second day of talks in Abu Dhabi",
    "Witkoff and Kushner met the Russian and Ukrainian delegations.",
  ],
  ["en", "Araghchi meets Fidan in Ankara", "The two ministers spoke of trade and border security."],
  [
    "en",
    "Iran's parliament approves budget bill",
    "Lawmakers in Tehran approved the budget. Negotiations with the United States have been stalled since last month.",
  ],
  ["en", "Iran and US to meet in Istanbul on Friday", undefined, "russia-ukraine"],
  [
    "ar",
    "النفط يتراجع مع اقتراب المحادثات بين واشنطن وطهران",
    "تراجعت أسعار النفط مع ترقب المستثمرين محادثات بين الولايات المتحدة وإيران.",
  ],
  ["ar", "منتخب إيران يفوز على أمريكا في كأس العالم"],
  [
    "ar",
    "إيران والترويكا الأوروبية تعقدان محادثات في جنيف",
    "التقى دبلوماسيون من الترويكا الأوروبية نائب وزير الخارجية الإيراني.",
  ],
  [
    "ar",
    "محادثات روسيا وأوكرانيا في أبوظبي بمشاركة ويتكوف وكوشنر",
    "اجتمع المبعوثان الأميركيان مع الوفدين الروسي والأوكراني.",
  ],
  ["ar", "نتنياهو يلتقي ترامب لبحث ملف غزة"],
  ["fa", "قیمت نفت در آستانه مذاکرات ایران و آمریکا کاهش یافت"],
  ["fa", "پیروزی تیم ملی فوتبال ایران برابر آمریکا"],
  [
    "fa",
    "مذاکرات ایران و تروئیکای اروپایی در ژنو",
    "معاون وزیر خارجه ایران با دیپلمات‌های سه کشور اروپایی دیدار کرد.",
  ],
  ["fa", "دیدار عراقچی با فیدان در آنکارا", "دو وزیر درباره تجارت گفت‌وگو کردند."],
  ["fa", "ایران و آمریکا جمعه در استانبول دیدار می‌کنند", undefined, "russia-ukraine"],
];

const newsOf = ([lang, title, body, talks]: Case) => ({
  lang,
  title,
  ...(body === undefined ? {} : { body }),
  ...(talks === undefined ? {} : { talks }),
});

describe("relevance", () => {
  for (const news of ABOUT_THE_TALKS)
    it(`[${news[0]}] is about the talks: ${news[1]}`, () => {
      expect(extractFrom(newsOf(news)).relevant).toBe(true);
    });

  for (const news of ABOUT_SOMETHING_ELSE)
    it(`[${news[0]}] is about something else: ${news[1]}`, () => {
      expect(extractFrom(newsOf(news)).relevant).toBe(false);
    });
});
