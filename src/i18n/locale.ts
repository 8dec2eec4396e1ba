import type { Language } from "../lib/language.ts";

/** The plural forms that CLDR gives each language; a test holds them against Intl. */
type PluralForms = {
  en: "one" | "other";
  ar: "zero" | "one" | "two" | "few" | "many" | "other";
  fa: "one" | "other";
};

/** A phrase in every plural form of a language; `#` stands for the count. */
export type Plural<L extends Language> = Readonly<Record<PluralForms[L], string>>;

/** The BCP 47 tags that give each language its digits: Arabic news writes 1, 2, 3, Persian ۱، ۲، ۳. */
const TAGS: Readonly<Record<Language, string>> = {
  en: "en-GB",
  ar: "ar-EG-u-nu-latn",
  fa: "fa-IR-u-nu-arabext",
};

/** The tag that Intl formats a language under. */
export const tagOf = (language: Language): string => TAGS[language];

/** Whether a language is written from right to left. */
export const isRightToLeft = (language: Language): boolean => language !== "en";

/** A number in the language's own digits. */
export const formatNumber = (language: Language, value: number): string =>
  NUMBERS[language].format(value);

const numbersOf = (language: Language) =>
  new Intl.NumberFormat(TAGS[language], { maximumFractionDigits: 1 });

/** Making one takes longer than writing a hundred numbers. */
const NUMBERS: Readonly<Record<Language, Intl.NumberFormat>> = {
  en: numbersOf("en"),
  ar: numbersOf("ar"),
  fa: numbersOf("fa"),
};

/** Picks the form for `count` and puts the count, in the language's digits, at `#`. */
export function plural<L extends Language>(language: L, count: number, forms: Plural<L>): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the test holds Intl to PluralForms
  const form = PLURALS[language].select(count) as PluralForms[L];
  return forms[form].replace("#", formatNumber(language, count));
}

const PLURALS: Readonly<Record<Language, Intl.PluralRules>> = {
  en: new Intl.PluralRules("en"),
  ar: new Intl.PluralRules("ar"),
  fa: new Intl.PluralRules("fa"),
};

/** Names in a row, as the language joins them: "A, B and C". */
export function listOf(language: Language, items: readonly string[]): string {
  if (language !== "fa") return new Intl.ListFormat(TAGS[language]).format(items);
  // ICU puts a comma before the last «و» and a direction mark into the text; Persian writes neither.
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(commaOf("fa"))} و ${last}`;
}

/** What stands between two parts of a line. */
export const commaOf = (language: Language): string => (language === "en" ? ", " : "\u060c ");

/** What stands between two longer parts of a line. */
export const semicolonOf = (language: Language): string => (language === "en" ? "; " : "\u061b ");
