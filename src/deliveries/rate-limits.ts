import type { Address } from "../platform/address.ts";
import type { Pace, Window } from "../platform/pace.ts";

/** Whether a message may go now, or else from when; instants in milliseconds of a clock that never goes back. */
export type Permission = { readonly ok: true } | { readonly ok: false; readonly retryAtMs: number };

/** Counts what is sent against what a platform allows. */
export type RateLimits = {
  /** Counts a message to an address, if it may go now. */
  take(to: Address, nowMs: number): Permission;
  /** Counts a message that went out regardless. */
  note(to: Address, nowMs: number): void;
  /** Lets nothing into a channel until an instant, as when the platform asked to wait. */
  pause(to: Address, untilMs: number): void;
  /** Lets nothing in anywhere until an instant, as when the platform shuts us out. */
  pauseAll(untilMs: number): void;
  /** How many messages may go now, channels left aside. */
  free(nowMs: number): number;
  /** The earliest instant at which one may go, channels left aside. */
  freeAtMs(nowMs: number): number;
  /** How many channels are remembered. */
  channels(): number;
};

/**
 * Windows are counted this much longer than they are, since messages do not reach the platform at the
 * intervals at which they left.
 */
const MARGIN = 1.005;

/** Turns are a little further apart still, which leaves room to make up for late ones. */
const SPREAD = 1.01;

/** A message may go this much before its turn, to make up for what comes late: timers, and a busy program. */
const EARLY_MS = 30;

/**
 * Accounting over a pace: exact sliding windows, and messages over all chats spread evenly over theirs
 * (the generic cell rate algorithm, ITU-T I.371), so that delays on the way seldom push two bursts into
 * one window.
 */
export function createRateLimits(pace: Pace): RateLimits {
  const overall = createWindow(pace.overall);
  const turns = createTurns(pace.overall);
  const channels = createChannels(pace);
  let latest = -Infinity;
  let pausedUntil = -Infinity;

  const forward = (nowMs: number): number => {
    latest = Math.max(latest, nowMs);
    return latest;
  };
  const overallFrom = () => Math.max(overall.readyAt(), turns.readyAt(), pausedUntil);

  const note = (to: Address, nowMs: number): void => {
    const now = forward(nowMs);
    overall.note(now);
    turns.note(now);
    channels.of(to, now).note(now);
  };

  return {
    note,
    take(to, nowMs) {
      const now = forward(nowMs);
      const from = Math.max(overallFrom(), channels.of(to, now).readyAt());
      if (from > now) return { ok: false, retryAtMs: from };
      note(to, now);
      return { ok: true };
    },
    pause: (to, untilMs) => channels.of(to, latest).pause(untilMs),
    pauseAll: (untilMs) => {
      pausedUntil = Math.max(pausedUntil, untilMs);
    },
    free: (nowMs) => {
      const now = forward(nowMs);
      return Math.max(overall.readyAt(), pausedUntil) > now
        ? 0
        : Math.min(overall.left(now), turns.left(now));
    },
    freeAtMs: (nowMs) => Math.max(overallFrom(), nowMs),
    channels: channels.count,
  };
}

/** Remembers the last messages of a window, as many as it allows. */
function createWindow({ messages, ms }: Window) {
  const length = ms * MARGIN;
  const sentAt = new Float64Array(messages).fill(-Infinity);
  let next = 0;
  const oldest = () => sentAt[next] ?? -Infinity;
  return {
    readyAt: () => oldest() + length,
    note(now: number) {
      sentAt[next] = now;
      next = (next + 1) % messages;
    },
    /** How many of them the window has left behind, sought by halves, since the oldest come first. */
    left(now: number) {
      let behind = 0;
      let within = messages;
      while (behind < within) {
        const middle = (behind + within) >> 1;
        const at = sentAt[(next + middle) % messages] ?? -Infinity;
        if (at + length <= now) behind = middle + 1;
        else within = middle;
      }
      return behind;
    },
    forgottenAt: () => (sentAt[(next + messages - 1) % messages] ?? -Infinity) + length,
  };
}

/** Gives each message its turn, evenly over a window. */
function createTurns({ messages, ms }: Window) {
  const gap = (ms * SPREAD) / messages;
  let turn = -Infinity;
  return {
    readyAt: () => turn - EARLY_MS,
    note(now: number) {
      turn = Math.max(turn, now) + gap;
    },
    left: (now: number) =>
      Math.max(0, Math.floor((now + EARLY_MS - Math.max(turn, now)) / gap) + 1),
  };
}

type Channel = {
  readyAt(): number;
  note(now: number): void;
  pause(untilMs: number): void;
  forgottenAt(): number;
};

function createChannel(windows: readonly Window[]): Channel {
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

/** The channels that were spoken to lately, longest ago first; a few that nothing counts for go at each look. */
function createChannels(pace: Pace) {
  const known = new Map<string, Channel>();

  const forget = (now: number): void => {
    for (const [key, channel] of known) {
      if (channel.forgottenAt() > now) return;
      known.delete(key);
    }
  };

  return {
    count: () => known.size,
    of(to: Address, now: number): Channel {
      const key = `${to.platform}:${to.channel}`;
      const channel = known.get(key) ?? createChannel(pace.within(to));
      known.delete(key);
      forget(now);
      known.set(key, channel);
      return channel;
    },
  };
}
