import { join } from "node:path";
import { z } from "zod";
import { loadYaml } from "../../config/load-yaml.ts";
import { TimeZone } from "../../config/seed-fields.ts";
import type { Language } from "../../lib/language.ts";

const Words = z.array(z.string().min(1)).default([]);
const wordsBy = (key: z.ZodString) => z.record(key, Words).prefault({});
const Whole = z.string().regex(/^-?[0-9]{1,3}$/, "use a whole number");

/** Small words of the grammar, by the part they play in a phrase. */
export const ROLES = [
  "next",
  "coming",
  "after-next",
  "last",
  "this",
  "ago-before",
  "ago-after",
  "in-before",
  "in-after",
  "within",
  "during",
  "over-past",
  "other-event",
  "day-word",
  "month-word",
  "year-word",
  "of",
  "the",
  "to",
  "and",
  "preposition",
  "since",
  "before",
  "between",
  "part-of-month",
  "habitual",
  "ordinal-ending",
  "clock",
  "after-hour",
  "half",
  "quarter",
  "quarter-less",
  "clock-minutes",
  "at",
  "moved",
  "clause",
  "same",
  "era",
  "place-word",
  "corresponding",
  "decoy",
  "past",
  "future",
  "weak-future",
  "was-due",
  "auxiliary",
  "gathering",
  "over",
  "held",
  "outcome",
  "object",
  "days-word",
  "deadline",
  "part-of-week",
] as const;

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** Stretches of a day, by how their clock hours count. */
export const DAY_PARTS = ["morning", "noon", "afternoon", "evening", "night"] as const;

/** One of {@link DAY_PARTS}. */
export type DayPart = (typeof DAY_PARTS)[number];

/** Units of time that phrases count in. */
export const UNITS = ["hour", "day", "week", "weekend", "month", "year"] as const;

/** One of {@link UNITS}. */
export type Unit = (typeof UNITS)[number];

/**
 * `one` and `two` say how many by themselves (يوم, يومين), `many` needs a number, and `named` is the
 * unit that directions point to: "next week".
 */
const UnitWords = z.strictObject({ one: Words, two: Words, many: Words, named: Words });

/**
 * How a language writes dates (`seeds/lexicon/<lang>.dates.yaml`). Names of months and weekdays come
 * from ICU for the locales listed; the file adds what ICU lacks. Words match as written but for
 * diacritics and letter forms, after the proclitics and before the enclitics given.
 */
const DateLexiconSchema = z.strictObject({
  proclitics: Words,
  /** A proclitic that merges with the start of a word: `[لل, ال]` (what is written, what stays). */
  merged: z.array(z.tuple([z.string(), z.string()])).default([]),
  enclitics: Words,
  /** Names of months and weekdays begin with a capital letter. */
  capitals: z.boolean(),
  monthFirst: z.boolean(),
  /** "next Friday" rather than "Friday next"; after the noun in Arabic and Persian. */
  directionFirst: z.boolean(),
  /** "next Friday" may skip the Friday of this week. */
  nextMaySkip: z.boolean(),
  /** The verb ends the clause. */
  verbFinal: z.boolean(),
  /** How compound numbers are written: `twenty two`, `twenty and two`, `two andtwenty`. */
  compounds: z.enum(["tens-units", "tens-and-units", "units-and-tens"]),
  /** The conjunction of compound numbers. */
  and: z.string().default(""),
  /** First day of the week, 0 for Sunday; days of the weekend in their order. */
  weekStart: z.int().min(0).max(6),
  weekend: z.tuple([z.int().min(0).max(6), z.int().min(0).max(6)]),
  /** The calendar that "this month" counts in. */
  calendar: z.enum(["gregorian", "jalali"]),
  /** The calendar of years such as 1404, which no Gregorian date in the news has. */
  oldYears: z.enum(["jalali", "hijri"]),
  locales: z.strictObject({ gregorian: Words, jalali: Words, hijri: Words }),
  months: z.strictObject({
    gregorian: wordsBy(Whole),
    jalali: wordsBy(Whole),
    hijri: wordsBy(Whole),
  }),
  /** Names of months that are also words: alone they need a preposition before them. */
  monthsAfterPreposition: Words,
  /** Names of months that are also names or common words: they need a day, a year or such. */
  monthsInFullOnly: Words,
  weekdays: wordsBy(Whole),
  weekdaysInFullOnly: Words,
  cardinals: wordsBy(Whole),
  ordinals: wordsBy(Whole),
  /** Days by their distance from today. */
  relativeDays: wordsBy(Whole),
  /** One-word periods: years by their distance from this year. */
  relativeYears: wordsBy(Whole),
  units: z.record(z.enum(UNITS), UnitWords),
  dayParts: z.record(z.enum(DAY_PARTS), Words),
  /** Phrases for a time of day, by `HH:MM`. */
  clockTimes: wordsBy(z.string().regex(/^[0-2][0-9]:[0-5][0-9]$/)),
  meridiems: z.strictObject({ am: Words, pm: Words }),
  zones: z.record(TimeZone, Words).default({}),
  localTime: Words,
  roles: z.record(z.enum(ROLES), Words),
  /** Endings and beginnings that tell a verb's tense, and words that only look so. */
  tenseForms: z.strictObject({
    pastEndings: Words,
    futureBeginnings: Words,
    weakFutureBeginnings: Words,
    except: Words,
    shortest: z.int().positive(),
  }),
});

/** How a language writes dates. */
export type DateLexicon = z.output<typeof DateLexiconSchema>;

/** The date lexicon of every language. */
export type DateLexicons = Readonly<Record<Language, DateLexicon>>;

/**
 * Reads `<lang>.dates.yaml` of every language from a folder.
 *
 * @throws {ConfigError} when a file is missing or wrong.
 */
export function loadDateLexicons(folder: string): DateLexicons {
  const load = (language: Language): DateLexicon =>
    loadYaml(join(folder, `${language}.dates.yaml`), DateLexiconSchema);
  return { en: load("en"), ar: load("ar"), fa: load("fa") };
}
