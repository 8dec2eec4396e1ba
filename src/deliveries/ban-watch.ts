import type { Address } from "../platform/address.ts";

/** A shorter wait is that of one channel: Discord's buckets last five seconds at most, a Telegram chat's one. */
export const LONG_WAIT_MS = 5_000;

/** Tells a ban over all of a platform from waits of single channels; instants on a clock that never goes back. */
export type BanWatch = {
  /** Hears that a channel must wait; gives until when all of the platform should, or null. */
  waits(to: Address, untilMs: number, nowMs: number): number | null;
  /** Hears that something arrived whose sending began at an instant. */
  arrived(begunMs: number): void;
};

/**
 * Neither platform says for certain whether a wait is for one chat or for all. It is taken as for all
 * once two channels were told to wait long and nothing arrived that was sent after the first; until the
 * earlier of their ends, so that a mistake costs little, and what is sent then will tell.
 */
export function createBanWatch(): BanWatch {
  let first: { readonly channel: string; readonly atMs: number; readonly untilMs: number } | null =
    null;
  return {
    waits({ channel }, untilMs, nowMs) {
      if (untilMs - nowMs < LONG_WAIT_MS) return null;
      if (first !== null && first.untilMs > nowMs && first.channel !== channel)
        return Math.min(first.untilMs, untilMs);
      first = { channel, atMs: nowMs, untilMs };
      return null;
    },
    arrived(begunMs) {
      if (first !== null && begunMs >= first.atMs) first = null;
    },
  };
}
