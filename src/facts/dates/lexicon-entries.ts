import { foldWord } from "../../articles/word-forms.ts";
import { CALENDARS, type Calendar } from "./calendars.ts";
import { DAY_PARTS, type DateLexicon, ROLES, UNITS } from "./date-lexicon.ts";
import type { DateWord } from "./date-words.ts";
import { monthNames, weekdayNames } from "./icu-names.ts";
import { numberEntries } from "./number-words.ts";

/** A phrase as a lexicon writes it, and what it means. */
export type DateEntry = readonly [phrase: string, word: DateWord];

/** Every phrase of a lexicon with its meaning, names from ICU included. */
export function entriesOf(lexicon: DateLexicon): DateEntry[] {
  return [
    ...CALENDARS.flatMap((calendar) => monthEntries(lexicon, calendar)),
    ...weekdayEntries(lexicon),
    ...numberEntries(lexicon),
    ...numbered(lexicon.relativeDays, (offset) => ({ kind: "relative-day", offset })),
    ...numbered(lexicon.relativeYears, (offset) => ({ kind: "relative-year", offset })),
    ...unitEntries(lexicon),
    ...DAY_PARTS.flatMap((part) => each(lexicon.dayParts[part], { kind: "day-part", part })),
    ...Object.entries(lexicon.clockTimes).flatMap(([time, phrases]) =>
      each(phrases, { kind: "clock-time", time }),
    ),
    ...each(lexicon.meridiems.am, { kind: "meridiem", half: "am" }),
    ...each(lexicon.meridiems.pm, { kind: "meridiem", half: "pm" }),
    ...Object.entries(lexicon.zones).flatMap(([timeZone, phrases]) =>
      each(phrases, { kind: "zone", timeZone }),
    ),
    ...each(lexicon.localTime, { kind: "zone", timeZone: null }),
    ...ROLES.flatMap((kind) => each(lexicon.roles[kind], { kind })),
  ];
}

const each = (phrases: readonly string[], word: DateWord): DateEntry[] =>
  phrases.map((phrase) => [phrase, word]);

const numbered = (
  table: Readonly<Record<string, readonly string[]>>,
  wordOf: (value: number) => DateWord,
): DateEntry[] =>
  Object.entries(table).flatMap(([value, phrases]) => each(phrases, wordOf(Number(value))));

function monthEntries(lexicon: DateLexicon, calendar: Calendar): DateEntry[] {
  const fullOnly = new Set(lexicon.monthsInFullOnly.map(foldWord));
  const afterPreposition = new Set(lexicon.monthsAfterPreposition.map(foldWord));
  const entry = (name: string, month: number): DateEntry => {
    const folded = foldWord(name);
    const weak = afterPreposition.has(folded) ? "after-preposition" : "yes";
    return [name, { kind: "month", calendar, month, alone: fullOnly.has(folded) ? "no" : weak }];
  };
  const fromIcu = lexicon.locales[calendar].flatMap((locale) =>
    monthNames(locale, calendar).map((name, at) => entry(name, at + 1)),
  );
  const fromFile = Object.entries(lexicon.months[calendar]).flatMap(([month, names]) =>
    names.map((name) => entry(name, Number(month))),
  );
  return [...fromIcu, ...fromFile];
}

function weekdayEntries(lexicon: DateLexicon): DateEntry[] {
  const fullOnly = new Set(lexicon.weekdaysInFullOnly.map(foldWord));
  const entry = (name: string, day: number): DateEntry => [
    name,
    { kind: "weekday", day, alone: !fullOnly.has(foldWord(name)) },
  ];
  const locale = lexicon.locales.gregorian[0] ?? "en";
  return [
    ...weekdayNames(locale).map(entry),
    ...Object.entries(lexicon.weekdays).flatMap(([day, names]) =>
      names.map((name) => entry(name, Number(day))),
    ),
  ];
}

const unitEntries = ({ units }: DateLexicon): DateEntry[] =>
  UNITS.flatMap((unit) => [
    ...each(units[unit].one, { kind: "unit", unit, count: 1, named: false }),
    ...each(units[unit].two, { kind: "unit", unit, count: 2, named: false }),
    ...each(units[unit].many, { kind: "unit", unit, count: null, named: false }),
    ...each(units[unit].named, { kind: "unit", unit, count: null, named: true }),
  ]);
