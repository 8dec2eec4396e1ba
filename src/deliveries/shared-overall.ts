import type { Window } from "../platform/pace.ts";
import type { PaceShare } from "./pace-book.ts";
import { createTurns, createWindow, MARGIN } from "./send-windows.ts";

/** One node's part of what may go over all chats; instants in milliseconds of a clock that never goes back. */
export type SharedOverall = {
  /** Counts a message that goes now; its turn was when it was asked for. */
  note(nowMs: number, askedMs?: number): void;
  /** How many may go now. */
  left(nowMs: number): number;
  /** The earliest instant at which one may go, as far as is known. */
  readyAt(nowMs: number): number;
  /** The most that was allowed within the last window. */
  held(nowMs: number): number;
  /** Until when more than is allowed now was allowed within the last window. */
  heldUntil(): number;
  /** Takes a share that was asked for at an instant, from now on. */
  grant(share: PaceShare, askedMs: number, nowMs: number): void;
  pause(untilMs: number): void;
};

/** A node without a share looks again so soon. */
const NO_SHARE_MS = 100;

/** Nothing may go until a share is granted, nor after it has run out. */
export function createSharedOverall(pace: Window): SharedOverall {
  const window = createWindow(pace);
  const turns = createTurns(pace);
  const length = pace.ms * MARGIN;
  let messages = 0;
  let endsAt = -Infinity;
  let pausedUntil = -Infinity;
  /** What was allowed before, and until when that is in the window. */
  let before = { messages: 0, until: -Infinity };

  const readyAt = (now: number): number => {
    if (messages === 0 || endsAt <= now) return now + NO_SHARE_MS;
    return Math.max(window.readyAt(messages), turns.readyAt(), pausedUntil);
  };
  const held = (now: number) => {
    const own = endsAt + length > now ? messages : 0;
    return before.until > now ? Math.max(before.messages, own) : own;
  };

  return {
    readyAt,
    held,
    heldUntil: () => before.until,
    note(now, asked = now) {
      window.note(now);
      turns.note(asked, Math.max(1, messages));
    },
    left: (now) =>
      readyAt(now) > now ? 0 : Math.min(window.left(now, messages), turns.left(now, messages)),
    grant(share, askedMs, now) {
      if (share.messages < messages) before = { messages: held(now), until: now + length };
      messages = share.messages;
      endsAt = askedMs + share.forMs;
    },
    pause(untilMs) {
      pausedUntil = Math.max(pausedUntil, untilMs);
    },
  };
}
