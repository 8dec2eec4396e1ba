import type { Dossier } from "../config/dossier.ts";
import type { Places } from "../config/places.ts";
import type { Language } from "../lib/language.ts";
import { catalogOf } from "./catalog.ts";
import { formatZoneOffset } from "./dates.ts";

/** Where names in each language come from. */
export type Names = { readonly dossier: Dossier; readonly places: Places };

/** The name of a person or an institution by its English one, or null for one that the dossier does not know. */
export function personName(
  { dossier: { people, institutions } }: Names,
  name: string,
  language: Language,
): string | null {
  if (language === "en") return name;
  const known =
    people.find((person) => person.name === name) ??
    institutions.find((institution) => institution.name === name);
  return known?.names[language] ?? null;
}

/** The name of an actor or a country by its code, or null for one that nobody knows. */
export const actorName = (
  { dossier, places }: Names,
  code: string,
  language: Language,
): string | null =>
  dossier.actors.find((actor) => actor.code === code)?.names[language] ??
  places.countries.find((country) => country.code === code)?.names[language] ??
  null;

/** The name of a city by its English one, or null for one that the seeds do not know. */
export function cityName(
  { dossier, places }: Names,
  city: string,
  language: Language,
): string | null {
  const venue = dossier.venues.find((known) => known.city === city);
  if (venue !== undefined) return venue.names[language];
  const place = places.cities.find((known) => known.city === city);
  if (place === undefined) return null;
  return language === "en" ? place.city : place.names[language];
}

/**
 * Whose clock an IANA zone is. Zones are named after their great city, or the capital that keeps
 * their time, as Doha that of Asia/Qatar; one without is told by its distance from Greenwich at `at`.
 */
export function zoneName(names: Names, timeZone: string, at: Date, language: Language): string {
  const city = timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
  const { cities } = names.places;
  const seat = cities.find((known) => known.capital && known.timeZone === timeZone)?.city ?? "";
  const name = cityName(names, city, language) ?? cityName(names, seat, language);
  return name === null
    ? formatZoneOffset(language, at, timeZone)
    : catalogOf(language)["zone.city"]({ city: name });
}
