import { expect, it } from "vitest";
import { compilePhrases, findPhrases } from "../../../src/articles/phrases.ts";
import { tokenize } from "../../../src/articles/tokens.ts";
import { loadLexicons } from "../../../src/config/load-lexicon.ts";
import { isCueName, type CueName } from "../../../src/facts/cues.ts";
import { modalityAt } from "../../../src/facts/modality.ts";
import { withRefutations } from "../../../src/facts/refutations.ts";
import { phraseLanguageOf } from "../../../src/facts/vocabulary.ts";
import type { Language } from "../../../src/lib/language.ts";

const lexicons = loadLexicons("seeds/lexicon", []);

/** The modality of the words between square brackets. */
function modalityOf(lang: Language, marked: string): string {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  const text = marked.replace(/[[\]]/g, "");
  const language = phraseLanguageOf(lexicons[lang]);
  const phrases = compilePhrases(
    Object.entries(lexicons[lang].cues).flatMap(([cue, patterns]) =>
      isCueName(cue) ? patterns.map((pattern): [string, CueName] => [pattern, cue]) : [],
    ),
    language,
  );
  const tokens = tokenize(text, language.joins);
  const mentions = findPhrases(phrases, tokens, 0, tokens.length).map(({ value, from, to }) => ({
    sense: { kind: "cue" as const, cue: value },
    from,
    to,
    span: [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0] as const,
  }));
  const from = tokens.findIndex((token) => token.end > start);
  const to = tokens.findLastIndex((token) => token.start < end) + 1;
  return modalityAt(
    { tokens, article: { lang } },
    { from: 0, to: tokens.length, mentions: withRefutations(mentions, tokens, lang) },
    { from, to },
  );
}

it.each([
  ["asserted", "The two sides [met] in Muscat on Friday."],
  ["asserted", "The United States [imposed] new sanctions ahead of next week's talks."],
  ["asserted", "Iran did not deny that the talks were [cancelled]."],
  ["asserted", "Ankara [condemned] the raid but will not close its embassy."],
  ["asserted", "The delegations [met] on 5 May in Rome."],
  ["asserted", "Israel not only [attacked] the base."],
  ["negated", "Iran did not [attack] the base."],
  ["negated", "Tehran denied that the talks were [cancelled]."],
  ["negated", "Officials denied reports that Washington had [pulled] out of the talks."],
  ["negated", "The ministers left without [signing] a deal."],
  ["negated", "The [talks] will not take place on Sunday."],
  ["negated", "Reports of an [attack] were denied by the ministry."],
  ["future", "The envoys will [meet] in Geneva on Thursday."],
  ["future", "The [talks] scheduled for Friday are on."],
  ["future", "The minister spoke about upcoming [talks]."],
  ["hypothetical", "If the talks [collapse], the region may see war."],
  ["hypothetical", "Israel could [strike] the site."],
  ["hypothetical", "Iran must [stop] enrichment, he said."],
  ["hypothetical", "Will Washington [attack] again?"],
  ["historical", "Israel [attacked] Iran last June."],
  ["historical", "The sides had [agreed] on a framework."],
  ["historical", "It is the first contact since the [war]."],
])("English: %s in %j", (expected, marked) => expect(modalityOf("en", marked)).toBe(expected));

it.each([
  ["asserted", "[عقد] الجانبان جولة محادثات غير مباشرة في مسقط."],
  ["asserted", "لم تنف طهران [إلغاء] المحادثات."],
  ["asserted", "[أدانت] أنقرة الهجوم ولم تغلق سفارتها."],
  ["asserted", "لا تزال [المحادثات] جارية في مسقط."],
  ["negated", "لم [تهاجم] إيران القاعدة."],
  ["negated", "لن [تعقد] المحادثات يوم الأحد."],
  ["negated", "نفت طهران [إلغاء] المحادثات."],
  ["negated", "نفى المتحدث أن تكون بلاده قد [انسحبت] من المفاوضات."],
  ["negated", "غادر الوزراء دون [توقيع] اتفاق."],
  ["future", "من المقرر أن [يلتقي] الوفدان في جنيف."],
  ["future", "تحدث الوزير عن [المحادثات] المقبلة."],
  ["hypothetical", "إذا [انهارت] المحادثات فستندلع الحرب."],
  ["hypothetical", "قد [تضرب] إسرائيل الموقع."],
  ["hypothetical", "يجب أن [توقف] إيران التخصيب."],
  ["historical", "[هاجمت] إسرائيل إيران في يونيو الماضي."],
  ["historical", "كانت قد [وافقت] على الإطار."],
])("Arabic: %s in %j", (expected, marked) => expect(modalityOf("ar", marked)).toBe(expected));

it.each([
  ["asserted", "دو طرف در مسقط [گفت‌وگو] کردند."],
  ["asserted", "ایران [لغو] مذاکرات را تکذیب نکرد."],
  ["asserted", "ایران نه تنها به پایگاه [حمله] کرد."],
  ["negated", "ایران به پایگاه [حمله] نکرد."],
  ["negated", "[مذاکرات] روز یکشنبه برگزار نخواهد شد."],
  ["negated", "تهران [لغو] مذاکرات را تکذیب کرد."],
  ["negated", "وزیران بدون [امضای] توافق رفتند."],
  ["negated", "وزارت خارجه گفت که مذاکرات [لغو] نشده است."],
  ["future", "دو هیئت پنجشنبه در ژنو [دیدار] خواهند کرد."],
  ["future", "قرار است دو طرف در ژنو [دیدار] کنند."],
  ["hypothetical", "اگر مذاکرات [شکست] بخورد، جنگ آغاز می‌شود."],
  ["hypothetical", "ممکن است اسرائیل [حمله] کند."],
  ["hypothetical", "ایران باید غنی‌سازی را [متوقف] کند."],
  ["historical", "اسرائیل سال گذشته به ایران [حمله] کرد."],
  ["negated", "بقایی خبر [لغو] مذاکرات را رد کرد و گفت جمعه دیدار می‌کنند"],
])("Persian: %s in %j", (expected, marked) => expect(modalityOf("fa", marked)).toBe(expected));
