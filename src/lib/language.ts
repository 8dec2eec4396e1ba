import { z } from "zod";

/** The languages Parley reads and writes, as BCP 47 tags. */
export const LANGUAGES = ["en", "ar", "fa"] as const;

/** A language Parley reads and writes. */
export type Language = (typeof LANGUAGES)[number];

/** Accepts one of {@link LANGUAGES} where data comes in. */
export const LanguageSchema = z.enum(LANGUAGES);

/** One text in every language; a missing translation is refused where data comes in. */
export const InEveryLanguage = z.strictObject({
  en: z.string().min(1),
  ar: z.string().min(1),
  fa: z.string().min(1),
});

/** One text in every language. */
export type InEveryLanguage = z.output<typeof InEveryLanguage>;
