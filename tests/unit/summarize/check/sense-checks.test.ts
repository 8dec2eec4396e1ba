import { describe, expect, it } from "vitest";
import { loadDossier } from "../../../../src/config/load-dossier.ts";
import { loadLexicons } from "../../../../src/config/load-lexicon.ts";
import { loadPlaces } from "../../../../src/config/load-places.ts";
import { createDateFinder } from "../../../../src/facts/dates/date-finder.ts";
import { loadDateLexicons } from "../../../../src/facts/dates/date-lexicon.ts";
import { createRelationCoder } from "../../../../src/facts/events/code-relation.ts";
import { loadEventLexicons } from "../../../../src/facts/events/event-lexicon.ts";
import { createEventFinder } from "../../../../src/facts/events/find-events.ts";
import { createExtractor } from "../../../../src/facts/extract.ts";
import { createReader } from "../../../../src/facts/read-article.ts";
import type { Language } from "../../../../src/lib/language.ts";
import { createCheckerOf } from "../../../../src/summarize/check/checker.ts";
import { createReadings } from "../../../../src/summarize/check/reading.ts";
import { createSenseChecks } from "../../../../src/summarize/check/sense-checks.ts";
import { loadSenseWords } from "../../../../src/summarize/check/sense-words.ts";
import type { Checker, FaultKind } from "../../../../src/summarize/verdict.ts";
import { senseClaims } from "./sense-claims.ts";

const LEXICONS = "seeds/lexicon";

function loadSenseChecker(): Checker {
  const lexicons = loadLexicons(LEXICONS, ["talks", "speech"]);
  const dossier = loadDossier("seeds/talks/iran-us.yaml");
  const places = loadPlaces("seeds/places.yaml");
  const reader = createReader(dossier, places, lexicons);
  const dates = createDateFinder(loadDateLexicons(LEXICONS), lexicons);
  const eventLexicons = loadEventLexicons(LEXICONS);
  const events = createEventFinder(reader.languages, eventLexicons);
  const checks = createSenseChecks({
    reader,
    eventLexicons,
    senseWords: loadSenseWords("seeds/checks"),
    coder: createRelationCoder(lexicons, eventLexicons),
    extractor: createExtractor(reader, places, dates, events),
  });
  return createCheckerOf(createReadings({ reader, dates }), checks);
}

const checker = loadSenseChecker();

function faults(language: Language, cited: string, text: string): FaultKind[] {
  const verdict = checker.sentence(text, senseClaims(cited, language), language);
  return verdict.kind === "supported" ? [] : verdict.faults.map(({ about }) => about);
}

type Honest = readonly [language: Language, cited: string, text: string];
type Planted = readonly [about: FaultKind, language: Language, cited: string, text: string];

const HONEST: readonly Honest[] = [
  ["en", "ahead", "The next round is to be held in Muscat on 6 February 2026 at 10:00 local time."],
  ["ar", "ahead", "تُعقد الجولة المقبلة في مسقط يوم الجمعة 6 فبراير/شباط 2026."],
  ["fa", "ahead", "دور بعدی مذاکرات جمعه ۱۷ بهمن در مسقط برگزار می‌شود."],
  ["en", "doubted", "The talks were adjourned and are to resume, one outlet reports."],
  ["ar", "doubted", "رُفعت المحادثات على أن تُستأنف، وفق وسيلة إعلام واحدة."],
  ["en", "only", "Araghchi said that only the nuclear file is open to discussion."],
  ["ar", "only", "قال عراقجي إنه لا شيء سوى الملف النووي مطروح للنقاش مع الأمريكيين."],
  ["fa", "only", "عراقچی گفت جز پرونده هسته‌ای هیچ چیز با آمریکایی‌ها قابل بحث نیست."],
  ["en", "wanted", "Marco Rubio said the talks must include Iran's ballistic missiles."],
  ["fa", "wanted", "روبیو گفت مذاکرات باید موشک‌های بالستیک ایران را در بر گیرد."],
  ["en", "tried", "US Central Command said Iranian gunboats tried to stop an American ship."],
  ["ar", "tried", "قالت القيادة المركزية إن زوارق إيرانية حاولت إيقاف سفينة تجارية أمريكية."],
  ["en", "sanctions", "The United States imposed sanctions on Iran over shipping and Hormuz."],
  ["ar", "sanctions", "فرضت الولايات المتحدة عقوبات على إيران بشأن الملاحة ومضيق هرمز."],
  ["fa", "sanctions", "آمریکا ایران را بر سر کشتیرانی و تنگه هرمز تحریم کرد."],
  ["en", "team", "Steve Witkoff heads the American delegation, which includes Jared Kushner."],
  ["ar", "team", "يترأس ستيف ويتكوف الوفد الأمريكي الذي يضم جاريد كوشنر."],
  ["en", "agenda", "The two sides still disagree over the agenda."],
  ["fa", "agenda", "دو طرف همچنان بر سر دستور کار اختلاف دارند."],
  ["en", "turn", "The talks have moved from in doubt to scheduled."],
  ["en", "agenda", "The parties disagree over where to meet and what is on the agenda."],
  ["en", "wanted", "The talks must include Iran's ballistic missiles, Rubio said."],
  ["fa", "ahead", "دور بعدی مذاکرات جمعه ۱۷ بهمن در مسقط آغاز خواهد شد."],
  ["fa", "ahead", "دور بعدی مذاکرات برای جمعه ۱۷ بهمن برنامه‌ریزی شده است."],
  ["fa", "doubted", "به گزارش یک رسانه گفت‌وگوها متوقف شده تا از سر گرفته شود."],
  ["fa", "stranger", "مارکتی-رویز گفت راه باز است."],
  ["fa", "agenda", "دو طرف هنوز بر سر دستور کار به توافق نرسیده‌اند."],
  [
    "en",
    "wanted only",
    "Rubio wants missiles on the agenda, while Araghchi says nothing but the nuclear file is open to discussion.",
  ],
];

const PLANTED: readonly Planted[] = [
  ["phase", "en", "ahead", "The round in Muscat on 6 February has been cancelled."],
  ["phase", "ar", "ahead", "أُلغيت الجولة المقبلة في مسقط."],
  ["phase", "fa", "ahead", "مذاکرات مسقط لغو شد."],
  ["phase", "en", "doubted", "The talks collapsed, one outlet reports."],
  ["phase", "en", "turn", "The talks have moved from scheduled to in doubt."],
  ["phase", "en", "doubted", "The talks are now concluded, one outlet reports."],
  ["modality", "en", "ahead", "The next round was held in Muscat on 6 February."],
  ["modality", "fa", "ahead", "دور بعدی مذاکرات جمعه ۱۷ بهمن در مسقط برگزار شد."],
  ["modality", "fa", "ahead", "دو طرف جمعه ۱۷ بهمن در مسقط دیدار کردند."],
  ["modality", "fa", "sanctions", "آمریکا می‌خواهد ایران را تحریم کند."],
  ["phase", "fa", "doubted", "به گزارش یک رسانه گفت‌وگوها متوقف شده است."],
  ["phase", "fa", "agenda", "مذاکرات بدون توافق پایان یافت."],
  ["modality", "en", "wanted", "Marco Rubio said the talks included Iran's ballistic missiles."],
  ["modality", "en", "tried", "US Central Command said Iranian gunboats stopped an American ship."],
  ["modality", "en", "sanctions", "The United States will impose sanctions on Iran over shipping."],
  ["hedge", "en", "doubted", "The talks were adjourned and are to resume."],
  ["hedge", "en", "only", "Nothing but the nuclear file is open to discussion."],
  ["hedge", "ar", "wanted", "تشمل المحادثات الصواريخ الباليستية الإيرانية."],
  ["hedge", "fa", "stranger", "راه باز است."],
  ["hedge", "fa", "only", "جز پرونده هسته‌ای هیچ چیز قابل بحث نیست."],
  ["negation", "en", "only", "Araghchi said everything else is open to discussion."],
  ["negation", "en", "sanctions", "The United States did not impose sanctions on Iran."],
  ["negation", "ar", "wanted", "قال روبيو إن المحادثات يجب ألا تشمل الصواريخ الباليستية الإيرانية."],
  ["negation", "fa", "sanctions", "آمریکا ایران را بر سر کشتیرانی تحریم نکرد."],
  ["negation", "en", "team", "The American delegation does not include Jared Kushner."],
  ["role", "en", "sanctions", "Iran imposed sanctions on the United States over shipping."],
  ["role", "ar", "sanctions", "فرضت إيران عقوبات على الولايات المتحدة بشأن الملاحة."],
  ["role", "en", "only", "Steve Witkoff said that only the nuclear file is open to discussion."],
  ["role", "ar", "wanted", "قال عراقجي إن المحادثات يجب أن تشمل الصواريخ الباليستية الإيرانية."],
  ["role", "fa", "wanted", "عراقچی گفت مذاکرات باید موشک‌های بالستیک ایران را در بر گیرد."],
  ["role", "en", "team", "Steve Witkoff heads the Iranian delegation."],
  ["role", "en", "team", "Jared Kushner heads the American delegation."],
  [
    "role",
    "en",
    "tried",
    "US Central Command said American gunboats tried to stop an Iranian ship.",
  ],
  [
    "role",
    "en",
    "wanted only",
    "Araghchi wants missiles on the agenda, while Rubio says nothing but the nuclear file is open to discussion.",
  ],
  ["event", "en", "ahead", "Iran and the United States signed an agreement in Muscat."],
  ["event", "ar", "team", "استقال ستيف ويتكوف."],
  ["event", "fa", "sanctions", "آمریکا به ایران حمله کرد."],
  ["topic", "en", "sanctions", "The United States imposed sanctions on Iran over its missiles."],
  ["topic", "ar", "sanctions", "فرضت الولايات المتحدة عقوبات على إيران بشأن التخصيب."],
  ["wording", "en", "team", "Steve Witkoff suffered a heart attack."],
  ["wording", "fa", "team", "استیو ویتکاف ورشکسته شد."],
  ["wording", "ar", "ahead", "الجولة المقبلة في مسقط نصر عظيم."],
  [
    "wording",
    "en",
    "agenda",
    "The parties agreed on everything, though they disagree over the agenda.",
  ],
];

describe("the checks of what a sentence means", () => {
  it.each(HONEST)("let stand in %s, of %s: %s", (language, cited, text) => {
    expect(faults(language, cited, text)).toEqual([]);
  });

  it.each(PLANTED)("find a wrong %s in %s, of %s: %s", (about, language, cited, text) => {
    expect(faults(language, cited, text)).toContain(about);
  });
});
