import countries from "i18n-iso-countries";
import { z } from "zod";

/** Names an entry of a seed file: lower-case words and hyphens. */
export const Identifier = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case words and hyphens");

/** A state by its ISO 3166 alpha-3 code, or another actor by a code of its own (`IAEA`, `EU`, `E3`). */
export const ActorCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,4}$/, "use an ISO 3166 alpha-3 code, or capitals such as IAEA");

/** A country by its ISO 3166 alpha-3 code. */
export const Country = z
  .string()
  .regex(/^[A-Z]{3}$/, "use an ISO 3166 alpha-3 code")
  .refine((code) => countries.isValid(code), { error: "no country has this alpha-3 code" });

/** A zone of the IANA time zone database, such as `Asia/Muscat`. */
export const TimeZone = z.string().refine(isTimeZone, { error: "use an IANA time zone" });

/**
 * How something may be written in each language; spelling variants that differ only in
 * diacritics, alef, yeh or kaf forms need no entry of their own.
 */
export const Aliases = z.strictObject({
  en: z.array(z.string().min(1)).default([]),
  ar: z.array(z.string().min(1)).default([]),
  fa: z.array(z.string().min(1)).default([]),
});

/** How something may be written in each language. */
export type Aliases = z.output<typeof Aliases>;

function isTimeZone(zone: string): boolean {
  if (!/^[A-Z]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
