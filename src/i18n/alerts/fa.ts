import { plural } from "../locale.ts";
import type { AlertCatalog } from "./en.ts";

/** What alerts, corrections and briefings say in Persian. */
export const fa: AlertCatalog = {
  contested: "منابع در این باره با هم اختلاف دارند.",
  since: (p) => `بنا بر گزارش‌ها از ${p.when}.`,
  according: (p) => `به گزارش ${p.sources}`,

  "round.new": (p) => `دور بعدی: ${p.round}`,
  "round.current": (p) => `این دور: ${p.round}`,
  "round.moved": (p) => `زمان یا مکان دور بعدی تغییر کرد: ${p.round}`,
  "round.before": (p) => `پیش‌تر: ${p.round}`,
  "round.standing": (p) => `دور بعدی (${p.status}): ${p.round}`,
  "round.dropped": (p) => `دیگر در برنامه نیست: ${p.round}`,
  "round.begins": "آغاز",
  "round.hourOpen": "ساعت آن هنوز اعلام نشده است.",
  "round.doubtful": (p) => `برگزاری این دور قطعی نیست. وضعیت: ${p.status}.`,

  "event.new": (p) => `رویداد تازه \u2013 ${p.event}`,
  "event.score": (p) => `شدت ${p.score} (بدترین: ${p.floor})`,
  "delegation.joined": (p) => `به هیئت ${p.party} می‌پیوندد: ${p.members}`,

  "heading.held": "در ساعت‌های سکوت",
  "held.since": (p) => `آنچه از ${p.when} رخ داد:`,
  "held.back": (p) => `مرحله: ${p.phase}، مانند پیش. در این میان چنین بود: ${p.between}.`,

  "heading.correction": "تصحیح",
  "correction.told": (p) => `در ${p.when} نوشتیم: ${p.what}.`,
  "correction.wrong": "این خبر درست نبود.",
  "correction.now": (p) => `اکنون: ${p.what}`,
  "corrected.note": "تصحیح: آنچه در زیر آمده درست نبود.",
  "corrected.before": "آنچه پیش‌تر نوشتیم",

  moment: {
    "day-before": "دور بعدی مذاکرات نزدیک است",
    "hour-before": "این دور به‌زودی آغاز می‌شود",
    start: "این دور آغاز شد",
    end: "این دور پایان یافت",
  },
  "moment.planned": "دوری در برنامه است، اما قطعی نیست",

  "heading.statements": "تازه‌ترین اظهارات",
  "disputes.more": (p) =>
    plural("fa", p.count, { one: "(و # مورد دیگر)", other: "(و # مورد دیگر)" }),
  "heading.broadcast": "از سوی گردانندگان این ربات",

  "button.why": "چرا؟",
  "button.status": "وضع کنونی",
  "button.settings": "تنظیمات",
};
