import type { Clock } from "../../../src/lib/clock.ts";

/**
 * How much the server lets through. `factor` scales all rates, and bursts over all chats, which so last
 * as long as on the real server; a factor of 1 is the real server.
 */
export type RateLimits = { readonly factor: number };

type Bucket = { level: number; at: number };

/** Says how many seconds a send must wait; 0 lets it through and counts it. */
export type Gate = (chat: number, isGroup: boolean, paid: boolean) => number;

const OVERALL = { perSecond: 30, burst: 33 };
const PAID = { perSecond: 1000, burst: 1100 };
const CHAT = { perSecond: 1, burst: 3 };
const GROUP = { perSecond: 20 / 60, burst: 20 };

type Rate = typeof OVERALL;

const widened = ({ perSecond, burst }: Rate, factor: number): Rate => ({
  perSecond,
  burst: burst * factor,
});

/**
 * The limits of https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this as token
 * buckets: 30 a second over all, 1 a second in a chat with short bursts, 20 a minute in a group.
 */
export function createGate(clock: Clock, { factor }: RateLimits): Gate {
  const [unpaidRate, paidRate] = [widened(OVERALL, factor), widened(PAID, factor)];
  const overall: Bucket = { level: unpaidRate.burst, at: 0 };
  const paidOverall: Bucket = { level: paidRate.burst, at: 0 };
  const chats = new Map<number, Bucket>();
  const groups = new Map<number, Bucket>();
  return (chat, isGroup, paid) => {
    const now = clock.now().getTime();
    const due: [Bucket, Rate][] = [
      paid ? [paidOverall, paidRate] : [overall, unpaidRate],
      [bucketOf(chats, chat, CHAT, now), CHAT],
    ];
    if (isGroup) due.push([bucketOf(groups, chat, GROUP, now), GROUP]);
    let wait = 0;
    for (const [bucket, rate] of due) {
      fill(bucket, rate, factor, now);
      if (bucket.level < 1) wait = Math.max(wait, (1 - bucket.level) / (rate.perSecond * factor));
    }
    if (wait > 0) return Math.max(1, Math.ceil(wait));
    for (const [bucket] of due) bucket.level -= 1;
    forgetFull(chats, factor, now);
    return 0;
  };
}

function bucketOf(buckets: Map<number, Bucket>, chat: number, rate: Rate, now: number): Bucket {
  const known = buckets.get(chat);
  if (known !== undefined) return known;
  const bucket = { level: rate.burst, at: now };
  buckets.set(chat, bucket);
  return bucket;
}

function fill(bucket: Bucket, rate: Rate, factor: number, now: number): void {
  // A clock set back must not take tokens away.
  const seconds = Math.max(0, now - bucket.at) / 1000;
  bucket.level = Math.min(rate.burst, bucket.level + seconds * rate.perSecond * factor);
  bucket.at = now;
}

const MAX_CHATS = 20_000;

// A bucket that has had time to fill says no more than none: dropping it keeps memory flat.
function forgetFull(chats: Map<number, Bucket>, factor: number, now: number): void {
  if (chats.size < MAX_CHATS) return;
  const filledMs = (CHAT.burst / (CHAT.perSecond * factor)) * 1000;
  for (const [chat, bucket] of chats) if (now - bucket.at >= filledMs) chats.delete(chat);
}
