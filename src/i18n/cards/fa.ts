import { plural } from "../locale.ts";
import type { CardCatalog } from "./en.ts";

/** What charts and cards say in Persian. */
export const fa: CardCatalog = {
  asOf: (p) => `تا ${p.when}، ${p.zone}`,
  "heading.current": "دور کنونی",
  "heading.calledOff": "دور لغوشده",
  "people.more": (p) => plural("fa", p.count, { one: "و # نفر دیگر", other: "و # نفر دیگر" }),
  "sources.none": "بدون منبع",
  "sources.one": "تنها یک منبع",

  "tension.title": "تنش میان طرف‌ها",
  "tension.tenser": "پرتنش‌تر",
  "tension.calmer": "آرام‌تر",
  "tension.none": "رویدادی میان طرف‌ها گزارش نشده است که بتوان از آن خطی کشید.",
  "tension.held": "دور برگزارشده",
  "tension.underway": "دور در جریان",
  "tension.expected": "دور پیش رو",
  "tension.doubtful": "دور نامطمئن",

  "describe.span": (p) => `از ${p.from} تا ${p.to}.`,
  "describe.last": (p) => `آخرین مقدار: ${p.level} (${p.score}).`,
  "describe.peak": (p) => `پرتنش‌ترین روز ${p.when}: ${p.level} (${p.score}).`,
  "describe.calm": (p) => `آرام‌ترین روز ${p.when}: ${p.level} (${p.score}).`,
  "describe.gaps": "برخی روزها مقداری ندارد.",
  "describe.rounds": (p) => `${p.name}: ${p.days}.`,
};
