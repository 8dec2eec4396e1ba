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
const CASES: Readonly<Record<string, readonly Case[]>> = {
  "words that name nobody": [
    [
      "ar",
      "محادثات بين إيران وأمريكا // يضم الوفد الأمريكي الذي ورد ذكره ستيف ويتكوف وجاريد كوشنر.",
      ["USA: Steve Witkoff, Jared Kushner"],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // يقود الجيش الأمريكي الحشد الذي أعد له في المنطقة قبل المحادثات مع إيران.",
      [],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // يمثل الحشد الأمريكي الذي تحدث عنه الفريق الأمريكي ورقة ضغط قبل المفاوضات المزمع إجراؤها مع إيران.",
      [],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // يرافق الوفد الإيراني المشاركين فيه خبراء تقنيون سافروا معه إلى مسقط للمحادثات.",
      [],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // ويقود الوفد الإيراني الذي وصل إليها نائب الوزير وفقا لما نقلته الوكالة.",
      [],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // ويضم الوفد الأمريكي بحسب ما أعلنته واشنطن خبراء كلفهم البيت الأبيض بمتابعة الملف.",
      [],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // هیئت آمریکایی که به آن اشاره شد شامل کارشناسانی از وزارت انرژی است.",
      [],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // هیئت ایران به ریاست فردی که نامش گفته نشده وارد مسقط شد.",
      [],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // طرف آمریکایی شرکت‌کننده در مذاکرات شامل چند مقام بلندپایه بنا بر گزارش‌ها خواهد بود.",
      [],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // هیئت ایران شامل معاونان مربوط به پرونده و مشاورانی برای آن بود.",
      [],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // هیئت آمریکا به همراه کسانی که پیشتر آمده بودند به مسقط رسید.",
      [],
    ],
    [
      "en",
      "US, Iran talks // The US delegation includes experts According to Tehran and others Who came earlier.",
      [],
    ],
  ],
  "a head told in reported speech": [
    [
      "ar",
      "محادثات بين إيران وأمريكا // وأعلنت وزارة الخارجية الإيرانية اليوم أن وزير الخارجية عباس عراقجي يترأس وفدا دبلوماسيا لإجراء مفاوضات نووية مع الولايات المتحدة في سلطنة عمان.",
      ["IRN: Abbas Araghchi*"],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // أفادت وكالة تسنيم بأن عباس عراقجي يقود وفدا رفيعا إلى مسقط للتفاوض مع واشنطن.",
      ["IRN: Abbas Araghchi*"],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // قال البيت الأبيض إن ستيف ويتكوف سيقود وفدا إلى محادثات مسقط مع إيران.",
      ["USA: Steve Witkoff*"],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // وذكرت الخارجية الإيرانية أن الوزير عباس عراقجي سيرأس وفد بلاده إلى المفاوضات مع أمريكا.",
      ["IRN: Abbas Araghchi*"],
    ],
    [
      "ar",
      "محادثات بين روسيا وأوكرانيا // وأعلن الكرملين أن فلاديمير ميدينسكي سيترأس وفدا عسكريا لإجراء محادثات مع أوكرانيا في إسطنبول.",
      ["RUS: فلاديمير ميدينسكي*"],
      "russia-ukraine",
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // وأكد مسؤول أمريكي أن المبعوث ستيف ويتكوف يتولى رئاسة وفد من الخبراء لبحث الملف النووي مع طهران. وكان ويتكوف وجاريد كوشنر قد شاركا في المحادثات مع إيران.",
      ["USA: Steve Witkoff*"],
    ],
    [
      "en",
      "US, Iran talks // Iran's foreign ministry announced that Foreign Minister Abbas Araghchi would head a diplomatic delegation for nuclear negotiations with the United States in Oman.",
      ["IRN: Abbas Araghchi*"],
    ],
    [
      "en",
      "US, Iran talks // The White House said Steve Witkoff was leading a delegation to the talks with Iran in Muscat.",
      ["USA: Steve Witkoff*"],
    ],
    [
      "en",
      "US, Iran talks // Tasnim reported that Araghchi is heading a delegation bound for talks with Washington.",
      ["IRN: Abbas Araghchi*"],
    ],
    [
      "en",
      "US, Iran talks // Araghchi is leading a diplomatic team for negotiations with the Americans, the ministry said.",
      ["IRN: Abbas Araghchi*"],
    ],
    [
      "en",
      "US, Iran talks // Officials confirmed that Witkoff will be heading a team of experts to the talks with Iran.",
      ["USA: Steve Witkoff*"],
    ],
    [
      "en",
      "Russia, Ukraine talks // The Kremlin said Vladimir Medinsky will lead a delegation to negotiate with Ukraine in Istanbul.",
      ["RUS: Vladimir Medinsky*"],
      "russia-ukraine",
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // وزارت خارجه ایران اعلام کرد که عباس عراقچی ریاست هیئتی دیپلماتیک را برای مذاکرات هسته‌ای با آمریکا در عمان بر عهده دارد.",
      ["IRN: Abbas Araghchi*"],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // کاخ سفید گفت استیو ویتکاف هدایت هیئتی را در مذاکره با ایران بر عهده خواهد داشت.",
      ["USA: Steve Witkoff*"],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // به گزارش تسنیم، عباس عراقچی در رأس هیئتی برای مذاکره با آمریکا راهی مسقط شد.",
      ["IRN: Abbas Araghchi*"],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // سخنگوی وزارت خارجه گفت عباس عراقچی، وزیر امور خارجه، سرپرستی هیئت مذاکره‌کننده با آمریکا را بر عهده دارد.",
      ["IRN: Abbas Araghchi*"],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // یک مقام آمریکایی تأیید کرد که ویتکاف رهبری تیمی از کارشناسان را در گفت‌وگو با تهران بر عهده دارد.",
      ["USA: Steve Witkoff*"],
    ],
    [
      "fa",
      "مذاکرات روسیه و اوکراین // کرملین اعلام کرد ولادیمیر مدینسکی ریاست هیئتی را برای مذاکره با اوکراین در استانبول بر عهده خواهد داشت.",
      ["RUS: ولادیمیر مدینسکی*"],
      "russia-ukraine",
    ],
  ],
  "a companion beside the leader": [
    [
      "en",
      "US, Iran talks // Witkoff, accompanied by Jared Kushner, led the US delegation at the talks with Iran.",
      ["USA: Steve Witkoff*, Jared Kushner"],
    ],
    [
      "en",
      "US, Iran talks // Paula Stern, accompanied by David Hale, heads the American team at the talks with Iran.",
      ["USA: Paula Stern*, David Hale"],
    ],
    [
      "en",
      "US, Iran talks // Araghchi, flanked by Majid Takht-Ravanchi, led the Iranian side against the Americans.",
      ["IRN: Abbas Araghchi*, Majid Takht-Ravanchi"],
    ],
    [
      "en",
      "US, Iran talks // Together with David Hale, Paula Stern is leading the US delegation at the talks with Iran.",
      ["USA: David Hale, Paula Stern*"],
    ],
    [
      "en",
      "US, Iran talks // Paula Stern led the US delegation together with David Hale at the talks with Iran.",
      ["USA: Paula Stern*, David Hale"],
    ],
    [
      "en",
      "US, Iran talks // The Iranian delegation is headed by Reza Kamali, with Hossein Daneshvar at his side, for talks with the US.",
      ["IRN: Reza Kamali*, Hossein Daneshvar"],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // يترأس عباس عراقجي برفقة مجيد تخت روانجي الوفد الإيراني.",
      ["IRN: Abbas Araghchi*, Majid Takht-Ravanchi"],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // ستيف ويتكوف، برفقة جاريد كوشنر، يقود الوفد الأمريكي في المحادثات مع إيران.",
      ["USA: Steve Witkoff*, Jared Kushner"],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // وصل ستيف ويتكوف برفقة جاريد كوشنر على رأس الوفد الأمريكي للمحادثات مع إيران.",
      ["USA: Steve Witkoff*, Jared Kushner"],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // يقود الوفد الأمريكي ستيف ويتكوف بصحبة جاريد كوشنر.",
      ["USA: Steve Witkoff*, Jared Kushner"],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // المبعوثة بولا ستيرن ومعها ديفيد هيل تقود الوفد الأمريكي في المحادثات مع إيران.",
      ["USA: بولا ستيرن*, ديفيد هيل"],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // الوزير رضا كمالي، يرافقه نائبه حسين دانشور، يرأس الوفد الإيراني في المفاوضات مع أمريكا.",
      ["IRN: رضا كمالي*, حسين دانشور"],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // استیو ویتکاف به همراه جرد کوشنر ریاست هیئت آمریکا را بر عهده دارد.",
      ["USA: Steve Witkoff*, Jared Kushner"],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // عباس عراقچی همراه با مجید تخت‌روانچی هدایت هیئت ایران را بر عهده دارد.",
      ["IRN: Abbas Araghchi*, Majid Takht-Ravanchi"],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // نورا بلیک به همراه دیوید هیل سرپرستی هیئت آمریکا را در مذاکره با ایران بر عهده دارد.",
      ["USA: نورا بلیک*, دیوید هیل"],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // استیو ویتکاف، به اتفاق جرد کوشنر، در رأس هیئت آمریکا وارد ژنو شد.",
      ["USA: Steve Witkoff*, Jared Kushner"],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // هیئت ایران به ریاست حمید صدر به همراه رضا آذری برای مذاکره با آمریکا وارد ژنو شد.",
      ["IRN: حمید صدر*, رضا آذری"],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // رئیس هیئت آمریکا، نورا بلیک، به همراه دیوید هیل وارد محل مذاکره با ایران شد.",
      ["USA: نورا بلیک*, دیوید هیل"],
    ],
  ],
  "a companion between commas": [
    [
      "en",
      "US, Iran talks // Flanked by two aides, Abbas Araghchi headed the Iranian delegation at talks with the US.",
      ["IRN: Abbas Araghchi*"],
    ],
    [
      "ar",
      "محادثات بين إيران وأمريكا // تترأس بولا ستيرن، برفقة ديفيد هيل، الوفد الأمريكي فيما يترأس رضا كمالي الوفد الإيراني.",
      ["IRN: رضا كمالي*", "USA: بولا ستيرن*, ديفيد هيل"],
    ],
    [
      "fa",
      "مذاکرات ایران و آمریکا // هیئت آمریکا به سرپرستی نورا بلیک و به همراه دیوید هیل برای مذاکره با ایران وارد شد.",
      ["USA: نورا بلیک*, دیوید هیل"],
    ],
  ],
  "the heads of both sides at once": [
    [
      "en",
      "US, Iran talks open // The two sides, led by Araghchi and Witkoff respectively, sat down in Muscat for talks between Iran and the US.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "en",
      "US, Iran talks open // The Iranian and American delegations, led by Reza Kamali and Paula Stern respectively, opened talks in Geneva.",
      ["IRN: Reza Kamali*", "USA: Paula Stern*"],
    ],
    [
      "en",
      "US, Iran talks open // Abbas Araghchi and Steve Witkoff headed the two delegations in talks in Geneva.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "en",
      "US, Iran talks open // Iranian and US teams headed by Araghchi and Witkoff met in Geneva on Monday.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "en",
      "US, Iran talks open // The talks opened in Geneva, with Araghchi leading for Iran and Witkoff for the US.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "en",
      "US, Iran talks open // Talks opened in Geneva, with Reza Kamali leading for Tehran and Paula Stern for Washington.",
      ["IRN: Reza Kamali*", "USA: Paula Stern*"],
    ],
    [
      "en",
      "US, Iran talks open // Reza Kamali led for Iran and Paula Stern for the United States as talks opened.",
      ["IRN: Reza Kamali*", "USA: Paula Stern*"],
    ],
    [
      "en",
      "US, Iran talks open // Both delegations are headed by their chief negotiators, Araghchi and Witkoff.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "ar",
      "انطلاق المحادثات بين إيران وأمريكا // وترأس الوفدين عباس عراقجي وستيف ويتكوف.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "ar",
      "انطلاق المحادثات بين إيران وأمريكا // بدأت الجولة بين الوفدين الإيراني والأمريكي برئاسة عباس عراقجي وستيف ويتكوف على التوالي.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "ar",
      "انطلاق المحادثات بين إيران وأمريكا // التقى الوفدان الإيراني والأمريكي بقيادة رضا كمالي وبولا ستيرن تباعا في جنيف.",
      ["IRN: رضا كمالي*", "USA: بولا ستيرن*"],
    ],
    [
      "ar",
      "انطلاق المحادثات بين إيران وأمريكا // ويقود الجانبين كل من عراقجي وويتكوف.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "ar",
      "انطلاق المحادثات بين إيران وأمريكا // عباس عراقجي وستيف ويتكوف يترأسان الوفدين في جنيف.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "ar",
      "انطلاق المحادثات بين إيران وأمريكا // افتتحت الجولة في جنيف برئاسة عباس عراقجي عن إيران وستيف ويتكوف عن الولايات المتحدة.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "ar",
      "انطلاق المحادثات بين إيران وأمريكا // افتتحت الجولة في جنيف برئاسة رضا كمالي عن الجانب الإيراني وبولا ستيرن عن الجانب الأمريكي.",
      ["IRN: رضا كمالي*", "USA: بولا ستيرن*"],
    ],
    [
      "fa",
      "آغاز مذاکرات ایران و آمریکا // ریاست دو هیئت را عباس عراقچی و استیو ویتکاف بر عهده داشتند.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "fa",
      "آغاز مذاکرات ایران و آمریکا // عباس عراقچی و استیو ویتکاف ریاست دو هیئت را بر عهده داشتند.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "fa",
      "آغاز مذاکرات ایران و آمریکا // هیئت‌های ایران و آمریکا به ریاست عباس عراقچی و استیو ویتکاف در ژنو دیدار کردند.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "fa",
      "آغاز مذاکرات ایران و آمریکا // هیئت‌های ایران و آمریکا به ترتیب به ریاست حمید صدر و نورا بلیک در ژنو مذاکره کردند.",
      ["IRN: حمید صدر*", "USA: نورا بلیک*"],
    ],
    [
      "fa",
      "آغاز مذاکرات ایران و آمریکا // دو طرف به ریاست عراقچی و ویتکاف پشت میز مذاکره نشستند.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "fa",
      "آغاز مذاکرات ایران و آمریکا // مذاکرات با ریاست عباس عراقچی از طرف ایران و استیو ویتکاف از طرف آمریکا آغاز شد.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "fa",
      "آغاز مذاکرات ایران و آمریکا // سرپرستی دو تیم را حمید صدر از سوی ایران و نورا بلیک از سوی آمریکا بر عهده داشتند.",
      ["IRN: حمید صدر*", "USA: نورا بلیک*"],
    ],
  ],
  "a team named for its negotiator": [
    [
      "en",
      "US, Iran talks open // Araghchi's and Witkoff's teams sat down in Geneva for the second round of talks.",
      ["IRN: Abbas Araghchi", "USA: Steve Witkoff"],
    ],
    [
      "en",
      "US, Iran talks open // The teams of Araghchi and Witkoff sat down in Geneva for the second round of talks.",
      ["IRN: Abbas Araghchi", "USA: Steve Witkoff"],
    ],
    [
      "en",
      "US, Iran talks open // Witkoff's team met Iranian negotiators in Geneva.",
      ["USA: Steve Witkoff"],
    ],
    [
      "en",
      "US, Iran talks open // Araghchi's delegation and Witkoff's held a second round of talks in Geneva.",
      ["IRN: Abbas Araghchi", "USA: Steve Witkoff"],
    ],
    [
      "en",
      "US, Iran talks open // Araghchi and Witkoff's teams began talks in Geneva.",
      ["IRN: Abbas Araghchi", "USA: Steve Witkoff"],
    ],
    ["en", "US, Iran talks open // Trump's team said the talks with Iran were fine.", []],
    [
      "ar",
      "انطلاق المحادثات بين إيران وأمريكا // جلس فريقا عراقجي وويتكوف إلى طاولة المحادثات في جنيف.",
      ["IRN: Abbas Araghchi", "USA: Steve Witkoff"],
    ],
    [
      "ar",
      "انطلاق المحادثات بين إيران وأمريكا // بدأ وفدا عباس عراقجي وستيف ويتكوف المحادثات في جنيف.",
      ["IRN: Abbas Araghchi", "USA: Steve Witkoff"],
    ],
    [
      "fa",
      "آغاز مذاکرات ایران و آمریکا // تیم‌های عراقچی و ویتکاف در ژنو مذاکره کردند.",
      ["IRN: Abbas Araghchi", "USA: Steve Witkoff"],
    ],
    [
      "fa",
      "آغاز مذاکرات ایران و آمریکا // هیئت‌های عباس عراقچی و استیو ویتکاف در ژنو دور دوم مذاکرات را آغاز کردند.",
      ["IRN: Abbas Araghchi", "USA: Steve Witkoff"],
    ],
  ],
  "a head marked in a list": [
    [
      "en",
      "US, Iran talks open // The US delegation: Paula Stern (head), David Hale and Jared Kushner.",
      ["USA: Paula Stern*, David Hale, Jared Kushner"],
    ],
    [
      "en",
      "US, Iran talks open // The Iranian team includes Abbas Araghchi (head of delegation) and Majid Takht-Ravanchi.",
      ["IRN: Abbas Araghchi*, Majid Takht-Ravanchi"],
    ],
    [
      "en",
      "US, Iran talks open // The American team consists of Steve Witkoff (leader) and Jared Kushner.",
      ["USA: Steve Witkoff*, Jared Kushner"],
    ],
    [
      "ar",
      "انطلاق المحادثات بين إيران وأمريكا // يضم الوفد الأمريكي ستيف ويتكوف (رئيسا) وجاريد كوشنر.",
      ["USA: Steve Witkoff*, Jared Kushner"],
    ],
    [
      "ar",
      "انطلاق المحادثات بين إيران وأمريكا // يتألف الوفد الإيراني من عباس عراقجي (رئيس الوفد) ومجيد تخت روانجي.",
      ["IRN: Abbas Araghchi*, Majid Takht-Ravanchi"],
    ],
    [
      "ar",
      "انطلاق المحادثات بين إيران وأمريكا // يضم الوفد الأمريكي بولا ستيرن (رئيسة الوفد) وديفيد هيل.",
      ["USA: بولا ستيرن*, ديفيد هيل"],
    ],
    [
      "fa",
      "آغاز مذاکرات ایران و آمریکا // هیئت آمریکا شامل استیو ویتکاف (رئیس) و جرد کوشنر است.",
      ["USA: Steve Witkoff*, Jared Kushner"],
    ],
    [
      "fa",
      "آغاز مذاکرات ایران و آمریکا // هیئت ایران متشکل از عباس عراقچی (رئیس هیئت) و مجید تخت‌روانچی است.",
      ["IRN: Abbas Araghchi*, Majid Takht-Ravanchi"],
    ],
    [
      "fa",
      "آغاز مذاکرات ایران و آمریکا // هیئت آمریکا شامل نورا بلیک (سرپرست) و دیوید هیل است.",
      ["USA: نورا بلیک*, دیوید هیل"],
    ],
  ],
  "one person for each side": [
    [
      "en",
      "US, Iran talks open // Talks opened in Geneva between Abbas Araghchi for Iran and Steve Witkoff for the United States.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "en",
      "US, Iran talks open // The talks are between Reza Kamali for Iran and Paula Stern for the US.",
      ["IRN: Reza Kamali*", "USA: Paula Stern*"],
    ],
    [
      "en",
      "US, Iran talks open // The meeting between Reza Kamali for Tehran and Paula Stern for Washington lasted two hours.",
      ["IRN: Reza Kamali*", "USA: Paula Stern*"],
    ],
    [
      "ar",
      "انطلاق المحادثات بين إيران وأمريكا // جرت المحادثات في جنيف بين عباس عراقجي عن إيران وستيف ويتكوف عن الولايات المتحدة.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "ar",
      "انطلاق المحادثات بين إيران وأمريكا // جرت المحادثات بين رضا كمالي عن الجانب الإيراني وبولا ستيرن عن الجانب الأمريكي.",
      ["IRN: رضا كمالي*", "USA: بولا ستيرن*"],
    ],
    [
      "fa",
      "آغاز مذاکرات ایران و آمریکا // مذاکرات میان عباس عراقچی از طرف ایران و استیو ویتکاف از طرف آمریکا در ژنو برگزار شد.",
      ["IRN: Abbas Araghchi*", "USA: Steve Witkoff*"],
    ],
    [
      "fa",
      "آغاز مذاکرات ایران و آمریکا // مذاکرات میان حمید صدر از سوی ایران و نورا بلیک از سوی آمریکا برگزار شد.",
      ["IRN: حمید صدر*", "USA: نورا بلیک*"],
    ],
  ],
};

const told = ([lang, news, , talks = "iran-us"]: Case) => {
  const [title = "", body = ""] = news.split(" // ");
  return extractFrom({ talks, lang, title, body })
    .delegations.map(
      ({ party, members }) =>
        `${party}: ${members.map(({ person, head }) => person + (head ? "*" : "")).join(", ")}`,
    )
    .toSorted();
};

describe.each(Object.entries(CASES))("delegations: %s", (_, cases) => {
  for (const news of cases)
    it(`[${news[0]}] ${news[1]}`, () => {
      expect(told(news)).toEqual(news[2]);
    });
});
