import type { Language } from "../../../../src/lib/language.ts";
import type { Claim, ClaimFact, ClaimId } from "../../../../src/summarize/claim.ts";

type Told = Readonly<Record<Language, string>>;
type Sample = { readonly told: Told; readonly fact: ClaimFact };

const said = (
  told: Told,
  party: string,
  statement: Omit<
    Extract<ClaimFact, { kind: "statement" }>["statement"],
    "published" | "direct" | "topic"
  >,
): Sample => ({
  told,
  fact: {
    kind: "statement",
    party,
    statement: { ...statement, topic: null, direct: true, published: "2026-02-05T09:00:00Z" },
  },
});

/** Claims whose sense sentences turn round, in every language. */
const SENSE_CLAIMS = {
  ahead: {
    told: {
      en: "Next round: Friday 6 February 2026, Muscat, Oman, 10:00 local time; stated by both parties",
      ar: "الجولة المقبلة: الجمعة 6 فبراير/شباط 2026، مسقط، عُمان، الساعة 10:00 بالتوقيت المحلي؛ بإعلان من الطرفين",
      fa: "دور بعدی: جمعه ۱۷ بهمن ۱۴۰۴ (۶ فوریه ۲۰۲۶)، مسقط، عمان، ساعت ۱۰:۰۰ به وقت محلی؛ بنا بر اعلام هر دو طرف",
    },
    fact: {
      kind: "next-round",
      round: {
        date: "2026-02-06",
        time: "10:00",
        timeZone: "Asia/Muscat",
        venue: { city: "Muscat", country: "OMN" },
        format: null,
        mediator: null,
        status: "scheduled",
        confirmation: "both-parties",
        attributedTo: null,
        citations: [1],
      },
    },
  },
  doubted: {
    told: {
      en: "Phase: Adjourned, to resume (reported since 6 February 2026, 18:18 Muscat time); reported by one outlet alone",
      ar: "المرحلة: مرفوعة على أن تُستأنف (وفق الأنباء الواردة منذ 6 فبراير/شباط 2026، 18:18 بتوقيت مسقط)؛ وفق وسيلة إعلام واحدة فقط",
      fa: "مرحله: متوقف تا ازسرگیری (بنا بر گزارش‌ها از ۱۷ بهمن ۱۴۰۴، ۱۸:۱۸ به وقت مسقط)؛ تنها به گزارش یک رسانه",
    },
    fact: {
      kind: "phase",
      phase: "adjourned",
      phaseSince: "2026-02-06T14:18:00Z",
      contested: false,
      confirmation: "one-outlet",
    },
  },
  only: said(
    {
      en: "Iran: Abbas Araghchi (rejects): “Nothing but the nuclear file is open to discussion with the Americans”",
      ar: "إيران: عباس عراقجي (رفض، بالإنجليزية)",
      fa: "ایران: عباس عراقچی (رد، به انگلیسی)",
    },
    "IRN",
    {
      speaker: "Abbas Araghchi",
      stance: "rejects",
      text: "Nothing but the nuclear file is open to discussion with the Americans",
      lang: "en",
    },
  ),
  stranger: said(
    {
      en: "United States: النا مارکتی-رویز (in Persian): “راه باز است”",
      ar: "الولايات المتحدة: النا مارکتی-رویز (بالفارسية)",
      fa: "آمریکا: النا مارکتی-رویز: «راه باز است»",
    },
    "USA",
    { speaker: "النا مارکتی-رویز", stance: "neutral", text: "راه باز است", lang: "fa" },
  ),
  wanted: said(
    {
      en: "United States: Marco Rubio (demands, in Arabic)",
      ar: "الولايات المتحدة: ماركو روبيو (مطالبة): «يجب أن تشمل المحادثات الصواريخ الباليستية الإيرانية»",
      fa: "آمریکا: مارکو روبیو (مطالبه، به عربی)",
    },
    "USA",
    {
      speaker: "Marco Rubio",
      stance: "demands",
      text: "يجب أن تشمل المحادثات الصواريخ الباليستية الإيرانية",
      lang: "ar",
    },
  ),
  tried: said(
    {
      en: "United States: US Central Command (accuses): “Iranian gunboats tried to stop an American merchant ship”",
      ar: "الولايات المتحدة: القيادة المركزية الأمريكية (اتهام، بالإنجليزية)",
      fa: "آمریکا: سنتکام (اتهام، به انگلیسی)",
    },
    "USA",
    {
      speaker: "US Central Command",
      stance: "accuses",
      text: "Iranian gunboats tried to stop an American merchant ship",
      lang: "en",
    },
  ),
  sanctions: {
    told: {
      en: "United States: sanctions on Iran, aimed at: shipping and Hormuz (6 February)",
      ar: "الولايات المتحدة: عقوبات على إيران، للضغط بشأن: الملاحة ومضيق هرمز (6 فبراير/شباط)",
      fa: "آمریکا: تحریم ایران، برای فشار بر سر: کشتیرانی و تنگه هرمز (۱۷ بهمن)",
    },
    fact: {
      kind: "event",
      event: {
        type: "SANCTION",
        mode: null,
        source: "USA",
        target: "IRN",
        date: "2026-02-06",
        intensity: -6,
        modality: "asserted",
        topics: ["shipping"],
        citations: [1],
      },
    },
  },
  team: {
    told: {
      en: "United States: Steve Witkoff (special envoy, head of delegation); Jared Kushner (presidential envoy and son-in-law of the president)",
      ar: "الولايات المتحدة: ستيف ويتكوف (المبعوث الخاص، على رأس الوفد)؛ جاريد كوشنر (صهر الرئيس ومبعوثه)",
      fa: "آمریکا: استیو ویتکاف (فرستاده ویژه، رئیس هیئت)؛ جرد کوشنر (داماد رئیس‌جمهور و فرستاده او)",
    },
    fact: {
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
  },
  agenda: {
    told: {
      en: "The parties disagree over the agenda",
      ar: "خلاف بين الطرفين على جدول الأعمال",
      fa: "طرف‌ها بر سر دستور کار اختلاف دارند",
    },
    fact: {
      kind: "dispute",
      dispute: { about: "agenda", settled: false, versions: [] },
    },
  },
  turn: {
    told: {
      en: "Phase: Scheduled (was: In doubt)",
      ar: "المرحلة: محددة الموعد (سابقاً: موضع شك)",
      fa: "مرحله: زمان‌بندی‌شده (پیش‌تر: در هاله‌ای از ابهام)",
    },
    fact: {
      kind: "change",
      change: { kind: "phase", from: "in-doubt", to: "scheduled", citations: [1] },
    },
  },
} as const satisfies Readonly<Record<string, Sample>>;

/** Names of {@link SENSE_CLAIMS} with spaces between them. */
export const senseClaims = (names: string, language: Language): Claim[] => {
  const all: Readonly<Record<string, Sample>> = SENSE_CLAIMS;
  return names.split(" ").map((name) => {
    const sample = all[name];
    if (sample === undefined) throw new Error(`no sample claim is called ${name}`);
    const { told, fact } = sample;
    const original = fact.kind === "statement" ? [fact.statement] : [];
    return {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test's own id
      id: name as ClaimId,
      told: told[language],
      originals: original.map(({ text, lang }) => ({ text, lang })),
      citations: [1],
      fact,
    };
  });
};
