/** How late a permission may come and still be used, in milliseconds. */
export type Slack = {
  ms(): number;
  /** Learns how long an answer took. */
  took(ms: number): void;
};

const LEAST_MS = 50;
const MOST_MS = 5_000;
/** A slow answer is soon forgotten. */
const DECAY = 0.95;

/**
 * Slack that follows how fast answers come: as little as can be, since a channel waits that much longer, and
 * more than answers take, since one that comes later is of no use.
 */
export function createSlack(): Slack {
  let slack = LEAST_MS;
  return {
    ms: () => slack,
    took(ms) {
      slack = Math.min(MOST_MS, Math.max(LEAST_MS, 2 * ms, slack * DECAY));
    },
  };
}
