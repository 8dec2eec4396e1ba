import type { Address } from "../platform/address.ts";
import type { Pace, Window } from "../platform/pace.ts";
import { createWindow } from "./send-windows.ts";

/** What was sent to one channel lately, and whether it may be written to. */
export type ChannelWindows = {
  /** From when another message may go. */
  readyAt(): number;
  note(nowMs: number): void;
  pause(untilMs: number): void;
  forgottenAt(): number;
};

/** The channels of a platform that were spoken to lately. */
export type KnownChannels = {
  of(to: Address, nowMs: number): ChannelWindows;
  /** How many are remembered. */
  count(): number;
};

/** The channels that were spoken to lately, longest ago first; a few that nothing counts for go at each look. */
export function createChannels(pace: Pace): KnownChannels {
  const known = new Map<string, ChannelWindows>();

  const forget = (now: number): void => {
    for (const [key, channel] of known) {
      if (channel.forgottenAt() > now) return;
      known.delete(key);
    }
  };

  return {
    count: () => known.size,
    of(to, now) {
      const key = `${to.platform}:${to.channel}`;
      const channel = known.get(key) ?? createChannel(pace.within(to));
      known.delete(key);
      forget(now);
      known.set(key, channel);
      return channel;
    },
  };
}

function createChannel(windows: readonly Window[]): ChannelWindows {
  const counted = windows.map((window) => createWindow(window));
  let pausedUntil = -Infinity;
  return {
    readyAt: () => Math.max(pausedUntil, ...counted.map((window) => window.readyAt())),
    note: (now) => {
      for (const window of counted) window.note(now);
    },
    pause: (untilMs) => {
      pausedUntil = Math.max(pausedUntil, untilMs);
    },
    forgottenAt: () => Math.max(pausedUntil, ...counted.map((window) => window.forgottenAt())),
  };
}
