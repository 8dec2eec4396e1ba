import { describe, expect, it } from "vitest";
import { loadDossier } from "../../../../src/config/load-dossier.ts";
import { loadLexicons } from "../../../../src/config/load-lexicon.ts";
import { loadPlaces } from "../../../../src/config/load-places.ts";
import { createReader } from "../../../../src/facts/read-article.ts";
import { isRelevant } from "../../../../src/facts/relevance/is-relevant.ts";
import { viewTalks } from "../../../../src/facts/relevance/talks-view.ts";
import { articleOf, type SmallTalks } from "../../../support/extract-news.ts";
import type { Language } from "../../../../src/lib/language.ts";

type Case = readonly [lang: Language, title: string, body: string, talks?: SmallTalks];

/** No sentence near the top brings the parties together. */
const OF_A_ROUND: readonly Case[] = [
  [
    "fa",
    "بقائی: روز دشواری بود",
    "سخنگوی دستگاه دیپلماسی در پایان مذاکرات آنکارا گفت: «خسته‌ایم.» بقائی به پرسشی دیگر پاسخ نداد. این گفت‌وگوها میان ایران و آمریکا سه‌شنبه با حضور ترکیه انجام شد.",
  ],
  [
    "ar",
    "بقائي: كان يوماً صعباً",
    'قال المتحدث باسم الخارجية بعد انتهاء محادثات أنقرة: "نحن متعبون". وأضاف بقائي: "سنعود إلى العاصمة". وعُقدت المحادثات غير المباشرة بين إيران والولايات المتحدة الثلاثاء.',
  ],
  [
    "en",
    "Baghaei: “It was a hard day”",
    "The spokesman spoke after the end of the Ankara talks. “We are tired,” he said. He took no more questions. The talks between Iran and the United States were held on Tuesday.",
  ],
  [
    "fa",
    "مذاکرات آنکارا به ایستگاه آخر رسید؛ کارشناسان جمعه در وین",
    "مذاکرات ایران و آمریکا سه‌شنبه شب پایان یافت. این دور نه ساعت طول کشید. تیم‌ها در دو اتاق جداگانه نشستند. او گفت فضا آرام بود. خبرنگاران تا نیمه‌شب منتظر ماندند. چراغ‌های ساختمان خاموش شد. راننده‌ها خودروها را روشن کردند. هیچ متنی خوانده نشد. هوا سرد بود.",
  ],
  [
    "en",
    "A long night in Ankara",
    "Nobody slept much at the Ankara talks. “The coffee was good,” said Esmail Baghaei at dawn. The American negotiators left by a side door; Steve Witkoff waved. The third session had ended at four, without a date for the next.",
  ],
  [
    "en",
    "Opinion: the price of a compromise",
    "Patience is not a policy, and Trump has little of it. For years each side waited for the other to blink. The Muscat meeting opened a door. Behind it stood the old questions of centrifuges and trust. In Rome the negotiators spoke of inspectors first, “not slogans”, as Araghchi put it. Nobody should expect miracles. The next round may tell.",
  ],
  [
    "en",
    "“We are not there yet”",
    "The two delegations left the hotel in Geneva shortly before midnight. Araghchi told reporters this round had been the longest so far. The teams had exchanged papers. Witkoff said nothing on his way to the airport. The third session ended without a date.",
  ],
  [
    "en",
    "“Closer than we were”: talks break up in Geneva",
    "The American team flew home on Thursday night after six hours at the Omani residence. The Iranian delegation stayed for a late dinner. No date has been set for another session. Both sides said they would consult their capitals.",
  ],
  [
    "en",
    "The men in the corridor",
    "Six men in dark suits waited all afternoon outside a villa in Muscat. Inside, the Iranian negotiators had spread their maps. Upstairs sat the American delegation. Badr Albusaidi walked the stairs eleven times. At nine the round was over.",
  ],
  [
    "en",
    "Analysis: What the Muscat round leaves open",
    "The round ended on Tuesday with smiles. But the hardest questions were put off. Enrichment is the first. Sanctions relief comes next. Tehran wants guarantees. Washington wants inspectors. The teams will have to choose. He who waits loses. Time is short. Nobody knows.",
  ],
  [
    "en",
    "Live: delegations leave Vienna",
    "The two delegations have left the building. Gharibabadi smiled but did not speak. Kushner was seen in a car. This round is over, an Omani official said.",
  ],
  [
    "ar",
    '"لم نصل بعد"',
    "غادر الوفدان الفندق في جنيف قبيل منتصف الليل. وقال عراقجي للصحفيين إن هذه الجولة كانت الأطول. تبادل الفريقان أوراقاً. ولم يدلِ ويتكوف بأي تصريح. وانتهت الجلسة الثالثة من دون موعد.",
  ],
  [
    "ar",
    "رجال الممر",
    "انتظر ستة رجال طوال النهار أمام فيلا في مسقط. في الداخل كان المفاوضون الإيرانيون يفردون خرائطهم. وفي الطابق العلوي جلس الوفد الأميركي. صعد البوسعيدي السلالم إحدى عشرة مرة. وعند التاسعة انتهت الجولة.",
  ],
  [
    "ar",
    "رأي: ثمن التسوية",
    "الصبر ليس سياسة، وترامب لا يملك منه كثيراً. فتح لقاء مسقط باباً. وخلفه الأسئلة القديمة. في روما تحدث المفاوضون عن المفتشين أولاً، كما قال عراقجي. قد تجيب الجولة المقبلة.",
  ],
  [
    "fa",
    "«هنوز نرسیده‌ایم»",
    "دو هیئت اندکی پیش از نیمه‌شب هتل را در ژنو ترک کردند. عراقچی به خبرنگاران گفت این دور طولانی‌ترین بود. تیم‌ها متن‌هایی رد و بدل کردند. ویتکاف حرفی نزد. نشست سوم بدون تعیین زمان پایان یافت.",
  ],
  [
    "fa",
    "مردان راهرو",
    "شش مرد تمام بعدازظهر مقابل ویلایی در مسقط منتظر ماندند. در داخل مذاکره‌کنندگان ایرانی نقشه‌ها را پهن کرده بودند. در طبقه بالا تیم آمریکایی نشسته بود. بوسعیدی یازده بار از پله‌ها بالا رفت. ساعت نه دور به پایان رسید.",
  ],
  [
    "fa",
    "یادداشت: بهای سازش",
    "صبر سیاست نیست و ترامپ چندان از آن ندارد. دیدار مسقط دری گشود. پشت آن پرسش‌های کهنه ایستاده‌اند. در رم مذاکره‌کنندگان نخست از بازرسان گفتند، چنان‌که عراقچی گفت. شاید دور بعدی پاسخ دهد.",
  ],
  [
    "fa",
    "پایان نشست مسقط؛ «روزی بلند»",
    "دور سوم مسقط شامگاه سه‌شنبه پایان یافت. میانجی گفت فضا آرام بود. بیانیه‌ای صادر نشد. خودروها یکی‌یکی رفتند. بقائی گفت تیم‌ها برای رایزنی به پایتخت‌ها بازمی‌گردند. هیئت آمریکایی نخستین گروهی بود که رفت. خبرنگاران ماندند. چراغ‌ها خاموش شد. سکوت بود.",
  ],
  [
    "ar",
    '"كان يوماً صعباً"',
    "غادر الوفد الأوكراني القصر في أبوظبي بعد منتصف الليل. وكان المفاوضون الروس قد سبقوه بساعة. انتهت الجلسة الثالثة من دون موعد.",
    "russia-ukraine",
  ],
  [
    "fa",
    "«روز سختی بود»",
    "هیئت اوکراینی پس از نیمه‌شب کاخ را در ابوظبی ترک کرد. مذاکره‌کنندگان روس یک ساعت پیش‌تر رفته بودند. نشست سوم بدون تعیین زمان بعدی پایان یافت.",
    "russia-ukraine",
  ],
  [
    "en",
    "“No one slammed a door”",
    "Reporters stood in the rain outside the embassy in Rome. Araghchi came out first and said the session had been serious. Half an hour later Vance walked to his car. The sides have not agreed on when to meet again.",
  ],
  [
    "en",
    "Round three, no fireworks",
    "The Iranian side came with a paper. The US side came with questions. By evening the negotiators in Geneva had agreed only to talk again. Araghchi left for home.",
  ],
  [
    "en",
    "Editorial: Don't waste Muscat",
    "Diplomacy is slow. The Muscat round proved it again. Khamenei's men want time; Trump wants a photograph. Witkoff left Muscat with a smile and nothing else. The next session in Rome must do better.",
  ],
  [
    "ar",
    "ما حمله الوسيط",
    "أمضى البوسعيدي الثلاثاء بين غرفتين في مسقط. في الأولى الدبلوماسيون الإيرانيون. وفي الثانية الأميركيون يتقدمهم ويتكوف. اختتمت الجولة بعيد الثامنة. وتُنتظر رابعة.",
  ],
  [
    "ar",
    "افتتاحية: لا تضيعوا مسقط",
    "الدبلوماسية بطيئة. وقد أثبتت جولة مسقط ذلك. رجال خامنئي يريدون الوقت، وترامب يريد صورة. غادر ويتكوف مسقط مبتسماً. وعلى الجلسة المقبلة في روما أن تنجح.",
  ],
  [
    "fa",
    "آنچه میانجی برد",
    "بوسعیدی سه‌شنبه را میان دو اتاق در مسقط گذراند. در یکی دیپلمات‌های ایرانی نشسته بودند. در دیگری آمریکایی‌ها به سرپرستی ویتکاف. این دور اندکی پس از هشت پایان یافت. دور چهارم در راه است.",
  ],
  [
    "fa",
    "سرمقاله: مسقط را هدر ندهید",
    "دیپلماسی کند است. دور مسقط این را نشان داد. مردان خامنه‌ای زمان می‌خواهند و ترامپ عکس. ویتکاف با لبخند مسقط را ترک کرد. نشست بعدی در رم باید بهتر باشد.",
  ],
  [
    "fa",
    "پایان دور استانبول",
    "هیئت روسیه جمعه شب استانبول را ترک کرد. مدینسکی گفت این دور جدی بود. مذاکره‌کنندگان اوکراینی ماندند.",
    "russia-ukraine",
  ],
  [
    "en",
    "Adjourned",
    "The negotiators rose from the table in Vienna at ten. Witkoff and his aides left first. The Iranians followed. The talks are to continue after Nowruz.",
  ],
  [
    "en",
    "Two rooms, one corridor",
    "In Muscat the envoys never saw each other. Araghchi's notes were carried across by Omani aides. Witkoff's answers came back in an hour. By sunset the session was over.",
  ],
  [
    "ar",
    "رُفعت الجلسة",
    "نهض المفاوضون من الطاولة في فيينا عند العاشرة. غادر ويتكوف ومساعدوه أولاً. ولحق بهم الإيرانيون. وتُستأنف المحادثات بعد العيد.",
  ],
];

/** The same words of other meetings, of other envoys, or of what the talks only occasion. */
const OF_SOMETHING_ELSE: readonly Case[] = [
  [
    "en",
    "Geneva hotels full",
    "Hoteliers in Geneva say rooms are gone. The American delegation took two floors of one hotel. The Iranian delegation sleeps across the lake. Room rates doubled. Waiters work double shifts. The talks are good for business, one manager said.",
  ],
  [
    "en",
    "Oil slips as Geneva round ends",
    "Brent fell 2 percent after the end of the Geneva talks. Iranian negotiators called the round useful. The American team left without comment. Analysts see more supply. Traders await stockpile data.",
  ],
  [
    "en",
    "Iran and America meet again on the pitch",
    "The Iranian team trained in Geneva on Monday. The American team arrived late. The two sides meet on Tuesday in the third round of the cup. The coach promised goals.",
  ],
  [
    "en",
    "Witkoff in Geneva",
    "The American delegation met Ukrainian negotiators in Geneva on Sunday. Steve Witkoff called the round productive. Umerov said the two sides made progress. Next week he will turn to Iran.",
  ],
  [
    "en",
    "Araghchi in Geneva",
    "Araghchi met the E3 ministers in Geneva on Friday. The Iranian delegation and European negotiators met for four hours. The session ended without a date for the next. Washington was not present.",
  ],
  [
    "en",
    "Congress row over Iran envoy",
    "Senators questioned Witkoff over his expenses on Tuesday. He had rented a jet. Democrats demanded records. A vote is due in May. He has also dealt with Iran.",
  ],
  [
    "en",
    "Looking back: the night of Vienna 2015",
    "Ten years ago Zarif and Kerry stood on a balcony. The American team had slept four hours. The Iranian delegation ordered tea. The round lasted eighteen days. It is a museum now.",
  ],
  [
    "en",
    "A film about negotiators opens in Rome",
    "The film follows an American negotiator and an Iranian negotiator in a Geneva hotel. The two delegations never speak. The third act has a round of shouting. Critics loved it.",
  ],
  [
    "en",
    "Iranian-American doctors meet in Dubai",
    "American and Iranian doctors met for the second session of a congress. The American team presented a vaccine. The Iranian delegation brought data. The next meeting is in Rome.",
  ],
  [
    "en",
    "Witkoff to see Serbia's president",
    "Steve Witkoff, who led last week's talks with Iran in Geneva, will meet Serbia's president on Friday. They will discuss trade.",
  ],
  [
    "ar",
    "النفط يتراجع بعد انتهاء جولة جنيف",
    "تراجع خام برنت بعد انتهاء محادثات جنيف. وصف المفاوضون الإيرانيون الجولة بالمفيدة. غادر الفريق الأميركي من دون تعليق. ويترقب المتداولون بيانات المخزون.",
  ],
  [
    "ar",
    "ويتكوف في جنيف",
    "التقى الوفد الأميركي المفاوضين الأوكرانيين في جنيف. وصف ويتكوف الجولة بالمثمرة. وقال إن الطرفين أحرزا تقدماً. وسيتفرغ لإيران الأسبوع المقبل.",
  ],
  [
    "ar",
    "الهند وباكستان في مسقط",
    "اجتمع الوفد الهندي والوفد الباكستاني في مسقط. وسيعقد الطرفان جولة أخرى. ورحبت إيران والولايات المتحدة بالخطوة.",
  ],
  [
    "ar",
    "يزور وزير الخارجية الإيراني طوكيو الجمعة",
    "يزور وزير الخارجية الإيراني طوكيو الجمعة لإجراء محادثات حول الأموال المجمدة. ولا صلة للزيارة بالمفاوضات مع واشنطن.",
  ],
  [
    "fa",
    "نفت پس از پایان دور ژنو ارزان شد",
    "نفت برنت پس از پایان مذاکرات ژنو ۲ درصد افت کرد. مذاکره‌کنندگان ایرانی دور را مفید خواندند. تیم آمریکایی بی‌سخن رفت. معامله‌گران منتظر آمارند.",
  ],
  [
    "fa",
    "ویتکاف در ژنو",
    "هیئت آمریکایی با مذاکره‌کنندگان اوکراینی در ژنو دیدار کرد. ویتکاف این دور را سازنده خواند. دو طرف هفته بعد دیدار می‌کنند. او سپس به ایران می‌پردازد.",
  ],
  [
    "fa",
    "مرور تاریخ: شب‌های وین",
    "ده سال پیش ظریف و کری بر بالکن ایستادند. تیم آمریکایی چهار ساعت خوابیده بود. هیئت ایرانی چای سفارش داد. آن دور هجده روز طول کشید.",
  ],
  [
    "fa",
    "فیلمی درباره مذاکره‌کنندگان",
    "فیلم داستان مذاکره‌کننده آمریکایی و مذاکره‌کننده ایرانی در هتلی در ژنو است. دو هیئت با هم حرف نمی‌زنند. دور سوم با فریاد پایان می‌یابد.",
  ],
  [
    "en",
    "Vienna bids farewell to Russian and Ukrainian athletes",
    "The Russian team and the Ukrainian team left the village. The two delegations shared a bus. The third round of the cup is in May.",
    "russia-ukraine",
  ],
  [
    "en",
    "Prisoner swap between Iran and France",
    "French negotiators and the Iranian delegation met in Muscat. The round ended with a handshake. Albusaidi thanked the teams. Trump called it good.",
  ],
  [
    "en",
    "Trade: US and Qatar sign in Doha",
    "The American delegation signed a trade accord with Qatar after a second round in Doha. Iran's ambassador attended the dinner. Witkoff spoke.",
  ],
  [
    "en",
    "Tehran and Ankara end trade round",
    "Iran and Turkey ended a round of trade talks in Ankara. The Iranian delegation signed two papers. The Turkish team will travel in May. US sanctions remain a hurdle.",
  ],
  [
    "en",
    "Iran, Russia hold second round in Doha",
    "The Iranian delegation and the Russian team met in Doha. The round ended without a date. The American embassy declined to comment.",
  ],
  [
    "en",
    "Vance meets Meloni in Rome",
    "Vance and the American delegation met Italy's prime minister in Rome. The session ended with a pledge on trade. Iran's ambassador to Rome was a guest at the dinner.",
  ],
  [
    "en",
    "Iran and US wrestlers embrace in Muscat",
    "The American team and the Iranian team met in the final round in Muscat. The session ended with hugs. Next they travel to Rome.",
  ],
  [
    "en",
    "OPEC+ delegates meet in Vienna",
    "The Iranian delegation arrived in Vienna. The next round on quotas is Sunday. American officials watch prices.",
  ],
  [
    "en",
    "Tehran stock exchange jumps",
    "Shares rose after the Muscat round ended. The Iranian negotiators were upbeat. The American team left quietly. Volume doubled.",
  ],
  [
    "ar",
    "محادثات المناخ في جنيف",
    "غادر الوفد الأميركي مؤتمر المناخ في جنيف. وامتنع الوفد الإيراني. وانتهت الجولة من دون اتفاق حول البلاستيك.",
  ],
  [
    "ar",
    "البورصة في طهران ترتفع",
    "ارتفعت الأسهم بعد انتهاء جولة مسقط. وكان المفاوضون الإيرانيون متفائلين. وغادر الفريق الأميركي بهدوء.",
  ],
  [
    "ar",
    "نهائي المصارعة في مسقط",
    "التقى الفريق الأميركي والفريق الإيراني في الجولة الأخيرة في مسقط. انتهت الجلسة بالعناق.",
  ],
  [
    "fa",
    "دور تجاری تهران و آنکارا",
    "ایران و ترکیه دور مذاکرات تجاری را در آنکارا پایان دادند. هیئت ایرانی دو سند امضا کرد. تحریم‌های آمریکا مانع است.",
  ],
  [
    "fa",
    "بورس تهران جهید",
    "سهام پس از پایان دور مسقط بالا رفت. مذاکره‌کنندگان ایرانی خوش‌بین بودند. تیم آمریکایی بی‌صدا رفت.",
  ],
  [
    "fa",
    "کشتی: آمریکا و ایران در فینال مسقط",
    "تیم آمریکایی و تیم ایرانی در دور پایانی در مسقط دیدار کردند. پایان کار با آغوش بود.",
  ],
  [
    "fa",
    "جلسه مجلس بی‌نتیجه ماند",
    "نمایندگان درباره قیمت‌ها بحث کردند. عراقچی در صحن بود. جلسه بدون رأی پایان یافت. یکی گفت ترامپ را نباید جدی گرفت.",
  ],
  [
    "en",
    "Ukraine and Poland end grain round",
    "The Ukrainian delegation and Polish negotiators ended their third round. The session ended without a date. Moscow mocked them.",
    "russia-ukraine",
  ],
  [
    "en",
    "Araghchi flies to Muscat for regional forum",
    "Araghchi joined ministers from six states in Muscat. The session on shipping ended without a statement. The two sides with Kuwait signed a memo. Trump's tariffs came up.",
  ],
  [
    "en",
    "Hostage talks resume in Doha",
    "The Israeli delegation and Hamas negotiators resumed talks in Doha. Witkoff joined the round. Iran denounced it.",
  ],
  [
    "ar",
    "استئناف محادثات الرهائن في الدوحة",
    "استأنف الوفد الإسرائيلي ومفاوضو حماس المحادثات في الدوحة. وانضم ويتكوف إلى الجولة. ونددت إيران.",
  ],
  [
    "ar",
    "فيلا في مسقط للبيع",
    "عُرضت فيلا في مسقط للبيع. نزل فيها ويتكوف وعراقجي مرة. السعر مليونان. والعقارات في ارتفاع.",
  ],
  [
    "fa",
    "روزنوشت تهران",
    "مترو دیر کرد. ترامپ روی همه صفحه‌ها بود. عراقچی خسته به نظر می‌رسید. جلسه مجلس زود پایان یافت.",
  ],
  [
    "en",
    "Peskov and Zelenskyy trade barbs",
    "Peskov mocked the speech. Zelenskyy answered within an hour. The parliament session in Kyiv ended late.",
    "russia-ukraine",
  ],
];

const places = loadPlaces("seeds/places.yaml");
const lexicons = loadLexicons("seeds/lexicon", ["talks"]);
const readerOf = (talks: SmallTalks) =>
  createReader(loadDossier(`seeds/talks/${talks}.yaml`), places, lexicons);
const readers = {
  "iran-us": readerOf("iran-us"),
  "russia-ukraine": readerOf("russia-ukraine"),
};

const isTaken = ([lang, title, body, talks = "iran-us"]: Case): boolean => {
  const reader = readers[talks];
  return isRelevant(viewTalks(reader.read(articleOf({ lang, title, body })), reader.dossier));
};

describe("an article that tells of a round as a whole", () => {
  for (const news of OF_A_ROUND)
    it(`[${news[0]}] is about the talks: ${news[1]}`, () => {
      expect(isTaken(news)).toBe(true);
    });

  for (const news of OF_SOMETHING_ELSE)
    it(`[${news[0]}] is about something else: ${news[1]}`, () => {
      expect(isTaken(news)).toBe(false);
    });
});
