import { REST } from "discord.js";
import type { DiscordConfig } from "./config.ts";

/** How long one request may take. */
const TIMEOUT_MS = 10_000;

/** Settings of Discord's REST under which nothing waits and nothing is tried twice. */
export const restOptions = ({ apiRoot }: DiscordConfig) => ({
  api: apiRoot,
  version: "10",
  retries: 0,
  timeout: TIMEOUT_MS,
  rejectOnRateLimit: () => true,
});

/** Discord's REST for our bot. */
export type DiscordRest = {
  /** The library after each 401 forgets the token, so it is given anew. */
  readonly ready: () => REST;
};

/** Discord's REST for the bot of a configuration. */
export function createRest(config: DiscordConfig): DiscordRest {
  const rest = new REST(restOptions(config));
  return { ready: () => rest.setToken(config.token.reveal()) };
}
