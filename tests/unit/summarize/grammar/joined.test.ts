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
])("at %s in %s, a sentence that joins %j falls: %s", (...row) => {
  expect(kindOf(row)).toBe("unsupported");
});

it("a semicolon parts a speaker's words from the next claim", () => {
  const names = ["statement/White House said", "event/used force"];
  const text =
    "The White House said Trump's first choice on Iran is diplomacy; the United States used force against Iran.";
  expect(kindOf([C, "en", names, text])).toBe("supported");
});
