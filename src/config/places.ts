import { z } from "zod";
import { InEveryLanguage } from "../lib/language.ts";
import { Aliases, Country, TimeZone } from "./seed-fields.ts";

const CountryEntry = z.strictObject({
  code: Country,
  names: InEveryLanguage,
  /** Further names of the country: "Sultanate of Oman", "سلطنة عمان". */
  aliases: Aliases.prefault({}),
  /** Nationality, in the genders and numbers that the language has: "Omani", "العمانية", "عمانی". */
  adjectives: Aliases,
});

const City = z.strictObject({
  /** Common English name; unique together with the country. */
  city: z.string().min(1),
  country: Country,
  timeZone: TimeZone,
  capital: z.boolean().default(false),
  names: z.strictObject({ ar: z.string().min(1), fa: z.string().min(1) }),
  aliases: Aliases.prefault({}),
});

/** The gazetteer (`seeds/places.yaml`): countries that news names, and cities where talks are held. */
export const Places = z
  .strictObject({ countries: z.array(CountryEntry), cities: z.array(City) })
  .superRefine(({ countries, cities }, context) => {
    const refuseTwice = (list: "countries" | "cities", keys: readonly string[]) => {
      for (const [i, key] of keys.entries())
        if (keys.indexOf(key) < i)
          context.addIssue({ code: "custom", path: [list, i], message: `${key} is listed twice` });
    };
    refuseTwice(
      "countries",
      countries.map((country) => country.code),
    );
    refuseTwice(
      "cities",
      cities.map(({ city, country }) => `${city}, ${country}`),
    );
  });

/** The gazetteer: countries that news names, and cities where talks are held. */
export type Places = z.output<typeof Places>;
