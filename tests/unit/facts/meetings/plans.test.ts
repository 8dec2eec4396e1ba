import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { extractFrom } from "../../../support/extract-news.ts";

type Case = readonly [lang: Language, title: string, meetings: readonly string[]];

const told = (lang: Language, title: string, body?: string): string[] =>
  extractFrom({ lang, title, ...(body === undefined ? {} : { body }) }).meetings.map((one) =>
    [one.date, one.venue?.city, one.format, one.status, one.background ? "background" : null]
      .filter(Boolean)
      .join(" "),
  );

describe("a round that was moved", () => {
  const CASES: readonly Case[] = [
    ["en", "US-Iran talks put off until 15 October", ["2026-10-15 scheduled"]],
    [
      "en",
      "The two sides moved the US-Iran round from 13 April in Abu Dhabi to 14 April in Istanbul",
      ["2026-04-14 Istanbul scheduled"],
    ],
    [
      "en",
      "Talks between Iran and the United States that had been due to start in Oslo on Friday have been postponed",
      ["2026-04-10 Oslo postponed"],
    ],
    ["en", "Delayed US-Iran meeting now set for April 20", ["2026-04-20 scheduled"]],
    [
      "ar",
      "تأجلت محادثات إيران والولايات المتحدة من 13 أبريل إلى 20 أبريل",
      ["2026-04-20 scheduled"],
    ],
    [
      "ar",
      "لن تنعقد الجولة التي كانت مقررة الجمعة في أوسلو بين إيران والولايات المتحدة",
      ["2026-04-10 Oslo cancelled"],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا که قرار بود پنجشنبه در دوحه آغاز شود، با سه روز تأخیر روز یکشنبه برگزار خواهد شد",
      ["2026-04-12 Doha scheduled"],
    ],
    ["fa", "مذاکرات ایران و آمریکا به ۳۰ فروردین موکول شد", ["2026-04-19 scheduled"]],
  ];
  it.each(CASES)("[%s] %s", (lang, title, meetings) => {
    expect(told(lang, title)).toEqual(meetings);
  });
});

describe("a round that one side stays away from", () => {
  const CASES: readonly Case[] = [
    [
      "en",
      "Iran will not attend Friday's talks with the United States in Oslo",
      ["2026-04-10 Oslo cancelled"],
    ],
    ["ar", "إيران لن تشارك في محادثات الجمعة مع أمريكا في أوسلو", ["2026-04-10 Oslo cancelled"]],
    ["fa", "ایران در مذاکرات جمعه با آمریکا در اسلو حاضر نمی‌شود", ["2026-04-10 Oslo cancelled"]],
  ];
  it.each(CASES)("[%s] %s", (lang, title, meetings) => {
    expect(told(lang, title)).toEqual(meetings);
  });
});

describe("a round told by how the sides sat, or by what they signed", () => {
  const CASES: readonly Case[] = [
    [
      "en",
      "Iran and the United States signed an agreement in Oslo on Tuesday",
      ["2026-04-07 Oslo held"],
    ],
    ["fa", "ایران و آمریکا روز سه‌شنبه در اسلو یک توافق امضا کردند", ["2026-04-07 Oslo held"]],
  ];
  it.each(CASES)("[%s] %s", (lang, title, meetings) => {
    expect(told(lang, title)).toEqual(meetings);
  });

  it.each([
    [
      "en",
      "US-Iran talks",
      "Iranians and Americans spent Tuesday on separate floors of a hotel in Oslo.",
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا",
      "نمایندگان ایران و آمریکا سه‌شنبه در دو طبقه جداگانه هتلی در اسلو مستقر شدند.",
    ],
  ] as const)("[%s] %s: %s", (lang, title, body) => {
    expect(told(lang, title, body)).toEqual(["2026-04-07 Oslo indirect underway"]);
  });
});

describe("no day is made up", () => {
  it.each([
    ["en", "Trump says talks with Iran will resume early next week"],
    ["ar", "ترامب: المحادثات مع إيران ستستأنف مطلع الأسبوع المقبل"],
    ["fa", "ترامپ: مذاکرات با ایران اوایل هفته آینده از سر گرفته می‌شود"],
  ] as const)("from a week: [%s] %s", (lang, title) => {
    expect(extractFrom({ lang, title }).meetings.filter(({ date }) => date !== null)).toEqual([]);
  });

  it.each([
    ["en", "Iran dismisses report of a meeting with the United States in Oslo", "proposed"],
    ["fa", "ایران گزارش دیدار با آمریکا در اسلو را رد کرد", "proposed"],
  ] as const)("from a denied report: [%s] %s", (lang, title, status) => {
    const { meetings, phase } = extractFrom({ lang, title });
    expect(meetings.map((one) => one.status)).toEqual([status]);
    expect(phase?.phase ?? null).not.toBe("scheduled");
  });

  it("writes the city of the desk for here", () => {
    expect(
      told(
        "en",
        "US-Iran talks on Friday",
        "OSLO (Example) - Iran and the United States will hold talks here on Friday.",
      ),
    ).toEqual(["2026-04-10 Oslo scheduled"]);
  });
});
