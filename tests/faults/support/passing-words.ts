import type { Draw } from "./random.ts";

/** What sentences of one language are put together from. */
type Phrases = {
  readonly who: readonly [string, ...string[]];
  readonly did: readonly [string, ...string[]];
  readonly what: readonly [string, ...string[]];
  readonly where: readonly [string, ...string[]];
};

const ENGLISH: Phrases = {
  who: [
    "The harbour authority",
    "A school in the hills",
    "The weather office",
    "A bakers' guild",
    "The rail company",
    "An old theatre",
    "The city's museum",
    "A team of divers",
    "The water board",
  ],
  did: ["opened", "repaired", "closed", "counted", "painted", "sold", "measured", "lost", "found"],
  what: [
    "a stone bridge",
    "eleven lighthouses",
    "its oldest map",
    "the northern road",
    "a hall of mirrors",
    "two ferries",
    "the summer market",
    "a field of saffron",
    "the night buses",
  ],
  where: [
    "near the coast",
    "after heavy rain",
    "before the holidays",
    "in front of a large crowd",
    "for the first time in years",
    "with help from students",
    "at half the price",
    "without any notice",
    "on a windy morning",
  ],
};

const ARABIC: Phrases = {
  who: [
    "هيئة الميناء",
    "مدرسة في الجبل",
    "دائرة الأرصاد",
    "نقابة الخبازين",
    "شركة القطارات",
    "مسرح قديم",
    "متحف المدينة",
    "فريق من الغواصين",
    "مصلحة المياه",
  ],
  did: ["افتتح", "رمم", "أغلق", "أحصى", "باع", "قاس", "فقد", "وجد", "عرض"],
  what: [
    "جسرا من الحجر",
    "إحدى عشرة منارة",
    "أقدم خريطة",
    "الطريق الشمالي",
    "قاعة المرايا",
    "عبارتين",
    "سوق الصيف",
    "حقل زعفران",
    "حافلات الليل",
  ],
  where: [
    "قرب الساحل",
    "بعد مطر غزير",
    "قبل العطلة",
    "أمام جمهور كبير",
    "لأول مرة منذ أعوام",
    "بمساعدة الطلاب",
    "بنصف السعر",
    "من دون إعلان",
    "في صباح عاصف",
  ],
};

const PERSIAN: Phrases = {
  who: [
    "اداره بندر",
    "مدرسه‌ای در کوهستان",
    "سازمان هواشناسی",
    "صنف نانوایان",
    "شرکت راه‌آهن",
    "تماشاخانه‌ای کهنه",
    "موزه شهر",
    "گروهی غواص",
    "شرکت آب",
  ],
  did: [
    "گشود",
    "بازسازی کرد",
    "بست",
    "شمرد",
    "فروخت",
    "اندازه گرفت",
    "گم کرد",
    "یافت",
    "به نمایش گذاشت",
  ],
  what: [
    "یک پل سنگی را",
    "یازده فانوس دریایی را",
    "کهن‌ترین نقشه را",
    "جاده شمالی را",
    "تالار آینه را",
    "دو کشتی را",
    "بازار تابستانی را",
    "مزرعه زعفران را",
    "اتوبوس‌های شبانه را",
  ],
  where: [
    "نزدیک ساحل",
    "پس از بارانی سنگین",
    "پیش از تعطیلات",
    "در برابر جمعیتی بزرگ",
    "برای نخستین بار در سال‌ها",
    "با کمک دانشجویان",
    "به نیم بها",
    "بی هیچ خبری",
    "در بامدادی پر باد",
  ],
};

/** News of other things than the talks, hardly ever the same twice. */
export function passingWords(draw: Draw): { readonly title: string; readonly text: string } {
  const phrases = draw.pick([ENGLISH, ARABIC, PERSIAN]);
  const sentences = Array.from({ length: draw.between(4, 14) }, () => sentenceOf(draw, phrases));
  const [title = "", ...rest] = sentences;
  return { title, text: rest.join(". ") };
}

const sentenceOf = ({ pick }: Draw, { who, did, what, where }: Phrases): string =>
  `${pick(who)} ${pick(did)} ${pick(what)} ${pick(where)}`;
