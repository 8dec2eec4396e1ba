import { plural } from "../../locale.ts";
import type { OperatorPhrases } from "./en.ts";

/** What operators are told, in Arabic. */
export const ar: OperatorPhrases = {
  "feeds.title": "الخلاصات الإخبارية",
  "feeds.counts": (p) =>
    `محدّثة: ${p.fresh}، هادئة: ${p.quiet}، متعطلة: ${p.failing}، لم تُقرأ بعد: ${p.unread}.`,
  "feeds.good": (p) =>
    plural("ar", p.count, {
      zero: "لا خلاصة سليمة",
      one: "خلاصة واحدة سليمة",
      two: "خلاصتان سليمتان",
      few: "# خلاصات سليمة",
      many: "# خلاصة سليمة",
      other: "# خلاصة سليمة",
    }),
  "feeds.none": "لا تُقرأ أي خلاصة لهذه المحادثات.",
  "feeds.newest": (p) => `أحدث خبر ${p.when}`,
  "feeds.noArticle": "لا خبر بعد",
  "feeds.standing": {
    fresh: "محدّثة",
    quiet: "هادئة",
    failing: "متعطلة",
    unread: "لم تُقرأ بعد",
  },

  "stats.title": "حال Parley",
  "stats.up": (p) => `يعمل منذ ${p.since}`,
  "stats.memory": (p) => `الذاكرة: ${p.mebibytes} ميبيبايت`,
  "stats.articles": (p) => `الأخبار: ${p.count}`,
  "stats.chats": (p) => `الدردشات: ${p.count}`,
  "stats.subscriptions": "الاشتراكات",
  "stats.waiting": "في انتظار الإرسال",
  "stats.none": "لا شيء",
  "stats.line": (p) => `${p.platform}، ${p.status}: ${p.count}`,
  "stats.waitingLine": (p) => `${p.platform}: ${p.count}`,
  "stats.oldest": (p) =>
    plural("ar", p.minutes, {
      zero: "أقدمها ينتظر منذ أقل من دقيقة",
      one: "أقدمها ينتظر منذ دقيقة",
      two: "أقدمها ينتظر منذ دقيقتين",
      few: "أقدمها ينتظر منذ # دقائق",
      many: "أقدمها ينتظر منذ # دقيقة",
      other: "أقدمها ينتظر منذ # دقيقة",
    }),
  "stats.model": "النموذج اللغوي",
  "stats.modelTokens": (p) => `الرموز المستهلكة اليوم: ${p.used} من ${p.most}`,
  "stats.modelKept": (p) => `منها ما هو محفوظ للموجزات المجدولة: ${p.count}`,
  "stats.modelCost": (p) => `الكلفة اليوم: ${p.cost}`,
  "stats.modelTold": (p) => `الموجزات منذ بدء التشغيل: ${p.told} بصياغته و${p.extractive} من دونه`,
  "stats.modelResting": "لا يُسأل الآن لبعض الوقت: خادمه متعطل أو يطلب الانتظار",
  "stats.subscriptionStatus": { active: "نشطة", paused: "موقوفة مؤقتاً", ended: "منتهية" },

  "broadcast.title": "إعلان: لم يُرسل شيء بعد",
  "broadcast.usage":
    "اكتب النص بكل لغة: \u2066/broadcast en=“…” ar=“…” fa=“…”\u2069. الإنجليزية لازمة لمن يقرأ لغة لم تكتب بها.",
  "broadcast.tooLong": (p) => `لا يمكن أن يزيد النص في اللغة الواحدة على ${p.most} حرف.`,
  "broadcast.reach": (p) =>
    plural("ar", p.count, {
      zero: "لن يصل إلى أي دردشة.",
      one: "سيصل إلى دردشة واحدة.",
      two: "سيصل إلى دردشتين.",
      few: "سيصل إلى # دردشات.",
      many: "سيصل إلى # دردشة.",
      other: "سيصل إلى # دردشة.",
    }),
  "broadcast.reachLine": (p) => `${p.platform}، ${p.language}: ${p.count}`,
  "broadcast.nobody": "لا أحد يتابع هذه المحادثات، فلن يصل إلى أحد.",
  "broadcast.send": "إرسال الآن",
  "broadcast.sent": "بدأ الإرسال. يبيّن الأمر \u2066/stats\u2069 إلى أين وصل.",
  "broadcast.already": "أُرسل هذا الإعلان من قبل.",
  "broadcast.stale": "مضى على هذه المسودة أكثر من ساعة أو لم تعد موجودة. اكتبها من جديد.",
};
