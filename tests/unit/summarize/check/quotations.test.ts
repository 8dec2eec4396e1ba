import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { faultsOfTranslation } from "./judge.ts";

type Turned = readonly [language: Language, faithful: string, unfaithful: readonly string[]];

/** Words of diplomats, each with translations that say the same, and some that say something else. */
const QUOTATIONS: readonly (readonly [Language, string, readonly Turned[]])[] = [
  [
    "en",
    "We will not accept any preconditions, but we are ready to resume talks in Geneva if the sanctions are lifted.",
    [
      [
        "ar",
        "لن نقبل أي شروط مسبقة، لكننا مستعدون لاستئناف المحادثات في جنيف إذا رُفعت العقوبات.",
        [
          "سنقبل الشروط المسبقة، لكننا مستعدون لاستئناف المحادثات في جنيف إذا رُفعت العقوبات.",
          "لن نقبل أي شروط مسبقة، لكننا مستعدون لاستئناف المحادثات في جنيف لأن العقوبات رُفعت.",
        ],
      ],
      [
        "fa",
        "هیچ پیش‌شرطی را نخواهیم پذیرفت، اما آماده‌ایم در صورت لغو تحریم‌ها مذاکرات را در ژنو از سر بگیریم.",
        [
          "هیچ پیش‌شرطی را نخواهیم پذیرفت، اما آماده‌ایم در صورت لغو تحریم‌ها مذاکرات را در وین از سر بگیریم.",
        ],
      ],
    ],
  ],
  [
    "en",
    "Iran must allow inspectors into all of its nuclear sites before any sanctions relief.",
    [
      [
        "ar",
        "على إيران أن تسمح للمفتشين بدخول جميع مواقعها النووية قبل أي تخفيف للعقوبات.",
        [
          "على إيران ألا تسمح للمفتشين بدخول جميع مواقعها النووية قبل أي تخفيف للعقوبات.",
          "سمحت إيران للمفتشين بدخول جميع مواقعها النووية قبل أي تخفيف للعقوبات.",
        ],
      ],
    ],
  ],
  [
    "en",
    "The Americans may join the second round, and Oman has offered to host it on 12 March.",
    [
      [
        "ar",
        "قد ينضم الأمريكيون إلى الجولة الثانية، وعرضت عُمان استضافتها في 12 مارس.",
        [
          "سينضم الأمريكيون إلى الجولة الثانية، وعرضت عُمان استضافتها في 12 مارس.",
          "قد ينضم العُمانيون إلى الجولة الثانية، وعرضت الولايات المتحدة استضافتها في 12 مارس.",
        ],
      ],
      [
        "fa",
        "آمریکایی‌ها ممکن است به دور دوم بپیوندند و عمان پیشنهاد میزبانی آن را در ۱۲ مارس داده است.",
        [
          "آمریکایی‌ها ممکن است به دور سوم بپیوندند و عمان پیشنهاد میزبانی آن را در ۱۲ مارس داده است.",
          "آمریکایی‌ها به دور دوم پیوستند و عمان پیشنهاد میزبانی آن را در ۱۲ مارس داده است.",
        ],
      ],
    ],
  ],
  [
    "en",
    "Our missiles are not up for negotiation and never will be.",
    [
      [
        "ar",
        "صواريخنا ليست مطروحة للتفاوض ولن تكون أبداً.",
        [
          "صواريخنا مطروحة للتفاوض وستكون كذلك دائماً.",
          "صواريخنا ليست مطروحة للتفاوض وقد تكون قريباً.",
        ],
      ],
      [
        "fa",
        "موشک‌های ما قابل مذاکره نیستند و هرگز نخواهند بود.",
        ["موشک‌های ما قابل مذاکره هستند و خواهند بود."],
      ],
    ],
  ],
  [
    "en",
    "Washington rejected the Iranian proposal, calling it a step backwards.",
    [
      [
        "ar",
        "رفضت واشنطن المقترح الإيراني ووصفته بأنه خطوة إلى الوراء.",
        [
          "قبلت واشنطن المقترح الإيراني ووصفته بأنه خطوة إلى الأمام.",
          "رفضت إيران المقترح الأمريكي ووصفته بأنه خطوة إلى الوراء.",
        ],
      ],
      [
        "fa",
        "واشنگتن پیشنهاد ایران را رد کرد و آن را گامی به عقب خواند.",
        [
          "تهران پیشنهاد آمریکا را رد کرد و آن را گامی به عقب خواند.",
          "واشنگتن پیشنهاد ایران را رد کرد و آن را گامی به جلو خواند.",
        ],
      ],
    ],
  ],
  [
    "en",
    "Diplomacy is always our first choice, and zero enrichment was never discussed.",
    [
      [
        "ar",
        "الدبلوماسية هي دائماً خيارنا الأول، ولم يُناقش تخصيب صفري قط.",
        [
          "الحرب هي دائماً خيارنا الأول، ولم يُناقش تخصيب صفري قط.",
          "الدبلوماسية هي دائماً خيارنا الأول، ونوقش تخصيب صفري.",
        ],
      ],
      [
        "fa",
        "دیپلماسی همیشه انتخاب نخست ماست و غنی‌سازی صفر هرگز مطرح نشد.",
        [
          "دیپلماسی هیچ‌گاه انتخاب نخست ما نیست و غنی‌سازی صفر هرگز مطرح نشد.",
          "دیپلماسی همیشه انتخاب آخر ماست و غنی‌سازی صفر مطرح شد.",
        ],
      ],
    ],
  ],
  [
    "en",
    "If they attack our facilities, we will respond with full force against their bases in the region.",
    [
      [
        "ar",
        "إذا هاجموا منشآتنا فسنرد بكل قوة على قواعدهم في المنطقة.",
        ["هاجموا منشآتنا وسنرد بكل قوة على قواعدهم في المنطقة."],
      ],
      [
        "fa",
        "اگر به تأسیسات ما حمله کنند، با تمام توان علیه پایگاه‌هایشان در منطقه پاسخ خواهیم داد.",
        [
          "اگر به تأسیسات ما حمله کنند، علیه پایگاه‌هایشان در منطقه پاسخ نخواهیم داد.",
          "به تأسیسات ما حمله کردند و با تمام توان علیه پایگاه‌هایشان در منطقه پاسخ دادیم.",
        ],
      ],
    ],
  ],
  [
    "ar",
    "ترى طهران أن رفع العقوبات شرط أساسي لأي اتفاق، ولا تثق بوعود واشنطن.",
    [
      [
        "en",
        "Tehran considers the lifting of sanctions a basic condition for any agreement and does not trust Washington's promises.",
        [
          "Tehran considers the lifting of sanctions a basic condition for any agreement and trusts Washington's promises.",
          "Washington considers the lifting of sanctions a basic condition for any agreement and does not trust Tehran's promises.",
        ],
      ],
      [
        "fa",
        "تهران رفع تحریم‌ها را شرط اساسی هر توافقی می‌داند و به وعده‌های واشنگتن اعتماد ندارد.",
        [
          "تهران رفع تحریم‌ها را شرط اساسی هر توافقی می‌داند و به وعده‌های واشنگتن اعتماد دارد.",
          "واشنگتن رفع تحریم‌ها را شرط اساسی هر توافقی می‌داند و به وعده‌های تهران اعتماد ندارد.",
        ],
      ],
    ],
  ],
  [
    "ar",
    "لم نتلق رداً رسمياً من الجانب الأمريكي حتى الآن، وسنواصل المشاورات مع الوسيط العُماني.",
    [
      [
        "en",
        "We have not yet received an official reply from the American side, and we will continue consultations with the Omani mediator.",
        [
          "We have received an official reply from the American side, and we will continue consultations with the Omani mediator.",
          "We have not yet received an official reply from the American side, and we will stop consultations with the Omani mediator.",
        ],
      ],
      [
        "fa",
        "تاکنون پاسخ رسمی از طرف آمریکایی دریافت نکرده‌ایم و رایزنی با میانجی عمانی را ادامه خواهیم داد.",
        [
          "تاکنون پاسخ رسمی از طرف آمریکایی دریافت کرده‌ایم و رایزنی با میانجی عمانی را ادامه خواهیم داد.",
        ],
      ],
    ],
  ],
  [
    "ar",
    "يجب أن تقتصر المفاوضات على الملف النووي، وأي قضية أخرى خط أحمر بالنسبة لنا.",
    [
      [
        "en",
        "The negotiations must be limited to the nuclear file, and any other issue is a red line for us.",
        [
          "The negotiations may be limited to the nuclear file, and any other issue is a red line for us.",
          "The negotiations must not be limited to the nuclear file, and any other issue is a red line for us.",
        ],
      ],
      [
        "fa",
        "مذاکرات باید به پرونده هسته‌ای محدود شود و هر موضوع دیگری برای ما خط قرمز است.",
        [
          "مذاکرات نباید به پرونده هسته‌ای محدود شود و هر موضوع دیگری برای ما خط قرمز است.",
          "مذاکرات باید به پرونده هسته‌ای و موشکی محدود شود و هر موضوع دیگری برای ما خط قرمز است.",
        ],
      ],
    ],
  ],
  [
    "ar",
    "وصل الوفد الإيراني إلى مسقط مساء الخميس برئاسة عباس عراقجي.",
    [
      [
        "en",
        "The Iranian delegation arrived in Muscat on Thursday evening, headed by Abbas Araghchi.",
        [
          "The Iranian delegation left Muscat on Thursday evening, headed by Abbas Araghchi.",
          "The American delegation arrived in Muscat on Thursday evening, headed by Abbas Araghchi.",
        ],
      ],
      [
        "fa",
        "هیئت ایرانی به ریاست عباس عراقچی پنجشنبه شب وارد مسقط شد.",
        [
          "هیئت ایرانی به ریاست عباس عراقچی جمعه شب وارد مسقط شد.",
          "هیئت ایرانی به ریاست مجید تخت‌روانچی پنجشنبه شب وارد مسقط شد.",
        ],
      ],
    ],
  ],
  [
    "ar",
    "المحادثات كانت صعبة لكنها بناءة، وهناك فرصة للتوصل إلى تفاهم خلال أسابيع.",
    [
      [
        "en",
        "The talks were difficult but constructive, and there is a chance to reach an understanding within weeks.",
        [
          "The talks were easy and constructive, and there is a chance to reach an understanding within weeks.",
          "The talks were difficult but constructive, and there is no chance to reach an understanding within weeks.",
        ],
      ],
      [
        "fa",
        "گفت‌وگوها دشوار اما سازنده بود و فرصتی برای رسیدن به تفاهم در عرض چند هفته وجود دارد.",
        [
          "گفت‌وگوها دشوار و مخرب بود و فرصتی برای رسیدن به تفاهم در عرض چند هفته وجود دارد.",
          "گفت‌وگوها دشوار اما سازنده بود و فرصتی برای رسیدن به تفاهم در عرض چند هفته وجود ندارد.",
        ],
      ],
    ],
  ],
  [
    "ar",
    "طلبت إسرائيل من الولايات المتحدة عدم التوقيع على أي اتفاق يسمح لإيران بتخصيب اليورانيوم.",
    [
      [
        "en",
        "Israel asked the United States not to sign any agreement that allows Iran to enrich uranium.",
        [
          "The United States asked Israel not to sign any agreement that allows Iran to enrich uranium.",
          "Israel asked the United States to sign any agreement that allows Iran to enrich uranium.",
        ],
      ],
      [
        "fa",
        "اسرائیل از آمریکا خواست هیچ توافقی را که به ایران اجازه غنی‌سازی اورانیوم می‌دهد امضا نکند.",
        [
          "آمریکا از اسرائیل خواست هیچ توافقی را که به ایران اجازه غنی‌سازی اورانیوم می‌دهد امضا نکند.",
          "اسرائیل از آمریکا خواست توافقی را که به ایران اجازه غنی‌سازی اورانیوم می‌دهد امضا کند.",
        ],
      ],
    ],
  ],
  [
    "fa",
    "ما هرگز به دنبال سلاح هسته‌ای نبوده‌ایم، اما از حق غنی‌سازی خود نمی‌گذریم.",
    [
      [
        "en",
        "We have never sought nuclear weapons, but we will not give up our right to enrichment.",
        [
          "We have always sought nuclear weapons, but we will not give up our right to enrichment.",
          "We have never sought nuclear weapons, but we will give up our right to enrichment.",
        ],
      ],
      [
        "ar",
        "لم نسع قط إلى السلاح النووي، لكننا لن نتنازل عن حقنا في التخصيب.",
        [
          "سعينا إلى السلاح النووي، لكننا لن نتنازل عن حقنا في التخصيب.",
          "لم نسع قط إلى السلاح النووي، لكننا سنتنازل عن حقنا في التخصيب.",
        ],
      ],
    ],
  ],
  [
    "fa",
    "دور بعدی مذاکرات ممکن است هفته آینده در استانبول برگزار شود.",
    [
      [
        "ar",
        "قد تُعقد الجولة المقبلة من المفاوضات الأسبوع المقبل في إسطنبول.",
        [
          "لن تُعقد الجولة المقبلة من المفاوضات الأسبوع المقبل في إسطنبول.",
          "قد تُعقد الجولة المقبلة من المفاوضات الأسبوع المقبل في أنقرة.",
        ],
      ],
    ],
  ],
  [
    "fa",
    "آمریکا باید نخست تحریم‌های نفتی را لغو کند تا ایران بازرسی‌ها را گسترش دهد.",
    [
      [
        "en",
        "The United States must first lift the oil sanctions so that Iran expands inspections.",
        [
          "Iran must first lift the oil sanctions so that the United States expands inspections.",
          "The United States must first lift the oil sanctions so that Iran ends inspections.",
        ],
      ],
    ],
  ],
  [
    "fa",
    "تماس تلفنی دو وزیر مثبت بود و هر دو بر ادامه مسیر دیپلماتیک تأکید کردند.",
    [
      [
        "en",
        "The phone call between the two ministers was positive, and both stressed continuing the diplomatic path.",
        [
          "The phone call between the two ministers was negative, and both stressed continuing the diplomatic path.",
          "The phone call between the two ministers was positive, and both stressed ending the diplomatic path.",
        ],
      ],
      [
        "ar",
        "كان الاتصال الهاتفي بين الوزيرين إيجابياً، وشدد كلاهما على مواصلة المسار الدبلوماسي.",
        [
          "كان الاتصال الهاتفي بين الوزيرين سلبياً، وشدد كلاهما على مواصلة المسار الدبلوماسي.",
          "كان الاتصال الهاتفي بين الوزيرين إيجابياً، ورفض كلاهما مواصلة المسار الدبلوماسي.",
        ],
      ],
    ],
  ],
  [
    "fa",
    "اورانیوم غنی‌شده ۶۰ درصدی از کشور خارج نخواهد شد و زیر نظر آژانس می‌ماند.",
    [
      [
        "en",
        "The 60 percent enriched uranium will not leave the country and will remain under the agency's supervision.",
        [
          "The 60 percent enriched uranium will leave the country and will remain under the agency's supervision.",
          "The 20 percent enriched uranium will not leave the country and will remain under the agency's supervision.",
        ],
      ],
      [
        "ar",
        "لن يغادر اليورانيوم المخصب بنسبة 60 في المئة البلاد وسيبقى تحت إشراف الوكالة.",
        ["سيغادر اليورانيوم المخصب بنسبة 60 في المئة البلاد وسيبقى تحت إشراف الوكالة."],
      ],
    ],
  ],
  [
    "fa",
    "میانجی عمانی پیام آمریکا را به ایران رساند و تهران آن را بررسی می‌کند.",
    [
      [
        "en",
        "The Omani mediator delivered the American message to Iran, and Tehran is reviewing it.",
        [
          "The Omani mediator delivered the Iranian message to the United States, and Washington is reviewing it.",
          "The Omani mediator delivered the American message to Iran, and Tehran has rejected it.",
        ],
      ],
      [
        "ar",
        "سلّم الوسيط العُماني الرسالة الأمريكية إلى إيران، وتدرسها طهران.",
        ["سلّم الوسيط العُماني الرسالة الإيرانية إلى الولايات المتحدة، وتدرسها واشنطن."],
      ],
    ],
  ],
  [
    "en",
    "Brad Cooper said the fleet would stay in the Gulf until an agreement is signed.",
    [
      [
        "ar",
        "قال براد كوبر إن الأسطول سيبقى في الخليج إلى حين توقيع اتفاق.",
        [
          "قال براد كوبر إن الأسطول سيغادر الخليج إلى حين توقيع اتفاق.",
          "قال براد كوبر إن الأسطول سيبقى في الخليج بعد توقيع اتفاق.",
        ],
      ],
      [
        "fa",
        "برد کوپر گفت ناوگان تا امضای توافق در خلیج فارس خواهد ماند.",
        [
          "برد کوپر گفت ناوگان تا امضای توافق در خلیج فارس نخواهد ماند.",
          "برد کوپر گفت ناوگان پس از امضای توافق خلیج فارس را ترک خواهد کرد.",
        ],
      ],
    ],
  ],
];

const rows = QUOTATIONS.flatMap(([lang, text, turned]) =>
  turned.flatMap(([language, faithful, unfaithful]) =>
    [faithful, ...unfaithful].map(
      (told, index) => [index === 0, { lang, text }, language, told] as const,
    ),
  ),
);

describe("a translation of what a diplomat said", () => {
  it.each(rows)("says the same (%s): %o in %s: %s", (isFaithful, original, language, told) => {
    const faults = faultsOfTranslation(original, told, language);
    expect(faults.length === 0).toBe(isFaithful);
  });
});
