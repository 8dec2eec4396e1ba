/** Words, in any language, that mean a value of an option though they are not its label. */
export const VALUE_WORDS: Readonly<Record<string, readonly string[]>> = {
  brief: ["short", "summary", "موجز", "مختصر", "ملخص", "خلاصه", "کوتاه"],
  full: ["long", "complete", "detailed", "كامل", "مفصل", "تفصيلي", "کامل", "مفصل", "تفصیلی"],
  on: ["yes", "نعم", "تشغيل", "بله", "روشن"],
  off: ["no", "لا", "إيقاف", "نه", "خیر", "خاموش"],
  en: ["english", "الإنجليزية", "إنجليزي", "انگلیسی"],
  ar: ["arabic", "العربية", "عربي", "عربی"],
  fa: ["persian", "farsi", "الفارسية", "فارسي", "فارسی"],
};
