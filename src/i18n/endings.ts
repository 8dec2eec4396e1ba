import type { Language } from "../lib/language.ts";

/** What the person who made subscriptions is told when the platform ended them. */
export type EndingWords = {
  readonly title: string;
  /** `place` is the address, as `telegram:-1001`. */
  readonly ended: (place: string) => string;
  readonly goOn: string;
};

const WORDS: Readonly<Record<Language, EndingWords>> = {
  en: {
    title: "A subscription has ended",
    ended: (place) =>
      `I can no longer write to ${place}: I was removed or blocked, or it was deleted. What you had subscribed to there is no longer sent.`,
    goOn: "To go on, let me in again and subscribe there.",
  },
  ar: {
    title: "انتهى اشتراك",
    ended: (place) =>
      `لم يعد بإمكاني الكتابة إلى ${place}: أُزلتُ منه أو حُظرتُ، أو حُذف. وتوقّف إرسال ما اشتركت فيه هناك.`,
    goOn: "للمتابعة، أعد إضافتي واشترك هناك من جديد.",
  },
  fa: {
    title: "یک اشتراک پایان یافت",
    ended: (place) =>
      `دیگر نمی‌توانم در ${place} بنویسم: مرا حذف یا مسدود کرده‌اند، یا آنجا پاک شده است. گزارش‌ها و هشدارهای آنجا دیگر فرستاده نمی‌شود.`,
    goOn: "برای ادامه، مرا دوباره اضافه کنید و آنجا مشترک شوید.",
  },
};

/** The words in a language. */
export const endingWordsOf = (language: Language): EndingWords => WORDS[language];
