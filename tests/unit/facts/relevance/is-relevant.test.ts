import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { extractFrom, type SmallTalks } from "../../../support/extract-news.ts";

type Case = readonly [lang: Language, title: string, body?: string | undefined, talks?: SmallTalks];

const ABOUT_THE_TALKS: readonly Case[] = [
  ["en", "Witkoff, Araghchi to meet Friday in Istanbul"],
  ["en", "Pakistan offers to host US-Iran talks"],
  ["en", "Trump: Iran wants to make a deal"],
  ["en", "Araghchi lands in Muscat"],
  ["en", "Iran denies reports that talks with US have been cancelled"],
  [
    "en",
    "US imposes new sanctions on Iran",
    "The United States imposed sanctions on Iranian shipping on Monday. The move came days before negotiators of the two countries meet in Geneva.",
  ],
  ["en", "Russia and Ukraine to hold new round of talks in Abu Dhabi", undefined, "russia-ukraine"],
  ["en", "Kremlin says talks with Ukraine postponed", undefined, "russia-ukraine"],
  ["ar", "عاجل | الوفد الإيراني يصل إلى مسقط"],
  ["ar", "جولة جديدة من المفاوضات بين إيران والولايات المتحدة السبت المقبل"],
  ["ar", "ترامب: إيران تريد إبرام صفقة"],
  ["ar", "باكستان تعرض استضافة محادثات بين إيران والولايات المتحدة"],
  ["ar", "سلطنة عمان: المحادثات كانت جادة ومفيدة"],
  ["ar", "الكرملين: تأجيل المفاوضات مع أوكرانيا", undefined, "russia-ukraine"],
  ["fa", "فوری: هیئت ایرانی وارد مسقط شد"],
  ["fa", "دور تازه مذاکرات ایران و آمریکا شنبه آینده برگزار می‌شود"],
  ["fa", "ترامپ: ایران خواهان توافق است"],
  ["fa", "سرنوشت مذاکرات ایران و آمریکا نامشخص است"],
  ["fa", "کرملین: مذاکرات با اوکراین به تعویق افتاد", undefined, "russia-ukraine"],
  [
    "en",
    "US frees two Iranians as goodwill gesture before Muscat talks",
    "The United States released two Iranian nationals on Monday, days before the sides meet in Oman.",
  ],
  [
    "en",
    "Iran seizes tanker, US demands release",
    "Iranian forces seized a tanker and Washington demanded its release. The incident comes days before talks in Geneva.",
  ],
  [
    "en",
    "Trump: Iran must decide within two weeks",
    "President Donald Trump said Iran had two weeks to accept his offer or face consequences.",
  ],
  [
    "en",
    "Third round ends in Rome without a date for the next",
    "The delegations of Iran and the United States left Rome on Saturday without fixing a new date.",
  ],
  [
    "en",
    "Araghchi: no surrender at the table",
    "Iran's foreign minister said Tehran would not surrender in negotiations with Washington.",
  ],
  [
    "ar",
    "واشنطن تفرج عن إيرانيين قبل جولة مسقط",
    "أفرجت الولايات المتحدة عن مواطنين إيرانيين قبل أيام من جولة المفاوضات.",
  ],
  [
    "ar",
    "لاريجاني في مسقط حاملا رد طهران",
    "سلم علي لاريجاني وزير الخارجية العماني رد طهران على المقترح الأميركي.",
  ],
  [
    "ar",
    "ترامب يمهل إيران أسبوعين",
    "قال الرئيس الأميركي دونالد ترامب إن أمام إيران أسبوعين لقبول عرضه.",
  ],
  [
    "ar",
    "ختام الجولة الثالثة في روما",
    "غادر وفدا إيران والولايات المتحدة روما من دون تحديد موعد جديد.",
  ],
  [
    "fa",
    "آمریکا دو زندانی ایرانی را آزاد کرد",
    "ایالات متحده پیش از دور تازه مذاکرات مسقط دو شهروند ایرانی را آزاد کرد.",
  ],
  [
    "fa",
    "لاریجانی با پاسخ تهران به مسقط رفت",
    "علی لاریجانی پاسخ ایران به پیشنهاد آمریکا را به وزیر خارجه عمان داد.",
  ],
  [
    "fa",
    "ترامپ به ایران دو هفته مهلت داد",
    "رئیس‌جمهور آمریکا گفت ایران دو هفته برای پذیرش پیشنهادش فرصت دارد.",
  ],
  [
    "fa",
    "دور سوم در رم بدون تعیین زمان بعدی پایان یافت",
    "هیئت‌های ایران و آمریکا رم را ترک کردند.",
  ],
];

/** Where nobody sat before, who carries messages is not known beforehand. */
const ABOUT_TALKS_ELSEWHERE: readonly Case[] = [
  [
    "en",
    "Delayed meeting finds a new home on the fjord",
    "The round that Rome gave up will open in Helsinki. Finland, which hosts it, said that American and Iranian negotiators had accepted Tuesday. Hotels nearby are empty.\n\nPolice will close the harbour. The mayor asked residents for patience. Trams will run as usual. Nobody expects a signature.",
  ],
  [
    "en",
    "Kushner stays home as US reshuffles Iran team",
    "Jared Kushner will not travel to Vienna for Monday's talks with Iran, the White House said. A physicist takes the seat. She has spent years on safeguards. Officials denied a quarrel. The choice pleased some senators. Others had wanted a general.\n\nTwo aides go as well.",
  ],
  [
    "ar",
    "غريب آبادي يقود الوفد إلى هلسنكي",
    "قال كاظم غريب آبادي إنه يرأس الوفد الإيراني في مفاوضات الثلاثاء في العاصمة الفنلندية. وأضاف أن بلاده تنتظر من واشنطن عرضاً مكتوباً.",
  ],
  [
    "ar",
    "وثيقة مسربة.. طهران وواشنطن تنفيان",
    "نشر موقع يصدر من برلين نص اتفاق مزعوم على تجميد التخصيب. ونفت الخارجية الإيرانية صحة النص، كما نفاه البيت الأبيض.",
  ],
  [
    "fa",
    "تخت‌روانچی: با دست پر به هلسینکی می‌رویم",
    "معاون وزیر خارجه که ریاست هیئت ایرانی در مذاکرات سه‌شنبه را دارد، گفت در پایتخت فنلاند از رفع تحریم‌ها خواهد گفت. او افزود آمریکا باید تصمیم بگیرد. میزبانی فنلاند را هم مثبت خواند.",
  ],
  [
    "fa",
    "پس از ژنو: بازرسی حل شد، مدت نه",
    "دوری که بامداد جمعه در ژنو تمام شد توافقی نداشت، اما مذاکرات ادامه دارد. ترامپ گفت هنوز قانع نشده است. غریب‌آبادی گفت ایران از پنج سال فراتر نمی‌رود.",
  ],
];

const ABOUT_SOMETHING_ELSE: readonly Case[] = [
  [
    "en",
    "India, Pakistan talks open in Helsinki",
    "Indirect negotiations between India and Pakistan, hosted by Finland, opened on Monday.",
  ],
  [
    "en",
    "Gharibabadi in Ankara for talks on trade",
    "Iran's deputy foreign minister led a delegation to negotiations with Türkiye on trade. Washington did not comment.",
  ],
  [
    "ar",
    "عراقجي في أنقرة لبحث التجارة",
    "ترأس عراقجي الوفد الإيراني في مفاوضات مع تركيا حول التجارة. ولم تعلق واشنطن.",
  ],
  [
    "fa",
    "مذاکرات هند و پاکستان در هلسینکی",
    "مذاکرات غیرمستقیم هند و پاکستان به میزبانی فنلاند آغاز شد.",
  ],
  [
    "fa",
    "عراقچی در آنکارا درباره تجارت گفت‌وگو کرد",
    "عراقچی در رأس هیئت ایرانی در مذاکرات با ترکیه شرکت کرد. آمریکا اظهارنظری نکرد.",
  ],
  [
    "en",
    "US beat Iran 3-1 in friendly",
    "The United States defeated Iran in a football friendly in Doha on Saturday.",
  ],
  [
    "en",
    "Iranian-American novelist wins US book prize",
    "Iranian-American author Sara Naderi won the American prize for her second novel.",
  ],
  [
    "en",
    "US wrestlers face Iran in Ankara final",
    "The US wrestling team will face Iran at the tournament on Friday.",
  ],
  [
    "en",
    "Oil climbs as US-Iran tension rises",
    "Brent crude rose 2% a barrel after Washington threatened Tehran, traders said.",
  ],
  [
    "en",
    "Rial falls after US sanctions on Iran",
    "The rial lost 3% on Tehran's open market after Washington imposed sanctions.",
  ],
  [
    "en",
    "Iran and Russia hold talks on gas swap in Moscow",
    "Iranian and Russian ministers met in Moscow on a gas deal.",
  ],
  [
    "en",
    "Witkoff meets Putin in Moscow on Ukraine",
    "US envoy Steve Witkoff met Russian President Vladimir Putin for talks on Ukraine.",
  ],
  [
    "en",
    "Oman opens new airport terminal",
    "Oman's foreign minister Badr Albusaidi opened a terminal in Muscat.",
  ],
  [
    "en",
    "Israel and Lebanon hold talks under US mediation",
    "Israel and Lebanon began talks mediated by Washington.",
  ],
  ["en", "Iran's parliament debates budget", "Lawmakers in Tehran debated the budget on Sunday."],
  [
    "ar",
    "منتخب إيران يواجه الولايات المتحدة وديا",
    "يلتقي منتخب إيران لكرة القدم نظيره الأميركي في الدوحة السبت.",
  ],
  ["ar", "النفط يرتفع مع توتر إيران وأميركا", "ارتفعت أسعار النفط بعد تهديدات واشنطن لطهران."],
  [
    "ar",
    "محادثات بين موسكو وكييف بوساطة أميركية",
    "بدأت محادثات بين روسيا وأوكرانيا في إسطنبول بحضور ويتكوف.",
  ],
  ["ar", "إيران والصين توقعان اتفاقا تجاريا", "وقعت طهران وبكين اتفاقا في مجال النقل."],
  [
    "fa",
    "تیم ملی ایران برابر آمریکا به میدان می‌رود",
    "تیم ملی فوتبال ایران شنبه در دوحه با آمریکا بازی می‌کند.",
  ],
  [
    "fa",
    "افزایش نرخ دلار پس از تحریم آمریکا",
    "نرخ دلار در تهران پس از تحریم‌های تازه واشنگتن بالا رفت.",
  ],
  [
    "en",
    "Oil prices slide as US and Iran prepare for talks",
    "Brent crude fell 2% to $62 a barrel as traders weighed the prospect of talks between the United States and Iran.",
  ],
  ["en", "Iran beat US in friendly football match", "Both coaches praised the meeting in Doha."],
  [
    "en",
    "Iran and European powers hold talks in Geneva",
    "Iran's deputy foreign minister met diplomats from the E3 on Monday.",
  ],
  [
    "en",
    "Ukraine, Russia hold second day of talks in Abu Dhabi",
    "Witkoff and Kushner met the Russian and Ukrainian delegations.",
  ],
  ["en", "Araghchi meets Fidan in Ankara", "The two ministers spoke of trade and border security."],
  [
    "en",
    "Iran's parliament approves budget bill",
    "Lawmakers in Tehran approved the budget. Negotiations with the United States have been stalled since last month.",
  ],
  ["en", "Iran and US to meet in Istanbul on Friday", undefined, "russia-ukraine"],
  [
    "ar",
    "النفط يتراجع مع اقتراب المحادثات بين واشنطن وطهران",
    "تراجعت أسعار النفط مع ترقب المستثمرين محادثات بين الولايات المتحدة وإيران.",
  ],
  ["ar", "منتخب إيران يفوز على أمريكا في كأس العالم"],
  [
    "ar",
    "إيران والترويكا الأوروبية تعقدان محادثات في جنيف",
    "التقى دبلوماسيون من الترويكا الأوروبية نائب وزير الخارجية الإيراني.",
  ],
  [
    "ar",
    "محادثات روسيا وأوكرانيا في أبوظبي بمشاركة ويتكوف وكوشنر",
    "اجتمع المبعوثان الأميركيان مع الوفدين الروسي والأوكراني.",
  ],
  ["ar", "نتنياهو يلتقي ترامب لبحث ملف غزة"],
  ["fa", "قیمت نفت در آستانه مذاکرات ایران و آمریکا کاهش یافت"],
  ["fa", "پیروزی تیم ملی فوتبال ایران برابر آمریکا"],
  [
    "fa",
    "مذاکرات ایران و تروئیکای اروپایی در ژنو",
    "معاون وزیر خارجه ایران با دیپلمات‌های سه کشور اروپایی دیدار کرد.",
  ],
  ["fa", "دیدار عراقچی با فیدان در آنکارا", "دو وزیر درباره تجارت گفت‌وگو کردند."],
  ["fa", "ایران و آمریکا جمعه در استانبول دیدار می‌کنند", undefined, "russia-ukraine"],
];

const newsOf = ([lang, title, body, talks]: Case) => ({
  lang,
  title,
  ...(body === undefined ? {} : { body }),
  ...(talks === undefined ? {} : { talks }),
});

describe("relevance", () => {
  for (const news of [...ABOUT_THE_TALKS, ...ABOUT_TALKS_ELSEWHERE])
    it(`[${news[0]}] is about the talks: ${news[1]}`, () => {
      expect(extractFrom(newsOf(news)).relevant).toBe(true);
    });

  for (const news of ABOUT_SOMETHING_ELSE)
    it(`[${news[0]}] is about something else: ${news[1]}`, () => {
      expect(extractFrom(newsOf(news)).relevant).toBe(false);
    });
});
