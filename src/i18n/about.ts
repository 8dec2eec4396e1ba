import type { Language } from "../lib/language.ts";

type Localized = Readonly<Record<Language, string>>;

/** What a bot's page says of Parley, at most 120 characters. */
export const ABOUT_IN_SHORT: Localized = {
  en: "Where diplomatic talks stand: phase, next round, who said what. Every claim with its source.",
  ar: "أين وصلت المحادثات: المرحلة والجولة المقبلة ومن قال ماذا، وكل معلومة بمصدرها.",
  fa: "مذاکرات به کجا رسیده است: مرحله، دور بعدی، چه کسی چه گفت؛ هر نکته با منبعش.",
};

/** What an empty chat with Parley says, at most 512 characters. */
export const ABOUT: Localized = {
  en:
    "Parley reads Arabic, English and Persian news and keeps track of where diplomatic talks stand: " +
    "the phase, the next round, the delegations, what each side says, and what sources dispute. " +
    "Every claim cites its source, and one outlet's scoop is told as one outlet's.\n\n" +
    "Press Start for a daily briefing at your hour, and alerts when the talks turn.",
  ar:
    "يقرأ بارلي الأخبار بالعربية والإنجليزية والفارسية ويتابع أين وصلت المحادثات: " +
    "المرحلة والجولة المقبلة والوفود وما يقوله كل طرف وما تختلف عليه المصادر. " +
    "كل معلومة مقرونة بمصدرها، وما تنفرد به وسيلة إعلام واحدة يُنسب إليها وحدها.\n\n" +
    "اضغط «بدء» ليصلك موجز يومي في الساعة التي تناسبك، وتنبيهات حين يتغيّر مسار المحادثات.",
  fa:
    "پارلی خبرهای عربی، انگلیسی و فارسی را می‌خواند و دنبال می‌کند که مذاکرات به کجا رسیده است: " +
    "مرحله، دور بعدی، هیئت‌ها، سخن هر طرف و آنچه منابع بر سرش اختلاف دارند. " +
    "هر نکته با منبعش می‌آید و خبر اختصاصی یک رسانه به نام همان رسانه گفته می‌شود.\n\n" +
    "«شروع» را بزنید تا هر روز در ساعتی که می‌خواهید گزارش بگیرید و از هر تغییر در مسیر مذاکرات باخبر شوید.",
};
