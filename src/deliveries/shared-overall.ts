import type { Window } from "../platform/pace.ts";
import type { PaceShare } from "./pace-book.ts";
import { createTurns, createWindow } from "./send-windows.ts";

/** One node's part of what may go over all chats; instants in milliseconds of a clock that never goes back. */
export type SharedOverall = {
  /** Counts a message that goes now; its turn was when it was asked for. */
  note(nowMs: number, askedMs?: number): void;
  /** How many may go now. */
  left(nowMs: number): number;
  /** The earliest instant at which one may go, as far as is known. */
  readyAt(nowMs: number): number;
  /** The most that may be in a window that ends now or later, by the share that there is. */
  held(nowMs: number): number;
  /** How many are in the window. */
  count(nowMs: number): number;
  /** Takes a share that was asked for at an instant, from now on. */
  grant(share: PaceShare, askedMs: number): void;
  pause(untilMs: number): void;
};

/** A node without a share looks again so soon. */
const NO_SHARE_MS = 20;

/** Nothing may go until a share is granted, nor after it has run out. */
export function createSharedOverall(pace: Window): SharedOverall {
  const window = createWindow(pace);
  const turns = createTurns(pace);
  let messages = 0;
  let endsAt = -Infinity;
  let pausedUntil = -Infinity;

  const readyAt = (now: number): number => {
    if (messages === 0 || endsAt <= now) return now + NO_SHARE_MS;
    return Math.max(window.readyAt(messages), turns.readyAt(), pausedUntil);
  };
  const allowed = (now: number) => (endsAt > now ? messages : 0);

  return {
    readyAt,
    // Where a share became smaller nothing goes until as little is in the window, so no window to come has more.
    held: (now) => Math.max(allowed(now), window.count(now)),
    count: (now) => window.count(now),
    note(now, asked = now) {
      window.note(now);
      turns.note(asked, Math.max(1, messages));
    },
    left: (now) =>
      readyAt(now) > now ? 0 : Math.min(window.left(now, messages), turns.left(now, messages)),
    grant(share, askedMs) {
      messages = share.messages;
      endsAt = askedMs + share.forMs;
    },
    pause(untilMs) {
      pausedUntil = Math.max(pausedUntil, untilMs);
    },
  };
}
