import type { Window } from "../platform/pace.ts";

/**
 * Windows are counted this much longer than they are, since messages do not reach the platform at the
 * intervals at which they left.
 */
export const MARGIN = 1.005;

/** Turns are a little further apart still, which leaves room to make up for late ones. */
const SPREAD = 1.01;

/** A message may go this much before its turn, to make up for what comes late: timers, and a busy program. */
const EARLY_MS = 30;

/** The last messages of one window; instants in milliseconds of a clock that never goes back. */
export type SendWindow = {
  /** From when another may go, of `allowed` in the window; never, where none is allowed. */
  readyAt(allowed?: number): number;
  note(nowMs: number): void;
  /** How many more may go now, of `allowed` in the window. */
  left(nowMs: number, allowed?: number): number;
  /** How many are in the window now. */
  count(nowMs: number): number;
  /** From when nothing of it counts any more. */
  forgottenAt(): number;
};

/** Remembers the last messages of a window, as many as it allows: an exact sliding window. */
export function createWindow({ messages, ms }: Window): SendWindow {
  const length = ms * MARGIN;
  const sentAt = new Float64Array(messages).fill(-Infinity);
  let next = 0;
  const nth = (place: number) => sentAt[(next + place) % messages] ?? -Infinity;

  /** How many of them the window has left behind, sought by halves, since the oldest come first. */
  const behindAt = (now: number): number => {
    let behind = 0;
    let within = messages;
    while (behind < within) {
      const middle = (behind + within) >> 1;
      if (nth(middle) + length <= now) behind = middle + 1;
      else within = middle;
    }
    return behind;
  };

  return {
    readyAt: (allowed = messages) => (allowed === 0 ? Infinity : nth(messages - allowed) + length),
    note(now) {
      sentAt[next] = now;
      next = (next + 1) % messages;
    },
    left: (now, allowed = messages) => Math.max(0, allowed - (messages - behindAt(now))),
    count: (now) => messages - behindAt(now),
    forgottenAt: () => nth(messages - 1) + length,
  };
}

/** Whose turn it is: messages spread evenly over a window. */
export type Turns = {
  readyAt(): number;
  note(nowMs: number, allowed?: number): void;
  left(nowMs: number, allowed?: number): number;
};

/** Gives each message its turn, evenly over a window (the generic cell rate algorithm, ITU-T I.371). */
export function createTurns({ messages, ms }: Window): Turns {
  const gapOf = (allowed: number) => (ms * SPREAD) / Math.max(1, allowed);
  let turn = -Infinity;
  return {
    readyAt: () => turn - EARLY_MS,
    note(now, allowed = messages) {
      turn = Math.max(turn, now) + gapOf(allowed);
    },
    left: (now, allowed = messages) =>
      Math.max(0, Math.floor((now + EARLY_MS - Math.max(turn, now)) / gapOf(allowed)) + 1),
  };
}
