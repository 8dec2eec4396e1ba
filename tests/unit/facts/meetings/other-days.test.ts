import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { extractFrom } from "../../../support/extract-news.ts";

type Case = readonly [lang: Language, title: string, meetings: readonly string[]];
type Article = readonly [...Case, body: string];

const told = (lang: Language, title: string, body?: string): string[] =>
  extractFrom({ lang, title, ...(body === undefined ? {} : { body }) }).meetings.map(
    ({ date, venue, status }) => [date, venue?.city, status].filter(Boolean).join(" "),
  );

describe("a day by which something is to be", () => {
  const CASES: readonly Case[] = [
    ["en", "By Wednesday, the talks between Iran and the US had been written off", []],
    ["en", "Washington gives Tehran until Thursday to answer before the next round of talks", []],
    ["en", "Washington wants Iran's paper by Sunday, ahead of a new round of talks", []],
    ["en", "The talks between Iran and the US must be held by Friday, a minister said", []],
    ["ar", "قبل الأربعاء كانت محادثات إيران وأمريكا تبدو ميتة", []],
    ["ar", "واشنطن تمهل طهران حتى الخميس للرد قبل الجولة المقبلة من المفاوضات", []],
    ["fa", "تا چهارشنبه مذاکرات ایران و آمریکا مرده اعلام شده بود", []],
    ["fa", "واشنگتن پاسخ ایران را پیش از یکشنبه و پیش از دور تازه مذاکرات می‌خواهد", []],
  ];
  it.each(CASES)("[%s] is no day of the talks: %s", (lang, title, meetings) => {
    expect(told(lang, title)).toEqual(meetings);
  });

  const DAYS: readonly Case[] = [
    ["en", "Iran will answer before Friday's talks with the US", ["2026-04-10 scheduled"]],
    ["en", "US-Iran talks postponed until Friday", ["2026-04-10 scheduled"]],
    ["en", "By Monday evening the US-Iran talks were over", ["2026-04-06 held"]],
    ["ar", "تأجيل محادثات إيران وأمريكا حتى الجمعة", ["2026-04-10 scheduled"]],
    ["fa", "مذاکرات ایران و آمریکا تا جمعه به تعویق افتاد", ["2026-04-10 scheduled"]],
  ];
  it.each(DAYS)(
    "[%s] is one where the talks are put off to it or own it: %s",
    (lang, title, meetings) => {
      expect(told(lang, title)).toEqual(meetings);
    },
  );
});

describe("a place to which the coming round is likened", () => {
  const FRIDAY = ["2026-04-10 scheduled"];
  const CASES: readonly Article[] = [
    [
      "en",
      "US and Iran to meet again on Friday",
      FRIDAY,
      "The talks will be indirect, like those in Rome last year.",
    ],
    [
      "en",
      "US and Iran to hold talks on Friday",
      FRIDAY,
      "As at the Geneva round in February, the two teams will sit apart during the talks.",
    ],
    [
      "ar",
      "جولة جديدة من محادثات إيران وأمريكا يوم الجمعة",
      FRIDAY,
      "وعلى غرار محادثات مسقط في فبراير ستكون المحادثات غير مباشرة.",
    ],
    [
      "fa",
      "دور تازه مذاکرات ایران و آمریکا جمعه برگزار می‌شود",
      FRIDAY,
      "همچون مذاکرات مسقط در بهمن، مذاکرات غیرمستقیم خواهد بود.",
    ],
    [
      "fa",
      "دور سوم مذاکرات ایران و آمریکا",
      ["Geneva scheduled"],
      "مذاکرات مانند دور قبل در ژنو برگزار می‌شود.",
    ],
  ];
  it.each(CASES)("[%s] is not its own: %s", (lang, title, meetings, body) => {
    expect(told(lang, title, body)).toEqual(meetings);
  });
});

describe("a round that is only supposed", () => {
  const CASES: readonly Case[] = [
    [
      "en",
      "If the Iran-US talks are held in Muscat on Friday, Oman will mediate",
      ["2026-04-10 Muscat proposed"],
    ],
    [
      "ar",
      "إذا عقدت المحادثات بين إيران وأمريكا الجمعة في مسقط فستكون غير مباشرة",
      ["2026-04-10 Muscat proposed"],
    ],
    [
      "fa",
      "اگر مذاکرات ایران و آمریکا جمعه در مسقط برگزار شود، هیئت‌ها غیرمستقیم گفت‌وگو خواهند کرد",
      ["2026-04-10 Muscat proposed"],
    ],
    [
      "fa",
      "در صورت برگزاری مذاکرات ایران و آمریکا در مسقط، عمان میانجی خواهد بود",
      ["Muscat proposed"],
    ],
    ["fa", "چنانچه مذاکرات دیروز ایران و آمریکا برگزار شده باشد، نتیجه اعلام می‌شود", []],
  ];
  it.each(CASES)("[%s] is neither planned nor held: %s", (lang, title, meetings) => {
    expect(told(lang, title)).toEqual(meetings);
    expect(extractFrom({ lang, title }).phase?.phase ?? "proposed").toBe("proposed");
  });
});

describe("a delay that nobody asked for", () => {
  const CASES: readonly Case[] = [
    ["en", "Iran denies it asked to delay Friday's talks with the US", ["2026-04-10 scheduled"]],
    ["en", "Iran says it never asked for the talks with the US to be postponed", []],
    ["ar", "إيران تنفي أنها طلبت تأجيل محادثات الجمعة مع أمريكا", ["2026-04-10 scheduled"]],
    ["fa", "تهران تکذیب کرد که خواستار به تعویق افتادن مذاکرات با واشنگتن شده است", []],
  ];
  it.each(CASES)("[%s] postpones nothing: %s", (lang, title, meetings) => {
    expect(told(lang, title)).toEqual(meetings);
    expect(extractFrom({ lang, title }).phase?.phase).not.toBe("postponed");
  });
});

describe("a host's readiness", () => {
  const CASES: readonly Article[] = [
    [
      "en",
      "Qatar says it is ready to host Iran-US talks on Friday",
      ["2026-04-10 proposed"],
      "Neither side has answered.",
    ],
    [
      "ar",
      "قطر: جاهزون لاستضافة محادثات إيرانية أمريكية الجمعة",
      ["2026-04-10 proposed"],
      "ولم يرد أي من الطرفين.",
    ],
    [
      "fa",
      "قطر برای میزبانی مذاکرات ایران و آمریکا آماده است",
      ["2026-04-10 proposed"],
      "سخنگو گفت دوحه آماده است مذاکرات جمعه در این شهر برگزار شود.",
    ],
  ];
  it.each(CASES)("[%s] schedules nothing: %s", (lang, title, meetings, body) => {
    expect(told(lang, title, body)).toEqual(meetings);
  });
});
