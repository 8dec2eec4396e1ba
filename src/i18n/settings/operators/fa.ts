import { plural } from "../../locale.ts";
import type { OperatorPhrases } from "./en.ts";

/** What operators are told, in Persian. */
export const fa: OperatorPhrases = {
  "feeds.title": "خوراک‌های خبری",
  "feeds.counts": (p) =>
    `تازه: ${p.fresh}، آرام: ${p.quiet}، از کار افتاده: ${p.failing}، خوانده‌نشده: ${p.unread}.`,
  "feeds.good": (p) => plural("fa", p.count, { one: "# خوراک سالم", other: "# خوراک سالم" }),
  "feeds.none": "هیچ خوراکی برای این مذاکرات خوانده نمی‌شود.",
  "feeds.newest": (p) => `تازه‌ترین خبر ${p.when}`,
  "feeds.noArticle": "هنوز خبری نیست",
  "feeds.standing": {
    fresh: "تازه",
    quiet: "آرام",
    failing: "از کار افتاده",
    unread: "خوانده‌نشده",
  },

  "stats.title": "وضعیت Parley",
  "stats.up": (p) => `در حال کار از ${p.since}`,
  "stats.memory": (p) => `حافظه: ${p.mebibytes} مبی‌بایت`,
  "stats.articles": (p) => `خبرها: ${p.count}`,
  "stats.chats": (p) => `چت‌ها: ${p.count}`,
  "stats.subscriptions": "اشتراک‌ها",
  "stats.waiting": "در انتظار ارسال",
  "stats.none": "هیچ",
  "stats.line": (p) => `${p.platform}، ${p.status}: ${p.count}`,
  "stats.waitingLine": (p) => `${p.platform}: ${p.count}`,
  "stats.oldest": (p) =>
    plural("fa", p.minutes, {
      one: "قدیمی‌ترین # دقیقه در انتظار است",
      other: "قدیمی‌ترین # دقیقه در انتظار است",
    }),
  "stats.model": "مدل زبانی",
  "stats.modelTokens": (p) => `توکن‌های امروز: ${p.used} از ${p.most}`,
  "stats.modelKept": (p) => `از این میان، نگه‌داشته برای خلاصه‌های زمان‌بندی‌شده: ${p.count}`,
  "stats.modelCost": (p) => `هزینه امروز: ${p.cost}`,
  "stats.modelTold": (p) => `خلاصه‌ها از آغاز کار: ${p.told} به قلم آن و ${p.extractive} بدون آن`,
  "stats.modelResting": "فعلاً از آن پرسیده نمی‌شود: سرورش پاسخ نمی‌دهد یا می‌خواهد صبر کنیم",
  "stats.subscriptionStatus": { active: "فعال", paused: "متوقف", ended: "پایان‌یافته" },

  "broadcast.title": "اطلاعیه: هنوز چیزی فرستاده نشده است",
  "broadcast.usage":
    "متن را به هر زبان بنویسید: \u2066/broadcast en=“…” ar=“…” fa=“…”\u2069. انگلیسی لازم است، برای کسانی که زبانشان را ننوشته‌اید.",
  "broadcast.tooLong": (p) => `متن هر زبان حداکثر ${p.most} نویسه است.`,
  "broadcast.reach": (p) =>
    plural("fa", p.count, { one: "به # چت می‌رسد.", other: "به # چت می‌رسد." }),
  "broadcast.reachLine": (p) => `${p.platform}، ${p.language}: ${p.count}`,
  "broadcast.nobody": "کسی این مذاکرات را دنبال نمی‌کند، پس به کسی نمی‌رسد.",
  "broadcast.send": "همین حالا فرستاده شود",
  "broadcast.sent": "در راه است. \u2066/stats\u2069 نشان می‌دهد به کجا رسیده است.",
  "broadcast.already": "این اطلاعیه پیش‌تر فرستاده شده است.",
  "broadcast.stale": "این پیش‌نویس بیش از یک ساعت پیش نوشته شده یا دیگر نیست. دوباره بنویسید.",
};
