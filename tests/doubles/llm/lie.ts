import type { ReadPrompt } from "./claims.ts";
import type { Draft, Sentence } from "./draft.ts";

/** A change that was made to an honest sentence. */
export type PlantedLie = {
  readonly kind: LieKind;
  readonly honest: string;
  readonly text: string;
  readonly claims: readonly string[];
};

type LieKind = "number" | "negation" | "claim" | "invention";
type Language = "en" | "ar" | "fa";

const DENIALS: Readonly<Record<Language, string>> = {
  en: "It is not true that ",
  ar: "ليس صحيحا أن ",
  fa: "درست نیست که ",
};

const INVENTIONS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "The two sides signed a final agreement in Geneva.",
    "All sanctions were lifted on Monday.",
    "Three envoys resigned over the dispute.",
  ],
  ar: [
    "وقع الجانبان اتفاقا نهائيا في جنيف.",
    "رفعت جميع العقوبات يوم الاثنين.",
    "استقال ثلاثة مبعوثين بسبب الخلاف.",
  ],
  fa: [
    "دو طرف توافق نهایی را در ژنو امضا کردند.",
    "همهٔ تحریم‌ها روز دوشنبه برداشته شد.",
    "سه فرستاده بر سر اختلاف استعفا کردند.",
  ],
};

/** Changes this share of a draft's sentences, and tells `plant` of each. */
export function lie(
  prompt: ReadPrompt,
  honest: Draft,
  means: {
    readonly share: number;
    readonly random: () => number;
    readonly plant: (lie: PlantedLie) => void;
  },
): Draft {
  const change = <S extends Sentence>(sentence: S): S => {
    if (means.random() >= means.share) return sentence;
    const [kind, text] = changed(sentence, prompt, means.random);
    means.plant({ kind, honest: sentence.text, text, claims: sentence.claims });
    return { ...sentence, text };
  };
  return {
    lead: honest.lead.map(change),
    positions: honest.positions.map(({ party, sentences }) => ({
      party,
      sentences: sentences.map(change),
    })),
    changes: honest.changes.map(change),
    translations: honest.translations,
    mended: honest.mended.map(change),
  };
}

function changed(
  { text, claims }: Sentence,
  prompt: ReadPrompt,
  random: () => number,
): readonly [LieKind, string] {
  const pick = <T>(items: readonly T[]): T | undefined =>
    items[Math.floor(random() * items.length)];
  const others = prompt.claims.filter(({ id, told }) => !claims.includes(id) && told !== text);
  const language = languageOf(text);
  const lies: (readonly [LieKind, string])[] = [
    ["negation", DENIALS[language] + text],
    ["invention", pick(INVENTIONS[language]) ?? text],
  ];
  const other = pick(others);
  if (other !== undefined) lies.push(["claim", other.told]);
  if (/\p{Nd}/u.test(text)) lies.push(["number", otherNumber(text)]);
  return pick(lies) ?? ["negation", DENIALS[language] + text];
}

/** The first digit becomes the next, in its own script. */
const otherNumber = (text: string): string =>
  text.replace(/\p{Nd}/u, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = [0x30, 0x660, 0x6f0].findLast((one) => one <= code) ?? 0x30;
    return String.fromCodePoint(zero + ((code - zero + 1) % 10));
  });

function languageOf(text: string): Language {
  if (!/\p{Script=Arabic}/u.test(text)) return "en";
  return /[پچژگکی]/u.test(text) ? "fa" : "ar";
}
