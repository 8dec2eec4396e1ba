import { expect, test } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { datesOf } from "./support.ts";

const THURSDAY = { published: new Date("2026-02-05T12:00:00Z"), timeZone: "Asia/Muscat" };
const MONDAY = { published: new Date("2026-02-16T12:00:00Z"), timeZone: "Asia/Muscat" };

type Case = readonly [language: Language, text: string, day: string];

const COMING: readonly Case[] = [
  ["en", "The White House voiced low expectations for Friday's talks.", "2026-02-06"],
  ["en", "Baghaei criticised the agenda of the Friday meeting.", "2026-02-06"],
  ["en", "Delegations arrived in Muscat for talks on Friday.", "2026-02-06"],
  ["en", "Israel was not consulted about Friday's negotiations.", "2026-02-06"],
  ["en", "Officials said Friday's talks would cover the missile file.", "2026-02-06"],
  ["en", "Mediators said they were encouraged before Sunday's session.", "2026-02-08"],
  ["ar", "وأبدى البيت الأبيض توقعات محدودة بشأن محادثات الجمعة", "2026-02-06"],
  ["ar", "وانتقد بقائي جدول أعمال اجتماع الجمعة.", "2026-02-06"],
  ["ar", "أعلنت طهران تشكيلة وفدها إلى اجتماع يوم الجمعة.", "2026-02-06"],
  ["ar", "حذرت إسرائيل من نتائج لقاء الجمعة.", "2026-02-06"],
  ["ar", "شككت واشنطن في جدوى مفاوضات الأحد.", "2026-02-08"],
  ["fa", "کاخ سفید نسبت به مذاکرات جمعه ابراز بدبینی کرد.", "2026-02-06"],
  ["fa", "بقائی از دستور کار نشست روز جمعه انتقاد کرد.", "2026-02-06"],
  ["fa", "اسرائیل درباره نتیجه گفتگوهای روز جمعه هشدار داد.", "2026-02-06"],
  ["fa", "عمان آمادگی خود را برای میزبانی از نشست یکشنبه اعلام کرد.", "2026-02-08"],
];

const OVER: readonly Case[] = [
  ["en", "After Friday's talks, the minister flew home.", "2026-01-30"],
  ["en", "Friday's talks ended without a deal.", "2026-01-30"],
  ["en", "The Saturday summit collapsed over missiles.", "2026-01-31"],
  ["en", "In talks on Tuesday the two sides traded drafts.", "2026-02-03"],
  ["en", "Pakistan hosted Saturday's round.", "2026-01-31"],
  ["en", "Speaking after Tuesday's negotiations, he said gaps remained.", "2026-02-03"],
  ["ar", "عقب محادثات الجمعة، عاد الوزير إلى طهران.", "2026-01-30"],
  ["ar", "انتهت محادثات الجمعة من دون اتفاق.", "2026-01-30"],
  ["ar", "في ختام مباحثات الثلاثاء أعلن الوسيط إحراز تقدم.", "2026-02-03"],
  ["ar", "كانت مفاوضات الثلاثاء صعبة.", "2026-02-03"],
  ["fa", "پس از مذاکرات جمعه، وزیر خارجه به تهران بازگشت.", "2026-01-30"],
  ["fa", "مذاکرات جمعه بدون توافق پایان یافت.", "2026-01-30"],
  ["fa", "تهران جلسه سه‌شنبه را مثبت توصیف کرد.", "2026-02-03"],
  ["fa", "بعد از نشست دوشنبه، دو طرف بیانیه‌ای صادر کردند.", "2026-02-02"],
];

const ON_MONDAY: readonly Case[] = [
  ["en", "Lavrov said Tuesday's round had been agreed with Washington.", "2026-02-17"],
  ["en", "The results of Thursday's meeting were leaked.", "2026-02-12"],
  ["en", "Germany's chancellor was briefed on Friday's session.", "2026-02-13"],
  ["en", "Iran rejected preconditions for Thursday's consultations.", "2026-02-19"],
  ["ar", "أطلع الوزير نظيره الألماني على نتائج اجتماع الجمعة.", "2026-02-13"],
  ["ar", "رفضت طهران وضع شروط لمباحثات الخميس.", "2026-02-19"],
  ["ar", "وصف زيلينسكي محادثات السبت بالبناءة.", "2026-02-14"],
  ["fa", "وزیر خارجه همتای آلمانی خود را از نتایج نشست جمعه آگاه کرد.", "2026-02-13"],
  ["fa", "تهران هر گونه پیش‌شرط برای رایزنی‌های پنجشنبه را رد کرد.", "2026-02-19"],
  ["fa", "زلنسکی گفت‌وگوی شنبه را سازنده توصیف کرد.", "2026-02-14"],
];

const dayOf = ([language, text]: Case, reference: typeof THURSDAY): string | undefined =>
  datesOf(text, language, reference)[0]?.split(" = ")[1];

test.each(COMING.map((one) => ({ one, text: one[1] })))(
  "takes a gathering named by its day for the coming one in “$text”",
  ({ one }) => {
    expect(dayOf(one, THURSDAY)).toBe(one[2]);
  },
);

test.each(OVER.map((one) => ({ one, text: one[1] })))(
  "takes a gathering that is over for the last one in “$text”",
  ({ one }) => {
    expect(dayOf(one, THURSDAY)).toBe(one[2]);
  },
);

test.each(ON_MONDAY.map((one) => ({ one, text: one[1] })))(
  "takes the nearer day of a gathering in “$text”",
  ({ one }) => {
    expect(dayOf(one, MONDAY)).toBe(one[2]);
  },
);
