import type { Language } from "../../../../src/lib/language.ts";
import type { Claim, ClaimFact, ClaimId } from "../../../../src/summarize/claim.ts";

type Told = Readonly<Record<Language, string>>;

const claim = (
  id: string,
  told: Told,
  fact: ClaimFact,
  originals: Claim["originals"] = [],
): Readonly<Record<Language, Claim>> => {
  const inLanguage = (language: Language): Claim => ({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test's own id
    id: id as ClaimId,
    told: told[language],
    originals,
    citations: [1],
    fact,
  });
  return { en: inLanguage("en"), ar: inLanguage("ar"), fa: inLanguage("fa") };
};

const said = (
  id: string,
  told: Told,
  fact: Omit<Extract<ClaimFact, { kind: "statement" }>["statement"], "published" | "topic">,
  party: string,
) =>
  claim(
    id,
    told,
    {
      kind: "statement",
      party,
      statement: { ...fact, topic: "nuclear-programme", published: "2026-02-05T09:00:00Z" },
    },
    [{ text: fact.text, lang: fact.lang }],
  );

/** Claims of every sort, each in every language. */
export const CLAIMS = {
  round: claim(
    "c1",
    {
      en: "Next round: Friday 6 February 2026, Muscat, Oman, 10:00 local time; Mediator: Oman; stated by both parties",
      ar: "الجولة المقبلة: الجمعة 6 فبراير/شباط 2026، مسقط، عُمان، الساعة 10:00 بالتوقيت المحلي؛ الوسيط: عُمان؛ بإعلان من الطرفين",
      fa: "دور بعدی: جمعه ۱۷ بهمن ۱۴۰۴ (۶ فوریه ۲۰۲۶)، مسقط، عمان، ساعت ۱۰:۰۰ به وقت محلی؛ میانجی: عمان؛ بنا بر اعلام هر دو طرف",
    },
    {
      kind: "next-round",
      round: {
        date: "2026-02-06",
        time: "10:00",
        timeZone: "Asia/Muscat",
        venue: { city: "Muscat", country: "OMN" },
        format: "indirect",
        mediator: "OMN",
        status: "scheduled",
        confirmation: "both-parties",
        attributedTo: null,
        citations: [1],
      },
    },
    // No reader of the claim sees this; it bears nothing out.
    [{ text: "The talks moved to Doha on 9 February, Sergey Lavrov said.", lang: "en" }],
  ),
  phase: claim(
    "c2",
    {
      en: "Phase: Scheduled (reported since 4 February 2026, 22:29 Muscat time); stated by both parties",
      ar: "المرحلة: محددة الموعد (وفق الأنباء الواردة منذ 4 فبراير/شباط 2026، 22:29 بتوقيت مسقط)؛ بإعلان من الطرفين",
      fa: "مرحله: زمان‌بندی‌شده (بنا بر گزارش‌ها از ۱۵ بهمن ۱۴۰۴، ۲۲:۲۹ به وقت مسقط)؛ بنا بر اعلام هر دو طرف",
    },
    {
      kind: "phase",
      phase: "scheduled",
      phaseSince: "2026-02-04T18:29:00Z",
      contested: false,
      confirmation: "both-parties",
    },
  ),
  english: said(
    "c3",
    {
      en: "Iran: Abbas Araghchi on nuclear programme (concedes): “We will accept enrichment at 3.67 percent, and 60 inspectors may return before 15 March in a second phase”",
      ar: "إيران: عباس عراقجي عن البرنامج النووي (تنازل، بالإنجليزية)",
      fa: "ایران: عباس عراقچی درباره برنامه هسته‌ای (امتیاز دادن، به انگلیسی)",
    },
    {
      speaker: "Abbas Araghchi",
      stance: "concedes",
      text: "We will accept enrichment at 3.67 percent, and 60 inspectors may return before 15 March in a second phase",
      lang: "en",
      direct: true,
    },
    "IRN",
  ),
  arabic: said(
    "c4",
    {
      en: "Iran: Esmail Baghaei on nuclear programme (demands, in Arabic)",
      ar: "إيران: إسماعيل بقائي عن البرنامج النووي (مطالبة): «نطالب برفع 60 في المئة من العقوبات خلال جولتين، وبعودة 1,500 خبير إلى ثلاث منشآت»",
      fa: "ایران: اسماعیل بقائی درباره برنامه هسته‌ای (مطالبه، به عربی)",
    },
    {
      speaker: "Esmail Baghaei",
      stance: "demands",
      text: "نطالب برفع 60 في المئة من العقوبات خلال جولتين، وبعودة 1,500 خبير إلى ثلاث منشآت",
      lang: "ar",
      direct: true,
    },
    "IRN",
  ),
  persian: said(
    "c5",
    {
      en: "United States: Steve Witkoff on nuclear programme (confirms, reported speech, in Persian)",
      ar: "الولايات المتحدة: ستيف ويتكوف عن البرنامج النووي (تأكيد، نقلاً بالمعنى، بالفارسية)",
      fa: "آمریکا: استیو ویتکاف درباره برنامه هسته‌ای (تأیید، نقل به مضمون): ۲۴۰ کیلوگرم اورانیوم در سه مرحله و ظرف ۲٫۵ سال منتقل می‌شود و آن را «گامی مهم» خواند",
    },
    {
      speaker: "Steve Witkoff",
      stance: "confirms",
      text: "۲۴۰ کیلوگرم اورانیوم در سه مرحله و ظرف ۲٫۵ سال منتقل می‌شود و آن را «گامی مهم» خواند",
      lang: "fa",
      direct: false,
    },
    "USA",
  ),
  place: said(
    "c9",
    {
      en: "Iran: Esmail Baghaei on venue and format (demands): “The talks have to be held in Geneva”",
      ar: "إيران: إسماعيل بقائي عن المكان والصيغة (مطالبة، بالإنجليزية)",
      fa: "ایران: اسماعیل بقائی درباره محل و شکل گفت‌وگو (مطالبه، به انگلیسی)",
    },
    {
      speaker: "Esmail Baghaei",
      stance: "demands",
      text: "The talks have to be held in Geneva",
      lang: "en",
      direct: true,
    },
    "IRN",
  ),
  rounds: said(
    "c10",
    {
      en: "Iran: Esmail Baghaei on the talks (confirms, in Arabic)",
      ar: "إيران: إسماعيل بقائي عن المحادثات (تأكيد): «عقدنا ثلاث جولات في ساعتين»",
      fa: "ایران: اسماعیل بقائی درباره مذاکرات (تأیید، به عربی)",
    },
    {
      speaker: "Esmail Baghaei",
      stance: "confirms",
      text: "عقدنا ثلاث جولات في ساعتين",
      lang: "ar",
      direct: true,
    },
    "IRN",
  ),
  delegation: claim(
    "c6",
    {
      en: "United States: Steve Witkoff (special envoy, head of delegation); Jared Kushner (presidential envoy and son-in-law of the president)",
      ar: "الولايات المتحدة: ستيف ويتكوف (المبعوث الخاص، على رأس الوفد)؛ جاريد كوشنر (صهر الرئيس ومبعوثه)",
      fa: "آمریکا: استیو ویتکاف (فرستاده ویژه، رئیس هیئت)؛ جرد کوشنر (داماد رئیس‌جمهور و فرستاده او)",
    },
    {
      kind: "delegation",
      delegation: {
        party: "USA",
        members: [
          { person: "Steve Witkoff", role: "special envoy", head: true },
          { person: "Jared Kushner", role: null, head: false },
        ],
        citations: [1],
      },
    },
  ),
  event: claim(
    "c7",
    {
      en: "Iran: rebuff to the United States, concerning: nuclear programme, the talks, venue and format (4 February)",
      ar: "إيران: رفض لموقف الولايات المتحدة، بشأن: البرنامج النووي، المحادثات، المكان والصيغة (4 فبراير/شباط)",
      fa: "ایران: مخالفت با آمریکا، درباره: برنامه هسته‌ای، مذاکرات، محل و شکل گفت‌وگو (۱۵ بهمن)",
    },
    {
      kind: "event",
      event: {
        type: "REJECT",
        mode: null,
        source: "IRN",
        target: "USA",
        date: "2026-02-04",
        intensity: -4,
        modality: "asserted",
        topics: ["nuclear-programme"],
        citations: [1],
      },
    },
  ),
  milestone: claim(
    "c8",
    {
      en: "The first meeting since the twelve-day war",
      ar: "أول لقاء منذ حرب الاثني عشر يوماً",
      fa: "نخستین دیدار پس از جنگ دوازده‌روزه",
    },
    { kind: "milestone", since: "twelve-day-war" },
  ),
} as const;
