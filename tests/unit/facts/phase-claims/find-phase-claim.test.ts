import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import type { Phase } from "../../../../src/facts/phase.ts";
import { extractFrom, type SmallTalks } from "../../../support/extract-news.ts";

type Case = readonly [lang: Language, phase: Phase | null, news: string, talks?: SmallTalks];

const CASES: readonly Case[] = [
  ["en", "proposed", "Pakistan offers to host US-Iran talks"],
  ["en", "agreed-in-principle", "Iran and US agree in principle to resume negotiations, Oman says"],
  ["en", "scheduled", "Iran and US to hold talks in Geneva on Thursday"],
  ["en", "scheduled", "Iran denies reports that talks with US have been cancelled"],
  ["en", "in-doubt", "Fate of US-Iran talks uncertain after tanker seizure"],
  ["en", "postponed", "US-Iran talks postponed from Friday to Sunday"],
  ["en", "cancelled", "Friday's US-Iran talks have been cancelled, official says"],
  ["en", "underway", "Talks between Iran and US begin in Muscat"],
  ["en", "adjourned", "Iran and US end talks in Muscat, agree to meet again"],
  ["en", "concluded-with-agreement", "Iran, US sign nuclear deal in Vienna"],
  ["en", "suspended", "Iran suspends nuclear talks with US after strike"],
  ["en", "collapsed", "US-Iran talks have collapsed, mediator says"],
  ["en", null, "If the talks collapse, Washington will consider strikes on Iran, official says"],
  ["en", "postponed", "Kremlin says talks with Ukraine postponed", "russia-ukraine"],
  ["ar", "proposed", "باكستان تعرض استضافة محادثات بين إيران والولايات المتحدة"],
  ["ar", "agreed-in-principle", "سلطنة عمان: إيران وأمريكا اتفقتا مبدئيا على استئناف المفاوضات"],
  ["ar", "scheduled", "المحادثات بين إيران وأمريكا ستعقد الخميس في جنيف"],
  ["ar", "scheduled", "طهران تنفي إلغاء المحادثات مع واشنطن"],
  ["ar", "in-doubt", "شكوك حول مصير المحادثات الإيرانية الأمريكية بعد احتجاز ناقلة"],
  ["ar", "postponed", "تأجيل المحادثات الأميركية الإيرانية"],
  ["ar", "cancelled", "إلغاء المحادثات الأميركية الإيرانية المقررة الجمعة"],
  ["ar", "underway", "انطلاق المحادثات بين إيران وأمريكا في مسقط"],
  ["ar", "adjourned", "انتهاء المحادثات الإيرانية الأمريكية في جنيف والاتفاق على جولة جديدة"],
  ["ar", "concluded-without-agreement", "انتهاء المحادثات بين إيران وأمريكا في روما دون اتفاق"],
  ["ar", "concluded-with-agreement", "إيران والولايات المتحدة توقعان اتفاقا نوويا في فيينا"],
  ["ar", "suspended", "طهران تعلق المفاوضات مع واشنطن"],
  ["ar", "collapsed", "انهيار المفاوضات بين إيران والولايات المتحدة"],
  ["ar", null, "إذا انهارت المحادثات فإن واشنطن ستدرس ضرب إيران"],
  ["ar", "postponed", "الكرملين: تأجيل المفاوضات مع أوكرانيا", "russia-ukraine"],
  ["fa", "proposed", "پاکستان برای میزبانی مذاکرات ایران و آمریکا اعلام آمادگی کرد"],
  [
    "fa",
    "agreed-in-principle",
    "عمان: ایران و آمریکا به طور اصولی با ازسرگیری مذاکرات موافقت کردند",
  ],
  ["fa", "scheduled", "مذاکرات ایران و آمریکا روز پنجشنبه در ژنو برگزار می‌شود"],
  ["fa", "scheduled", "تهران لغو مذاکرات با واشنگتن را تکذیب کرد"],
  ["fa", "in-doubt", "سرنوشت مذاکرات ایران و آمریکا پس از توقیف نفتکش نامشخص است"],
  ["fa", "postponed", "مذاکرات ایران و آمریکا به تعویق افتاد"],
  ["fa", "cancelled", "مذاکرات ایران و آمریکا لغو شد"],
  ["fa", "underway", "مذاکرات ایران و آمریکا در مسقط آغاز شد"],
  [
    "en",
    "suspended",
    "No talks between Iran and US until the strikes stop, after round held Monday",
  ],
  ["en", "rumoured", "Iran and US negotiators could meet in Baku, sources say"],
  ["ar", "rumoured", "مصادر: مفاوضون إيرانيون وأميركيون قد يجتمعون في باكو"],
  ["fa", "rumoured", "منابع: مذاکره‌کنندگان ایران و آمریکا شاید در باکو دیدار کنند"],
  ["en", "collapsed", "Ukraine pulls out of peace talks with Russia for good", "russia-ukraine"],
  ["ar", "collapsed", "أوكرانيا تنسحب نهائيا من محادثات السلام مع روسيا", "russia-ukraine"],
  ["fa", "collapsed", "اوکراین برای همیشه از مذاکرات صلح با روسیه خارج شد", "russia-ukraine"],
  ["en", "suspended", "Strikes have destroyed negotiations between Iran and US, envoy says"],
  ["ar", "suspended", "لم يعد للمفاوضات بين إيران وأميركا معنى بعد الهجوم"],
  ["fa", "suspended", "پس از حمله، مذاکره ایران با آمریکا دیگر معنایی ندارد"],
  ["en", "proposed", "Kazakhstan ready to host talks between Iran and US"],
  ["ar", "proposed", "كازاخستان مستعدة لاستضافة محادثات بين إيران وأميركا"],
  ["fa", "proposed", "قزاقستان آماده میزبانی مذاکرات ایران و آمریکا است"],
  ["fa", "concluded-without-agreement", "پایان مذاکرات ایران و آمریکا در رم بدون توافق"],
  ["fa", "concluded-with-agreement", "ایران و آمریکا در وین توافق هسته‌ای امضا کردند"],
  ["fa", "suspended", "تهران مذاکرات با واشنگتن را تعلیق کرد"],
  ["fa", "collapsed", "فروپاشی مذاکرات ایران و آمریکا"],
  ["fa", null, "اگر مذاکرات شکست بخورد، واشنگتن حمله به ایران را بررسی می‌کند"],
  ["fa", "postponed", "کرملین: مذاکرات با اوکراین به تعویق افتاد", "russia-ukraine"],
  ["fa", "cancelled", "دور تازه مذاکرات ایران و آمریکا پنجشنبه برگزار نمی‌شود و لغو شده است"],
  ["ar", "cancelled", "الجولة المقررة الخميس بين إيران وأمريكا لن تعقد وقد ألغيت حتى إشعار آخر"],
  ["en", "in-doubt", "US denies its delegation will attend Thursday's talks with Iran in Geneva"],
  [
    "en",
    "postponed",
    "The round of Iran-US talks due to open in Geneva on Thursday had been put off indefinitely",
  ],
];

describe("the phase that an article claims", () => {
  for (const [lang, phase, title, talks = "iran-us"] of CASES)
    it(`[${lang}] ${phase}: ${title}`, () => {
      expect(extractFrom({ lang, title, talks }).phase?.phase ?? null).toBe(phase);
    });
});

describe("a beginning that is only a noun", () => {
  it.each([
    ["en", "Iran and US call the talks in Muscat a start"],
    ["en", "Talks with Iran a promising start, US official says"],
    ["en", "Door to US-Iran talks remains open, Oman says"],
    ["ar", "محادثات إيران وأميركا في مسقط نقطة انطلاق"],
    ["fa", "مذاکرات ایران و آمریکا در مسقط نقطه آغاز گفت‌وگوها"],
  ] as const)("[%s] puts no talks under way: %s", (lang, title) => {
    expect(extractFrom({ lang, title }).phase?.phase).not.toBe("underway");
  });
});

describe("whose word the claim is", () => {
  it.each([
    ["en", "Iran and US to hold talks in Geneva on Thursday, Araghchi says", "party IRN"],
    ["en", "Iran and US agree in principle to resume negotiations, Oman says", "mediator OMN"],
    ["en", "US-Iran talks cancelled, Axios reports", "outlet Axios"],
    ["en", "US-Iran talks cancelled, two sources say", "anonymous"],
    ["en", "Iran and US to hold talks in Geneva on Thursday", "article"],
    ["ar", "عراقجي: المحادثات مع أمريكا ستعقد الخميس", "party IRN"],
    ["ar", "سلطنة عمان: المحادثات بين إيران وأمريكا ستعقد الخميس", "mediator OMN"],
    ["ar", "القناة 12: إلغاء المحادثات بين إيران وأمريكا", "outlet Channel 12"],
    ["ar", "مصادر: إلغاء المحادثات بين إيران وأمريكا", "anonymous"],
    ["fa", "عراقچی: مذاکرات با آمریکا پنجشنبه برگزار می‌شود", "party IRN"],
    ["fa", "آکسیوس: مذاکرات ایران و آمریکا لغو شد", "outlet Axios"],
    ["fa", "منابع آگاه: مذاکرات ایران و آمریکا لغو شد", "anonymous"],
  ] as const)("[%s] %s: %s", (lang, title, whose) => {
    const attribution = extractFrom({ lang, title }).phase?.attribution;
    const actor = attribution && "actor" in attribution ? attribution.actor : null;
    const outlet = attribution?.kind === "outlet" ? attribution.outlet : null;
    expect([attribution?.kind, actor ?? outlet].filter(Boolean).join(" ")).toBe(whose);
  });
});
