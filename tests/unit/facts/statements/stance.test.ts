import { describe, expect, it } from "vitest";
import type { Stance } from "../../../../src/facts/fact.ts";
import type { Language } from "../../../../src/lib/language.ts";
import { statementsOf } from "./told.ts";

const WORDS: readonly (readonly [Language, string, Stance])[] = [
  ["en", "Araghchi: We are ready for a fair deal", "seeks-agreement"],
  ["ar", "عراقجي: نحن مستعدون لاتفاق عادل", "seeks-agreement"],
  ["fa", "عراقچی: آماده توافق عادلانه هستیم", "seeks-agreement"],
  ["en", "Araghchi: It was a good start", "optimistic"],
  ["ar", "عراقجي: كانت بداية جيدة", "optimistic"],
  ["fa", "عراقچی: شروع خوبی بود", "optimistic"],
  ["en", "Leavitt: We will wait and see", "cautious"],
  ["ar", "ليفيت: سنرى ما سيحدث لاحقا", "cautious"],
  ["fa", "عراقچی: بی‌اعتمادی عمیقی وجود دارد", "cautious"],
  ["en", "Rubio: Iran must stop enriching uranium", "demands"],
  ["ar", "روبيو: يجب على إيران وقف التخصيب", "demands"],
  ["fa", "روبیو: ایران باید غنی‌سازی را متوقف کند", "demands"],
  ["en", "Araghchi: We will never give up enrichment", "rejects"],
  ["ar", "عراقجي: لن نتخلى عن التخصيب", "rejects"],
  ["fa", "عراقچی: هرگز از غنی‌سازی دست نمی‌کشیم", "rejects"],
  ["en", "Araghchi: We will respond to any attack", "threatens"],
  ["ar", "عراقجي: سنرد على أي هجوم", "threatens"],
  ["fa", "عراقچی: به هر حمله‌ای پاسخ خواهیم داد", "threatens"],
  ["en", "Araghchi: Washington violated every promise it made", "accuses"],
  ["ar", "عراقجي: واشنطن انتهكت التزاماتها", "accuses"],
  ["fa", "عراقچی: آمریکا بدعهدی کرده است", "accuses"],
  ["en", "Baghaei denied that a date had been set.", "denies"],
  ["ar", "نفى بقائي أن يكون الموعد قد حدد.", "denies"],
  ["fa", "بقایی تکذیب کرد که تاریخی تعیین شده باشد.", "denies"],
  ["en", "Araghchi: Iran is not ready for a deal", "rejects"],
  ["en", "Vance urged Tehran to accept a deal that all can live with.", "demands"],
  ["en", "Araghchi arrived late last night, Baghaei said in Muscat.", "neutral"],
];

describe("what a speaker does by saying it", () => {
  it.each(WORDS)("%s: %s", (lang, body, stance) => {
    expect(statementsOf({ lang, body }).map((one) => one.stance)).toEqual([stance]);
  });
});

describe("what a statement is about", () => {
  it.each([
    ["en", "Rubio said the talks must cover missiles.", "missiles"],
    ["ar", "قال روبيو إن المحادثات يجب أن تشمل الصواريخ.", "missiles"],
    ["fa", "روبیو گفت مذاکرات باید موشک‌ها را هم دربر گیرد.", "missiles"],
    ["en", "Araghchi said the talks would resume.", "diplomacy"],
    ["en", "Araghchi said that he was tired.", null],
  ] as const)("%s: %s", (lang, body, topic) => {
    expect(statementsOf({ lang, body }).map((one) => one.topic)).toEqual([topic]);
  });
});
