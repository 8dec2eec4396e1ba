import type { Places } from "../../config/places.ts";

/** Capitals by their country's ISO 3166 alpha-3 code. */
export type Capitals = ReadonlyMap<string, { readonly city: string; readonly timeZone: string }>;

/** The capitals that the gazetteer knows. */
export function capitalsOf({ cities }: Places): Capitals {
  return new Map(
    cities
      .filter(({ capital }) => capital)
      .map(({ city, country, timeZone }) => [country, { city, timeZone }]),
  );
}
