import type { IsoWeekday } from "../../deliveries/schedule.ts";
import { tagOf } from "../../i18n/locale.ts";
import { type Language, LANGUAGES } from "../../lib/language.ts";
import { comparable } from "../arguments/option-value.ts";

const ISO_WEEKDAYS: readonly IsoWeekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Days of the week in the order of a language's week. */
export const weekOf = (language: Language): readonly IsoWeekday[] =>
  language === "fa"
    ? [6, 7, 1, 2, 3, 4, 5]
    : language === "ar"
      ? [7, 1, 2, 3, 4, 5, 6]
      : ISO_WEEKDAYS;

/** The name of a day of the week. */
export const weekdayName = (
  language: Language,
  day: IsoWeekday,
  width: "long" | "short" = "long",
): string =>
  new Intl.DateTimeFormat(tagOf(language), { weekday: width, timeZone: "UTC" }).format(
    new Date(Date.UTC(2024, 0, day)),
  );

/** The day of the week that a word names in any language; null for none. */
export function readWeekday(said: string): IsoWeekday | null {
  const wanted = withoutArticle(comparable(said).replaceAll(" ", ""));
  return (
    ISO_WEEKDAYS.find((day) =>
      LANGUAGES.some((language) =>
        namesOf(language, day).some((name) => name === wanted || `${name}s` === wanted),
      ),
    ) ?? null
  );
}

const namesOf = (language: Language, day: IsoWeekday): readonly string[] =>
  (["long", "short"] as const).map((width) =>
    withoutArticle(comparable(weekdayName(language, day, width)).replaceAll(" ", "")),
  );

/** «الاثنين» and «اثنين» are one day. */
const withoutArticle = (name: string): string => name.replace(/^\u0627\u0644/u, "");
