import type { Address } from "../platform/address.ts";
import type { Pace } from "../platform/pace.ts";
import { createBanWatch } from "./ban-watch.ts";
import { createChannels } from "./channel-windows.ts";
import { createTurns, createWindow } from "./send-windows.ts";

/** Whether a message may go now, or else from when; instants in milliseconds of a clock that never goes back. */
export type Permission = { readonly ok: true } | { readonly ok: false; readonly retryAtMs: number };

/** Counts what is sent against what a platform allows. */
export type RateLimits = {
  /** Counts a message to an address, if it may go now; never rejects. */
  take(to: Address, nowMs: number): Permission | Promise<Permission>;
  /** Counts a message that went out regardless. */
  note(to: Address, nowMs: number): void;
  /**
   * Hears that the platform asked to wait when a message went to an address, and lets nothing into its
   * channel until then. Gives until when nothing goes anywhere, where the platform shuts us out of all; or null.
   */
  waits(to: Address, untilMs: number, nowMs: number): number | null | Promise<number | null>;
  /** Hears that a message arrived whose sending began at an instant. */
  arrived(begunMs: number): void;
  /** How many messages may go now, channels left aside. */
  free(nowMs: number): number;
  /** The earliest instant at which one may go, channels left aside. */
  freeAtMs(nowMs: number): number;
  /** How many channels are remembered. */
  channels(): number;
};

/** Limits that nobody else counts against, and so are told at once. */
export type OwnRateLimits = Omit<RateLimits, "take" | "waits"> & {
  take(to: Address, nowMs: number): Permission;
  waits(to: Address, untilMs: number, nowMs: number): number | null;
};

/**
 * Accounting over a pace, for one process alone: exact sliding windows, and messages over all chats spread
 * evenly over theirs, so that delays on the way seldom push two bursts into one window.
 */
export function createRateLimits(pace: Pace): OwnRateLimits {
  const overall = createOverall(pace);
  const channels = createChannels(pace);
  const bans = createBanWatch();
  let latest = -Infinity;

  const forward = (nowMs: number): number => {
    latest = Math.max(latest, nowMs);
    return latest;
  };
  const note = (to: Address, nowMs: number): void => {
    const now = forward(nowMs);
    overall.note(now);
    channels.of(to, now).note(now);
  };

  return {
    note,
    take(to, nowMs) {
      const now = forward(nowMs);
      const from = Math.max(overall.readyAt(), channels.of(to, now).readyAt());
      if (from > now) return { ok: false, retryAtMs: from };
      note(to, now);
      return { ok: true };
    },
    waits(to, untilMs, nowMs) {
      channels.of(to, latest).pause(untilMs);
      const allUntil = bans.waits(to, untilMs, nowMs);
      if (allUntil !== null) overall.pause(allUntil);
      return allUntil;
    },
    arrived: (begunMs) => bans.arrived(begunMs),
    free: (nowMs) => overall.free(forward(nowMs)),
    freeAtMs: (nowMs) => Math.max(overall.readyAt(), nowMs),
    channels: () => channels.count(),
  };
}

function createOverall(pace: Pace) {
  const window = createWindow(pace.overall);
  const turns = createTurns(pace.overall);
  let pausedUntil = -Infinity;
  return {
    readyAt: () => Math.max(window.readyAt(), turns.readyAt(), pausedUntil),
    note(now: number) {
      window.note(now);
      turns.note(now);
    },
    pause(untilMs: number) {
      pausedUntil = Math.max(pausedUntil, untilMs);
    },
    free: (now: number) =>
      Math.max(window.readyAt(), pausedUntil) > now
        ? 0
        : Math.min(window.left(now), turns.left(now)),
  };
}
