import { z } from "zod";
import { ConfigError, type Env, list, parseEnv, secret } from "../../src/config/env.ts";
import type { Secret } from "../../src/lib/secret.ts";

const Snowflake = z.string().regex(/^\d{17,20}$/, "use the number of 17 to 20 digits");

const unsetWhenEmpty = (value: unknown): unknown => (value === "" ? undefined : value);

/** Discord's settings, as the environment names them. */
export const DiscordSettings = z.object({
  DISCORD_TOKEN: z.preprocess(unsetWhenEmpty, secret().optional()),
  DISCORD_APPLICATION_ID: z.preprocess(unsetWhenEmpty, Snowflake.optional()),
  DISCORD_API_ROOT: z.preprocess(
    unsetWhenEmpty,
    z.url({ protocol: /^https?$/ }).default("https://discord.com/api"),
  ),
  DISCORD_GUILDS: z.preprocess(unsetWhenEmpty, list().pipe(z.array(Snowflake)).prefault("")),
});

/** What the adapter must know to speak for one application. */
export type DiscordConfig = {
  readonly token: Secret;
  readonly applicationId: string;
  /** Without a slash at its end and without a version. */
  readonly apiRoot: string;
  /** Servers that alone get the commands; empty for all. */
  readonly guilds: readonly string[];
};

/**
 * Reads Discord's settings; null when it is off, as it is with neither token nor application id.
 *
 * @throws {ConfigError} when a setting is malformed, or one of the two is there without the other.
 */
export function parseDiscordConfig(env: Env): DiscordConfig | null {
  const settings = parseEnv(DiscordSettings, env);
  const { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId } = settings;
  if (token === undefined && applicationId === undefined) return null;
  if (token === undefined)
    throw new ConfigError(["DISCORD_TOKEN: needed beside DISCORD_APPLICATION_ID"]);
  if (applicationId === undefined)
    throw new ConfigError(["DISCORD_APPLICATION_ID: needed beside DISCORD_TOKEN"]);
  return {
    token,
    applicationId,
    apiRoot: settings.DISCORD_API_ROOT.replace(/\/$/, ""),
    guilds: settings.DISCORD_GUILDS,
  };
}
