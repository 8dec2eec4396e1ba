import type { Cities, City } from "../../config/cities.ts";
import { formatZoneOffset } from "../../i18n/dates.ts";
import { catalogOf } from "../../i18n/catalog.ts";
import { commaOf } from "../../i18n/locale.ts";
import type { Language } from "../../lib/language.ts";
import type { Completion } from "../../platform/conversation.ts";
import { country } from "./country-name.ts";
import { type CitySearcher, searchCities } from "./search-cities.ts";

/** The zone (IANA) that someone means by a city, a zone or a distance from Greenwich; null for none. */
export function readZone(cities: Cities, said: string, searcher: CitySearcher): string | null {
  const plain = said.trim();
  if (plain.length < 2) return null;
  return (
    cities.cities.find(({ zone }) => zone === plain)?.zone ??
    searchCities(cities, plain, searcher, 1)[0]?.zone ??
    (isZone(plain) ? plain : null)
  );
}

/** Only whole names: Intl also takes "EST" and such, which know no summer. */
function isZone(said: string): boolean {
  if (!/^[A-Za-z_]+(?:\/[\w+-]+){1,2}$/.test(said)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: said }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Whose clock a zone is: "Tehran time", or its distance from Greenwich where no city is known in it. */
export function zoneLabel(cities: Cities, timeZone: string, language: Language, at: Date): string {
  const first = cities.cities.find(({ zone }) => zone === timeZone);
  if (first === undefined) return formatZoneOffset(language, at, timeZone);
  return catalogOf(language)["zone.city"]({ city: first.names[language] });
}

/** Cities to choose from for what someone has typed: "Mashhad, Iran (GMT+3:30)"; the values are zones. */
export const completeCity = (
  cities: Cities,
  typed: string,
  searcher: CitySearcher,
): readonly Completion[] =>
  searchCities(cities, typed, searcher, MOST_COMPLETIONS).map((city) => ({
    label: cityLabel(city, searcher),
    value: city.zone,
  }));

const MOST_COMPLETIONS = 25;

/** A city with its country and its distance from Greenwich. */
export function cityLabel(city: City, { language, now }: CitySearcher): string {
  const place = [city.names[language], country(city, language)].filter((part) => part !== null);
  return `${place.join(commaOf(language))} (${formatZoneOffset(language, now, city.zone)})`;
}
