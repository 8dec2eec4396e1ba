import { z } from "zod";
import { type Env, parseEnv, secret } from "../../src/config/env.ts";

const unsetWhenEmpty = (value: unknown): unknown => (value === "" ? undefined : value);

const Port = z.coerce
  .number({ error: "use a port, 0 for any that is free, or off" })
  .int()
  .min(0)
  .max(65_535);

/** The web's settings; `.env.example` explains each. */
export const WebSettings = z.object({
  PARLEY_HTTP_PORT: z.preprocess(unsetWhenEmpty, z.union([z.literal("off"), Port]).default(8080)),
  PARLEY_HTTP_HOST: z.preprocess(unsetWhenEmpty, z.string().max(255).default("127.0.0.1")),
  PARLEY_PUBLIC_URL: z.preprocess(
    unsetWhenEmpty,
    z
      .url({ protocol: /^https?$/, error: "use an address that begins with https://" })
      .refine((url) => !/[?#]/.test(url), { error: "must have neither ? nor #" })
      .transform((url) => url.replace(/(?<!\/)\/+$/, ""))
      .optional(),
  ),
  PARLEY_METRICS_TOKEN: z.preprocess(
    unsetWhenEmpty,
    z
      .string()
      .regex(/^[\w.~+/-]{16,256}=*$/, "use at least 16 letters and digits")
      .pipe(secret())
      .optional(),
  ),
});

type Settings = z.output<typeof WebSettings>;

/** The web's settings where it is on. */
export type WebConfig = Omit<Settings, "PARLEY_HTTP_PORT"> & { readonly PARLEY_HTTP_PORT: number };

/**
 * Reads the web's settings; null where it is off.
 *
 * @throws {ConfigError} naming every setting that is wrong, and no value.
 */
export function parseWebConfig(env: Env): WebConfig | null {
  const { PARLEY_HTTP_PORT, ...rest } = parseEnv(WebSettings, env);
  return PARLEY_HTTP_PORT === "off" ? null : { ...rest, PARLEY_HTTP_PORT };
}
