import type { Clock } from "../../../src/lib/clock.ts";

/** The first millisecond of 2015, from which Discord counts. */
const EPOCH_MS = 1_420_070_400_000;

/** Makes ids that grow and tell when they were made. */
export type Snowflakes = { next(): string };

/**
 * Ids by the double's clock; one that goes back makes no id twice.
 *
 * Source: https://discord.com/developers/docs/reference#snowflakes
 */
export function createSnowflakes(clock: Clock): Snowflakes {
  let last = 0n;
  return {
    next: () => {
      const base = BigInt(Math.max(clock.now().getTime() - EPOCH_MS, 1)) << 22n;
      last = base > last ? base : last + 1n;
      return last.toString();
    },
  };
}
