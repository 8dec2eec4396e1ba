import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { extractFrom, type SmallTalks } from "../../../support/extract-news.ts";

type Case = readonly [
  lang: Language,
  news: string,
  delegations: readonly string[],
  talks?: SmallTalks,
];

/** Title and body stand on both sides of "//"; an asterisk marks the head. */
const CASES: readonly Case[] = [
  [
    "en",
    "Iran's delegation, led by parliament speaker Reza Karimi, arrives in Islamabad for talks with US // The American team is headed by Steve Witkoff and includes Jared Kushner.",
    ["IRN: Reza Karimi*", "USA: Steve Witkoff*, Jared Kushner"],
  ],
  [
    "en",
    "US, Iran to talk in Geneva // Witkoff will lead the American side and Araghchi the Iranian one.",
    ["USA: Steve Witkoff*", "IRN: Abbas Araghchi*"],
  ],
  [
    "en",
    "US, Iran to talk in Geneva // Steve Witkoff and Jared Kushner will represent the United States at the talks with Iran.",
    ["USA: Steve Witkoff, Jared Kushner"],
  ],
  [
    "en",
    "Iran and US resume talks // Araghchi heads the Iranian delegation, accompanied by Majid Takht-Ravanchi.",
    ["IRN: Abbas Araghchi*, Majid Takht-Ravanchi"],
  ],
  ["en", "White House: talks with Iran will go ahead // Leavitt said the talks were on track.", []],
  ["en", "Omani minister Albusaidi says US-Iran talks were serious", []],
  [
    "en",
    "Russia, Ukraine meet in Abu Dhabi // Rustem Umerov heads the Ukrainian delegation. The Russian team is led by Igor Kostyukov.",
    ["UKR: Rustem Umerov*", "RUS: Igor Kostyukov*"],
    "russia-ukraine",
  ],
  [
    "ar",
    "محادثات بين إيران وأمريكا في جنيف // وسيمثل الولايات المتحدة في هذه المحادثات كل من ستيف ويتكوف وجاريد كوشنر. ويترأس عباس عراقجي الوفد الإيراني.",
    ["USA: Steve Witkoff, Jared Kushner", "IRN: Abbas Araghchi*"],
  ],
  [
    "ar",
    "وفد إيراني برئاسة رئيس البرلمان محمد باقر قاليباف يصل إلى جنيف لإجراء محادثات مع أمريكا",
    ["IRN: محمد باقر قاليباف*"],
  ],
  [
    "ar",
    "محادثات بين إيران وأمريكا في جنيف // ويرأس الوفد الأمريكي ستيف ويتكوف ويضم جاريد كوشنر.",
    ["USA: Steve Witkoff*, Jared Kushner"],
  ],
  ["ar", "ليفيت: المحادثات مع إيران قائمة // وقالت ليفيت إن المحادثات ستمضي قدما.", []],
  [
    "ar",
    "محادثات بين روسيا وأوكرانيا في أبوظبي // ويترأس رستم عمروف الوفد الأوكراني.",
    ["UKR: Rustem Umerov*"],
    "russia-ukraine",
  ],
  [
    "fa",
    "هیئت ایرانی به ریاست عباس عراقچی برای مذاکره با آمریکا وارد ژنو شد // استیو ویتکاف و جرد کوشنر نمایندگی طرف آمریکایی را بر عهده دارند.",
    ["IRN: Abbas Araghchi*", "USA: Steve Witkoff, Jared Kushner"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // ریاست هیئت آمریکایی را استیو ویتکاف بر عهده دارد.",
    ["USA: Steve Witkoff*"],
  ],
  [
    "fa",
    "هیئت ایرانی به ریاست رئیس مجلس رضا کریمی برای مذاکره با آمریکا وارد اسلام‌آباد شد",
    ["IRN: رضا کریمی*"],
  ],
  ["fa", "لویت: مذاکرات با ایران طبق برنامه است // لویت گفت مذاکرات برگزار می‌شود.", []],
  [
    "fa",
    "روسیه و اوکراین در ابوظبی مذاکره می‌کنند // رستم عمروف ریاست هیئت اوکراین را بر عهده دارد.",
    ["UKR: Rustem Umerov*"],
    "russia-ukraine",
  ],
];

/** People whom no dossier knows, in the ways news places them at a table. */
const STRANGERS: readonly Case[] = [
  [
    "en",
    "US, Iran to meet in Geneva // Paula Stern, a former secretary of state, will lead the US delegation at talks with Iran in Geneva.",
    ["USA: Paula Stern*"],
  ],
  [
    "en",
    "US, Iran to meet in Ankara // Paula Stern, once a deputy secretary of state, heads the American team at the Ankara talks with Iran.",
    ["USA: Paula Stern*"],
  ],
  [
    "en",
    "Talks between US and Iran go on // The head of the American delegation, Paula Stern, was blunter. Her Iranian counterpart, Reza Kamali, smiled.",
    ["USA: Paula Stern*", "IRN: Reza Kamali*"],
  ],
  [
    "en",
    "Iran and US pause talks // Deputy minister Reza Kamali arrived on Monday. “We can wait,” said Kamali, who heads the Iranian delegation.",
    ["IRN: Reza Kamali*"],
  ],
  [
    "en",
    "US and Iran to resume talks // Iran has said that Reza Kamali, a deputy minister, will head its team.",
    ["IRN: Reza Kamali*"],
  ],
  [
    "en",
    "US and Iran to resume talks // Paula Stern will lead the US delegation. Jared Kushner will go with her.",
    ["USA: Paula Stern*, Jared Kushner"],
  ],
  [
    "en",
    "US and Iran to resume talks // The US team will be led by John Harper and include Jared Kushner.",
    ["USA: John Harper*, Jared Kushner"],
  ],
  [
    "en",
    "Iran names new negotiator // Hossein Mousavi-Rad replaces Abbas Araghchi as head of the Iranian delegation to the talks with the United States.",
    ["IRN: Hossein Mousavi-Rad*"],
  ],
  [
    "en",
    "Iran names new negotiator // Abbas Araghchi has been replaced by Hossein Mousavi-Rad as head of Iran's negotiating team.",
    ["IRN: Hossein Mousavi-Rad*"],
  ],
  [
    "en",
    "Washington appoints new envoy // The White House named Carla Benitez as its chief negotiator with Iran ahead of Friday's talks in Muscat.",
    ["USA: Carla Benitez*"],
  ],
  [
    "en",
    "Iran talks resume // The US team: Carla Benitez, Steve Witkoff and Adam Boehm.",
    ["USA: Carla Benitez, Steve Witkoff, Adam Boehm"],
  ],
  [
    "en",
    "US and Iran open talks in Rome // An Iranian delegation arrived in Rome early on Saturday. It is headed by Deputy Foreign Minister Ali Rahimi.",
    ["IRN: Ali Rahimi*"],
  ],
  [
    "en",
    "US and Iran open talks in Rome // The Iranian side, led by Ali Rahimi, met Omani officials before the session with the Americans.",
    ["IRN: Ali Rahimi*"],
  ],
  [
    "en",
    "US and Iran open talks in Rome // Oman's foreign minister, Badr Albusaidi, led the mediation team.",
    [],
  ],
  [
    "en",
    "Iran and US talks in doubt // Steve Witkoff will not lead the American delegation, the White House said.",
    [],
  ],
  [
    "en",
    "Iran and US talks in doubt // If Steve Witkoff leads the American delegation, Iran will stay away, an Iranian official said.",
    [],
  ],
  [
    "en",
    "Iran and US talks // In the previous round, John Harper led the American delegation. This time it is Carla Benitez who heads it.",
    ["USA: Carla Benitez*"],
  ],
  ["en", "Iran and US talks // The Qatari delegation was led by Khalid al-Marri.", []],
  [
    "en",
    "US-Iran talks // Representing Washington will be Steve Witkoff and Carla Benitez.",
    ["USA: Steve Witkoff, Carla Benitez"],
  ],
  [
    "en",
    "US-Iran talks // Leading the Iranian delegation is Ali Rahimi, a career diplomat.",
    ["IRN: Ali Rahimi*"],
  ],
  [
    "en",
    "US-Iran talks // Iran's chief negotiator, Ali Rahimi, told reporters the talks were useful.",
    ["IRN: Ali Rahimi*"],
  ],
  [
    "en",
    "US-Iran talks // US envoy Carla Benitez and Iran's deputy foreign minister, Ali Rahimi, met in Muscat on Friday.",
    ["USA: Carla Benitez", "IRN: Ali Rahimi"],
  ],
  [
    "en",
    "US-Iran talks // Ali Rahimi flew to Muscat on Thursday at the head of a 20-strong Iranian delegation.",
    ["IRN: Ali Rahimi*"],
  ],
  [
    "en",
    "US-Iran talks // Carla Benitez took over from Steve Witkoff as leader of the US team last week.",
    ["USA: Carla Benitez*"],
  ],
  [
    "en",
    "US-Iran talks // The American delegation will be headed by Ambassador Thomas O'Neill. He will be joined by Lt. Gen. Mary-Ann Fitzgerald and NSC director Omar Haddad.",
    ["USA: Thomas O'Neill*, Mary-Ann Fitzgerald, Omar Haddad"],
  ],
  [
    "en",
    "US-Iran talks // Iran's team will again be led by Araghchi, the ministry said; Witkoff heads the US side.",
    ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
  ],
  [
    "en",
    "US-Iran talks // Iranian nuclear chief Mohammad Eslami said the talks were going well.",
    [],
  ],
  [
    "en",
    "Russia, Ukraine to meet in Istanbul // Ukraine's delegation is led by Oleksii Tkachenko, with deputy chief of staff Iryna Vovk among its members.",
    ["UKR: Oleksii Tkachenko*, Iryna Vovk"],
    "russia-ukraine",
  ],
  [
    "en",
    "Russia, Ukraine to meet in Istanbul // Sergei Belyakov will head Moscow's team, Kremlin spokesman Dmitry Peskov said.",
    ["RUS: Sergei Belyakov*"],
    "russia-ukraine",
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // وقال رئيس الوفد الأميركي جون هاربر إن المحادثات مستمرة.",
    ["USA: جون هاربر*"],
  ],
  [
    "ar",
    'محادثات بين واشنطن وطهران في جنيف // وقالت رئيسة الوفد الأميركي إيما هارت قبل مغادرتها: "لا جديد".',
    ["USA: إيما هارت*"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // يرأس جون هاربر الوفد الأميركي إلى جنيف.",
    ["USA: جون هاربر*"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // وقالت رئيسة الوفد الأميركي إيما هارت إن الجلسة طويلة. أما نظيرها الإيراني رضا كمالي فقد غادر.",
    ["USA: إيما هارت*", "IRN: رضا كمالي*"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // عينت واشنطن جون هاربر رئيساً لوفدها إلى المحادثات مع إيران.",
    ["USA: جون هاربر*"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // ويترأس جون هاربر الوفد الأميركي، ويرافقه جاريد كوشنر.",
    ["USA: جون هاربر*, Jared Kushner"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // وصل الوفد الإيراني برئاسة رضا كمالي إلى جنيف مساء الأربعاء.",
    ["IRN: رضا كمالي*"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // الوفد الإيراني الذي يترأسه رضا كمالي غادر مقر إقامته.",
    ["IRN: رضا كمالي*"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // ومثّل الجانب الإيراني نائب وزير الخارجية رضا كمالي، فيما مثّل الجانب الأميركي المبعوث جون هاربر.",
    ["IRN: رضا كمالي*", "USA: جون هاربر*"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // وستقود نائبة وزير الخارجية الأميركي إيما هارت فريق بلادها في المحادثات.",
    ["USA: إيما هارت*"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // وحلّ رضا كمالي محل عباس عراقجي على رأس الوفد الإيراني.",
    ["IRN: رضا كمالي*"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // لن يترأس ستيف ويتكوف الوفد الأميركي، وفق البيت الأبيض.",
    [],
  ],
  ["ar", "محادثات بين واشنطن وطهران في جنيف // وترأس الوفد القطري محمد الخليفي.", []],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // وقال الوزير العماني بدر البوسعيدي إنه التقى رئيسي الوفدين.",
    [],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // ويتألف الوفد الأميركي من إيما هارت رئيسة، وجون هاربر، وستيف ويتكوف.",
    ["USA: إيما هارت*, جون هاربر, Steve Witkoff"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // وكان عراقجي قد ترأس الوفد الإيراني في الجولة السابقة.",
    [],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // واجتمع المبعوث الأميركي جون هاربر مع نائب وزير الخارجية الإيراني رضا كمالي في جنيف.",
    ["USA: جون هاربر", "IRN: رضا كمالي"],
  ],
  [
    "ar",
    "محادثات بين موسكو وكييف في إسطنبول // يترأس الوفد الروسي سيرغي بيلياكوف، فيما يقود أوليكسي تكاتشينكو الوفد الأوكراني.",
    ["RUS: سيرغي بيلياكوف*", "UKR: أوليكسي تكاتشينكو*"],
    "russia-ukraine",
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // ومن الجانب الأميركي حضرت إيما هارت وجون هاربر.",
    ["USA: إيما هارت, جون هاربر"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران في جنيف // كبير المفاوضين الأميركيين، جون هاربر، رفض التعليق.",
    ["USA: جون هاربر*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // رضا کمالی، معاون وزیر خارجه، به عنوان رئیس هیئت مذاکره‌کننده ایران معرفی شد.",
    ["IRN: رضا کمالی*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // رضا کمالی، معاون وزیر خارجه و رئیس هیئت مذاکره‌کننده ایران، به ایرنا گفت مذاکرات ادامه دارد.",
    ["IRN: رضا کمالی*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // ریاست هیئت ایرانی با رضا کمالی، معاون وزیر خارجه، خواهد بود.",
    ["IRN: رضا کمالی*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // هیئت آمریکایی به ریاست جان هارپر وارد ژنو شد.",
    ["USA: جان هارپر*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // جان هارپر، رئیس هیئت آمریکایی، این متن را «گام نخست» خواند.",
    ["USA: جان هارپر*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // رئیس هیئت آمریکایی، جان هارپر، نیز از نتیجه راضی بود.",
    ["USA: جان هارپر*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // جان هارپر ریاست هیئت آمریکا را بر عهده دارد و جرد کوشنر همراه او خواهد بود.",
    ["USA: جان هارپر*, Jared Kushner"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // از سوی دیگر مارکو روبیو تهران را متهم کرد که وقت‌کشی می‌کند.",
    [],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // از طرف دیگر سخنگوی کاخ سفید کارولین لویت گفت گزینه‌ها روی میز است.",
    [],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // اسماعیل بقائی که سخنگوی هیئت است، این نشست را «سخت» خواند.",
    [],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // ریاست هیئت ایران را رضا کمالی و ریاست هیئت آمریکا را جان هارپر بر عهده دارند.",
    ["IRN: رضا کمالی*", "USA: جان هارپر*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // مجید تخت‌روانچی، رضا کمالی و اسماعیل بقایی در هیئت ایرانی حضور دارند.",
    ["IRN: Majid Takht-Ravanchi, رضا کمالی, Esmail Baghaei"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // هیئت آمریکا متشکل از سوزان هارت، استیو ویتکاف و ژنرال تام ریس است.",
    ["USA: سوزان هارت, Steve Witkoff, تام ریس"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // رضا کمالی جایگزین عباس عراقچی در ریاست هیئت ایران شد.",
    ["IRN: رضا کمالی*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // استیو ویتکاف این بار ریاست هیئت آمریکا را بر عهده نخواهد داشت.",
    [],
  ],
  ["fa", "مذاکرات ایران و آمریکا در ژنو // هیئت قطری به ریاست محمد الخلیفی نیز در ژنو است.", []],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // سوزان هارت و جان هارپر به نمایندگی از آمریکا در این مذاکرات شرکت می‌کنند.",
    ["USA: سوزان هارت, جان هارپر"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // نمایندگی ایران را در این دور رضا کمالی بر عهده دارد.",
    ["IRN: رضا کمالی*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // رضا کمالی هدایت هیئت ایرانی را به عهده خواهد گرفت.",
    ["IRN: رضا کمالی*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // در این دور، سارا میچل از طرف آمریکا و رضا کمالی از طرف ایران با هم گفت‌وگو می‌کنند.",
    ["USA: سارا میچل", "IRN: رضا کمالی"],
  ],
  [
    "fa",
    "مذاکرات روسیه و اوکراین در استانبول // سرگئی بلیاکوف ریاست هیئت روسیه را بر عهده دارد و هیئت اوکراین را الکسی تکاچنکو هدایت می‌کند.",
    ["RUS: سرگئی بلیاکوف*", "UKR: الکسی تکاچنکو*"],
    "russia-ukraine",
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا در ژنو // رافائل گروسی، مدیرکل آژانس، با رئیس هیئت ایران دیدار کرد.",
    [],
  ],
  [
    "en",
    "US-Iran talks // The American group, under the leadership of Under Secretary Nora Blake, includes lawyer Samir Ghosh, Col. Peter Lund and two interpreters.",
    ["USA: Nora Blake*, Samir Ghosh, Peter Lund"],
  ],
  [
    "en",
    "US-Iran talks // Nora Blake, who is leading the US team, said the sides had made progress.",
    ["USA: Nora Blake*"],
  ],
  [
    "en",
    'US-Iran talks // "We are patient," Hamid Sadr, head of Iran\'s negotiating team, told reporters.',
    ["IRN: Hamid Sadr*"],
  ],
  [
    "en",
    "US-Iran talks // Accompanied by his deputies Reza Azari and Leila Moradi, Hamid Sadr landed in Geneva leading the Iranian delegation.",
    ["IRN: Reza Azari, Leila Moradi, Hamid Sadr*"],
  ],
  [
    "en",
    "US-Iran talks // State Department counselor Nora Blake has been named to lead the American delegation.",
    ["USA: Nora Blake*"],
  ],
  [
    "en",
    "US-Iran talks // The White House said Nora Blake would lead the US delegation, with Jared Kushner and Steve Witkoff also taking part.",
    ["USA: Nora Blake*, Jared Kushner, Steve Witkoff"],
  ],
  [
    "en",
    "US-Iran talks // Qatar's prime minister met the head of the Iranian delegation, Hamid Sadr, before the session.",
    ["IRN: Hamid Sadr*"],
  ],
  [
    "en",
    "US-Iran talks // Swiss ambassador Beat Meier, who leads the team of facilitators, carried messages between the sides.",
    [],
  ],
  ["en", "US-Iran talks // Nora Blake may lead the American delegation, a US official said.", []],
  ["en", "US-Iran talks // It is not clear whether Nora Blake will head the US team.", []],
  ["en", "US-Iran talks // In 2015 the American delegation was led by John Kerry.", []],
  [
    "en",
    "US-Iran talks // French negotiator Marc Dubois heads the European delegation, which is not taking part.",
    [],
  ],
  [
    "en",
    "US-Iran talks // Trump praised his team and its leader, Steve Witkoff.",
    ["USA: Steve Witkoff*"],
  ],
  [
    "en",
    "US-Iran talks // Iran's delegation is headed by Hamid Sadr, while the American one is led by Nora Blake.",
    ["IRN: Hamid Sadr*", "USA: Nora Blake*"],
  ],
  [
    "en",
    "US-Iran talks // Members of the US delegation include Nora Blake and Samir Ghosh.",
    ["USA: Nora Blake, Samir Ghosh"],
  ],
  [
    "en",
    "US-Iran talks // Steve Witkoff sat opposite Hamid Sadr, Iran's deputy foreign minister, for three hours.",
    ["USA: Steve Witkoff", "IRN: Hamid Sadr"],
  ],
  [
    "en",
    "Russia-Ukraine talks // Kyiv's delegation will be headed by Olha Danyliuk, who replaces Rustem Umerov. Moscow is represented by Pavel Sorokin.",
    ["UKR: Olha Danyliuk*", "RUS: Pavel Sorokin*"],
    "russia-ukraine",
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران // ترأست وكيلة وزارة الخارجية الأميركية نورا بليك وفد بلادها، وضم الوفد المحامي سمير غوش والعقيد بيتر لوند.",
    ["USA: نورا بليك*, سمير غوش, بيتر لوند"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران // وأوضحت نورا بليك، التي تقود الفريق الأميركي، أن الجانبين أحرزا تقدما.",
    ["USA: نورا بليك*"],
  ],
  [
    "ar",
    'محادثات بين واشنطن وطهران // وقال حميد صدر، رئيس فريق التفاوض الإيراني، للصحفيين: "نحن صبورون".',
    ["IRN: حميد صدر*"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران // ومن المقرر أن تتولى نورا بليك رئاسة الوفد الأميركي بدلا من ستيف ويتكوف.",
    ["USA: نورا بليك*"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران // واختارت طهران حميد صدر لقيادة وفدها إلى المحادثات.",
    ["IRN: حميد صدر*"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران // ويشارك في المحادثات عن الجانب الإيراني حميد صدر ورضا آذري.",
    ["IRN: حميد صدر, رضا آذري"],
  ],
  ["ar", "محادثات بين واشنطن وطهران // وتردد أن نورا بليك قد تترأس الوفد الأميركي.", []],
  ["ar", "محادثات بين واشنطن وطهران // وفي عام 2015 ترأس الوفد الأميركي جون كيري.", []],
  [
    "ar",
    "محادثات بين واشنطن وطهران // وقال رئيس وفد صندوق النقد الدولي إلى القاهرة محمد سليم إن المباحثات مثمرة.",
    [],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران // ووصل وفد إيراني يقوده حميد صدر ويضم رضا آذري وليلى مرادي إلى جنيف.",
    ["IRN: حميد صدر*, رضا آذري, ليلى مرادي"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران // ويرأس الوفد الإيراني حميد صدر، أما الوفد الأميركي فترأسه نورا بليك.",
    ["USA: نورا بليك*", "IRN: حميد صدر*"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران // الوفد الأميركي: نورا بليك، سمير غوش، ستيف ويتكوف.",
    ["USA: نورا بليك, سمير غوش, Steve Witkoff"],
  ],
  [
    "ar",
    "محادثات بين واشنطن وطهران // ودعا وفد من رجال الأعمال برئاسة سالم الحربي إلى رفع العقوبات عن إيران.",
    [],
  ],
  [
    "ar",
    "محادثات بين موسكو وكييف // ويقود الوفد الروسي بافل سوروكين خلفا لفلاديمير ميدينسكي، بينما تمثل أولغا دانيليوك الجانب الأوكراني.",
    ["RUS: بافل سوروكين*", "UKR: أولغا دانيليوك*"],
    "russia-ukraine",
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا // نورا بلیک، معاون وزیر خارجه آمریکا، ریاست هیئت آمریکایی را بر عهده خواهد داشت و سمیر گوش و سرهنگ پیتر لوند او را همراهی می‌کنند.",
    ["USA: نورا بلیک*, سمیر گوش, پیتر لوند"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا // نورا بلیک که هدایت تیم آمریکا را بر عهده دارد گفت دو طرف پیشرفت کرده‌اند.",
    ["USA: نورا بلیک*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا // حمید صدر، رئیس تیم مذاکره‌کننده ایران، به خبرنگاران گفت: «ما صبوریم.»",
    ["IRN: حمید صدر*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا // قرار است نورا بلیک به جای استیو ویتکاف ریاست هیئت آمریکا را بر عهده بگیرد.",
    ["USA: نورا بلیک*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا // تهران حمید صدر را به سرپرستی هیئت خود برگزید.",
    ["IRN: حمید صدر*"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا // در این دور حمید صدر و رضا آذری از طرف ایران حضور دارند.",
    ["IRN: حمید صدر, رضا آذری"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا // نخست‌وزیر قطر با رئیس هیئت ایرانی، حمید صدر، دیدار کرد.",
    ["IRN: حمید صدر*"],
  ],
  ["fa", "مذاکرات ایران و آمریکا // ممکن است نورا بلیک ریاست هیئت آمریکا را بر عهده بگیرد.", []],
  ["fa", "مذاکرات ایران و آمریکا // در سال ۲۰۱۵ ریاست هیئت آمریکا را جان کری بر عهده داشت.", []],
  [
    "fa",
    "مذاکرات ایران و آمریکا // اعضای هیئت آمریکا نورا بلیک، سمیر گوش و استیو ویتکاف هستند.",
    ["USA: نورا بلیک, سمیر گوش, Steve Witkoff"],
  ],
  [
    "fa",
    "مذاکرات ایران و آمریکا // در رأس هیئت ایران حمید صدر و در رأس هیئت آمریکا نورا بلیک قرار دارند.",
    ["IRN: حمید صدر*", "USA: نورا بلیک*"],
  ],
  [
    "fa",
    "مذاکرات روسیه و اوکراین // پاول سوروکین جانشین ولادیمیر مدینسکی در ریاست هیئت روسیه شد و اولها دانیلیوک رئیس هیئت اوکراین است.",
    ["UKR: اولها دانیلیوک*", "RUS: پاول سوروکین*"],
    "russia-ukraine",
  ],
];

const told = ([lang, news, , talks = "iran-us"]: Case) => {
  const [title = "", body] = news.split(" // ");
  const { delegations } = extractFrom({ talks, lang, title, ...(body ? { body } : {}) });
  return delegations.map(
    ({ party, members }) =>
      `${party}: ${members.map(({ person, head }) => person + (head ? "*" : "")).join(", ")}`,
  );
};

describe("delegations", () => {
  for (const news of [...CASES, ...STRANGERS])
    it(`[${news[0]}] ${news[1]}`, () => {
      expect(told(news)).toEqual(news[2]);
    });
});
