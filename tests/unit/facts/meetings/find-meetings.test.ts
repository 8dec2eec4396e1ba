import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { extractFrom, type SmallTalks } from "../../../support/extract-news.ts";

type Case = readonly [
  lang: Language,
  news: string,
  meetings: readonly string[],
  talks?: SmallTalks,
];

/** Title and body stand on both sides of "//"; a meeting is told as day, time, place, format, status. */
const CASES: readonly Case[] = [
  ["en", "Witkoff, Araghchi to meet Friday in Istanbul", ["2026-04-10 Istanbul scheduled"]],
  [
    "en",
    "Iran and US to hold next round of talks in Islamabad on April 11, Pakistan says",
    ["2026-04-11 Islamabad scheduled"],
  ],
  ["en", "US-Iran talks postponed from Friday to Sunday, mediator says", ["2026-04-12 scheduled"]],
  [
    "en",
    "Talks between US and Iran moved from Geneva to Oslo // Negotiations between the United States and Iran will take place in Oslo on Thursday at 9:30 am instead of Geneva, Norwegian officials said.",
    ["2026-04-09 09:30 Oslo scheduled"],
  ],
  [
    "en",
    "US and Iran end talks in Rome without agreement // The talks ended on Tuesday in Rome.",
    ["2026-04-07 Rome held"],
  ],
  [
    "en",
    "Direct talks between US and Iranian envoys under way in Doha",
    ["2026-04-07 Doha direct underway"],
  ],
  [
    "en",
    "The talks will not be direct, Iran's foreign ministry says // Talks with the United States will be held in Geneva on Thursday through mediators, Baghaei said.",
    ["2026-04-09 Geneva indirect scheduled"],
  ],
  [
    "en",
    "Iran's foreign minister leaves for talks with US // Abbas Araghchi left Tehran on Tuesday. The negotiations with the United States open in the Norwegian capital on Wednesday, officials said.",
    ["2026-04-08 Oslo scheduled"],
  ],
  [
    "en",
    "US, Iran set second round of talks // A second round of talks between Iran and the United States will be held in Geneva on Sunday, after the first in Muscat on April 3.",
    ["2026-04-12 Geneva scheduled", "2026-04-03 Muscat held background"],
  ],
  ["en", "Iran wants Friday's talks with US moved from Istanbul to Oman", ["2026-04-10 in-doubt"]],
  ["en", "Friday's US-Iran talks have been cancelled, official says", ["2026-04-10 cancelled"]],
  [
    "en",
    "Russia and Ukraine to hold new round of talks in Abu Dhabi on Wednesday",
    ["2026-04-08 Abu Dhabi scheduled"],
    "russia-ukraine",
  ],
  [
    "en",
    "Umerov, Kostyukov meet face to face in Istanbul // The talks between Russia and Ukraine ended on Tuesday after five hours.",
    ["2026-04-07 Istanbul direct held"],
    "russia-ukraine",
  ],
  ["en", "Netanyahu meets Trump in Washington on Wednesday to press him on Iran talks", []],
  [
    "ar",
    "جولة جديدة من المفاوضات بين إيران والولايات المتحدة في إسلام أباد السبت المقبل",
    ["2026-04-11 Islamabad scheduled"],
  ],
  ["ar", "تأجيل المحادثات الأميركية الإيرانية من الجمعة إلى الأحد", ["2026-04-12 scheduled"]],
  [
    "ar",
    "نقل المفاوضات الأمريكية الإيرانية من جنيف إلى أوسلو // ستعقد المفاوضات بين الولايات المتحدة وإيران في أوسلو يوم الخميس بدلا من جنيف.",
    ["2026-04-09 Oslo scheduled"],
  ],
  [
    "ar",
    "انتهاء المحادثات بين إيران وأمريكا في روما دون اتفاق // انتهت المحادثات الثلاثاء في روما.",
    ["2026-04-07 Rome held"],
  ],
  [
    "ar",
    "انطلاق المحادثات المباشرة بين إيران وأمريكا في الدوحة",
    ["2026-04-07 Doha direct underway"],
  ],
  [
    "ar",
    "الخارجية الإيرانية: المحادثات لن تكون مباشرة // وقال بقائي إن المحادثات مع الولايات المتحدة ستجرى في جنيف يوم الخميس عبر وسطاء.",
    ["2026-04-09 Geneva indirect scheduled"],
  ],
  ["ar", "محادثات بين واشنطن وطهران غدا في العاصمة القطرية", ["2026-04-08 Doha scheduled"]],
  [
    "ar",
    "البيت الأبيض يؤكد عقد المحادثات مع إيران // أكد البيت الأبيض، مساء الاثنين، أن المحادثات مع إيران ستعقد في سلطنة عمان يوم الجمعة.",
    ["2026-04-10 OMN scheduled"],
  ],
  ["ar", "إلغاء المحادثات الأميركية الإيرانية المقررة الجمعة", ["2026-04-10 cancelled"]],
  [
    "ar",
    "روسيا وأوكرانيا تعقدان جولة جديدة من المحادثات في أبوظبي الأربعاء",
    ["2026-04-08 Abu Dhabi scheduled"],
    "russia-ukraine",
  ],
  [
    "fa",
    "دور تازه مذاکرات ایران و آمریکا شنبه آینده در اسلام‌آباد برگزار می‌شود",
    ["2026-04-11 Islamabad scheduled"],
  ],
  ["fa", "مذاکرات ایران و آمریکا از جمعه به یکشنبه موکول شد", ["2026-04-12 scheduled"]],
  [
    "fa",
    "مذاکرات ایران و آمریکا از ژنو به اسلو منتقل شد // مذاکرات ایران و آمریکا روز پنجشنبه به جای ژنو در اسلو برگزار خواهد شد.",
    ["2026-04-09 Oslo scheduled"],
  ],
  [
    "fa",
    "پایان مذاکرات ایران و آمریکا در رم بدون توافق // مذاکرات روز سه‌شنبه در رم پایان یافت.",
    ["2026-04-07 Rome held"],
  ],
  ["fa", "مذاکرات مستقیم ایران و آمریکا در دوحه آغاز شد", ["2026-04-07 Doha direct underway"]],
  [
    "fa",
    "وزارت خارجه ایران: مذاکرات مستقیم نخواهد بود // بقایی گفت مذاکرات با آمریکا روز پنجشنبه از طریق میانجی در ژنو برگزار می‌شود.",
    ["2026-04-09 Geneva indirect scheduled"],
  ],
  ["fa", "مذاکرات ایران و آمریکا فردا در پایتخت قطر", ["2026-04-08 Doha scheduled"]],
  [
    "fa",
    "روسیه و اوکراین چهارشنبه در ابوظبی دور تازه‌ای از مذاکرات برگزار می‌کنند",
    ["2026-04-08 Abu Dhabi scheduled"],
    "russia-ukraine",
  ],
  [
    "en",
    "Iran and US at odds over venue for Friday's talks // Iran says the talks on Friday will be held in Muscat. A US official said they would take place in Istanbul on Friday.",
    ["2026-04-10 Muscat scheduled", "2026-04-10 Istanbul scheduled"],
  ],
  [
    "en",
    "White House confirms talks with Iran will take place Friday // The talks had been planned for Istanbul but will now be held in Muscat, Oman, the White House said.",
    ["2026-04-10 Muscat scheduled"],
  ],
  [
    "en",
    "Iran and the US will meet on April 12 in Geneva, then in Vienna on April 15",
    ["2026-04-12 Geneva scheduled", "2026-04-15 Vienna scheduled"],
  ],
  ["en", "Iran FM: no date set for next round of talks with US", []],
  [
    "ar",
    "خلاف بين إيران وأمريكا حول مكان المحادثات // قالت الخارجية الإيرانية إن المحادثات مع واشنطن ستعقد الجمعة في مسقط. وقال البيت الأبيض إن المحادثات ستعقد الجمعة في إسطنبول.",
    ["2026-04-10 Muscat scheduled", "2026-04-10 Istanbul scheduled"],
  ],
  [
    "ar",
    "انتهاء محادثات جنيف بين إيران وأمريكا دون اختراق والجولة المقبلة في 12 أبريل",
    ["2026-04-12 scheduled", "2026-04-07 Geneva held"],
  ],
  ["ar", "عراقجي: لم يحدد بعد موعد الجولة المقبلة مع واشنطن", []],
  [
    "fa",
    "گزارش‌های ضدونقیض درباره مذاکرات ایران و آمریکا // شبکه ۱۲ از لغو دیدار روز جمعه خبر داد، اما وزارت خارجه ایران این خبر را تکذیب کرد و گفت مذاکرات جمعه در مسقط برگزار می‌شود.",
    ["2026-04-10 Muscat scheduled"],
  ],
  ["fa", "عراقچی: زمان دور بعدی مذاکرات با آمریکا هنوز مشخص نشده است", []],
];

const told = ([lang, news, , talks = "iran-us"]: Case) => {
  const [title = "", body] = news.split(" // ");
  const { meetings } = extractFrom({ talks, lang, title, ...(body ? { body } : {}) });
  return meetings.map(({ date, time, venue, format, status, background }) =>
    [date, time, venue?.city ?? venue?.country, format, status, background ? "background" : null]
      .filter((part) => part !== null && part !== undefined)
      .join(" "),
  );
};

describe("meetings", () => {
  for (const news of CASES)
    it(`[${news[0]}] ${news[1]}`, () => {
      expect(told(news)).toEqual(news[2]);
    });
});
