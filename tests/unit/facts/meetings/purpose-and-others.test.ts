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

/** The meetings that a sentence tells of in a body, with their day and place; it is Tuesday, 7 April. */
const meetingsIn = ([lang, body]: Case): string =>
  extractFrom({ lang, title: TITLES[lang], body })
    .meetings.map(({ date, venue, status }) => `${status} ${date ?? "-"} ${venue?.city ?? "-"}`)
    .join(", ");

describe("a round that somebody travels to", () => {
  const CASES: readonly Case[] = [
    [
      "en",
      "Araghchi flew to Oslo to take part in the second round of talks with the United States on Thursday.",
    ],
    [
      "en",
      "Witkoff left for Oslo on Monday to attend a round of negotiations with Iran due on Thursday.",
    ],
    ["en", "The Iranian delegation is travelling to Oslo to meet the Americans on Thursday."],
    [
      "en",
      "Araghchi has arrived in Oslo in order to join Thursday's talks with the American side.",
    ],
    ["ar", "توجه عراقجي إلى أوسلو للمشاركة في جولة المفاوضات المقررة مع واشنطن الخميس."],
    ["ar", "غادر ويتكوف إلى أوسلو لحضور جولة المحادثات المقررة مع إيران يوم الخميس."],
    [
      "ar",
      "وصل الوفد الإيراني إلى أوسلو ليشارك يوم الخميس في الجولة الثانية من المفاوضات مع أمريكا.",
    ],
    [
      "ar",
      "عشية الجولة الثانية من المحادثات مع أمريكا، المقررة الخميس في أوسلو، فرضت الخزانة عقوبات على مصرف إيراني.",
    ],
    [
      "fa",
      "عراقچی تهران را به مقصد اسلو ترک کرد تا پنجشنبه ۲۰ فروردین در دور دوم مذاکرات با آمریکا شرکت کند.",
    ],
    ["fa", "ویتکاف عازم اسلو شد تا روز پنجشنبه در مذاکرات با ایران حضور یابد."],
    ["fa", "هیئت ایران وارد اسلو شد تا پنجشنبه در دور تازه گفت‌وگوها با آمریکا شرکت کند."],
    [
      "fa",
      "وزیر خارجه ایران برای شرکت در دور دوم مذاکرات با آمریکا که پنجشنبه در اسلو برگزار می‌شود تهران را ترک کرد.",
    ],
  ];

  it.each(CASES)("has its day: [%s] %s", (...news) => {
    expect(meetingsIn(news)).toBe("scheduled 2026-04-09 Oslo");
  });

  it("takes a last day for no day of talks", () => {
    expect(meetingsIn(["fa", "ایران تا پنجشنبه به پیشنهاد آمریکا برای مذاکرات پاسخ می‌دهد."])).toBe(
      "",
    );
  });
});

describe("what others do about the talks", () => {
  const CASES: readonly Case[] = [
    [
      "en",
      "Albusaidi, after meeting Witkoff in Oslo on Monday, said that Iran had agreed to send a draft.",
    ],
    [
      "en",
      "In Ankara, the government welcomed the outcome of the round between Iran and the United States.",
    ],
    ["en", "In Ankara, the foreign ministry praised the talks between Tehran and Washington."],
    [
      "en",
      "He voiced the hope of Ankara that the talks between Iran and the United States resume soon.",
    ],
    ["ar", "قال البوسعيدي، بعد لقائه ويتكوف في أوسلو الاثنين، إن إيران وافقت على إرسال مسودة."],
    ["ar", "وفي أنقرة، رحبت الحكومة بنتائج الجولة بين إيران والولايات المتحدة."],
    ["ar", "وفي أنقرة، أشادت وزارة الخارجية بالمحادثات بين طهران وواشنطن."],
    ["ar", "أعرب عن أمل أنقرة في أن تستأنف المحادثات بين إيران والولايات المتحدة قريبا."],
    [
      "fa",
      "البوسعیدی پس از دیدار با ویتکاف در اسلو در روز دوشنبه گفت ایران پذیرفته است پیش‌نویسی بفرستد.",
    ],
    ["fa", "در آنکارا، دولت از نتایج دور مذاکرات ایران و آمریکا استقبال کرد."],
    ["fa", "او از امیدواری آنکارا به ازسرگیری مذاکرات ایران و آمریکا سخن گفت."],
  ];

  it.each(CASES)("gives them neither place nor day: [%s] %s", (...news) => {
    const { meetings } = extractFrom({ lang: news[0], title: TITLES[news[0]], body: news[1] });
    expect(meetings.flatMap(({ date, venue }) => [date ?? [], venue?.city ?? []].flat())).toEqual(
      [],
    );
  });
});
