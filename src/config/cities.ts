import { z } from "zod";
import { InEveryLanguage, LanguageSchema } from "../lib/language.ts";
import { Country, TimeZone } from "./seed-fields.ts";

const City = z.strictObject({
  zone: TimeZone,
  /** ISO 3166 alpha-3; none where there is none to name, as for UTC and where it is disputed. */
  country: Country.optional(),
  names: InEveryLanguage,
  /** Further names, in any language. */
  also: z.array(z.string().min(1)).default([]),
});

/** A city by which people name their time zone. */
export type City = z.output<typeof City>;

/** The cities of `seeds/cities.yaml`, the most looked-for first; a zone is told by its first city. */
export const Cities = z
  .strictObject({
    /** Where people who read a language most often live, as IANA names. */
    usualZones: z.partialRecord(LanguageSchema, TimeZone),
    cities: z.array(City).min(1),
  })
  .superRefine(({ cities }, context) => {
    const keys = cities.map(({ names, country }) => `${names.en}, ${country ?? ""}`);
    const seen = new Set<string>();
    for (const [i, key] of keys.entries()) {
      if (seen.has(key))
        context.addIssue({
          code: "custom",
          path: ["cities", i],
          message: `${key} is listed twice`,
        });
      seen.add(key);
    }
  });

/** The cities of `seeds/cities.yaml`, the most looked-for first; a zone is told by its first city. */
export type Cities = z.output<typeof Cities>;
