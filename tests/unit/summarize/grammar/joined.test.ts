import { expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { openArchive } from "../../../eval/model/claims-at.ts";

const archive = openArchive();
const checker = archive.core.checker();

type Row = readonly [at: string, language: Language, names: readonly string[], text: string];

/** What becomes of a sentence on claims that are named by their kind and words that they have in English. */
function kindOf([at, language, names, text]: Row) {
  const claims = archive.claims(at, language);
  const english = archive.claims(at, "en");
  const named = names.flatMap((name) => {
    const [kind, word = ""] = name.split("/");
    const place = english.findIndex(({ fact, told }) => fact.kind === kind && told.includes(word));
    return claims.slice(place, place + 1);
  });
  expect(named).toHaveLength(names.length);
  return checker.sentence(text, named, language).kind;
}

const A = "2026-02-04T16:45:00Z";
const C = "2026-02-07T06:00:00Z";
const D = "2026-02-16T18:00:00Z";
const F = "2026-02-28T15:00:00Z";

it.each<Row>([
  // "The two sides" and "they" would be those just named.
  [
    F,
    "en",
    ["event/Israel", "last-round"],
    "Israel used force against Iran on Saturday 28 February 2026, and the two sides last met on Thursday 26 February in Geneva.",
  ],
  [
    F,
    "en",
    ["event/Israel", "phase"],
    "Israel used force against Iran and talks between the two sides are suspended, according to the mediator or host.",
  ],
  [
    A,
    "en",
    ["event/on Oman", "dispute/agenda"],
    "Iran made a demand on Oman, and they disagree over the agenda.",
  ],
  [
    A,
    "ar",
    ["event/on Oman", "dispute/agenda"],
    "وجّهت إيران مطالبة إلى عُمان بشأن البرنامج النووي، ويختلف الطرفان على جدول الأعمال.",
  ],
  [
    A,
    "fa",
    ["event/on Oman", "dispute/agenda"],
    "ایران از عمان درخواستی کرد و آنها بر سر دستور کار اختلاف دارند.",
  ],
  // What follows words without quotation marks would be the speaker's, too.
  [
    A,
    "en",
    ["statement/Leavitt", "event/rebuffed"],
    "Karoline Leavitt said the talks were still planned for Friday, but that their place was under discussion and Iran rebuffed the United States.",
  ],
  [
    C,
    "en",
    ["statement/White House said", "event/used force"],
    "The White House said Trump's first choice on Iran is diplomacy and the United States used force against Iran.",
  ],
  // A deed of one day is none that goes on since.
  [
    F,
    "en",
    ["event/Israel"],
    "Israel has used force against Iran since Saturday 28 February 2026.",
  ],
  [F, "ar", ["event/Israel"], "منذ 28 فبراير استخدمت إسرائيل القوة ضد إيران."],
  [F, "fa", ["event/Israel"], "اسرائیل از ۹ اسفند ۱۴۰۴ علیه ایران به زور متوسل شده است."],
  // A delegation comes to talks, and not with a deed.
  [
    A,
    "en",
    ["event/used force", "delegation/Witkoff"],
    "The United States used force against Iran, with Steve Witkoff at the head of the US delegation.",
  ],
  // What follows "after they had adjourned" would be read under it.
  [
    F,
    "en",
    ["change/adjourned", "event/Israel"],
    "The talks are suspended, according to the mediator or host, after they had adjourned and Israel used force against Iran.",
  ],
  [
    F,
    "ar",
    ["change/adjourned", "event/Israel"],
    "المحادثات معلّقة، وفق ما أعلنه الوسيط أو البلد المضيف، بعد أن كانت مرفوعة على أن تُستأنف واستخدمت إسرائيل القوة ضد إيران.",
  ],
  [
    F,
    "fa",
    ["change/adjourned", "event/Israel"],
    "مذاکرات معلق شده است، به گفته میانجی یا میزبان، در حالی که پیش‌تر متوقف تا ازسرگیری بود و اسرائیل علیه ایران به زور متوسل شد.",
  ],
  // Nobody is "she" or "he" whom the words may not mean.
  [
    F,
    "en",
    ["statement/happy", "statement/Trump, president of the United States, sounded"],
    "Donald Trump said on the talks: “I can't say that I'm happy with these negotiations”, and she sounded cautious.",
  ],
  // A day behind the last of several deeds would be the first one's, too.
  [
    D,
    "en",
    ["event/rebuffed", "event/imposed"],
    "Iran rebuffed the United States and the United States imposed sanctions on Iran on 6 February.",
  ],
  [
    D,
    "ar",
    ["event/rebuffed", "event/imposed"],
    "رفضت إيران موقف الولايات المتحدة، وفرضت الولايات المتحدة عقوبات على إيران يوم الجمعة 6 فبراير/شباط.",
  ],
  [
    D,
    "fa",
    ["event/imposed", "event/United States made"],
    "آمریکا روز ۱۷ بهمن ایران را تحریم کرد و از ایران درخواستی کرد.",
  ],
  // A day or a topic that leads is of both.
  [
    D,
    "en",
    ["event/imposed", "event/used force"],
    "On 6 February the United States imposed sanctions on Iran and used force against Iran.",
  ],
  [
    D,
    "en",
    ["event/United States made", "event/rebuffed"],
    "On enrichment, the United States made a demand on Iran, and Iran rebuffed the United States.",
  ],
  // "They" after words of a third party.
  [
    F,
    "en",
    ["statement/hopeful", "last-round"],
    "Badr Albusaidi sounded hopeful, and they last met on 26 February.",
  ],
  // Each speaker has a topic of their own, and whose minister it is must be plain.
  [
    D,
    "en",
    ["statement/Trump", "statement/Rubio"],
    "Trump spoke on the talks and Rubio on the venue and format.",
  ],
  [
    D,
    "ar",
    ["statement/cautious on guarantees", "statement/Rubio"],
    "أبدى عراقجي حذراً بشأن الضمانات، وتحدّث وزير خارجيته ماركو روبيو عن المحادثات.",
  ],
  // "It" may mean whom a clause names beside the target.
  [
    F,
    "en",
    ["event/Israel", "event/threatened"],
    "Israel used force against Iran and the United States threatened it.",
  ],
])("at %s in %s, a sentence that joins %j falls: %s", (...row) => {
  expect(kindOf(row)).toBe("unsupported");
});

it("a semicolon parts a speaker's words from the next claim", () => {
  const names = ["statement/White House said", "event/used force"];
  const text =
    "The White House said Trump's first choice on Iran is diplomacy; the United States used force against Iran.";
  expect(kindOf([C, "en", names, text])).toBe("supported");
});

it.each<Row>([
  [
    D,
    "en",
    ["event/used force", "event/United States made"],
    "The United States used force against Iran on 4 February and made a demand on it over enrichment on 11 February.",
  ],
  [
    D,
    "ar",
    ["event/used force", "event/imposed"],
    "استخدمت الولايات المتحدة القوة ضد إيران يوم 4 فبراير/شباط، وفرضت عليها عقوبات يوم 6 فبراير/شباط.",
  ],
  [
    D,
    "fa",
    ["statement/Trump", "statement/State Department"],
    "ترامپ درباره محل و شکل گفت‌وگو و وزارت خارجه آمریکا درباره تحریم‌ها سخن گفت.",
  ],
  [
    D,
    "ar",
    ["event/forces", "event/imposed"],
    "يوم الجمعة 6 فبراير/شباط حشدت الولايات المتحدة قوة عسكرية في مواجهة إيران، وفرضت عقوبات على إيران.",
  ],
])("at %s in %s, a sentence that joins %j stands: %s", (...row) => {
  expect(kindOf(row)).toBe("supported");
});
