import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { extractFrom, type SmallTalks } from "../../../support/extract-news.ts";

type Case = readonly [
  lang: Language,
  news: string,
  delegations: readonly string[],
  talks?: SmallTalks,
];

/** Title and body stand on both sides of "//"; an asterisk marks the head. */
const CASES: readonly Case[] = [
  [
    "en",
    "Iran's delegation, led by parliament speaker Reza Karimi, arrives in Islamabad for talks with US // The American team is headed by Steve Witkoff and includes Jared Kushner.",
    ["IRN: Reza Karimi*", "USA: Steve Witkoff*, Jared Kushner"],
  ],
  [
    "en",
    "US, Iran to talk in Geneva // Witkoff will lead the American side and Araghchi the Iranian one.",
    ["USA: Steve Witkoff*", "IRN: Abbas Araghchi*"],
  ],
  [
    "en",
    "US, Iran to talk in Geneva // Steve Witkoff and Jared Kushner will represent the United States at the talks with Iran.",
    ["USA: Steve Witkoff, Jared Kushner"],
  ],
  [
    "en",
    "Iran and US resume talks // Araghchi heads the Iranian delegation, accompanied by Majid Takht-Ravanchi.",
    ["IRN: Abbas Araghchi*, Majid Takht-Ravanchi"],
  ],
  ["en", "White House: talks with Iran will go ahead // Leavitt said the talks were on track.", []],
  ["en", "Omani minister Albusaidi says US-Iran talks were serious", []],
  [
    "en",
    "Russia, Ukraine meet in Abu Dhabi // Rustem Umerov heads the Ukrainian delegation. The Russian team is led by Igor Kostyukov.",
    ["UKR: Rustem Umerov*", "RUS: Igor Kostyukov*"],
    "russia-ukraine",
  ],
  [
    "ar",
    "محادثات بين إيران وأمريكا في جنيف // وسيمثل الولايات المتحدة في هذه المحادثات كل من ستيف ويتكوف وجاريد كوشنر. ويترأس عباس عراقجي الوفد الإيراني.",
    ["USA: Steve Witkoff, Jared Kushner", "IRN: Abbas Araghchi*"],
  ],
  [
    "ar",
    "وفد إيراني برئاسة رئيس البرلمان محمد باقر قاليباف يصل إلى جنيف لإجراء محادثات مع أمريكا",
    ["IRN: محمد باقر قاليباف*"],
  ],
  [
    "ar",
    "محادثات بين إيران وأمريكا في جنيف // ويرأس الوفد الأمريكي ستيف ويتكوف ويضم جاريد كوشنر.",
    ["USA: Steve Witkoff*, Jared Kushner"],
  ],
  ["ar", "ليفيت: المحادثات مع إيران قائمة // وقالت ليفيت إن المحادثات ستمضي قدما.", []],
  [
    "ar",
    "محادثات بين روسيا وأوكرانيا في أبوظبي // ويترأس رستم عمروف الوفد الأوكراني.",
    ["UKR: Rustem Umerov*"],
    "russia-ukraine",
  ],
  [
    "fa",
    "هیئت ایرانی به ریاست عباس عراقچی برای مذاکره با آمریکا وارد ژنو شد // استیو ویتکاف و جرد کوشنر نمایندگی طرف آمریکایی را بر عهده دارند.",
    ["IRN: Abbas Araghchi*", "USA: Steve Witkoff, Jared Kushner"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // ریاست هیئت آمریکایی را استیو ویتکاف بر عهده دارد.",
    ["USA: Steve Witkoff*"],
  ],
  [
    "fa",
    "هیئت ایرانی به ریاست رئیس مجلس رضا کریمی برای مذاکره با آمریکا وارد اسلام‌آباد شد",
    ["IRN: رضا کریمی*"],
  ],
  ["fa", "لویت: مذاکرات با ایران طبق برنامه است // لویت گفت مذاکرات برگزار می‌شود.", []],
  [
    "fa",
    "روسیه و اوکراین در ابوظبی مذاکره می‌کنند // رستم عمروف ریاست هیئت اوکراین را بر عهده دارد.",
    ["UKR: Rustem Umerov*"],
    "russia-ukraine",
  ],
];

const told = ([lang, news, , talks = "iran-us"]: Case) => {
  const [title = "", body] = news.split(" // ");
  const { delegations } = extractFrom({ talks, lang, title, ...(body ? { body } : {}) });
  return delegations.map(
    ({ party, members }) =>
      `${party}: ${members.map(({ person, head }) => person + (head ? "*" : "")).join(", ")}`,
  );
};

describe("delegations", () => {
  for (const news of CASES)
    it(`[${news[0]}] ${news[1]}`, () => {
      expect(told(news)).toEqual(news[2]);
    });
});
