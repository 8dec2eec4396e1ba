import { foldWord } from "../../articles/word-forms.ts";
import type { Token } from "../../articles/tokens.ts";
import { weekdayNames } from "../../facts/dates/icu-names.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { Language } from "../../lib/language.ts";

/** Whether the words of a day name another weekday than its own: "Saturday 6 February" of a Friday. */
export function namesOtherWeekday(
  words: readonly Token[],
  date: CalendarDate,
  language: Language,
): boolean {
  const number = words.findIndex(({ kind }) => kind === "number");
  const before = (number < 0 ? words : words.slice(0, number)).map(({ text }) => text).join("");
  const named = NAMES[language]
    .map((name, day) => ({ name, day }))
    .filter(({ name }) => before.endsWith(name))
    // Persian Saturday ends the names of the days after it.
    .toSorted((one, other) => other.name.length - one.name.length)[0];
  return named !== undefined && named.day !== new Date(`${date}T00:00:00Z`).getUTCDay();
}

const namesOf = (language: Language): readonly string[] => weekdayNames(language).map(foldWord);

/** Folded, Sunday first. */
const NAMES: Readonly<Record<Language, readonly string[]>> = {
  en: namesOf("en"),
  ar: namesOf("ar"),
  fa: namesOf("fa"),
};
