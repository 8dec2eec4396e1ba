import type { Language } from "../lib/language.ts";
import { listOf, plural, tagOf } from "./locale.ts";

const MINUTE_MS = 60_000;
const UNITS = [
  ["day", 1_440],
  ["hour", 60],
  ["minute", 1],
] as const;

type Unit = (typeof UNITS)[number][0];

/** How long until an instant, in its two largest units: "in 1 day and 16 hours"; null once it has come. */
export function formatCountdown(language: Language, from: Date, to: Date): string | null {
  let left = Math.ceil((to.getTime() - from.getTime()) / MINUTE_MS);
  if (left <= 0) return null;
  const parts = UNITS.flatMap(([unit, minutes]): string[] => {
    const count = Math.floor(left / minutes);
    left -= count * minutes;
    return count === 0 ? [] : [lengthOf(language, unit, count)];
  });
  return AHEAD[language](listOf(language, parts.slice(0, 2)));
}

/** What a program needs to count down in the same words: `#` stands for a number, `{0}` and `{1}` for lengths. */
export const countdownWords = (language: Language) => ({
  tag: tagOf(language),
  ahead: AHEAD[language]("{0}"),
  pair: listOf(language, ["{0}", "{1}"]),
  units: FORMS[language],
});

const AHEAD: Readonly<Record<Language, (length: string) => string>> = {
  en: (length) => `in ${length}`,
  ar: (length) => `بعد ${length}`,
  fa: (length) => `${length} دیگر`,
};

function lengthOf(language: Language, unit: Unit, count: number): string {
  switch (language) {
    case "en":
      return plural("en", count, ENGLISH[unit]);
    case "ar":
      return plural("ar", count, ARABIC[unit]);
    case "fa":
      return plural("fa", count, PERSIAN[unit]);
  }
}

const ENGLISH = {
  day: { one: "# day", other: "# days" },
  hour: { one: "# hour", other: "# hours" },
  minute: { one: "# minute", other: "# minutes" },
} as const;

const ARABIC = {
  day: {
    zero: "أقل من يوم",
    one: "يوم واحد",
    two: "يومين",
    few: "# أيام",
    many: "# يوماً",
    other: "# يوم",
  },
  hour: {
    zero: "أقل من ساعة",
    one: "ساعة واحدة",
    two: "ساعتين",
    few: "# ساعات",
    many: "# ساعة",
    other: "# ساعة",
  },
  minute: {
    zero: "أقل من دقيقة",
    one: "دقيقة واحدة",
    two: "دقيقتين",
    few: "# دقائق",
    many: "# دقيقة",
    other: "# دقيقة",
  },
} as const;

const PERSIAN = {
  day: { one: "# روز", other: "# روز" },
  hour: { one: "# ساعت", other: "# ساعت" },
  minute: { one: "# دقیقه", other: "# دقیقه" },
} as const;

const FORMS = { en: ENGLISH, ar: ARABIC, fa: PERSIAN } as const;
