/** Words, in any language, that people write for a value of a setting. */
export const SETTING_WORDS = {
  daily: ["daily", "every day", "everyday", "يوميا", "كل يوم", "یومیه", "روزانه", "هر روز"],
  workdays: [
    "workdays",
    "weekdays",
    "working days",
    "business days",
    "أيام العمل",
    "ايام الدوام",
    "روزهای کاری",
    "روزهاي كاري",
  ],
  weekly: [
    "weekly",
    "every week",
    "every",
    "on",
    "أسبوعيا",
    "كل أسبوع",
    "كل",
    "یوم",
    "يوم",
    "هفتگی",
    "هر هفته",
    "هر",
  ],
  none: [
    "none",
    "off",
    "no",
    "never",
    "nothing",
    "بدون",
    "لا شيء",
    "لا",
    "أبدا",
    "هیچ",
    "هیچ‌کدام",
    "خاموش",
    "نه",
  ],
  all: ["all", "everything", "الكل", "كلها", "جميعها", "همه", "همه‌اش"],
  open: [
    "open",
    "indefinitely",
    "until i resume",
    "حتى إشعار آخر",
    "بلا نهاية",
    "مفتوح",
    "نامحدود",
    "تا اطلاع بعدی",
  ],
  resume: [
    "resume",
    "go on",
    "continue",
    "unpause",
    "استئناف",
    "استمرار",
    "متابعة",
    "ادامه",
    "از سر گرفتن",
    "ازسرگیری",
  ],
  yes: ["yes", "y", "sure", "نعم", "بله", "آری"],
  phase: ["phase", "phases", "المرحلة", "مرحلة", "مرحله"],
  round: ["round", "rounds", "الجولة", "جولة", "دور", "دور بعدی"],
  delegation: ["delegation", "delegations", "الوفود", "الوفد", "هیئت", "هیئت‌ها"],
  event: ["event", "events", "الأحداث", "حدث", "رویداد", "رویدادها"],
  "day-before": [
    "24h",
    "24",
    "t-24",
    "day before",
    "قبل يوم",
    "قبلها بيوم",
    "یک روز پیش",
    "روز پیش",
  ],
  "hour-before": [
    "1h",
    "1",
    "t-1",
    "hour before",
    "قبل ساعة",
    "قبلها بساعة",
    "یک ساعت پیش",
    "ساعت پیش",
  ],
  start: ["start", "begin", "beginning", "البداية", "عند البدء", "شروع", "آغاز"],
  end: ["end", "finish", "النهاية", "عند الانتهاء", "پایان"],
  brief: ["brief", "short", "موجز", "مختصر", "مختصرة", "کوتاه", "خلاصه"],
  full: ["full", "long", "detailed", "كامل", "كاملة", "مفصل", "کامل"],
  low: ["low", "any", "منخفضة", "کم"],
  medium: ["medium", "متوسطة", "متوسط"],
  high: ["high", "عالية", "زیاد", "بالا"],
  en: ["en", "english", "الإنجليزية", "انجليزي", "انگلیسی"],
  ar: ["ar", "arabic", "العربية", "عربي", "عربی"],
  fa: ["fa", "persian", "farsi", "الفارسية", "فارسي", "فارسی"],
} as const;

/** A value that people have words for. */
export type SettingWord = keyof typeof SETTING_WORDS;

/** What stands beside a clock to tell its half of the day. */
export const HALF_DAY_WORDS = {
  am: ["am", "a.m.", "in the morning", "صباحا", "ص", "صبح", "بامداد", "ق.ظ"],
  pm: [
    "pm",
    "p.m.",
    "in the evening",
    "in the afternoon",
    "مساء",
    "م",
    "ظهرا",
    "عصر",
    "بعدازظهر",
    "بعد از ظهر",
    "شب",
    "ب.ظ",
  ],
} as const;

/** Units of a length of time. */
export const LENGTH_WORDS = {
  hour: ["h", "hour", "hours", "ساعة", "ساعات", "ساعت"],
  day: ["d", "day", "days", "يوم", "أيام", "يوما", "روز"],
  week: ["w", "week", "weeks", "أسبوع", "أسابيع", "هفته"],
  month: ["month", "months", "شهر", "أشهر", "ماه"],
} as const;

/** What may stand before a clock. */
export const BEFORE_CLOCK_WORDS = [
  "at",
  "at the hour of",
  "الساعة",
  "في الساعة",
  "ساعت",
  "در ساعت",
] as const;

/** What stands between two times of day. */
export const UNTIL_WORDS = ["to", "until", "till", "إلى", "حتى", "تا"] as const;

/** The name of the meridian that distances are told from. */
export const GREENWICH_WORDS = ["gmt", "utc", "غرينتش", "جرينتش", "گرینویچ"] as const;
