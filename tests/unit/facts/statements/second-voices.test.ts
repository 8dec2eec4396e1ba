import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { QUOTED, REPORTED, type Said, told } from "./told.ts";

type Case = readonly [lang: Language, body: string, expected: readonly Said[]];

const SURNAMES: readonly Case[] = [
  [
    "en",
    "Helga Brunner and Sophie Marlow met at noon. “It went well,” Marlow said.",
    [["Sophie Marlow", null, QUOTED, "It went well"]],
  ],
  [
    "ar",
    "وقال المبعوث السويسري كارل فوس إن الجولة قريبة. وأضاف فوس أن الوفود جاهزة.",
    [
      ["كارل فوس", "CHE", REPORTED, "الجولة قريبة"],
      ["كارل فوس", "CHE", REPORTED, "الوفود جاهزة"],
    ],
  ],
  [
    "ar",
    "أعلن وزير الخارجية الباكستاني إسحاق دار موعد الجولة. وقال دار إن الطرفين وافقا.",
    [["Ishaq Dar", "PAK", REPORTED, "الطرفين وافقا"]],
  ],
  [
    "ar",
    'وقالت هيلغا برونر، وزيرة الخارجية السويسرية، إن الجولة ستعقد في جنيف، مضيفة: "ننتظر الوفدين".',
    [
      ["هيلغا برونر", "CHE", REPORTED, "الجولة ستعقد في جنيف"],
      ["هيلغا برونر", "CHE", QUOTED, "ننتظر الوفدين"],
    ],
  ],
  [
    "fa",
    "کلارا فوس، وزیر خارجه سوئیس، گفت دو طرف آماده‌اند. فوس افزود: «همه چیز مهیاست.»",
    [
      ["کلارا فوس", "CHE", REPORTED, "دو طرف آماده‌اند"],
      ["کلارا فوس", "CHE", QUOTED, "همه چیز مهیاست"],
    ],
  ],
  [
    "fa",
    "رئیس هیئت مذاکره‌کننده ایران، رضا کمالی، گفت: «گفت‌وگوها سخت است.»",
    [["رضا کمالی", "IRN", QUOTED, "گفت‌وگوها سخت است"]],
  ],
];

const CONTRASTS: readonly Case[] = [
  [
    "ar",
    'وبينما رأى ويتكوف أن المحادثات "بناءة"، قال عراقجي إن الطريق "لا يزال طويلا".',
    [
      ["Steve Witkoff", "USA", REPORTED, 'المحادثات "بناءة"'],
      ["Abbas Araghchi", "IRN", REPORTED, 'الطريق "لا يزال طويلا"'],
    ],
  ],
  [
    "fa",
    "در مقابل مارکو روبیو گفت: «ما هنوز به توافق نرسیده‌ایم.»",
    [["Marco Rubio", "USA", QUOTED, "ما هنوز به توافق نرسیده‌ایم"]],
  ],
  [
    "fa",
    "ویتکاف گفت‌وگوها را «سازنده» خواند و عراقچی آن را «گامی به جلو» دانست.",
    [
      ["Steve Witkoff", "USA", QUOTED, "سازنده"],
      ["Abbas Araghchi", "IRN", QUOTED, "گامی به جلو"],
    ],
  ],
  [
    "en",
    "Turkey's Hakan Fidan said Ankara stood ready to help, but cautioned that time was short.",
    [
      ["Hakan Fidan", "TUR", REPORTED, "Ankara stood ready to help"],
      ["Hakan Fidan", "TUR", REPORTED, "time was short"],
    ],
  ],
];

const POINTING_BACK: readonly Case[] = [
  [
    "ar",
    "«جئنا للاستماع فقط»، بهذه الكلمات وصف بقائي يومه في جنيف.",
    [["Esmail Baghaei", "IRN", QUOTED, "جئنا للاستماع فقط"]],
  ],
  [
    "fa",
    "«عجله‌ای نداریم»؛ این را اسماعیل بقائی، سخنگوی وزارت خارجه، پس از نشست با همتای عراقی گفت.",
    [["Esmail Baghaei", "IRN", QUOTED, "عجله‌ای نداریم"]],
  ],
  [
    "en",
    "Iran, Araghchi said, would never give up enrichment.",
    [["Abbas Araghchi", "IRN", REPORTED, "would never give up enrichment"]],
  ],
  [
    "en",
    "Talks will resume Friday, Iranian state TV quoted Deputy Foreign Minister Majid Takht-Ravanchi as saying.",
    [["Majid Takht-Ravanchi", "IRN", REPORTED, "Talks will resume Friday"]],
  ],
];

const WITHOUT_A_CLAUSE: readonly Case[] = [
  [
    "en",
    "Rubio also accused Iran of stalling the inspectors.",
    [["Marco Rubio", "USA", REPORTED, "stalling the inspectors"]],
  ],
  [
    "en",
    "An aide to the ministry, Tore Lund, dismissed reports that the talks were off.",
    [["Tore Lund", null, REPORTED, "the talks were off"]],
  ],
  [
    "ar",
    "اتهم المتحدث باسم الخارجية الإيرانية إسماعيل بقائي الولايات المتحدة بخرق تعهداتها.",
    [["Esmail Baghaei", "IRN", REPORTED, "الولايات المتحدة بخرق تعهداتها"]],
  ],
  [
    "fa",
    "سخنگوی وزارت خارجه گفت‌وگوها را بسیار جدی توصیف کرد.",
    [["Esmail Baghaei", "IRN", REPORTED, "بسیار جدی"]],
  ],
  [
    "fa",
    "وزیر خارجه عمان در پیامی از «گشایش مهم» خبر داد.",
    [["Badr Albusaidi", "OMN", QUOTED, "گشایش مهم"]],
  ],
];

const NOT_THE_DOSSIERS: readonly Case[] = [
  [
    "fa",
    "سخنگوی وزارت خارجه سوئیس می‌گوید گفت‌وگوها در زوریخ ادامه می‌یابد.",
    [[null, "CHE", REPORTED, "گفت‌وگوها در زوریخ ادامه می‌یابد"]],
  ],
  [
    "ar",
    "وقال مبعوث الرئيس ترامب إن المحادثات ستستأنف قريبا.",
    [[null, "USA", REPORTED, "المحادثات ستستأنف قريبا"]],
  ],
  [
    "ar",
    "قال دبلوماسي أوروبي طلب عدم ذكر اسمه إن المفاوضات مستمرة.",
    [[null, null, REPORTED, "المفاوضات مستمرة"]],
  ],
  [
    "en",
    "“We are nearly there,” said a ministry spokeswoman who asked not to be identified.",
    [[null, null, QUOTED, "We are nearly there"]],
  ],
];

const GROUPS = [
  ["knows people by surname once they are named in full", SURNAMES],
  ["tells voices apart that are set against each other", CONTRASTS],
  ["finds who spoke when the clause points back or stands between", POINTING_BACK],
  ["reads what is called, denied, blamed or reported in a phrase", WITHOUT_A_CLAUSE],
  ["takes nobody of the dossier for another office's holder", NOT_THE_DOSSIERS],
] as const;

describe.each(GROUPS)("a reader of statements %s", (_name, cases) => {
  it.each(cases)("%s: %s", (lang, body, expected) => {
    expect(told({ lang, body })).toEqual(expected);
  });
});
