import { Dossier } from "../../src/config/dossier.ts";
import { Places } from "../../src/config/places.ts";
import { loadLexicons } from "../../src/config/load-lexicon.ts";

type Words = { en?: string[]; ar?: string[]; fa?: string[] };

const inThree = (en: string, ar: string, fa: string) => ({ en, ar, fa });
const words = (en: string, ar: string, fa: string): Words => ({
  en: listOf(en),
  ar: listOf(ar),
  fa: listOf(fa),
});
const listOf = (line: string): string[] =>
  line
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");

const actor = (
  code: string,
  standing: string,
  [en, ar, fa]: readonly [string, string, string],
  aliases: Words,
) => ({ code, standing, names: inThree(en, ar, fa), aliases });

const person = (
  name: string,
  of: string,
  [ar, fa]: readonly [string, string],
  more: { aliases?: Words; titles?: Words; negotiator?: boolean } = {},
) => ({
  name,
  actor: of,
  role: inThree("official", "مسؤول", "مقام"),
  names: { ar, fa },
  aliases: {},
  ...more,
});

const venue = (
  city: string,
  country: string,
  timeZone: string,
  [ar, fa]: readonly [string, string],
) => ({ city, country, timeZone, names: inThree(city, ar, fa), aliases: {} });

const topic = (id: string, keywords: Words) => ({ id, names: inThree(id, id, id), keywords });

const russia = actor(
  "RUS",
  "party",
  ["Russia", "روسيا", "روسیه"],
  words(
    "Russian, Moscow, the Kremlin, Kremlin",
    "الروسي, الروسية, الروس, موسكو, الكرملين",
    "روس, مسکو, کرملین, روس‌ها",
  ),
);
const ukraine = actor(
  "UKR",
  "party",
  ["Ukraine", "أوكرانيا", "اوکراین"],
  words("Ukrainian, Kyiv, Kiev", "الأوكراني, الأوكرانية, كييف", "اوکراینی, کی‌یف, کیف"),
);
const america = (standing: string) =>
  actor(
    "USA",
    standing,
    ["United States", "الولايات المتحدة", "ایالات متحده"],
    words(
      "US, U.S., America, American, Americans, Washington",
      "أمريكا, الأمريكي, الأمريكية, أميركا, الأميركي, الأميركية, واشنطن",
      "آمریکا, آمریکایی, امریکا, واشنگتن",
    ),
  );
const americans = (negotiator: boolean) => [
  person("Steve Witkoff", "USA", ["ستيف ويتكوف", "استیو ویتکاف"], {
    aliases: words("Witkoff", "ويتكوف", "ویتکاف"),
    negotiator,
  }),
  person("Jared Kushner", "USA", ["جاريد كوشنر", "جرد کوشنر"], {
    aliases: words("Kushner", "كوشنر", "کوشنر"),
    negotiator,
  }),
  person("Donald Trump", "USA", ["دونالد ترامب", "دونالد ترامپ"], {
    aliases: words("Trump", "ترامب", "ترامپ"),
  }),
  person("Marco Rubio", "USA", ["ماركو روبيو", "مارکو روبیو"], {
    aliases: words("Rubio", "روبيو", "روبیو"),
  }),
];
const whiteHouse = {
  name: "White House",
  actor: "USA",
  names: { ar: "البيت الأبيض", fa: "کاخ سفید" },
  aliases: {},
};

/** A small dossier of the Iran–US talks, for tests. */
export const iranUs = Dossier.parse({
  id: "iran-us",
  names: inThree("Iran–US talks", "محادثات", "مذاکرات"),
  timeZone: "Asia/Muscat",
  actors: [
    actor(
      "IRN",
      "party",
      ["Iran", "إيران", "ایران"],
      words(
        "Iranian, Iranians, Tehran",
        "الإيراني, الإيرانية, طهران, الجمهورية الإسلامية",
        "ایرانی, تهران, جمهوری اسلامی",
      ),
    ),
    america("party"),
    actor(
      "OMN",
      "mediator",
      ["Oman", "عمان", "عمان"],
      words("Omani, Omanis", "العماني, العمانية, سلطنة عمان, السلطنة", "عمانی"),
    ),
    actor(
      "ISR",
      "other",
      ["Israel", "إسرائيل", "اسرائیل"],
      words("Israeli", "الإسرائيلي, الإسرائيلية", "اسرائیلی"),
    ),
    actor(
      "TUR",
      "other",
      ["Turkey", "تركيا", "ترکیه"],
      words("Turkish, Ankara", "التركي, التركية, أنقرة", "ترکیه‌ای, آنکارا"),
    ),
  ],
  people: [
    person("Abbas Araghchi", "IRN", ["عباس عراقجي", "عباس عراقچی"], {
      aliases: words("Araghchi, Araqchi, Abbas Araqchi", "عراقجي", "عراقچی"),
      titles: words("Iranian foreign minister", "وزير الخارجية الإيراني", "وزیر امور خارجه ایران"),
      negotiator: true,
    }),
    person("Esmail Baghaei", "IRN", ["إسماعيل بقائي", "اسماعیل بقایی"], {
      aliases: words("Baghaei, Baqaei", "بقائي", "بقایی, بقائی"),
    }),
    person("Majid Takht-Ravanchi", "IRN", ["مجيد تخت روانجي", "مجید تخت‌روانچی"], {
      aliases: words("Takht-Ravanchi", "تخت روانجي", "تخت‌روانچی"),
    }),
    ...americans(true),
    person("Karoline Leavitt", "USA", ["كارولين ليفيت", "کارولین لویت"], {
      aliases: words("Leavitt", "ليفيت", "لویت"),
    }),
    person("Badr Albusaidi", "OMN", ["بدر البوسعيدي", "بدر البوسعیدی"], {
      aliases: words("Albusaidi", "البوسعيدي", "بوسعیدی, البوسعیدی"),
      titles: words("Omani foreign minister", "وزير الخارجية العماني", "وزیر خارجه عمان"),
    }),
    person("Hakan Fidan", "TUR", ["هاكان فيدان", "هاکان فیدان"], {
      aliases: words("Fidan", "فيدان", "فیدان"),
    }),
    person("Benjamin Netanyahu", "ISR", ["بنيامين نتنياهو", "بنیامین نتانیاهو"], {
      aliases: words("Netanyahu", "نتنياهو", "نتانیاهو"),
    }),
  ],
  institutions: [
    whiteHouse,
    {
      name: "Iranian Foreign Ministry",
      actor: "IRN",
      names: { ar: "وزارة الخارجية الإيرانية", fa: "وزارت امور خارجه ایران" },
      aliases: words("Iran's foreign ministry", "الخارجية الإيرانية", "وزارت خارجه ایران"),
    },
  ],
  venues: [
    venue("Muscat", "OMN", "Asia/Muscat", ["مسقط", "مسقط"]),
    venue("Istanbul", "TUR", "Europe/Istanbul", ["إسطنبول", "استانبول"]),
    venue("Geneva", "CHE", "Europe/Zurich", ["جنيف", "ژنو"]),
  ],
  topics: [
    topic(
      "nuclear-programme",
      words("nuclear, enrichment, uranium", "النووي, النووية, تخصيب", "هسته‌ای, غنی‌سازی"),
    ),
    topic("sanctions", words("sanctions, tariff", "عقوبات, رسوم جمركية", "تحریم, تعرفه")),
    topic(
      "military",
      words("carrier, strike, troops", "حاملة طائرات, حشد عسكري", "ناو هواپیمابر, حمله"),
    ),
  ],
  otherTalks: [
    {
      id: "russia-ukraine",
      names: inThree("Russia–Ukraine", "روسيا وأوكرانيا", "روسیه و اوکراین"),
      keywords: words(
        "Ukraine, Ukrainian, Kyiv, Zelenskiy, Zelensky, Putin, Moscow",
        "أوكرانيا, الأوكرانية, كييف, زيلينسكي, بوتين",
        "اوکراین, کی‌یف, زلنسکی, پوتین",
      ),
    },
    {
      id: "e3",
      names: inThree("E3", "الترويكا", "تروئیکا"),
      keywords: words(
        "E3, European powers, Europeans",
        "الترويكا, الترويكا الأوروبية, الأوروبيين",
        "تروئیکا, سه کشور اروپایی, اروپایی‌ها",
      ),
    },
    {
      id: "iaea",
      names: inThree("IAEA", "الوكالة", "آژانس"),
      keywords: words(
        "IAEA, inspectors, Grossi",
        "الوكالة الدولية للطاقة الذرية, المفتشين, غروسي",
        "آژانس بین‌المللی انرژی اتمی, بازرسان, گروسی",
      ),
    },
    {
      id: "gaza",
      names: inThree("Gaza", "غزة", "غزه"),
      keywords: words("Gaza, Hamas", "غزة, حماس", "غزه, حماس"),
    },
  ],
  chronology: [
    {
      id: "twelve-day-war",
      from: "2025-06-13",
      to: "2025-06-24",
      kind: "war",
      names: inThree("twelve-day war", "حرب الـ12 يوما", "جنگ دوازده‌روزه"),
      aliases: words(
        "twelve-day war, 12-day war, June war, war in June, last June's war",
        "حرب الـ12 يوما, حرب الاثني عشر يوما, حرب يونيو, حرب حزيران",
        "جنگ دوازده‌روزه, جنگ ۱۲ روزه, جنگ خرداد",
      ),
      source: "AP",
    },
  ],
  feeds: [],
  sources: [
    { id: "axios", name: "Axios", also: ["أكسيوس", "آکسیوس"], owner: "Axios", tier: "outlet" },
    {
      id: "channel-12",
      name: "Channel 12",
      also: ["القناة 12", "شبکه ۱۲"],
      owner: "Keshet",
      tier: "outlet",
    },
  ],
});

/** A small dossier of the Russia–Ukraine talks, for tests. */
export const russiaUkraine = Dossier.parse({
  id: "russia-ukraine",
  names: inThree("Russia–Ukraine talks", "محادثات", "مذاکرات"),
  timeZone: "Asia/Dubai",
  actors: [
    russia,
    ukraine,
    america("mediator"),
    actor(
      "ARE",
      "mediator",
      ["United Arab Emirates", "الإمارات", "امارات"],
      words("UAE, Emirati", "الإماراتي, الإماراتية", "اماراتی"),
    ),
  ],
  people: [
    person("Rustem Umerov", "UKR", ["رستم عمروف", "رستم عمروف"], {
      aliases: words("Umerov", "عمروف, أوميروف", "عمروف, اومروف"),
      negotiator: true,
    }),
    person("Volodymyr Zelensky", "UKR", ["فولوديمير زيلينسكي", "ولودیمیر زلنسکی"], {
      aliases: words("Zelensky, Zelenskiy, Zelenskyy, Volodymyr Zelenskiy", "زيلينسكي", "زلنسکی"),
    }),
    person("Igor Kostyukov", "RUS", ["إيغور كوستيوكوف", "ایگور کاستیوکوف"], {
      aliases: words("Kostyukov", "كوستيوكوف", "کاستیوکوف"),
      negotiator: true,
    }),
    person("Vladimir Putin", "RUS", ["فلاديمير بوتين", "ولادیمیر پوتین"], {
      aliases: words("Putin", "بوتين", "پوتین"),
    }),
    person("Dmitry Peskov", "RUS", ["دميتري بيسكوف", "دیمیتری پسکوف"], {
      aliases: words("Peskov", "بيسكوف", "پسکوف"),
    }),
    ...americans(false),
  ],
  institutions: [whiteHouse],
  venues: [
    venue("Abu Dhabi", "ARE", "Asia/Dubai", ["أبوظبي", "ابوظبی"]),
    venue("Istanbul", "TUR", "Europe/Istanbul", ["إسطنبول", "استانبول"]),
  ],
  topics: [
    topic("territory", words("Donbas, territory", "دونباس, الأراضي", "دونباس, سرزمین")),
    topic("ceasefire", words("ceasefire", "وقف إطلاق النار", "آتش‌بس")),
  ],
  otherTalks: [
    {
      id: "iran-us",
      names: inThree("Iran–US", "إيران", "ایران"),
      keywords: words("Iran, Iranian, Tehran", "إيران, الإيراني, طهران", "ایران, تهران"),
    },
  ],
  chronology: [
    {
      id: "istanbul-2025",
      from: "2025-05-16",
      to: "2025-07-23",
      kind: "round",
      names: inThree("Istanbul rounds", "جولات إسطنبول", "دورهای استانبول"),
      aliases: words("Istanbul rounds", "جولات إسطنبول", "دورهای استانبول"),
      source: "Reuters",
    },
  ],
  feeds: [],
});

const country = (code: string, en: string, ar: string, fa: string, adjectives: Words) => ({
  code,
  names: inThree(en, ar, fa),
  adjectives,
});

const city = (
  name: string,
  countryCode: string,
  timeZone: string,
  [ar, fa, capital]: readonly [string, string, boolean],
) => ({ city: name, country: countryCode, timeZone, capital, names: { ar, fa } });

/** A small gazetteer, for tests. */
export const places = Places.parse({
  countries: [
    country("OMN", "Oman", "عمان", "عمان", words("Omani", "العماني, العمانية", "عمانی")),
    country("CHE", "Switzerland", "سويسرا", "سوئیس", words("Swiss", "السويسرية", "سوئیسی")),
    country("NOR", "Norway", "النرويج", "نروژ", words("Norwegian", "النرويجية", "نروژی")),
    country("QAT", "Qatar", "قطر", "قطر", words("Qatari", "القطري, القطرية", "قطری")),
    country("PAK", "Pakistan", "باكستان", "پاکستان", words("Pakistani", "الباكستانية", "پاکستانی")),
    country("EGY", "Egypt", "مصر", "مصر", words("Egyptian", "المصري, المصرية", "مصری")),
    country("SAU", "Saudi Arabia", "السعودية", "عربستان", words("Saudi", "السعودي", "سعودی")),
    country("CHN", "China", "الصين", "چین", words("Chinese", "الصيني, الصينية", "چینی")),
    country("TUR", "Turkey", "تركيا", "ترکیه", words("Turkish", "التركية", "ترکیه‌ای")),
  ],
  cities: [
    city("Muscat", "OMN", "Asia/Muscat", ["مسقط", "مسقط", true]),
    city("Geneva", "CHE", "Europe/Zurich", ["جنيف", "ژنو", false]),
    city("Istanbul", "TUR", "Europe/Istanbul", ["إسطنبول", "استانبول", false]),
    city("Ankara", "TUR", "Europe/Istanbul", ["أنقرة", "آنکارا", true]),
    city("Oslo", "NOR", "Europe/Oslo", ["أوسلو", "اسلو", true]),
    city("Doha", "QAT", "Asia/Qatar", ["الدوحة", "دوحه", true]),
    city("Islamabad", "PAK", "Asia/Karachi", ["إسلام أباد", "اسلام‌آباد", true]),
    city("Cairo", "EGY", "Africa/Cairo", ["القاهرة", "قاهره", true]),
    city("Riyadh", "SAU", "Asia/Riyadh", ["الرياض", "ریاض", true]),
    city("Jeddah", "SAU", "Asia/Riyadh", ["جدة", "جده", false]),
    city("Vienna", "AUT", "Europe/Vienna", ["فيينا", "وین", true]),
    city("Rome", "ITA", "Europe/Rome", ["روما", "رم", true]),
    city("Abu Dhabi", "ARE", "Asia/Dubai", ["أبوظبي", "ابوظبی", true]),
    city("Dubai", "ARE", "Asia/Dubai", ["دبي", "دبی", false]),
    city("Kyiv", "UKR", "Europe/Kyiv", ["كييف", "کی‌یف", true]),
    city("Tehran", "IRN", "Asia/Tehran", ["طهران", "تهران", true]),
    city("Washington", "USA", "America/New_York", ["واشنطن", "واشنگتن", true]),
    city("Moscow", "RUS", "Europe/Moscow", ["موسكو", "مسکو", true]),
  ],
});

/** The lexicons that the finders about the talks read. */
export const talksLexicons = () => loadLexicons("seeds/lexicon", ["talks", "speech"]);
