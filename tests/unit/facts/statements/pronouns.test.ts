import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { told } from "./told.ts";

/** A text, and who says its last words: nobody where it leaves doubt. */
type Case = readonly [lang: Language, body: string, speaker: string | null];

const CASES: readonly Case[] = [
  [
    "en",
    "Baghaei said talks go on. In Oslo, Rubio met Araghchi. He said the path was hard.",
    "Marco Rubio",
  ],
  [
    "en",
    "Baghaei said talks go on. In Oslo, a letter from Rubio lay open. He added that time was short.",
    null,
  ],
  [
    "en",
    "Rubio said time was short. Talks between Araghchi and Grossi opened. He added that all was ready.",
    null,
  ],
  ["en", "Vance thanked Badr Albusaidi. He added that the next round was near.", "J.D. Vance"],
  ["ar", "شكر روبيو البوسعيدي على جهوده. وأكد أن الجولة المقبلة قريبة.", "Marco Rubio"],
  ["ar", "وقال بقائي إن المحادثات مستمرة. وفي أوسلو التقى فانس عراقجي. وأضاف أن الطريق صعب.", null],
  ["ar", "وقال روبيو إن الوقت ضيق. وبدأت محادثات بين عراقجي وغروسي. وأضاف أن كل شيء جاهز.", null],
  ["fa", "ونس از البوسعیدی تشکر کرد. وی افزود دور بعدی نزدیک است.", "J.D. Vance"],
  ["fa", "بقائی گفت مذاکرات ادامه دارد. روبیو عراقچی را دعوت کرد. وی افزود فرصت کم است.", null],
  ["fa", "روبیو گفت زمان اندک است. گفت‌وگوی عراقچی و گروسی آغاز شد. وی افزود همه آماده‌اند.", null],
];

describe("a pronoun behind a sentence that names others", () => {
  it.each(CASES)("(%s) %s", (lang, body, speaker) => {
    const words = told({ lang, body });
    const last = words.at(-1)?.[3] ?? "";
    const isTold =
      body.includes(`${last}.`) && body.indexOf(last) > body.lastIndexOf(". ", body.length - 2);
    expect(isTold ? (words.at(-1)?.[0] ?? null) : null).toBe(speaker);
  });
});
