import { type Language, LANGUAGES } from "../../src/lib/language.ts";

/** A language of ours that a word names, or null. */
export const languageNamed = (word: string | undefined): Language | null =>
  LANGUAGES.find((language) => language === word) ?? null;

/** More than any browser sends. */
const MOST_RANGES = 20;

/** The language of ours that a client likes best (RFC 9110, section 12.5.4), or null. */
export function languageLiked(acceptLanguage: string | undefined): Language | null {
  const ranges = (acceptLanguage ?? "")
    .split(",", MOST_RANGES)
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((each) => each.startsWith("q="))?.slice(2) ?? "1";
      return { language: languageNamed(tag.split("-")[0]), weight: Number(weight) };
    })
    .filter(({ weight }) => weight > 0);
  return ranges
    .toSorted((a, b) => b.weight - a.weight)
    .reduce<Language | null>((liked, { language }) => liked ?? language, null);
}
