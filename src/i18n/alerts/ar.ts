import { plural } from "../locale.ts";
import type { AlertCatalog } from "./en.ts";

/** What alerts, corrections and briefings say in Arabic. */
export const ar: AlertCatalog = {
  contested: "تتضارب المصادر في هذا الشأن.",
  since: (p) => `وفق الأنباء الواردة منذ ${p.when}.`,
  according: (p) => `بحسب ${p.sources}`,

  "round.new": (p) => `الجولة المقبلة: ${p.round}`,
  "round.current": (p) => `الجولة: ${p.round}`,
  "round.moved": (p) => `تغيّر موعد الجولة أو مكانها: ${p.round}`,
  "round.before": (p) => `سابقاً: ${p.round}`,
  "round.standing": (p) => `الجولة المقبلة (${p.status}): ${p.round}`,
  "round.dropped": (p) => `لم تعد مقررة: ${p.round}`,
  "round.begins": "تبدأ",
  "round.hourOpen": "لم تُعلن ساعة انعقادها بعد.",
  "round.doubtful": (p) => `هذه الجولة غير مؤكدة. الحالة: ${p.status}.`,

  "event.new": (p) => `حدث جديد \u2013 ${p.event}`,
  "event.score": (p) => `شدّته ${p.score} (والأقصى ${p.floor})`,
  "delegation.joined": (p) => `ينضم إلى وفد ${p.party}: ${p.members}`,

  "heading.held": "خلال ساعات الهدوء",
  "held.since": (p) => `ما جرى منذ ${p.when}:`,
  "held.back": (p) => `المرحلة: ${p.phase}، كما كانت. وبين ذلك كانت: ${p.between}.`,

  "heading.correction": "تصحيح",
  "correction.told": (p) => `ذكرنا في ${p.when}: ${p.what}.`,
  "correction.wrong": "وتبيّن أن ذلك غير صحيح.",
  "correction.now": (p) => `الآن: ${p.what}`,
  "corrected.note": "تصحيح: تبيّن أن ما يرد أدناه غير صحيح.",
  "corrected.before": "ما ذكرناه من قبل",

  moment: {
    "day-before": "اقترب موعد الجولة",
    "hour-before": "الجولة تبدأ قريباً",
    start: "بدأت الجولة",
    end: "انتهت الجولة",
  },
  "moment.planned": "جولة مقررة، لكنها غير مؤكدة",

  "heading.statements": "أحدث التصريحات",
  "disputes.more": (p) =>
    plural("ar", p.count, {
      zero: "",
      one: "(ونقطة أخرى)",
      two: "(ونقطتان أخريان)",
      few: "(و# نقاط أخرى)",
      many: "(و# نقطة أخرى)",
      other: "(و# نقطة أخرى)",
    }),
  "heading.broadcast": "من القائمين على هذا البوت",

  "button.why": "لماذا؟",
  "button.status": "الوضع الآن",
  "button.settings": "الإعدادات",
};
