import { type CalendarDate, weekdayOf } from "../lib/calendar-date.ts";

/**
 * Whether a day is a working day in the country of an IANA zone, by CLDR's week data; Saturday and
 * Sunday are free where a zone belongs to no country.
 */
export const isWorkingDay = (date: CalendarDate, timeZone: string): boolean =>
  !weekendOf(timeZone).has(weekdayOf(date) || SUNDAY);

const [SATURDAY, SUNDAY] = [6, 7];
const USUAL: ReadonlySet<number> = new Set([SATURDAY, SUNDAY]);

function weekendOf(timeZone: string): ReadonlySet<number> {
  weekends ??= weekendsByZone();
  return weekends.get(canonical(timeZone)) ?? USUAL;
}

let weekends: ReadonlyMap<string, ReadonlySet<number>> | null = null;

/** Zones are listed by country, so the list is turned round once. */
function weekendsByZone(): ReadonlyMap<string, ReadonlySet<number>> {
  const byZone = new Map<string, ReadonlySet<number>>();
  for (const country of COUNTRIES) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- in ECMA-402, not yet in its types
    const locale = new Intl.Locale(`und-${country}`) as CountryLocale;
    const days = new Set(locale.getWeekInfo().weekend);
    // Where CLDR has but one free day, Friday in Iran or Sunday in India, offices rest on Saturday, too.
    const free = days.size === 1 ? new Set([...days, SATURDAY]) : days;
    for (const zone of locale.getTimeZones() ?? []) byZone.set(zone, free);
  }
  return byZone;
}

/** What `Intl.Locale` tells of a country (ECMA-402, "Intl Locale Info"). */
type CountryLocale = Intl.Locale & {
  /** Days of the week as ISO 8601 counts them. */
  getWeekInfo(): { readonly weekend: readonly number[] };
  getTimeZones(): readonly string[] | undefined;
};

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
const COUNTRIES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

const canonicals = new Map<string, string>();

/** Zones have several names: Asia/Calcutta is Asia/Kolkata. */
function canonical(timeZone: string): string {
  const known = canonicals.get(timeZone);
  if (known !== undefined) return known;
  const { timeZone: name } = new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions();
  canonicals.set(timeZone, name);
  return name;
}
