import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { loadChecker } from "./load-checker.ts";
import { senseClaims } from "./sense-claims.ts";

const checker = loadChecker();

const stands = (language: Language, cited: string, text: string): boolean =>
  checker.sentence(text, senseClaims(cited, language), language).kind === "supported";

type Case = readonly [language: Language, cited: string, text: string];

const HONEST: readonly Case[] = [
  ["en", "ahead", "The next round is to be held in Muscat on 6 February 2026 at 10:00 local time."],
  ["ar", "ahead", "تُعقد الجولة المقبلة في مسقط يوم الجمعة 6 فبراير/شباط 2026."],
  ["fa", "ahead", "دور بعدی مذاکرات جمعه ۱۷ بهمن در مسقط برگزار می‌شود."],
  ["en", "doubted", "The talks were adjourned and are to resume, one outlet reports."],
  ["ar", "doubted", "رُفعت المحادثات على أن تُستأنف، وفق وسيلة إعلام واحدة."],
  ["ar", "only", "قال عراقجي إنه لا شيء سوى الملف النووي مطروح للنقاش مع الأمريكيين."],
  ["fa", "only", "عراقچی گفت جز پرونده هسته‌ای هیچ چیز با آمریکایی‌ها قابل بحث نیست."],
];

const PLANTED: readonly Case[] = [
  ["en", "ahead", "It is over."],
  ["en", "ahead", "Nothing stands in the way."],
  ["en", "ahead", "There are no talks."],
  ["en", "ahead", "This means war."],
  ["en", "ahead", "The dispute is over."],
  ["en", "ahead", "There will be no further round."],
  ["en", "ahead", "The next round is Friday 6 February 2026, not in Muscat, Oman."],
  ["en", "ahead", "The talks resume in Muscat on 6 February 2026."],
  ["en", "ahead doubted", "The next round is to be held in Muscat on 6 February 2026."],
  ["ar", "ahead", "لا خلاف بين الطرفين."],
  ["ar", "ahead", "هذه هي الجولة الأخيرة."],
  ["ar", "ahead", "لن تكون هناك جولة أخرى."],
  ["ar", "ahead", "الجولة المقبلة يوم الجمعة 6 فبراير/شباط 2026 ليست في مسقط."],
  ["fa", "ahead", "مذاکرات به جایی نرسید."],
  ["fa", "ahead", "دور دیگری در کار نیست."],
  ["fa", "ahead", "طرف‌ها از هم دورند."],
  ["fa", "ahead", "دور بعدی جمعه ۱۷ بهمن در مسقط برگزار نمی‌شود."],
];

describe("what a sentence says is proven by the claims that it names", () => {
  it.each(HONEST)("%s, %s: %s", (language, cited, text) => {
    expect(stands(language, cited, text)).toBe(true);
  });
});

describe("plain words, and a no that no claim has, prove nothing", () => {
  it.each(PLANTED)("%s, %s: %s", (language, cited, text) => {
    expect(stands(language, cited, text)).toBe(false);
  });
});
