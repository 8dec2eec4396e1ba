import { plural } from "../locale.ts";
import type { CardCatalog } from "./en.ts";

/** What charts and cards say in Arabic. */
export const ar: CardCatalog = {
  asOf: (p) => `حتى ${p.when}، ${p.zone}`,
  "heading.current": "الجولة الحالية",
  "heading.calledOff": "الجولة الملغاة",
  "people.more": (p) =>
    plural("ar", p.count, {
      zero: "و# آخرون",
      one: "وشخص آخر",
      two: "وشخصان آخران",
      few: "و# أشخاص آخرين",
      many: "و# شخصاً آخر",
      other: "و# شخص آخر",
    }),
  "sources.none": "بلا مصادر",
  "sources.one": "مصدر واحد فقط",

  "tension.title": "التوتر بين الطرفين",
  "tension.tenser": "أشد توتراً",
  "tension.calmer": "أهدأ",
  "tension.none": "لم يرد نبأ عن حدث بين الطرفين يمكن أن يُرسم منه خط.",
  "tension.held": "جولة عُقدت",
  "tension.underway": "جولة جارية",
  "tension.expected": "جولة مقبلة",
  "tension.doubtful": "جولة غير مؤكدة",

  "describe.span": (p) => `من ${p.from} إلى ${p.to}.`,
  "describe.last": (p) => `آخر قيمة: ${p.level} (${p.score}).`,
  "describe.peak": (p) => `الأشد توتراً في ${p.when}: ${p.level} (${p.score}).`,
  "describe.calm": (p) => `الأهدأ في ${p.when}: ${p.level} (${p.score}).`,
  "describe.gaps": "بعض الأيام لا قيمة لها.",
  "describe.rounds": (p) => `${p.name}: ${p.days}.`,
};
