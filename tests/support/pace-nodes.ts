import type { PaceBook } from "../../src/deliveries/pace-book.ts";
import type { RateLimits } from "../../src/deliveries/rate-limits.ts";
import { createSharedRateLimits } from "../../src/deliveries/shared-rate-limits.ts";
import type { Log } from "../../src/lib/log.ts";
import type { Pace, Window } from "../../src/platform/pace.ts";
import { openEngine } from "../../src/store/open-engine.ts";
import { createPostgresPaceBook } from "../../src/store/postgres-pace.ts";
import { chatAt } from "./delivery-samples.ts";

/** Telegram's limits. Source: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
export const TELEGRAM: Pace = {
  overall: { messages: 30, ms: 1_000 },
  within: ({ channel }) =>
    channel.startsWith("-")
      ? [
          { messages: 1, ms: 1_000 },
          { messages: 20, ms: 60_000 },
        ]
      : [{ messages: 1, ms: 1_000 }],
};

/** A message that a node sent, in simulated milliseconds. */
export type SentMessage = { readonly at: number; readonly channel: string; readonly node: number };

/** A node that keeps to the limits; its clock shows another time than any other's. */
export type PaceNode = { readonly limits: RateLimits; readonly monotonicMs: () => number };

/** Nodes on one PostgreSQL, in time that passes only while nobody waits for the database. */
export type PaceNodes = {
  nowMs(): number;
  /** Adds a node; `delay` gives how long a question to the book takes, each way. */
  node(delay?: () => number): PaceNode;
  readonly sleep: (ms: number) => Promise<void>;
  /** Whether the book cannot be reached from now on. */
  cutOff(away: boolean): void;
  /** Lets time pass up to an instant. */
  readonly passUntil: (atMs: number) => Promise<void>;
  close(): Promise<void>;
};

const HUSHED: Log = { debug: hush, info: hush, warn: hush, error: hush };

function hush(): void {}

/** Begins at 0 with no node; the schema must be there. */
export async function paceNodes(url: string, pace = TELEGRAM): Promise<PaceNodes> {
  const engine = await openEngine(url, () => false);
  const time = simulation();
  let made = 0;
  let away = false;
  return {
    cutOff: (now) => {
      away = now;
    },
    nowMs: time.nowMs,
    sleep: time.sleep,
    passUntil: (atMs) => time.passUntil(atMs),
    close: () => engine.close(),
    node(delay = () => 0) {
      made += 1;
      const offset = 1_000_000 * made;
      const monotonicMs = () => time.nowMs() + offset;
      const named = { platform: "telegram", node: `node-${made}`, nowMs: time.nowMs };
      const book = slowed(createPostgresPaceBook(engine.db, named), time, {
        delay,
        away: () => away,
      });
      const limits = createSharedRateLimits({
        pace,
        book,
        monotonicMs,
        sleep: time.sleep,
        log: HUSHED,
      });
      return { limits, monotonicMs };
    },
  };
}

type Simulation = ReturnType<typeof simulation>;

function simulation() {
  let now = 0;
  let asking = 0;
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();

  const quiet = async (): Promise<void> => {
    for (let turns = 0; turns < 3; turns += 1) {
      await new Promise((next) => setImmediate(next));
      if (asking > 0) turns = -1;
    }
  };
  return {
    nowMs: () => now,
    sleep: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        const sleeper = {
          at: now + Math.max(ms, 0),
          wake: () => {
            sleepers.delete(sleeper);
            resolve();
          },
        };
        sleepers.add(sleeper);
      }),
    async during<T>(work: () => Promise<T>): Promise<T> {
      asking += 1;
      try {
        return await work();
      } finally {
        asking -= 1;
      }
    },
    async passUntil(until: number): Promise<void> {
      for (;;) {
        await quiet();
        const next = [...sleepers].reduce((first, one) => Math.min(first, one.at), Infinity);
        if (next > until) break;
        now = Math.max(now, next);
        for (const sleeper of sleepers) if (sleeper.at <= now) sleeper.wake();
      }
      now = until;
    },
  };
}

type Network = { readonly delay: () => number; readonly away: () => boolean };

function slowed(book: PaceBook, time: Simulation, { delay, away }: Network): PaceBook {
  const slow = async <T>(ask: () => Promise<T>): Promise<T> => {
    await time.sleep(delay());
    if (away()) throw new Error("nobody answers");
    const answer = await time.during(ask);
    await time.sleep(delay());
    return answer;
  };
  return {
    share: (...asked) => slow(() => book.share(...asked)),
    take: (...asked) => slow(() => book.take(...asked)),
    note: (...asked) => slow(() => book.note(...asked)),
    waits: (...asked) => slow(() => book.waits(...asked)),
    arrived: (...asked) => slow(() => book.arrived(...asked)),
  };
}

/** A node that sends what it can, one message at a time to each channel, until a time. */
export async function sendAll(
  nodes: PaceNodes,
  { limits, monotonicMs }: PaceNode,
  work: {
    readonly node: number;
    readonly untilMs: number;
    readonly next: () => string;
    readonly onSent: (sent: SentMessage) => void;
  },
): Promise<void> {
  const underWay = new Set<string>();
  const sendOne = async (channel: string): Promise<void> => {
    while (nodes.nowMs() < work.untilMs) {
      const turn = await limits.take(chatAt(channel), monotonicMs());
      if (nodes.nowMs() >= work.untilMs) return;
      if (turn.ok) return work.onSent({ at: nodes.nowMs(), channel, node: work.node });
      await nodes.sleep(turn.retryAtMs - monotonicMs());
    }
  };
  while (nodes.nowMs() < work.untilMs) {
    const now = monotonicMs();
    const free = limits.free(now);
    for (let n = 0; n < free; n += 1) {
      const channel = work.next();
      if (underWay.has(channel)) continue;
      underWay.add(channel);
      void sendOne(channel).then(() => underWay.delete(channel));
    }
    await nodes.sleep(Math.max(1, limits.freeAtMs(now) - now));
  }
}

/** The most that went within any stretch of a window, its end left out. */
export function mostWithin(sentAt: readonly number[], { ms }: Pick<Window, "ms">): number {
  const inOrder = sentAt.toSorted((a, b) => a - b);
  let first = 0;
  return inOrder.reduce((most, at, n) => {
    while ((inOrder[first] ?? at) <= at - ms) first += 1;
    return Math.max(most, n - first + 1);
  }, 0);
}
