import countries from "i18n-iso-countries";
import type { City } from "../../config/cities.ts";
import { tagOf } from "../../i18n/locale.ts";
import type { Language } from "../../lib/language.ts";

const names = new Map<Language, Intl.DisplayNames>();

/** The name of a city's country in a language; null for what is in no country. */
export function country({ country: code }: City, language: Language): string | null {
  const region = code === undefined ? undefined : countries.alpha3ToAlpha2(code);
  if (region === undefined) return null;
  const known = names.get(language) ?? new Intl.DisplayNames(tagOf(language), { type: "region" });
  names.set(language, known);
  // The ezafe stays unwritten, as everywhere in our Persian.
  return known.of(region)?.replaceAll("\u0654", "") ?? null;
}
