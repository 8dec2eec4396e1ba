import type { Cities, City } from "../../config/cities.ts";
import { country } from "./country-name.ts";
import { type Language, LANGUAGES } from "../../lib/language.ts";
import { comparable } from "../arguments/option-value.ts";
import { readOffset, offsetsAt } from "./zone-offsets.ts";

/** Who searches, and when: summer time decides which cities are at a distance from Greenwich. */
export type CitySearcher = { readonly language: Language; readonly now: Date };

/**
 * Cities for what someone has typed so far, best first: a whole name, then names that begin so, then
 * words in names, then countries; within each the most looked-for first. "UTC+3:30" finds cities that are
 * so far from Greenwich now, "Asia/Te" IANA zones. Letters, diacritics and case are as one.
 */
export function searchCities(
  cities: Cities,
  typed: string,
  searcher: CitySearcher,
  limit: number,
): readonly City[] {
  const wanted = wordsOf(typed);
  if (wanted === "") return oncePerZone(cities.cities).slice(0, limit);
  const offset = readOffset(typed);
  if (offset !== null) return atOffset(cities, offset, searcher.now).slice(0, limit);
  const zone = typed.trim().toLowerCase().replaceAll(" ", "_");
  const isZone = zone.includes("/");
  const ranked: City[][] = [[], [], [], []];
  for (const entry of entriesOf(cities)) {
    const rank = isZone ? zoneRank(entry, zone) : nameRank(entry, wanted);
    if (rank !== null) ranked[rank]?.push(entry.city);
  }
  return ranked.flat().slice(0, limit);
}

type Entry = {
  readonly city: City;
  readonly zone: string;
  /** Each with a space before it and between its words. */
  readonly names: readonly string[];
  readonly countries: readonly string[];
};

const entries = new WeakMap<Cities, readonly Entry[]>();

function entriesOf(cities: Cities): readonly Entry[] {
  const known = entries.get(cities) ?? cities.cities.map(entryOf);
  entries.set(cities, known);
  return known;
}

function entryOf(city: City): Entry {
  const names = [...LANGUAGES.map((language) => city.names[language]), ...city.also];
  const folded = names.flatMap((name) => [name, name.replaceAll(ZWNJ, " ")]).map(wordsOf);
  return {
    city,
    zone: city.zone.toLowerCase(),
    names: [...new Set(folded.flatMap((name) => [name, withoutArticle(name)]))].map(spaced),
    countries: LANGUAGES.map((language) => spaced(wordsOf(country(city, language) ?? ""))),
  };
}

/** People write «لس‌آنجلس» with a space, too. */
const ZWNJ = "\u200c";

/** Words as they are compared, with one space between them. */
const wordsOf = (text: string): string =>
  comparable(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** People look for «الرياض» under its article and without it. */
const withoutArticle = (name: string): string => name.replace(/^\u0627\u0644/u, "");

const spaced = (name: string): string => ` ${name}`;

function nameRank({ names, countries }: Entry, wanted: string): number | null {
  const begun = spaced(wanted);
  if (names.includes(begun)) return 0;
  if (names.some((name) => name.startsWith(begun))) return 1;
  if (names.some((name) => name.includes(begun))) return 2;
  return countries.some((name) => name.startsWith(begun)) ? 3 : null;
}

const zoneRank = ({ zone }: Entry, wanted: string): number | null => {
  if (zone === wanted) return 0;
  return zone.startsWith(wanted) ? 1 : null;
};

function atOffset(cities: Cities, offset: number, now: Date): readonly City[] {
  const offsets = offsetsAt(cities, now);
  return oncePerZone(cities.cities.filter(({ zone }) => offsets.get(zone) === offset));
}

function oncePerZone(cities: readonly City[]): readonly City[] {
  const seen = new Set<string>();
  return cities.filter(({ zone }) => seen.size < seen.add(zone).size);
}
