import { z } from "zod";
import { LanguageSchema } from "../lib/language.ts";
import { type Env, list, parseEnv } from "./env.ts";
import { TimeZone } from "./seed-fields.ts";

/** The levels at which {@link Config.LOG_LEVEL} may stand. */
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "silent"] as const;

/** An unset variable and an empty one mean the same. */
const unsetWhenEmpty = (value: unknown): unknown => (value === "" ? undefined : value);

/** For how many days something is kept, at least so many; 0 is for ever. */
const keptDays = (fewest: number) => {
  const error = `must be 0, which keeps them for ever, or a number of days from ${fewest} to ${MOST_DAYS}`;
  return z
    .string()
    .regex(/^\d{1,5}$/, { error })
    .transform(Number)
    .refine((days) => days === 0 || (days >= fewest && days <= MOST_DAYS), { error });
};

/** A century is as good as ever. */
const MOST_DAYS = 36_500;

/** The core's settings, as the environment names them; `.env.example` explains each. */
export const ConfigSchema = z.object({
  PARLEY_TALKS: z.preprocess(unsetWhenEmpty, list().prefault("iran-us")),
  PARLEY_LANG: z.preprocess(unsetWhenEmpty, LanguageSchema.default("en")),
  PARLEY_TZ: z.preprocess(unsetWhenEmpty, TimeZone.optional()),
  DATABASE_URL: z.preprocess(unsetWhenEmpty, z.string().default("file:data/parley.db")),
  PARLEY_ALLOW_PRIVATE_FEEDS: z.preprocess(
    unsetWhenEmpty,
    z.stringbool({ error: "use true or false" }).default(false),
  ),
  PARLEY_ADMINS: z.preprocess(
    unsetWhenEmpty,
    list()
      .refine((ids) => ids.every((id) => /^(telegram|discord):\d{1,20}$/.test(id)), {
        error: "must be ids such as telegram:42 or discord:80351110224678912, separated by commas",
      })
      .prefault(""),
  ),
  PARLEY_KEEP_TEXTS_DAYS: z.preprocess(unsetWhenEmpty, keptDays(7).default(90)),
  PARLEY_KEEP_DIGESTS_DAYS: z.preprocess(unsetWhenEmpty, keptDays(45).default(0)),
  LOG_LEVEL: z.preprocess(unsetWhenEmpty, z.enum(LOG_LEVELS).default("info")),
});

/** The core's settings. */
export type Config = z.output<typeof ConfigSchema>;

/**
 * Reads the core's settings.
 *
 * @throws {ConfigError} naming every setting that is wrong, and no value.
 */
export const parseConfig = (env: Env): Config => parseEnv(ConfigSchema, env);
