import { REST } from "discord.js";
import { boundedFetch } from "../../src/lib/bounded-fetch.ts";
import type { DiscordConfig } from "./config.ts";

/** How long one request may take. */
const TIMEOUT_MS = 10_000;

/** How long requests may wait for their turn within Discord's limits. */
export type Patience = { readonly patienceMs: number };

/** Deliveries wait in the outbox, not here. */
export const NO_PATIENCE: Patience = { patienceMs: 0 };

/** A person waits for the answer, and nothing else will send it. */
export const SOME_PATIENCE: Patience = { patienceMs: 8_000 };

/** Settings of Discord's REST under which nothing is tried twice and nothing waits for longer than asked. */
export const restOptions = ({ apiRoot }: DiscordConfig, { patienceMs }: Patience) => ({
  api: apiRoot,
  version: "10",
  retries: 0,
  timeout: TIMEOUT_MS,
  makeRequest,
  rejectOnRateLimit: ({ retryAfter, timeToReset }: Limited) =>
    Math.max(retryAfter, timeToReset) > patienceMs || patienceMs === 0,
});

/** Far more than any answer to what we call is long, in bytes. */
const LONGEST_ANSWER = 8_000_000;

/**
 * Node's own fetch, bounded. The library's undici sends through whatever dispatcher another undici of this
 * process has put in the global place, and one of another version refuses every form with a file.
 */
const makeRequest = (url: string, init: object) => boundedFetch(LONGEST_ANSWER)(url, init);

type Limited = { readonly retryAfter: number; readonly timeToReset: number };

/** Discord's REST for our bot. */
export type DiscordRest = {
  /** The library forgets the token after each 401, so it is given anew. */
  readonly ready: () => REST;
};

/** A clock is corrected by less than this all the time. */
const JUMP_MS = 2_000;

const aheadMs = (): number => Date.now() - performance.now();

/**
 * Discord's REST for the bot of a configuration. The library reckons its limits by the machine's clock, and
 * would wait for as long as that is set back; it begins anew then, and Discord's answers tell where we stand.
 */
export function createRest(config: DiscordConfig, patience: Patience): DiscordRest {
  let rest = new REST(restOptions(config, patience));
  let knownAheadMs = aheadMs();
  return {
    ready() {
      const byMs = aheadMs() - knownAheadMs;
      knownAheadMs += byMs;
      if (byMs < -JUMP_MS) {
        rest.clearHashSweeper();
        rest.clearHandlerSweeper();
        rest = new REST(restOptions(config, patience));
      }
      return rest.setToken(config.token.reveal());
    },
  };
}
